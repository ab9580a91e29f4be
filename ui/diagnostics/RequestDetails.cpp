// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/RequestDetails.h"

#include "diagnostics/RequestWords.h"
#include "errors/ErrorTexts.h"
#include "widgets/FactList.h"
#include "widgets/Format.h"
#include "widgets/IconButton.h"
#include "widgets/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

RequestDetails::RequestDetails(QWidget *parent)
    : Card(tr("Request details"), parent)
    , m_facts(new FactList)
{
    setObjectName(u"requestDetails"_s);
    setFlush(true);
    m_facts->setObjectName(u"requestFacts"_s);
    auto *copyButton = new IconButton(u"copy"_s, tr("Copy request details"), this);
    copyButton->setObjectName(u"requestCopy"_s);
    auto *close = new IconButton(u"close"_s, tr("Close request details"), this);
    close->setObjectName(u"requestClose"_s);
    addHeaderWidget(copyButton);
    addHeaderWidget(close);
    connect(copyButton, &IconButton::clicked, this, &RequestDetails::copy);
    connect(close, &IconButton::clicked, this, &RequestDetails::closeRequested);

    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(Spacing::L, 0, Spacing::L, Spacing::L);
    column->addWidget(m_facts);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"requestScroll"_s);
    scroll->setAccessibleName(tr("Request details"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    // The card paints the surface.
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    content()->addWidget(scroll, 1);
}

void RequestDetails::showEntry(const RequestLogEntry &entry)
{
    const QList<std::pair<QString, QString>> facts{
        {tr("Time"), formatTime(entry.at)},
        {tr("Request line"), entry.method + u' ' + entry.path},
        {tr("Result"), RequestWords::result(entry)},
        {tr("Effect"), outcomeText(entry.outcome)},
        {tr("Duration"), formatDuration(entry.duration)},
        {tr("Attempt"), formatCount(entry.attempt)},
        //: How often the bytes of one attempt left this computer.
        {tr("Times sent"), formatCount(entry.timesSent)},
        {tr("Request id"), entry.requestId},
    };
    QStringList lines;
    for (const auto &[label, value] : facts) {
        m_facts->setFact(label, value);
        lines += u"%1: %2"_s.arg(label, value);
    }
    m_text = lines.join(u'\n') + u'\n';
}

void RequestDetails::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    QToolTip::showText(QCursor::pos(), tr("Copied"), this);
}

} // namespace litedeck
