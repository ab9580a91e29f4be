// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/board/ErrorOrigin.h"
#include "core/errors/Error.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace litedeck {

/// A retry that is coming, or none.
struct PendingRetry
{
    int nextAttempt = 0;
    int maxAttempts = 0;
    QDateTime due;         ///< UTC.
    bool isQueued = false; ///< The user queued it; it goes out at `due` or as soon as it may.

    friend bool operator==(const PendingRetry &, const PendingRetry &) = default;
};

/// One line of the error panel.
struct ErrorEntry
{
    /// The two lanes: what trying again can help, and what needs somebody.
    enum class Lane : quint8 { CanBeRetried, NeedsAttention };

    quint64 number = 0; ///< Counts from 1; names the entry.
    ErrorOrigin origin;
    Error error;
    QDateTime firstAt; ///< UTC.
    QDateTime lastAt;  ///< UTC.
    int count = 1;     ///< Times that the same error came from the same place.
    std::optional<PendingRetry> retry;
    bool isTrying = false; ///< Its place is asked again, and the outcome is not known.

    Lane lane() const;
    friend bool operator==(const ErrorEntry &, const ErrorEntry &) = default;
};

/// How an error came to be listed no more.
enum class ErrorEnd : quint8 {
    WorkedAgain, ///< Its origin succeeded.
    Dismissed,   ///< The user put it away.
    Superseded,  ///< Its origin was stopped, asked again or removed, so that it says nothing now.
};

/// An error that was listed, as it was last.
struct PastError
{
    ErrorEntry entry;
    QDateTime endedAt; ///< UTC.
    ErrorEnd end = ErrorEnd::WorkedAgain;

    friend bool operator==(const PastError &, const PastError &) = default;
};

/// What is wrong right now, oldest first. An entry leaves when its origin succeeds or somebody
/// dismisses it; the newest of those that left are kept as history.
class ErrorBoard : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorBoard)

public:
    static constexpr qsizetype HistoryCapacity = 200;

    /// `clock` outlives the board.
    explicit ErrorBoard(Clock &clock, QObject *parent = nullptr);

    const QList<ErrorEntry> &entries() const { return m_entries; }
    const ErrorEntry *entry(quint64 number) const;
    /// What left the list, in the order in which it left.
    const QList<PastError> &history() const { return m_history; }
    /// Whether an error of this category from this place is listed.
    bool contains(const ErrorOrigin &origin, ErrorCategory category) const;

    /// Reports a failure; one of the same category from the same origin is counted, not added.
    /// Cancelled is not an error and is ignored.
    void report(const ErrorOrigin &origin, const Error &error,
                const std::optional<PendingRetry> &retry = std::nullopt);
    /// More is known of the newest error from this place: it is shown in its stead, not counted.
    /// An older entry that says the same is folded into it.
    void refine(const ErrorOrigin &origin, const Error &error);
    /// A retry was arranged for an error that was reported before; one that has left is listed
    /// again.
    void schedule(const ErrorOrigin &origin, const Error &error, const PendingRetry &retry);
    /// This origin is asked again; its entries stay until the outcome is known.
    void retryStarted(const ErrorOrigin &origin) { setTrying(origin, true); }
    /// The retry of this origin will not come.
    void callOff(const ErrorOrigin &origin) { setTrying(origin, false); }
    /// The origin works again, or `end` says why its entries leave.
    void resolve(const ErrorOrigin &origin, ErrorEnd end = ErrorEnd::WorkedAgain);
    /// The team may work again: what says that it may not leaves, unless its retry is coming.
    void endTeamRefusals();
    void dismiss(quint64 number) { remove(number, ErrorEnd::Dismissed); }

signals:
    void entryAdded(const litedeck::ErrorEntry &entry);
    void entryChanged(const litedeck::ErrorEntry &entry);
    void entryRemoved(quint64 number);
    /// Follows entryRemoved(); `dropped` oldest ones left the history to make room.
    void historyAdded(const litedeck::PastError &past, qsizetype dropped);
    /// After each report(), once its entry is listed.
    void reported(const litedeck::ErrorOrigin &origin, const litedeck::Error &error);

private:
    qsizetype indexOf(const ErrorOrigin &origin, ErrorCategory category) const;
    void fold(quint64 number);
    /// Whether a retry is under way, for all entries of a place, whose pending ones end with it.
    void setTrying(const ErrorOrigin &origin, bool trying);
    std::optional<ErrorEntry> take(quint64 number);
    template <typename Condition>
    void removeIf(Condition condition, ErrorEnd end);
    void remove(quint64 number, ErrorEnd end);

    Clock &m_clock;
    QList<ErrorEntry> m_entries;
    QList<PastError> m_history;
    quint64 m_lastNumber = 0;
};

} // namespace litedeck
