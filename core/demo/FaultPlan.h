// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Fault.h"

#include <optional>

namespace litedeck::demo {

/// Whether a path matches a pattern: `*` stands for anything within a segment, `**` for anything;
/// the pattern "*" alone matches every path.
bool matchesPath(const QString &pattern, const QString &path);

/// Which fault strikes which request; the first entry that applies wins.
class FaultPlan
{
public:
    void add(const Fault &fault);
    void clear();

    /// The fault of this request, if any; counts the request in every entry that it matches.
    std::optional<Fault> take(const QByteArray &method, const QString &path);

private:
    struct Entry
    {
        Fault fault;
        int seen = 0;
        int struck = 0;
    };

    QList<Entry> m_entries;
};

} // namespace litedeck::demo
