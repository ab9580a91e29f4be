// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/RequestDetails.h"

#include "core/base/Redactor.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"
#include "ui/words/RequestWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QScrollArea>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString titleOf(const RequestLogEntry &entry)
{
    return entry.error ? errorTitle(Error::of(*entry.error)) : QString();
}

} // namespace

RequestDetails::RequestDetails(QWidget *parent)
    : Card(tr("Request details"), parent)
    , m_facts(named(u"requestFacts"_s, new FactList))
{
    setObjectName(u"requestDetails"_s);
    setFlush(true);
    auto *copyButton = new IconButton(u"copy"_s, tr("Copy request details"), this);
    copyButton->setObjectName(u"requestCopy"_s);
    auto *close = new IconButton(u"close"_s, tr("Close request details"), this);
    close->setObjectName(u"requestClose"_s);
    addHeaderWidget(copyButton);
    addHeaderWidget(close);
    connect(copyButton, &IconButton::clicked, this, &RequestDetails::copy);
    connect(close, &IconButton::clicked, this, &RequestDetails::closeRequested);

    auto *sheet = new QWidget;
    columnOf(sheet, -1, {m_facts, Stretch{}}, {Spacing::L, 0, Spacing::L, Spacing::L});
    auto *scroll = named(u"requestScroll"_s, new QScrollArea(this));
    scroll->setAccessibleName(tr("Request details"));
    showSheet(scroll, sheet);
    content()->addWidget(scroll, 1);
}

void RequestDetails::showEntry(const RequestLogEntry &entry)
{
    const auto bytes = [](qint64 count) {
        return count > 0 ? QLocale().formattedDataSize(count) : QString();
    };
    const QList<std::pair<QString, QString>> facts{
        {tr("Time"), formatTime(entry.at)},
        {tr("Request line"), entry.method + u' ' + entry.path},
        {tr("Result"), RequestWords::result(entry)},
        {tr("Error"), titleOf(entry)},
        //: What the server said about an error.
        {tr("Cause"), entry.errorText},
        //: The exception class in LiteLLM's terms.
        {tr("Class"), entry.exceptionClass},
        {tr("Effect"), outcomeText(entry.outcome)},
        {tr("Duration"), formatDuration(entry.duration)},
        {tr("Attempt"), formatCount(entry.attempt)},
        {tr("Next attempt"),
         entry.retryIn ? tr("after %1").arg(formatDuration(*entry.retryIn)) : QString()},
        //: How often the bytes of one attempt left this computer.
        {tr("Times sent"), formatCount(entry.timesSent)},
        //: How much data left this computer.
        {tr("Sent"), bytes(entry.sent)},
        {tr("Received"), bytes(entry.received)},
        {tr("Job"), entry.job.value},
        {tr("Request id"), entry.requestId},
    };
    const Redactor redactor;
    QStringList lines;
    m_facts->clear();
    for (const auto &[label, value] : facts) {
        if (value.isEmpty())
            continue;
        const QString shown = redactor.redact(value);
        m_facts->setFact(label, shown);
        lines += u"%1: %2"_s.arg(label, shown);
    }
    m_text = lines.join(u'\n') + u'\n';
}

void RequestDetails::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    QToolTip::showText(QCursor::pos(), tr("Copied"), this);
}

} // namespace litedeck
