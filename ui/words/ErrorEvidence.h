// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

#include <QList>
#include <QString>

namespace litedeck {

/// One thing that is known about a failure, such as "HTTP status" and "500".
struct EvidenceLine
{
    QString label;
    QString value;

    friend bool operator==(const EvidenceLine &, const EvidenceLine &) = default;
};

/// What is known and can be written in one line, most telling first; unknown things are left out.
QList<EvidenceLine> errorEvidence(const Error &error);

/// The headers of the reply that help to find the cause, one a line; empty for none.
QString replyHeaders(const Error &error);

} // namespace litedeck
