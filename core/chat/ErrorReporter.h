// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/team/AccessTriage.h"

#include <QObject>

namespace litedeck {

class KeyWatch;
class LedgerHistory;
class LiveChats;
class TeamMonitor;

/// Keeps the board of errors true, whether somebody looks or not: what account, ledger and key fail
/// with goes there, and leaves when they work again.
///
/// What a call was refused with is told to the account, which may know the cause.
class ErrorReporter : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorReporter)

public:
    /// What the reporter listens to and tells; all of it outlives the reporter.
    struct Sources
    {
        TeamMonitor &monitor;
        const LedgerHistory &ledger;
        const KeyWatch &key;
        LiveChats &live;
    };

    ErrorReporter(ErrorBoard &errors, const Sources &sources, QObject *parent = nullptr);

private:
    void onTeamAnswered();
    void onKeyRefused(const Error &error);
    void onReported(const ErrorOrigin &origin, const Error &error);

    ErrorBoard &m_errors;
    const Sources m_sources;
    AccessTriage m_triage;
};

} // namespace litedeck
