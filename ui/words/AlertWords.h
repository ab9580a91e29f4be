// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/AlertRules.h"
#include "ui/widgets/Tone.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// What alerts say, in the window and on the desktop.
class AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::AlertWords)

public:
    /// All alerts in a few sentences, with the values that raised them.
    static QString text(const QList<AlertKind> &alerts, const AlertInput &input);
    /// Success for a team that is active again, else Warning.
    static Tone tone(const QList<AlertKind> &alerts, const AlertInput &input);

private:
    static QString sentence(AlertKind alert, const AlertInput &input);
};

} // namespace litedeck
