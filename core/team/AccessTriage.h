// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorOrigin.h"
#include "core/errors/Error.h"
#include "core/server/Account.h"

#include <QList>
#include <QObject>

namespace litedeck {

class TeamMonitor;

/// Finds out why the team may not do what it asked for (row A4 of the error guide): a refusal (403)
/// seldom says whether the team is suspended, paused, out of credits, or may not use the model.
///
/// Asks through the monitor, whose request is answered even when the team's key is refused, so that
/// one request serves every question and the window alike. refined() comes once for an examine()
/// when the team's account says more than the error did, else not at all.
class AccessTriage : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccessTriage)

public:
    /// `monitor` outlives the triage.
    explicit AccessTriage(TeamMonitor &monitor, QObject *parent = nullptr);

    /// Whether the team's account can tell more about errors of this category.
    static bool canExplain(ErrorCategory category);
    /// The error with its cause, as far as the team tells it; `model` is what was asked for, empty
    /// for a call without one.
    static Error explained(const Error &error, const Account &account, const ModelAlias &model);

    /// Asks about this error; other errors, and the monitor's own, are ignored.
    void examine(const ErrorOrigin &origin, const Error &error, const ModelAlias &model = {});

signals:
    void refined(const litedeck::ErrorOrigin &origin, const litedeck::Error &error);

private:
    struct Question
    {
        ErrorOrigin origin;
        Error error;
        ModelAlias model;
    };

    void onTeamAnswered();

    TeamMonitor &m_monitor;
    QList<Question> m_questions;
};

} // namespace litedeck
