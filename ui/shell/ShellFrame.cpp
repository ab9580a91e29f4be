// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShellFrame.h"

#include "ui/shell/AccountBar.h"
#include "ui/shell/NavigationRail.h"
#include "ui/widgets/Parts.h"

#include <QSplitter>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int ErrorPanelHeight = 200;
constexpr int PagesHeight = 600;

/// Pages of which only the shown one needs room: a tall page that nobody sees leaves the error
/// panel its height.
class PageStack final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;

    QSize minimumSizeHint() const override
    {
        const QWidget *page = currentWidget();
        return page != nullptr ? page->minimumSizeHint() : QSize();
    }
};

/// Whether a widget has a place of its own in the order of Tab: what hands its focus on would take
/// the places of its parts with it.
bool takesFocus(const QWidget *widget)
{
    return widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr;
}

/// Lets Tab go through all of `content`, which was added behind everything else, where it reached
/// `place` before.
void moveFocusTo(const QWidget *place, QWidget *content)
{
    QWidget *before = place->previousInFocusChain();
    while (before != place && !takesFocus(before))
        before = before->previousInFocusChain();
    if (before == place)
        return;
    QList<QWidget *> inOrder;
    QWidget *next = content;
    do {
        if (takesFocus(next))
            inOrder.append(next);
        next = next->nextInFocusChain();
    } while (next != content && content->isAncestorOf(next));
    for (QWidget *widget : std::as_const(inOrder)) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

} // namespace

ShellFrame::ShellFrame(QWidget *parent)
    : QWidget(parent)
    , m_rail(new NavigationRail(this))
    , m_accountBar(new AccountBar(this))
    , m_splitter(named(u"shellSplitter"_s, new QSplitter(Qt::Vertical, this)))
    , m_stack(named(u"pages"_s, new PageStack(this)))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(0, 1);

    auto *column = columnOf(nullptr, 0, {m_accountBar, {m_splitter, 1}});
    rowOf(this, 0, {m_rail, {column, 1}});

    for (const Page page : AllPages)
        addPage(page, new QWidget);
    connect(m_stack, &QStackedWidget::currentChanged, m_stack, &QWidget::updateGeometry);
    connect(m_rail, &NavigationRail::pageRequested, this, &ShellFrame::setCurrentPage);
}

void ShellFrame::addPage(Page page, QWidget *content)
{
    QWidget *&slot = m_pages.at(size_t(page));
    const bool wasCurrent = slot != nullptr && m_stack->currentWidget() == slot;
    m_stack->addWidget(content);
    if (wasCurrent)
        m_stack->setCurrentWidget(content);
    if (slot != nullptr)
        moveFocusTo(slot, content);
    delete slot;
    slot = content;
}

void ShellFrame::addPageLater(Page page, std::function<QWidget *()> make)
{
    m_makers.at(size_t(page)) = std::move(make);
    if (m_stack->currentWidget() == m_pages.at(size_t(page)))
        makePage(page);
}

void ShellFrame::makePage(Page page)
{
    if (const auto make = std::exchange(m_makers.at(size_t(page)), {}))
        addPage(page, make());
}

Page ShellFrame::currentPage() const
{
    return m_rail->currentPage();
}

void ShellFrame::setCurrentPage(Page page)
{
    makePage(page);
    QWidget *content = m_pages.at(size_t(page));
    if (m_stack->currentWidget() == content)
        return;
    m_rail->setCurrentPage(page);
    m_stack->setCurrentWidget(content);
    emit pageChanged(page);
}

void ShellFrame::setErrorPanel(QWidget *panel)
{
    delete m_splitter->widget(1);
    m_splitter->addWidget(panel);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({PagesHeight, ErrorPanelHeight});
}

QByteArray ShellFrame::saveLayout() const
{
    return m_splitter->saveState();
}

bool ShellFrame::restoreLayout(const QByteArray &layout)
{
    return m_splitter->restoreState(layout);
}

} // namespace litedeck
