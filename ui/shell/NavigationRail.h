// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"
#include "ui/widgets/Tone.h"

#include <QFrame>

namespace litedeck {

class RailButton;

/// The strip at the left edge that switches pages: by mouse, by Ctrl+1 to Ctrl+4 anywhere in the
/// window, and by Up, Down, Home and End while it has the focus.
///
/// Emits pageRequested() once whenever the user picks another page; setCurrentPage() emits nothing.
class NavigationRail : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationRail)

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    Page currentPage() const { return m_current; }
    void setCurrentPage(Page page);

    /// What the page of records is called on the server; its accessible name stays.
    void setRecordsTitle(const QString &title);

    /// A count at a page's icon, such as of errors that wait; 0 takes it away. `tone` says how
    /// pressing it is.
    void setCount(Page page, int count, Tone tone = Tone::Danger);

signals:
    void pageRequested(litedeck::Page page);
    /// The button at the foot was pressed.
    void settingsRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    RailButton *button(Page page) const;
    void addPageButton(Page page);
    void request(Page page);
    void step(int by);

    std::array<RailButton *, AllPages.size()> m_buttons{};
    Page m_current = Page::Chats;
};

} // namespace litedeck
