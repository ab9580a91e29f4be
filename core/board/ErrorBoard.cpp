// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/ErrorBoard.h"

#include "core/errors/Verdict.h"

#include <algorithm>
#include <utility>

namespace litedeck {

ErrorEntry::Lane ErrorEntry::lane() const
{
    if (retry)
        return Lane::CanBeRetried;
    // Another attempt would cost a second time, or may.
    if (error.fate == CallFate::Charged || error.fate == CallFate::Unknown)
        return Lane::NeedsAttention;
    switch (error.verdict) {
    case RetryVerdict::Automatic:
    case RetryVerdict::Later:
    case RetryVerdict::SwitchEndpoint:
        return Lane::CanBeRetried;
    case RetryVerdict::Manual:
    case RetryVerdict::Never:
        return Lane::NeedsAttention;
    }
    Q_UNREACHABLE();
}

ErrorBoard::ErrorBoard(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

const ErrorEntry *ErrorBoard::entry(quint64 number) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [number](const ErrorEntry &e) { return e.number == number; });
    return found == m_entries.cend() ? nullptr : &*found;
}

qsizetype ErrorBoard::indexOf(const ErrorOrigin &origin, ErrorCategory category) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const ErrorEntry &e) {
        return e.origin == origin && e.error.category == category;
    });
    return found == m_entries.cend() ? -1 : found - m_entries.cbegin();
}

bool ErrorBoard::contains(const ErrorOrigin &origin, ErrorCategory category) const
{
    return indexOf(origin, category) >= 0;
}

void ErrorBoard::report(const ErrorOrigin &origin, const Error &error,
                        const std::optional<PendingRetry> &retry)
{
    if (error.category == ErrorCategory::Cancelled)
        return;
    for (ErrorEntry &entry : m_entries) {
        if (entry.origin != origin || (!entry.isTrying && !entry.retry))
            continue;
        // What was coming or under way has come to this.
        entry.isTrying = false;
        entry.retry.reset();
        if (entry.error.category != error.category)
            emit entryChanged(ErrorEntry(entry));
    }
    const QDateTime now = m_clock.utcNow();
    const qsizetype index = indexOf(origin, error.category);
    if (index < 0) {
        m_entries.append({.number = ++m_lastNumber,
                          .origin = origin,
                          .error = error,
                          .firstAt = now,
                          .lastAt = now,
                          .retry = retry});
        emit entryAdded(ErrorEntry(m_entries.constLast()));
        emit reported(origin, error);
        return;
    }
    ErrorEntry &same = m_entries[index];
    same.error = error;
    same.lastAt = now;
    same.retry = retry;
    ++same.count;
    emit entryChanged(ErrorEntry(same));
    emit reported(origin, error);
}

void ErrorBoard::refine(const ErrorOrigin &origin, const Error &error)
{
    const auto newest =
        std::find_if(m_entries.rbegin(), m_entries.rend(),
                     [&origin](const ErrorEntry &entry) { return entry.origin == origin; });
    if (newest == m_entries.rend())
        return;
    newest->error = error;
    const quint64 number = newest->number;
    fold(number);
    emit entryChanged(ErrorEntry(*entry(number)));
}

void ErrorBoard::fold(quint64 number)
{
    const ErrorEntry kept = *entry(number);
    const qsizetype older = indexOf(kept.origin, kept.error.category);
    if (m_entries.at(older).number == number)
        return;
    const ErrorEntry same = m_entries.at(older);
    take(same.number);
    ErrorEntry &folded = m_entries[indexOf(kept.origin, kept.error.category)];
    folded.firstAt = same.firstAt;
    folded.count += same.count;
}

void ErrorBoard::schedule(const ErrorOrigin &origin, const Error &error, const PendingRetry &retry)
{
    const qsizetype index = indexOf(origin, error.category);
    if (index < 0) {
        report(origin, error, retry);
        return;
    }
    m_entries[index].retry = retry;
    m_entries[index].isTrying = false;
    emit entryChanged(ErrorEntry(m_entries.at(index)));
}

void ErrorBoard::setTrying(const ErrorOrigin &origin, bool trying)
{
    for (ErrorEntry &entry : m_entries) {
        const bool isSame = !entry.retry && entry.isTrying == trying;
        if (entry.origin != origin || isSame)
            continue;
        entry.retry.reset();
        entry.isTrying = trying;
        emit entryChanged(ErrorEntry(entry));
    }
}

void ErrorBoard::resolve(const ErrorOrigin &origin, ErrorEnd end)
{
    removeIf([&origin](const ErrorEntry &entry) { return entry.origin == origin; }, end);
}

void ErrorBoard::endTeamRefusals()
{
    const auto isOverNow = [](const ErrorEntry &entry) {
        return isTeamRefusal(entry.error.category) && !entry.retry && !entry.isTrying;
    };
    removeIf(isOverNow, ErrorEnd::Superseded);
}

template <typename Condition>
void ErrorBoard::removeIf(Condition condition, ErrorEnd end)
{
    QList<quint64> numbers;
    for (const ErrorEntry &entry : std::as_const(m_entries)) {
        if (condition(entry))
            numbers += entry.number;
    }
    for (const quint64 number : std::as_const(numbers))
        remove(number, end);
}

void ErrorBoard::remove(quint64 number, ErrorEnd end)
{
    const auto entry = take(number);
    if (!entry)
        return;
    qsizetype dropped = 0;
    if (m_history.size() == HistoryCapacity) {
        m_history.removeFirst();
        dropped = 1;
    }
    m_history.append({*entry, m_clock.utcNow(), end});
    emit historyAdded(PastError(m_history.constLast()), dropped);
}

std::optional<ErrorEntry> ErrorBoard::take(quint64 number)
{
    const ErrorEntry *found = entry(number);
    if (found == nullptr)
        return std::nullopt;
    const ErrorEntry taken = m_entries.takeAt(found - m_entries.constData());
    emit entryRemoved(number);
    return taken;
}

} // namespace litedeck
