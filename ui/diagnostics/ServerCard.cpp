// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/ServerCard.h"

#include "core/connection/Connection.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"
#include "ui/words/RequestWords.h"

#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr Milliseconds TickInterval{1'000};
constexpr double FewTokens = 3.0;

QString decimal(double tokens)
{
    return QLocale().toString(tokens, 'g', 3);
}

} // namespace

ServerCard::ServerCard(Connection &connection, Clock &clock, QWidget *parent)
    : Card(tr("Server"), parent)
    , m_connection(connection)
    , m_timer(clock.createTimer())
    , m_state(named(u"breakerState"_s, new Badge(this)))
    , m_probe(named(u"breakerProbe"_s, new MutedLabel({}, this)))
    , m_reset(named(u"breakerReset"_s, new QPushButton(icon(u"retry"_s), tr("Reset"), this)))
    , m_facts(named(u"serverFacts"_s, new FactList(this)))
    , m_tokens(named(u"retryTokens"_s, new QLabel(this)))
    , m_budget(named(u"retryBudget"_s, new Meter(this)))
{
    setObjectName(u"serverCard"_s);
    // A fixed name: label text that is its own name is announced whenever it changes.
    m_probe->setAccessibleName(tr("Time to the next probe"));
    m_reset->setAccessibleName(tr("Reset circuit breaker"));
    m_reset->setToolTip(tr("Let calls through again now"));
    m_tokens->setTextFormat(Qt::PlainText);
    m_budget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_budget->setToolTip(tr("Bounds the retries of all calls together; each success gives a part "
                            "of one back."));

    auto *breaker = rowOf(nullptr, Spacing::S, {m_state, {m_probe, 1}, m_reset});
    content()->setSpacing(Spacing::M);
    auto *budget = columnOf(nullptr, Spacing::XS, {m_tokens, m_budget});
    addParts(content(), {breaker, m_facts, budget, Stretch{}});

    connect(m_reset, &QPushButton::clicked, this, &ServerCard::resetBreaker);
    connect(&connection.breaker(), &CircuitBreaker::stateChanged, this, &ServerCard::refresh);
    connect(&connection.budget(), &RetryBudget::changed, this, &ServerCard::refresh);
    connect(m_timer.get(), &Timer::fired, this, &ServerCard::refresh);
    m_facts->setFact(tr("Address"), connection.url().toDisplayString());
    m_facts->setFact(tr("Team"), connection.team().value);
    refresh();
}

void ServerCard::refresh()
{
    const CircuitBreaker &breaker = m_connection.breaker();
    const CircuitBreaker::State state = breaker.state();
    const auto [name, tone] = RequestWords::of(state);
    m_state->setStatus(name, tone);
    //: Read aloud by screen readers: %1 is such as "Calls go through".
    m_state->setAccessibleName(tr("Circuit breaker: %1").arg(m_state->text()));
    const bool open = state == CircuitBreaker::State::Open;
    // A number and its unit stay on one line.
    const QString wait =
        formatDuration(std::chrono::ceil<std::chrono::seconds>(breaker.timeToProbe()))
            .replace(u' ', QChar::Nbsp);
    m_probe->setText(open ? tr("next probe in %1").arg(wait) : QString());
    m_reset->setEnabled(state != CircuitBreaker::State::Closed || breaker.failures() > 0);
    //: Failures in a row (%1), of those at which calls are paused (%2).
    m_facts->setFact(
        tr("Failures"),
        tr("%1 of %2 in a row").arg(breaker.failures()).arg(CircuitBreaker::FailureThreshold));

    const double tokens = m_connection.budget().tokens();
    m_tokens->setText(
        tr("%1 of %2 retries left").arg(decimal(tokens), decimal(RetryBudget::Capacity)));
    m_budget->setPart(tokens / RetryBudget::Capacity);
    m_budget->setTone(tokens < FewTokens ? Tone::Warning : Tone::Neutral);
    if (open)
        m_timer->start(TickInterval);
    else
        m_timer->stop();
}

void ServerCard::resetBreaker()
{
    m_connection.breaker().reset();
    refresh();
}

} // namespace litedeck
