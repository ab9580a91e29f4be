// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyStore.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr auto Payers = {Payer::Key, Payer::Member, Payer::User, Payer::Team};

/// The failure of a payer that has spent what it may.
QString nameOf(Payer payer)
{
    switch (payer) {
    case Payer::Key:
        return u"key-budget"_s;
    case Payer::Member:
        return u"member-budget"_s;
    case Payer::User:
        return u"user-budget"_s;
    case Payer::Team:
        return u"team-budget"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ProxyStore::ProxyStore(const DemoScenario &scenario)
    : m_rng(scenario.seed)
    , m_traits(scenario.proxy)
    , m_start(scenario.now.isValid() ? scenario.now.toUTC() : QDateTime::currentDateTimeUtc())
{
    m_clock.start();
    m_account.virtualKey = u"sk-"_s + m_rng.hex(22);
    m_account.keyHash = QString::fromLatin1(
        QCryptographicHash::hash(m_account.virtualKey.toLatin1(), QCryptographicHash::Sha256)
            .toHex());
}

QDateTime ProxyStore::now() const
{
    return m_start.addMSecs(m_clock.elapsed()).addDuration(m_shift);
}

QByteArray ProxyStore::version() const
{
    return m_traits.isOld ? "1.81.16" : "1.108.7";
}

bool ProxyStore::has(Payer payer) const
{
    const bool hasUser = !m_account.user.isEmpty();
    const bool hasTeam = !m_account.team.isEmpty();
    switch (payer) {
    case Payer::Key:
        return true;
    case Payer::Member:
        return hasUser && hasTeam;
    case Payer::User:
        return hasUser;
    case Payer::Team:
        return hasTeam;
    }
    Q_UNREACHABLE();
}

ProxyBudget &ProxyStore::budget(Payer payer)
{
    ProxyBudget &budget = m_budgets.at(size_t(payer));
    budget.resetIfDue(now());
    return budget;
}

std::optional<ProxyFailure> ProxyStore::usedUp()
{
    for (const Payer payer : Payers) {
        const ProxyBudget &money = budget(payer);
        if (has(payer) && money.isUsedUp()) {
            return failure(nameOf(payer), {{u"alias"_s, m_account.keyAlias},
                                           {u"name"_s, m_account.keyName()},
                                           {u"user"_s, m_account.user},
                                           {u"team"_s, m_account.team},
                                           {u"spend"_s, pythonFloat(money.spend)},
                                           {u"limit"_s, pythonFloat(*money.limit)}});
        }
    }
    return std::nullopt;
}

std::optional<ProxyFailure> ProxyStore::countRequest()
{
    constexpr int WindowSeconds = 60;
    const QDateTime time = now();
    if (!m_window.resetsAt.isValid() || time >= m_window.resetsAt)
        m_window = {.resetsAt = time.addSecs(WindowSeconds)};
    const int limit = m_traits.requestsPerMinute;
    if (limit > 0 && m_window.requests >= limit) {
        const QString reset = m_window.resetsAt.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
        const qint64 seconds = time.secsTo(m_window.resetsAt) + 1;
        return failure(u"rpm"_s, {{u"hash"_s, m_account.keyHash},
                                  {u"limit"_s, QString::number(limit)},
                                  {u"seconds"_s, QString::number(seconds)},
                                  {u"reset"_s, reset}});
    }
    ++m_window.requests;
    return std::nullopt;
}

void ProxyStore::book(const ProxyRow &row)
{
    for (const Payer payer : Payers) {
        ProxyBudget &money = budget(payer);
        money.spend += row.spend();
        money.total += row.spend();
    }
    // The id of a request is the table's key; what comes second under one is lost.
    if (!m_ids.contains(row.requestId))
        m_rows.push_back(row);
    m_ids.insert(row.requestId);
}

} // namespace litedeck::demo
