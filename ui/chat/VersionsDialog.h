// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QDialog>

class QBoxLayout;
class QComboBox;
class QLabel;

namespace litedeck {

class Pricing;
class TranscriptView;

/// Two versions of a turn next to each other, or one above the other where the window is narrow:
/// each with its message, its reply and what it took, as they were when the dialog was opened.
class VersionsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsDialog)

public:
    /// Shows a turn on the right and the version before it on the left, or after it where it is the
    /// first. `turn` is one of the conversation's and has other versions; `pricing` outlives the
    /// dialog.
    VersionsDialog(const Conversation &conversation, const TurnId &turn, const Pricing &pricing,
                   QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Side
    {
        QComboBox *choice;
        QLabel *facts; ///< What the version took.
        TranscriptView *transcript;
    };

    Side addSide(const QString &objectName, const QString &choiceName, const QString &textName);
    void show(const Side &side, int version);

    const Pricing &m_pricing;
    QList<Turn> m_versions; ///< The oldest first.
    QBoxLayout *m_sides;
};

/// Opens the dialog, which deletes itself.
void compareVersions(const Conversation &conversation, const TurnId &turn, const Pricing &pricing,
                     QWidget *parent);

} // namespace litedeck
