// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/NavigationRail.h"

#include "ui/shell/RailButton.h"
#include "ui/widgets/Icon.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct PageLook
{
    QString icon;
    QString label;
    QString objectName;
};

PageLook lookOf(Page page)
{
    switch (page) {
    case Page::Chats:
        return {u"chats"_s, NavigationRail::tr("Chats"), u"pageChats"_s};
    case Page::Team:
        return {u"team"_s, NavigationRail::tr("Team"), u"pageTeam"_s};
    case Page::Jobs:
        //: Page with the team's jobs: units of work that are paid for with credits.
        return {u"jobs"_s, NavigationRail::tr("Jobs"), u"pageJobs"_s};
    case Page::Diagnostics:
        return {u"diagnostics"_s, NavigationRail::tr("Diagnostics"), u"pageDiagnostics"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"navigationRail"_s);
    setAccessibleName(tr("Pages"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::S, Spacing::M, Spacing::S + 1, Spacing::M);
    column->setSpacing(Spacing::XS);

    auto *mark = new QLabel(this);
    mark->setPixmap(appIcon().pixmap(QSize(32, 32), devicePixelRatioF()));
    mark->setAlignment(Qt::AlignCenter);
    column->addWidget(mark);
    column->addSpacing(Spacing::M);

    for (const Page page : AllPages)
        addPageButton(page);
    button(m_current)->setChecked(true);
    column->addStretch(1);

    auto *settings = new RailButton(u"settings"_s, tr("Settings"), this);
    settings->setObjectName(u"openSettings"_s);
    connect(settings, &RailButton::clicked, this, &NavigationRail::settingsRequested);
    column->addWidget(settings);
}

void NavigationRail::addPageButton(Page page)
{
    const PageLook look = lookOf(page);
    auto *added = new RailButton(look.icon, look.label, this);
    added->setObjectName(look.objectName);
    added->setCheckable(true);
    added->setAutoExclusive(true);
    m_buttons.at(size_t(page)) = added;
    layout()->addWidget(added);
    connect(added, &RailButton::clicked, this, [this, page] { request(page); });

    const QKeySequence keys(u"Ctrl+%1"_s.arg(int(page) + 1));
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, [this, page] { request(page); });
    //: %1 is the name of a page, %2 a keyboard shortcut.
    added->setToolTip(tr("%1 (%2)").arg(look.label, keys.toString(QKeySequence::NativeText)));
}

RailButton *NavigationRail::button(Page page) const
{
    return m_buttons.at(size_t(page));
}

void NavigationRail::setCurrentPage(Page page)
{
    m_current = page;
    button(page)->setChecked(true);
}

void NavigationRail::setRecordsTitle(const QString &title)
{
    RailButton *records = button(Page::Jobs);
    records->setText(title);
    records->setAccessibleName(lookOf(Page::Jobs).label);
}

void NavigationRail::setCount(Page page, int count, Tone tone)
{
    button(page)->setCount(count, tone);
}

void NavigationRail::request(Page page)
{
    if (page == m_current)
        return;
    setCurrentPage(page);
    emit pageRequested(page);
}

void NavigationRail::step(int by)
{
    const int last = int(AllPages.size()) - 1;
    const auto page = Page(qBound(0, int(m_current) + by, last));
    button(page)->setFocus(Qt::TabFocusReason);
    request(page);
}

void NavigationRail::keyPressEvent(QKeyEvent *event)
{
    const int all = int(AllPages.size());
    switch (event->key()) {
    case Qt::Key_Up:
        step(-1);
        break;
    case Qt::Key_Down:
        step(1);
        break;
    case Qt::Key_Home:
        step(-all);
        break;
    case Qt::Key_End:
        step(all);
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.window);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRectF(edge, 0, 1, height()), theme.border);
}

} // namespace litedeck
