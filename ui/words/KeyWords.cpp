// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/KeyWords.h"

#include "core/team/AlertRules.h"
#include "ui/words/Format.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString mayText(const KeySight &sight)
{
    if (sight.budgets != Sight::Granted)
        return KeyWords::tr("This key may chat and nothing else.");
    if (sight.requests == Sight::Granted && sight.teamRequests == Sight::Granted)
        return KeyWords::tr("This key may chat and see its budget, your requests and those of "
                            "everybody in the team.");
    if (sight.requests == Sight::Granted)
        return KeyWords::tr("This key may chat and see its budget and your requests.");
    if (sight.teamRequests == Sight::Granted)
        return KeyWords::tr("This key may chat and see its budget and the requests of the team.");
    return KeyWords::tr("This key may chat and see its budget.");
}

/// What the log of the user's own requests needs; empty when it is there.
QString logText(Sight requests)
{
    switch (requests) {
    case Sight::Granted:
    case Sight::NotThere:
        return {};
    case Sight::CallsOnly:
        return KeyWords::tr("Budgets and the log of requests need a key that is not only for calls "
                            "of models.");
    case Sight::NobodysKey:
        return KeyWords::tr("The log of requests needs a key that belongs to a person.");
    case Sight::NotPermitted:
        return KeyWords::tr("The server does not show it the log of requests.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString KeyWords::sight(const KeySight &sight)
{
    QStringList sentences{mayText(sight), logText(sight.requests)};
    if (sight.teamRequests == Sight::NotPermitted)
        sentences += tr("The requests of everybody in the team need a right that an administrator "
                        "of the proxy can give to the team.");
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString KeyWords::forAdmin(const Account &account)
{
    if (account.sight.teamRequests != Sight::NotPermitted || account.team.isEmpty())
        return {};
    // The rights that are sent replace all that were given; to read its key is in all of them.
    const QString body = u"{\"team_id\": \"%1\", \"team_member_permissions\": [\"/key/info\", "
                         "\"/spend/logs\", \"/team/daily/activity\"]}"_s.arg(account.team.value);
    //: For an administrator of the proxy; %1 is a request with its body.
    return tr("Please let the members of our team see its requests and what it spends: %1 (this "
              "replaces the rights that members have; add the others that they need).")
        .arg(u"POST /team/permissions_update "_s + body);
}

QString KeyWords::limits(const RateLimits &limits)
{
    const QString requests = formatCount(limits.requests.value_or(0));
    const QString tokens = formatCount(limits.tokens.value_or(0));
    if (limits.requests && limits.tokens)
        return tr("%1 requests and %2 tokens a minute").arg(requests, tokens);
    if (limits.requests)
        return tr("%1 requests a minute").arg(requests);
    return limits.tokens ? tr("%1 tokens a minute").arg(tokens) : QString();
}

QString KeyWords::expiry(const Account &account, const QDateTime &now)
{
    if (!account.keyExpiresAt || now.addDays(KeyExpiryDays) < *account.keyExpiresAt)
        return {};
    const QString when = formatTime(*account.keyExpiresAt);
    //: %1 is a date and time.
    return *account.keyExpiresAt <= now
               ? tr("This key has expired on %1. Ask for a new one.").arg(when)
               //: %1 is a date and time.
               : tr("This key expires on %1. Ask for a new one in time.").arg(when);
}

} // namespace litedeck
