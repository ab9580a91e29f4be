// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/ErrorPanel.h"

#include "ui/errors/ErrorEntryView.h"
#include "ui/errors/ErrorLaneView.h"
#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr Milliseconds TickInterval{1'000};
constexpr int NarrowWidth = 640;
constexpr QSize UsualSize{900, 200};
constexpr QSize SmallestSize{320, 120};

} // namespace

ErrorPanel::ErrorPanel(ErrorBoard &board, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_clock(clock)
    , m_timer(clock.createTimer())
    , m_lanes(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_retryable(new ErrorLaneView(ErrorEntry::Lane::CanBeRetried, this))
    , m_attention(new ErrorLaneView(ErrorEntry::Lane::NeedsAttention, this))
{
    setObjectName(u"errorPanel"_s);
    setAccessibleName(tr("Errors"));
    m_lanes->setContentsMargins(Spacing::L, Spacing::M, Spacing::L, Spacing::S);
    m_lanes->setSpacing(Spacing::L);
    m_lanes->addWidget(m_retryable, 1);
    m_lanes->addWidget(m_attention, 1);

    connect(&board, &ErrorBoard::entryAdded, this, &ErrorPanel::onEntryAdded);
    connect(&board, &ErrorBoard::entryChanged, this, &ErrorPanel::onEntryChanged);
    connect(&board, &ErrorBoard::entryRemoved, this, &ErrorPanel::onEntryRemoved);
    connect(m_timer.get(), &Timer::fired, this, &ErrorPanel::onTick);
    for (const ErrorEntry &entry : board.entries())
        add(entry);
    m_wanted = isWanted();
    updateTicking();
}

void ErrorPanel::reveal(const ErrorOrigin &origin, ErrorCategory category)
{
    const QList<ErrorEntry> &entries = m_board.entries();
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [&](const ErrorEntry &e) {
        return e.origin == origin && e.error.category == category;
    });
    if (found != entries.cend())
        lane(found->lane())->reveal(found->number);
}

QSize ErrorPanel::sizeHint() const
{
    return UsualSize;
}

QSize ErrorPanel::minimumSizeHint() const
{
    return SmallestSize;
}

ErrorLaneView *ErrorPanel::lane(ErrorEntry::Lane lane) const
{
    return lane == ErrorEntry::Lane::CanBeRetried ? m_retryable : m_attention;
}

ErrorEntryView *ErrorPanel::add(const ErrorEntry &entry)
{
    ErrorEntryView *view = lane(entry.lane())->add(entry, m_clock.utcNow());
    connect(view, &ErrorEntryView::originRequested, this, &ErrorPanel::originRequested);
    connect(view, &ErrorEntryView::wayOutRequested, this, &ErrorPanel::wayOutRequested);
    connect(view, &ErrorEntryView::dismissRequested, &m_board, &ErrorBoard::dismiss);
    return view;
}

void ErrorPanel::onEntryAdded(const ErrorEntry &entry)
{
    ErrorEntryView *view = add(entry);
    updateTicking();
    updateVisibility();
    QAccessibleEvent alert(view, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    emit announced(entry.number);
}

void ErrorPanel::onEntryChanged(const ErrorEntry &entry)
{
    if (ErrorEntryView *view = lane(entry.lane())->view(entry.number)) {
        view->setEntry(entry, m_clock.utcNow());
    } else {
        m_retryable->remove(entry.number);
        m_attention->remove(entry.number);
        add(entry);
    }
    updateTicking();
}

void ErrorPanel::onEntryRemoved(quint64 number)
{
    if (!m_retryable->remove(number))
        m_attention->remove(number);
    updateTicking();
    updateVisibility();
}

void ErrorPanel::onTick()
{
    const QDateTime now = m_clock.utcNow();
    for (ErrorEntryView *view : m_retryable->views())
        view->tick(now);
    updateTicking();
}

void ErrorPanel::updateTicking()
{
    const QList<ErrorEntry> &entries = m_board.entries();
    const bool counting = std::any_of(entries.cbegin(), entries.cend(),
                                      [](const ErrorEntry &e) { return e.retry.has_value(); });
    if (!counting)
        m_timer->stop();
    else if (!m_timer->isActive())
        m_timer->start(TickInterval);
}

void ErrorPanel::updateVisibility()
{
    if (m_wanted == isWanted())
        return;
    m_wanted = isWanted();
    emit visibilityWanted(m_wanted);
}

void ErrorPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.window);
    painter.fillRect(0, 0, width(), 1, theme.border);
}

void ErrorPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_lanes->setDirection(width() < NarrowWidth ? QBoxLayout::TopToBottom
                                                : QBoxLayout::LeftToRight);
}

} // namespace litedeck
