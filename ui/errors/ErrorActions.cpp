// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/ErrorActions.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Below this a countdown beside the buttons would be a column of single words.
constexpr int NarrowestCountdown = 90;

/// Whether the error can be left by this way as it stands now.
bool offers(const ErrorEntry &entry, WayOut way)
{
    const bool isItsOwn = waysOut(entry.error).contains(way) && !entry.retry && !entry.isTrying;
    switch (way) {
    case WayOut::Retry:
        return entry.lane() == ErrorEntry::Lane::CanBeRetried && !entry.isTrying;
    case WayOut::CancelRetry:
        return entry.retry.has_value();
    case WayOut::ChangeKey:
        return isItsOwn;
    case WayOut::ChooseModel:
    case WayOut::ChooseLargerModel:
    case WayOut::Queue:
    case WayOut::SendShorter:
        return isItsOwn && entry.origin.kind == ErrorOrigin::Kind::Turn;
    }
    Q_UNREACHABLE();
}

/// What the breaker holds goes out within a minute, which is counted; `inSeconds` says so.
QString countdown(const PendingRetry &retry, const QDateTime &now, bool inSeconds)
{
    const qint64 seconds = (now.msecsTo(retry.due) + 999) / 1000;
    if (retry.isQueued && (seconds <= 0 || !inSeconds))
        return queuedText(retry.due, now);
    if (retry.isQueued)
        //: A message that goes out by itself in %1, such as "57 s".
        return ErrorActions::tr("Queued, goes out in %1")
            .arg(formatDuration(std::chrono::seconds(seconds)).replace(u' ', QChar::Nbsp));
    if (seconds <= 0)
        return ErrorActions::tr("attempt %1 of %2, now")
            .arg(retry.nextAttempt)
            .arg(retry.maxAttempts);
    // A number and its unit stay on one line.
    const QString wait = formatDuration(std::chrono::seconds(seconds)).replace(u' ', QChar::Nbsp);
    //: The next try of a call: %1 of %2 attempts, in %3, such as "6 s".
    return ErrorActions::tr("attempt %1 of %2, again in %3")
        .arg(retry.nextAttempt)
        .arg(retry.maxAttempts)
        .arg(wait);
}

} // namespace

ErrorActions::ErrorActions(QWidget *parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_countdown(new QLabel(this))
{
    setObjectName(u"errorActions"_s);
    m_row->setContentsMargins({});
    m_row->setSpacing(Spacing::S);
    addWay(WayOut::Retry, u"retryNow"_s);
    addWay(WayOut::CancelRetry, u"cancelRetry"_s);
    addWay(WayOut::ChangeKey, u"changeKey"_s);
    addWay(WayOut::ChooseModel, u"chooseModel"_s);
    addWay(WayOut::ChooseLargerModel, u"chooseLargerModel"_s);
    addWay(WayOut::Queue, u"queueForLater"_s);
    addWay(WayOut::SendShorter, u"sendShorter"_s);
    m_countdown->setObjectName(u"errorCountdown"_s);
    m_countdown->setTextFormat(Qt::PlainText);
    m_countdown->setWordWrap(true);
    m_countdown->setFont(Fonts::small());
    m_countdown->setMinimumHeight(ControlHeight);
    // Without a countdown the buttons stay together.
    constexpr int MuchMoreThanTheSpace = 1000;
    m_row->addWidget(m_countdown, MuchMoreThanTheSpace);
    m_row->addStretch(1);
}

void ErrorActions::addWay(WayOut way, const QString &objectName)
{
    auto *made = new QPushButton(wayOutName(way), this);
    made->setAccessibleName(made->text());
    made->setObjectName(objectName);
    m_row->addWidget(made, 0, Qt::AlignLeft | Qt::AlignTop);
    m_ways.append({way, made});
    connect(made, &QPushButton::clicked, this, [this, way] { emit wayOutRequested(way); });
}

void ErrorActions::setEntry(const ErrorEntry &entry, const QDateTime &now)
{
    m_pending = entry.retry;
    m_countsSeconds = entry.error.category == ErrorCategory::CircuitOpen;
    const QList<WayOut> own = waysOut(entry.error);
    for (const Way &known : std::as_const(m_ways)) {
        known.button->setVisible(offers(entry, known.way));
        // Beside Retry now, none stands out.
        const bool isFirst = !own.isEmpty() && own.constFirst() == known.way &&
                             entry.lane() == ErrorEntry::Lane::NeedsAttention;
        setButtonRole(known.button, isFirst ? ButtonRole::Primary : ButtonRole::Plain);
    }
    m_countdown->setVisible(entry.retry || entry.isTrying);
    if (entry.isTrying) {
        m_countdown->setText(tr("Trying again…"));
        m_countdown->setAccessibleName(m_countdown->text());
    }
    if (entry.retry) {
        // A fixed name: label text that is its own name is announced whenever it changes.
        m_countdown->setAccessibleName(entry.retry->isQueued ? queuedText(entry.retry->due, now)
                                                             : tr("Attempt %1 of %2 follows")
                                                                   .arg(entry.retry->nextAttempt)
                                                                   .arg(entry.retry->maxAttempts));
    }
    tick(now);
}

void ErrorActions::tick(const QDateTime &now)
{
    if (m_pending)
        m_countdown->setText(countdown(*m_pending, now, m_countsSeconds));
}

int ErrorActions::widthOfButtons() const
{
    int width = m_pending ? NarrowestCountdown : 0;
    for (int i = 0; i < m_row->count(); ++i) {
        const auto *button = qobject_cast<QPushButton *>(m_row->itemAt(i)->widget());
        if (button != nullptr && !button->isHidden())
            width += button->sizeHint().width() + Spacing::S;
    }
    return width;
}

void ErrorActions::fit(int width)
{
    m_row->setDirection(widthOfButtons() > width ? QBoxLayout::TopToBottom
                                                 : QBoxLayout::LeftToRight);
}

} // namespace litedeck
