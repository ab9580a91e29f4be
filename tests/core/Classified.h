// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Classifier.h"

namespace litedeck::test {

/// What a server's refusal leaves to judge by.
inline HttpResult reply(int status, const QByteArray &body)
{
    HttpResult result;
    result.outcome = Outcome::Rejected;
    result.status = status;
    result.body = body;
    return result;
}

inline Error classified(int status, const QByteArray &body)
{
    return classify(reply(status, body), Redactor());
}

} // namespace litedeck::test
