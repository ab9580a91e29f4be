// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptFinder.h"

#include <algorithm>

namespace litedeck {

namespace {

/// A message longer than this is read for good, in slices.
constexpr qsizetype ReadAtOnce = 32 * 1024;

/// Leaves between two looks at the clock.
constexpr qsizetype LeavesAtOnce = 32;

/// The first match at or after a place.
auto firstFrom(const QList<TranscriptFinder::Match> &matches, const TextPlace &place)
{
    return std::ranges::lower_bound(matches, place, {}, &TranscriptFinder::Match::place);
}

} // namespace

void TranscriptFinder::start(const QString &text, TextPlace origin)
{
    m_text = text;
    m_origin = origin;
    m_matches.clear();
    m_searched.clear();
    m_waiting.clear();
    m_current.reset();
    m_count = 0;
    if (m_text.isEmpty())
        return;
    const qsizetype first = std::max<qsizetype>(origin.entry, 0);
    for (qsizetype i = 0; i < m_stack.size(); ++i)
        m_waiting.prepend((first + i) % m_stack.size());
}

void TranscriptFinder::entryChanged(qsizetype entry)
{
    if (isActive() && !m_waiting.endsWith(entry)) {
        m_waiting.removeOne(entry);
        m_waiting.append(entry);
    }
}

void TranscriptFinder::searchOn(QDeadlineTimer deadline)
{
    while (!m_waiting.isEmpty()) {
        if (search(m_waiting.constLast(), deadline))
            m_waiting.removeLast();
        if (deadline.hasExpired())
            break;
    }
    chooseCurrent();
}

bool TranscriptFinder::search(qsizetype index, QDeadlineTimer deadline)
{
    if (index >= m_stack.size())
        return true;
    if (!m_stack.isMade(index)) {
        const std::unique_ptr<Entry> copy = m_stack.copyOf(index);
        if (copy->source().size() <= ReadAtOnce) {
            forgetFrom(index, 0);
            searchUnread(*copy, index);
            return true;
        }
    }
    Entry &entry = m_stack.at(index);
    const bool isForGood = entry.source().size() > ReadAtOnce || entry.leafCount() > 0;
    if (entry.hasUnread() && isForGood) {
        m_stack.read(index, deadline);
        if (entry.hasUnread())
            return false;
    }
    const Progress progress = m_searched.take(index);
    const bool goesOn = progress.textNumber == entry.text().number();
    const qsizetype first = goesOn ? std::min(progress.leaves, entry.leafCount()) : 0;
    forgetFrom(index, first);
    if (entry.hasUnread()) {
        searchUnread(entry, index);
        return true;
    }
    const qsizetype end = searchLeaves(index, entry.leaves(), entry.definitions(), first, deadline);
    const bool complete = end == entry.leafCount();
    if (!complete)
        m_searched[index] = {entry.text().number(), end};
    else if (entry.details().isRunning())
        m_searched[index] = {entry.text().number(),
                             std::max<qsizetype>(entry.text().completeLeaves() - 1, 0)};
    return complete;
}

void TranscriptFinder::searchUnread(const Entry &entry, qsizetype index)
{
    BlockScanner scanner;
    searchLeaves(index, entry.text().freshLeaves(scanner), scanner.definitions(), 0,
                 QDeadlineTimer(QDeadlineTimer::Forever));
}

qsizetype TranscriptFinder::searchLeaves(qsizetype entry, const QList<Leaf> &leaves,
                                         const LinkDefinitions &definitions, qsizetype first,
                                         QDeadlineTimer deadline)
{
    for (qsizetype i = first; i < leaves.size(); ++i) {
        const QString text = leafText(leaves[i], definitions);
        for (qsizetype at = text.indexOf(m_text, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(m_text, at + m_text.size(), Qt::CaseInsensitive)) {
            m_matches[entry].append({{entry, i, at}, m_text.size()});
            ++m_count;
        }
        if ((i - first) % LeavesAtOnce == LeavesAtOnce - 1 && deadline.hasExpired())
            return i + 1;
    }
    return leaves.size();
}

void TranscriptFinder::forgetFrom(qsizetype entry, qsizetype leaf)
{
    const auto found = m_matches.find(entry);
    if (found == m_matches.end())
        return;
    QList<Match> &matches = found->second;
    const auto from = firstFrom(matches, {entry, leaf, 0});
    m_count -= int(matches.cend() - from);
    matches.erase(from, matches.cend());
    if (matches.isEmpty())
        m_matches.erase(found);
}

void TranscriptFinder::chooseCurrent()
{
    if (m_current || m_matches.empty())
        return;
    for (auto it = m_matches.lower_bound(m_origin.entry); it != m_matches.end(); ++it) {
        const QList<Match> &matches = it->second;
        const auto match = firstFrom(matches, m_origin);
        if (match != matches.end()) {
            m_current = *match;
            return;
        }
    }
    if (isComplete())
        m_current = m_matches.begin()->second.constFirst();
}

int TranscriptFinder::currentNumber() const
{
    if (!m_current)
        return 0;
    int number = 1;
    for (const auto &[entry, matches] : m_matches) {
        if (entry > m_current->place.entry)
            break;
        number += int(firstFrom(matches, m_current->place) - matches.begin());
    }
    return std::min(number, m_count);
}

void TranscriptFinder::step(int direction)
{
    if (m_matches.empty() || !m_current)
        return;
    const TextPlace here = m_current->place;
    auto it = m_matches.lower_bound(here.entry);
    if (it != m_matches.end() && it->first == here.entry) {
        const QList<Match> &matches = it->second;
        auto match = firstFrom(matches, here);
        const bool exact = match != matches.end() && match->place == here;
        if (direction > 0 && exact)
            ++match;
        if (direction > 0 ? match != matches.end() : match != matches.begin()) {
            m_current = direction > 0 ? *match : *std::prev(match);
            return;
        }
    }
    if (direction > 0) {
        it = m_matches.upper_bound(here.entry);
        m_current = (it == m_matches.end() ? m_matches.begin() : it)->second.constFirst();
    } else {
        it = it == m_matches.begin() ? m_matches.end() : it;
        m_current = std::prev(it)->second.constLast();
    }
}

QList<TextRange> TranscriptFinder::foundIn(qsizetype entry, qsizetype leaf) const
{
    QList<TextRange> ranges;
    const auto found = m_matches.find(entry);
    if (found == m_matches.end())
        return ranges;
    const QList<Match> &matches = found->second;
    for (auto match = firstFrom(matches, {entry, leaf, 0});
         match != matches.end() && match->place.leaf == leaf; ++match)
        ranges.append({match->place.offset, match->place.offset + match->length});
    return ranges;
}

TextRange TranscriptFinder::currentIn(qsizetype entry, qsizetype leaf) const
{
    if (!m_current || m_current->place.entry != entry || m_current->place.leaf != leaf)
        return {};
    return {m_current->place.offset, m_current->place.offset + m_current->length};
}

} // namespace litedeck
