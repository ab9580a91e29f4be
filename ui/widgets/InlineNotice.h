// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace litedeck {

class IconButton;

/// A strip inside a page that says what happened, with an optional action and a button to close it.
/// The accessible name is the text.
class InlineNotice : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InlineNotice)

public:
    /// The icon follows the tone.
    InlineNotice(const QString &text, Tone tone, QWidget *parent = nullptr);

    void setMessage(const QString &text, Tone tone);
    /// Shows a button with this label; an empty label hides it.
    void setAction(const QString &label);
    /// Without the close button the notice stays until its owner takes it away.
    void setClosable(bool closable);

signals:
    void actionRequested();
    /// The close button was pressed; the notice has hidden itself.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void closeNotice();

    Tone m_tone;
    QLabel *m_text;
    QPushButton *m_action;
    IconButton *m_close;
};

} // namespace litedeck
