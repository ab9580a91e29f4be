// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/errors/WayOut.h"
#include <QFrame>

class QBoxLayout;
class QLabel;

namespace litedeck {

class Badge;
class ErrorActions;
class IconButton;
class MutedLabel;

/// One error with all that can be done about it. It shows what its entry says; acting on it is for
/// whoever listens.
class ErrorEntryView : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorEntryView)

public:
    ErrorEntryView(const ErrorEntry &entry, const QDateTime &now, QWidget *parent = nullptr);

    const ErrorEntry &entry() const { return m_entry; }
    void setEntry(const ErrorEntry &entry, const QDateTime &now);
    /// Gives the keyboard focus to what shows more of the error.
    void takeFocus();
    /// Brings the countdown up to date, silently for screen readers.
    void tick(const QDateTime &now);

signals:
    void originRequested(const litedeck::ErrorOrigin &origin);
    void wayOutRequested(litedeck::WayOut way, const litedeck::ErrorOrigin &origin);
    void dismissRequested(quint64 number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showEvidence();
    void copyReport();
    void arrange();
    void fit();
    void connectButtons();

    ErrorEntry m_entry;
    QLabel *m_title;
    Badge *m_hands;
    IconButton *m_dismiss;
    QLabel *m_repeats;
    MutedLabel *m_explanation;
    QLabel *m_advice;
    MutedLabel *m_outcome;
    ErrorActions *m_actions;
    IconButton *m_origin;
    IconButton *m_evidence;
    IconButton *m_copy;
    QBoxLayout *m_body;
};

} // namespace litedeck
