// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace litedeck {

class MutedLabel;

/// What a page shows while it has nothing to show: why, and what to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    /// `iconName` as for icon().
    EmptyState(const QString &iconName, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);

    void setContent(const QString &iconName, const QString &title, const QString &sentence,
                    Tone tone = Tone::Accent);
    /// Shows a button with this label; an empty label hides it.
    void setAction(const QString &label);

signals:
    /// The button was pressed.
    void actionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QString m_iconName;
    Tone m_tone = Tone::Accent;
    QLabel *m_icon;
    QLabel *m_title;
    MutedLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace litedeck
