// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/TranscriptSelection.h"

#include <QDeadlineTimer>
#include <QHash>

#include <map>
#include <optional>

namespace litedeck {

/// Finds a text in all messages as they are shown, case-insensitively, a slice at a time.
///
/// Messages that were never in sight are read for the search and forgotten again.
class TranscriptFinder
{
public:
    struct Match
    {
        TextPlace place;
        qsizetype length = 0;

        friend bool operator==(const Match &, const Match &) = default;
    };

    explicit TranscriptFinder(EntryStack &stack)
        : m_stack(stack)
    {}
    Q_DISABLE_COPY_MOVE(TranscriptFinder)

    /// Begins a search at a place in sight; an empty text ends the search.
    void start(const QString &text, TextPlace origin);
    /// A message has another text, or is new.
    void entryChanged(qsizetype entry);

    const QString &text() const { return m_text; }
    bool isActive() const { return !m_text.isEmpty(); }
    bool isComplete() const { return m_waiting.isEmpty(); }
    /// Searches at least one message and goes on until the deadline.
    void searchOn(QDeadlineTimer deadline);

    int count() const { return m_count; }
    /// The match that was gone to, the first at or after the origin to begin with.
    std::optional<Match> current() const { return m_current; }
    /// Counted from 1; 0 without a current match.
    int currentNumber() const;
    /// Goes to the next match, or the one before; around the ends.
    void step(int direction);

    QList<TextRange> foundIn(qsizetype entry, qsizetype leaf) const;
    TextRange currentIn(qsizetype entry, qsizetype leaf) const;

private:
    struct Progress
    {
        int textNumber = 0;
        qsizetype leaves = 0;
    };

    bool search(qsizetype index, QDeadlineTimer deadline);
    void searchUnread(const Entry &entry, qsizetype index);
    qsizetype searchLeaves(qsizetype entry, const QList<Leaf> &leaves,
                           const LinkDefinitions &definitions, qsizetype first,
                           QDeadlineTimer deadline);
    void forgetFrom(qsizetype entry, qsizetype leaf);
    void chooseCurrent();

    EntryStack &m_stack;
    QString m_text;
    TextPlace m_origin;
    QList<qsizetype> m_waiting;            ///< Entries, the next one last.
    QHash<qsizetype, Progress> m_searched; ///< Of growing or half searched entries.
    std::map<qsizetype, QList<Match>> m_matches;
    std::optional<Match> m_current;
    int m_count = 0;
};

} // namespace litedeck
