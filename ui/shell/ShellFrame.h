// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QWidget>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace litedeck {

class AccountBar;
class NavigationRail;

/// The frame of the window: the rail at the left, the account bar above the pages, and below them
/// room for an error panel whose height the user sets.
///
/// Emits pageChanged() once for every change of page, whether the user or setCurrentPage() made it.
class ShellFrame : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShellFrame)

public:
    explicit ShellFrame(QWidget *parent = nullptr);

    NavigationRail *rail() const { return m_rail; }
    AccountBar *accountBar() const { return m_accountBar; }

    /// Takes ownership of `content`; a second widget for the same page replaces the first.
    void addPage(Page page, QWidget *content);
    /// Has `make` called for the page's widget once, when the page is first shown or asked for.
    void addPageLater(Page page, std::function<QWidget *()> make);
    /// Makes the widget of a page that was to be made later; nothing once it is there.
    void makePage(Page page);
    Page currentPage() const;
    void setCurrentPage(Page page);

    /// Takes ownership of `panel`; hide and show the panel itself to take and give the room.
    void setErrorPanel(QWidget *panel);

    /// The heights that the user chose for the pages and the error panel.
    QByteArray saveLayout() const;
    /// False when `layout` did not come from saveLayout().
    bool restoreLayout(const QByteArray &layout);

signals:
    void pageChanged(litedeck::Page page);

private:
    NavigationRail *m_rail;
    AccountBar *m_accountBar;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    std::array<QWidget *, AllPages.size()> m_pages{};
    std::array<std::function<QWidget *()>, AllPages.size()> m_makers{}; ///< Empty once called.
};

} // namespace litedeck
