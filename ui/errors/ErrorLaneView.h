// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"

#include <QList>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace litedeck {

class Badge;
class ErrorEntryView;
class MutedLabel;

/// One of the two lists of the error panel: its name, its count, and its entries, newest first.
class ErrorLaneView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorLaneView)

public:
    explicit ErrorLaneView(ErrorEntry::Lane lane, QWidget *parent = nullptr);

    /// The view of that entry, or null.
    ErrorEntryView *view(quint64 number) const;
    const QList<ErrorEntryView *> &views() const { return m_views; }

    /// Scrolls to that entry and gives it the keyboard focus.
    void reveal(quint64 number);
    /// Adds a view at the top, for the caller to connect.
    ErrorEntryView *add(const ErrorEntry &entry, const QDateTime &now);
    /// Takes the view of that entry away; false when it is not here.
    bool remove(quint64 number);

private:
    void updateCount();

    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    Badge *m_count;
    MutedLabel *m_empty;
    QList<ErrorEntryView *> m_views;
};

} // namespace litedeck
