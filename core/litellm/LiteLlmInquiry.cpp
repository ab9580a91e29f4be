// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/LiteLlmInquiry.h"

#include "core/gateway/Gateway.h"
#include "core/gateway/Reply.h"
#include "core/litellm/ProxyVersion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

bool isCharged(const QList<SpendRow> &rows)
{
    return std::any_of(rows.cbegin(), rows.cend(),
                       [](const SpendRow &row) { return row.isCharged(); });
}

} // namespace

LiteLlmInquiry::LiteLlmInquiry(const Gateway &gateway, const ProxyVersion &version,
                               const OpenCall &call, const CallEnd &end, QObject *parent)
    : Inquiry(parent)
    , m_gateway(gateway)
    , m_version(version)
    , m_call(call)
    , m_end(end)
    , m_pause(gateway.clock().createTimer())
{
    connect(m_pause.get(), &Timer::fired, this, &LiteLlmInquiry::look);
}

LiteLlmInquiry::~LiteLlmInquiry() = default;

QString LiteLlmInquiry::idOf(int attempt) const
{
    return QString::fromLatin1(attemptIdOf(m_call.callKey.toLatin1(), attempt));
}

void LiteLlmInquiry::look()
{
    m_rows.clear();
    lookAt(1);
}

void LiteLlmInquiry::lookAt(int attempt)
{
    const QUrlQuery query{{u"request_id"_s, idOf(attempt)}};
    auto *reply = new Reply<QList<SpendRow>>(
        m_gateway.call(m_gateway.get("/spend/logs", {}, query)), parseSpendRows);
    reply->then(this, [this, attempt](const Expected<QList<SpendRow>, Error> &rows) {
        onRows(attempt, rows);
    });
}

void LiteLlmInquiry::onRows(int attempt, const Expected<QList<SpendRow>, Error> &rows)
{
    if (!rows) {
        // A key that may not read the log (401 for one of nobody, 403 for one for calls only) tells
        // no more when it is asked again, so that is no error to wait for the end of.
        if (rows.error().httpStatus != 401 && rows.error().httpStatus != 403)
            m_finding.error = rows.error();
        finish(CallFate::Unknown);
        return;
    }
    if (!rows->isEmpty())
        m_rows[attempt] = *rows;
    if (attempt < (m_end.attempts > 0 ? m_end.attempts : MostAttempts))
        lookAt(attempt + 1);
    else
        judge();
}

bool LiteLlmInquiry::hasRun() const
{
    return m_end.hadText || m_end.outcome == Outcome::Committed;
}

bool LiteLlmInquiry::cannotRun() const
{
    return !hasRun() && m_end.outcome != Outcome::Ambiguous;
}

bool LiteLlmInquiry::isLastThere() const
{
    if (m_end.attempts > 0)
        return m_rows.contains(m_end.attempts);
    // Nothing follows what was charged, but another attempt may follow what failed.
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
                       [](const auto &attempt) { return isCharged(attempt.second); });
}

void LiteLlmInquiry::judge()
{
    if (isLastThere() || cannotRun()) {
        tell(true);
    } else if (const auto pause = nextPause()) {
        m_pause->start(*pause);
    } else {
        tell(!hasRun() && m_version.findsEveryCall());
    }
}

std::optional<Milliseconds> LiteLlmInquiry::nextPause()
{
    if (hasRun() ? m_waits == AbsenceLooks.size() : isOverdue())
        return std::nullopt;
    if (m_waits == 0)
        emit waiting(hasRun() ? CallFate::NotFoundYet : CallFate::StillRunning);
    const size_t at = m_waits++;
    if (at == 0)
        return AbsenceLooks.front();
    return at < AbsenceLooks.size() ? AbsenceLooks[at] - AbsenceLooks[at - 1] : AbsenceLooks.back();
}

bool LiteLlmInquiry::isOverdue() const
{
    const Milliseconds patience = m_gateway.patience().wholeReply;
    const Milliseconds longest = patience > Milliseconds::zero() ? patience : LongestRun;
    const QDateTime sentAt = m_end.lastSentAt.isValid() ? m_end.lastSentAt : m_call.sentAt;
    return sentAt.addDuration(longest + LogDelay) < m_gateway.clock().utcNow();
}

void LiteLlmInquiry::tell(bool isLastKnown)
{
    bool wasCharged = false;
    const int last = m_end.attempts > 0 || m_rows.empty() ? m_end.attempts : m_rows.rbegin()->first;
    // One that never ran took nothing.
    if (isLastKnown)
        m_finding.charge.cost = Measured<Usd>::reported({});
    for (const auto &[attempt, rows] : m_rows) {
        const Charge charge = chargeOf(rows);
        wasCharged = wasCharged || isCharged(rows);
        if (attempt == last) {
            m_finding.job = {idOf(attempt)};
            m_finding.charge = charge;
        } else if (charge.cost.value != Usd()) {
            m_finding.lost.append({.job = {idOf(attempt)}, .cost = charge.cost});
        }
    }
    if (!isLastKnown)
        finish(CallFate::Unknown);
    else if (wasCharged)
        finish(CallFate::Charged);
    else
        finish(m_rows.empty() ? CallFate::NeverRan : CallFate::Uncharged);
}

void LiteLlmInquiry::finish(CallFate fate)
{
    m_finding.fate = fate;
    emit settled(m_finding);
    deleteLater();
}

} // namespace litedeck
