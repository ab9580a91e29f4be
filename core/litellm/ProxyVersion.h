// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace litedeck {

class AttemptFeed;

/// What the version of a proxy, which only the answers of models tell, makes certain.
class ProxyVersion : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyVersion)

public:
    explicit ProxyVersion(const AttemptFeed &attempts);

    /// Whether the log is known to show every call by its id, not only failures: from 1.103 on.
    bool findsEveryCall() const { return m_findsEveryCall; }

private:
    bool m_findsEveryCall = false;
};

} // namespace litedeck
