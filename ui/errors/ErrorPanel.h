// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/errors/WayOut.h"

#include <QWidget>

#include <memory>

class QBoxLayout;

namespace litedeck {

class ErrorEntryView;
class ErrorLaneView;

/// What is wrong right now in two lists: what trying again can help, and what needs somebody.
///
/// Shows an ErrorBoard and asks for actions by signals; only Dismiss acts on the board itself. A
/// new error is announced to screen readers once, a countdown never.
class ErrorPanel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorPanel)

public:
    /// Both outlive the panel.
    ErrorPanel(ErrorBoard &board, Clock &clock, QWidget *parent = nullptr);

    /// Whether there is anything to show, as visibilityWanted() last told or would have told.
    bool isWanted() const { return !m_board.entries().isEmpty(); }

    /// Shows that error in its list, with the keyboard focus in it; nothing when it is not listed.
    void reveal(const ErrorOrigin &origin, ErrorCategory category);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The board got its first entry, or lost its last one.
    void visibilityWanted(bool wanted);
    /// The user wants to see the place where the error came from.
    void originRequested(const litedeck::ErrorOrigin &origin);
    /// The user takes a way out of an error.
    void wayOutRequested(litedeck::WayOut way, const litedeck::ErrorOrigin &origin);
    /// Screen readers were told of a new entry.
    void announced(quint64 number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void onEntryAdded(const ErrorEntry &entry);
    void onEntryChanged(const ErrorEntry &entry);
    void onEntryRemoved(quint64 number);
    void onTick();

    ErrorLaneView *lane(ErrorEntry::Lane lane) const;
    ErrorEntryView *add(const ErrorEntry &entry);
    /// Ticks once a second as long as there is a countdown.
    void updateTicking();
    void updateVisibility();

    ErrorBoard &m_board;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    QBoxLayout *m_lanes;
    ErrorLaneView *m_retryable;
    ErrorLaneView *m_attention;
    bool m_wanted = false;
};

} // namespace litedeck
