// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/errors/WayOut.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace litedeck {

/// The buttons of one error, and the countdown of its retry beside them; below each other where
/// there is no room.
class ErrorActions : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorActions)

public:
    explicit ErrorActions(QWidget *parent = nullptr);

    void setEntry(const ErrorEntry &entry, const QDateTime &now);
    /// Brings the countdown up to date, silently for screen readers.
    void tick(const QDateTime &now);
    /// Arranges the buttons for this width.
    void fit(int width);

signals:
    void wayOutRequested(litedeck::WayOut way);

private:
    struct Way
    {
        WayOut way;
        QPushButton *button;
    };

    void addWay(WayOut way, const QString &objectName);
    int widthOfButtons() const;

    std::optional<PendingRetry> m_pending;
    bool m_countsSeconds = false;
    QBoxLayout *m_row;
    QList<Way> m_ways;
    QLabel *m_countdown;
};

} // namespace litedeck
