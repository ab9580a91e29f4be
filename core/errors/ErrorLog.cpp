// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/ErrorLog.h"

#include <algorithm>

namespace litedeck {

ErrorEntry::Lane ErrorEntry::lane() const
{
    if (retry)
        return Lane::CanBeRetried;
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

ErrorLog::ErrorLog(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

const ErrorEntry *ErrorLog::entry(quint64 number) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [number](const ErrorEntry &e) { return e.number == number; });
    return found == m_entries.cend() ? nullptr : &*found;
}

qsizetype ErrorLog::indexOf(const ErrorOrigin &origin, ErrorCategory category) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(), [&](const ErrorEntry &e) {
        return e.origin == origin && e.error.category == category;
    });
    return found == m_entries.cend() ? -1 : found - m_entries.cbegin();
}

bool ErrorLog::contains(const ErrorOrigin &origin, ErrorCategory category) const
{
    return indexOf(origin, category) >= 0;
}

void ErrorLog::report(const ErrorOrigin &origin, const Error &error,
                      const std::optional<PendingRetry> &retry)
{
    if (error.category == ErrorCategory::Cancelled)
        return;
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
        return;
    }
    ErrorEntry &same = m_entries[index];
    same.error = error;
    same.lastAt = now;
    same.retry = retry;
    ++same.count;
    emit entryChanged(ErrorEntry(same));
}

void ErrorLog::retryStarted(const ErrorOrigin &origin)
{
    for (ErrorEntry &entry : m_entries) {
        if (entry.origin != origin || !entry.retry)
            continue;
        entry.retry.reset();
        emit entryChanged(ErrorEntry(entry));
    }
}

void ErrorLog::resolve(const ErrorOrigin &origin)
{
    QList<quint64> numbers;
    for (const ErrorEntry &entry : std::as_const(m_entries)) {
        if (entry.origin == origin)
            numbers += entry.number;
    }
    for (const quint64 number : std::as_const(numbers))
        dismiss(number);
}

void ErrorLog::dismiss(quint64 number)
{
    const qsizetype removed =
        m_entries.removeIf([number](const ErrorEntry &entry) { return entry.number == number; });
    if (removed > 0)
        emit entryRemoved(number);
}

} // namespace litedeck
