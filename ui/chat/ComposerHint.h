// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace litedeck {

/// What the one line under a message says: why it cannot be sent, what sending takes, or which keys
/// do it.
struct ComposerHint
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::ComposerHint)

public:
    QString unready;       ///< Why there is no chat yet that it could be sent to.
    QString hold;          ///< Why sending is held.
    QString modelProblem;  ///< Why the model cannot answer.
    QStringList estimates; ///< What sending is estimated to take, the longest first.
    bool isBusy = false;
    bool isAwaiting = false; ///< Nothing of the reply is there.
    bool isEditing = false;  ///< A new version of an earlier message.
    bool sendsOnEnter = true;

    QString text() const;
    /// Shorter texts for less room, the longest first.
    QStringList shorter() const;
    bool showsEstimate() const;

private:
    bool isHindered() const;
    QString withEstimate(const QString &estimate) const;
};

} // namespace litedeck
