// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/DiagnosticsPage.h"

#include "diagnostics/MetricsCard.h"
#include "diagnostics/RequestLogView.h"
#include "diagnostics/ServerCard.h"
#include "gateway/Connection.h"
#include "widgets/Fonts.h"
#include "widgets/SectionHeading.h"
#include "widgets/Theme.h"

#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int NarrowWidth = 960;
constexpr int ServerWidth = 380;
constexpr int CardsHeight = 236;
constexpr int RequestsHeight = 320;

} // namespace

DiagnosticsPage::DiagnosticsPage(RequestLog &log, EndpointMetrics &metrics, Connection &connection,
                                 Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_server(new ServerCard(connection, clock))
    , m_requests(new RequestLogView(log))
{
    setObjectName(u"diagnosticsPage"_s);
    auto *metricsCard = new MetricsCard(metrics, clock);
    metricsCard->setMinimumHeight(CardsHeight);
    m_cards->setSpacing(Spacing::L);
    m_cards->addWidget(m_server);
    m_cards->addWidget(metricsCard, 1);
    m_requests->setMinimumHeight(RequestsHeight);

    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::L);
    auto *title = new SectionHeading(tr("Diagnostics"), sheet);
    title->setFont(Fonts::title());
    column->addWidget(title);
    column->addLayout(m_cards, 2);
    column->addWidget(m_requests, 5);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"diagnosticsScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);

    // The breaker hears of an attempt only after the log does, hence queued.
    connect(&log, &RequestLog::entryAdded, m_server, &ServerCard::refresh, Qt::QueuedConnection);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_requests, &RequestLogView::focusFilter);
}

void DiagnosticsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < NarrowWidth;
    m_cards->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_server->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : ServerWidth);
    m_server->setMinimumWidth(narrow ? 0 : ServerWidth);
}

} // namespace litedeck
