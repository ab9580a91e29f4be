// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Classifier.h"

namespace litedeck::test {

/// What a server's refusal leaves to judge by.
inline Evidence reply(int status, const QByteArray &body)
{
    Evidence evidence;
    evidence.outcome = Outcome::Rejected;
    evidence.status = status;
    evidence.body = body;
    return evidence;
}

inline Error classified(int status, const QByteArray &body)
{
    return classify(reply(status, body), Redactor());
}

} // namespace litedeck::test
