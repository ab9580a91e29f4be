// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/DiagnosticsPage.h"

#include "core/connection/Connection.h"
#include "ui/diagnostics/ErrorHistoryView.h"
#include "ui/diagnostics/MetricsCard.h"
#include "ui/diagnostics/RequestLogView.h"
#include "ui/diagnostics/ServerCard.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"

#include <QScrollArea>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int NarrowWidth = 1280; // below, the columns of the metrics need the whole width
constexpr int ServerWidth = 380;
constexpr int CardsHeight = 196;

} // namespace

DiagnosticsPage::DiagnosticsPage(const DiagnosticsContent &content, QWidget *parent)
    : QWidget(parent)
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_server(new ServerCard(content.connection, content.clock))
    , m_requests(new RequestLogView(content.requests, content.connection.team(),
                                    content.connection.redactor(), content.logPath))
    , m_tabs(named(u"diagnosticsTabs"_s, new QTabWidget(this)))
{
    setObjectName(u"diagnosticsPage"_s);
    auto *title = new SectionHeading(tr("Diagnostics"), this);
    title->setFont(Fonts::title());
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Sections of the diagnostics"));
    m_tabs->addTab(createOverview(content), tr("Overview"));
    m_tabs->addTab(m_requests, tr("Requests"));
    m_tabs->addTab(new ErrorHistoryView(content.errors), tr("Error history"));
    columnOf(this, Spacing::S, {title, {m_tabs, 1}},
             {Spacing::XL, Spacing::L, Spacing::XL, Spacing::L});

    connect(&content.requests, &RequestLog::entryAdded, m_server, &ServerCard::refresh);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, &DiagnosticsPage::findRequest);
}

QWidget *DiagnosticsPage::createOverview(const DiagnosticsContent &content)
{
    auto *metrics = new MetricsCard(content.metrics, content.clock);
    metrics->setMinimumHeight(CardsHeight);
    // Else the page scrolls for the table's preferred height, beside the table that scrolls itself.
    metrics->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_cards->setContentsMargins(0, Spacing::M, 0, 0);
    m_cards->setSpacing(Spacing::L);
    addParts(m_cards, {m_server, {metrics, 1}});
    auto *sheet = new QWidget;
    sheet->setLayout(m_cards);
    auto *scroll = named(u"diagnosticsScroll"_s, new QScrollArea);
    scroll->setFocusPolicy(Qt::NoFocus);
    showSheet(scroll, sheet);
    return scroll;
}

void DiagnosticsPage::findRequest()
{
    m_tabs->setCurrentWidget(m_requests);
    m_requests->focusFilter();
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
