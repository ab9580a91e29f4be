// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Account.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// What is said of a key of a plain proxy: what it may see, its limits, and when it expires.
class KeyWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::KeyWords)

public:
    /// What the key may see, and why it may not see the rest, in a few sentences.
    static QString sight(const KeySight &sight);
    /// What an administrator can be sent so that more is seen; empty when they can grant nothing.
    static QString forAdmin(const Account &account);
    /// "60 requests and 50,000 tokens a minute"; empty without limits.
    static QString limits(const RateLimits &limits);
    /// That the key has expired or soon will; empty when that is not near.
    static QString expiry(const Account &account, const QDateTime &now);
};

} // namespace litedeck
