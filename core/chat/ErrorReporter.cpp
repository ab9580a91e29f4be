// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ErrorReporter.h"

#include "core/chat/LiveChats.h"
#include "core/errors/Verdict.h"
#include "core/team/KeyWatch.h"
#include "core/team/LedgerHistory.h"
#include "core/team/TeamMonitor.h"

#include <algorithm>

namespace litedeck {

namespace {

constexpr auto OfTeam = ErrorOrigin::Kind::Team;
constexpr auto OfKey = ErrorOrigin::Kind::Server;

} // namespace

ErrorReporter::ErrorReporter(ErrorBoard &errors, const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_errors(errors)
    , m_sources(sources)
    , m_triage(sources.monitor)
{
    connect(&sources.monitor, &TeamMonitor::answered, this, &ErrorReporter::onTeamAnswered);
    connect(&sources.monitor, &TeamMonitor::resumed, &errors, &ErrorBoard::endTeamRefusals);
    connect(&sources.ledger, &LedgerHistory::recovered, this,
            [this] { m_errors.resolve({.kind = ErrorOrigin::Kind::Ledger}); });
    // Later, so that a message which met the refusal tells it first.
    connect(&sources.key, &KeyWatch::refused, this, &ErrorReporter::onKeyRefused,
            Qt::QueuedConnection);
    connect(&sources.key, &KeyWatch::accepted, this, [this] { m_errors.resolve({.kind = OfKey}); });
    connect(&errors, &ErrorBoard::reported, this, &ErrorReporter::onReported);
    connect(&m_triage, &AccessTriage::refined, &sources.live, &LiveChats::refine);
}

void ErrorReporter::onTeamAnswered()
{
    const auto &error = m_sources.monitor.error();
    // A refused key is told once, by whoever watches it.
    if (error && !isKeyRefusal(*error))
        m_errors.report({.kind = OfTeam}, *error);
    else if (!error)
        m_errors.resolve({.kind = OfTeam});
}

void ErrorReporter::onKeyRefused(const Error &error)
{
    const auto &listed = m_errors.entries();
    const bool isListed = std::any_of(listed.cbegin(), listed.cend(), [](const ErrorEntry &entry) {
        return isKeyRefusal(entry.error);
    });
    if (!isListed && m_sources.key.isRefused())
        m_errors.report({.kind = OfKey}, error);
}

void ErrorReporter::onReported(const ErrorOrigin &origin, const Error &error)
{
    m_sources.monitor.noteRefusal(error);
    m_triage.examine(origin, error, m_sources.live.modelOf(origin));
    // One key, one card.
    if (origin.kind == ErrorOrigin::Kind::Turn && isKeyRefusal(error))
        m_errors.resolve({.kind = OfKey}, ErrorEnd::Superseded);
}

} // namespace litedeck
