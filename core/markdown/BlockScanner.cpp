// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/BlockScanner.h"

namespace litedeck {

namespace {

/// Of a line longer than this, the start is taken in for good before the line is complete.
constexpr qsizetype LongLine = 4096;

/// The pieces in which the rest of a long line is taken in; what is left is laid out each frame.
constexpr qsizetype LongLineStep = 256;

} // namespace

void BlockScanner::feed(QStringView text)
{
    m_lines.takeBackOverlay();
    m_tail.append(text);
    takeLines();
    showTail();
}

void BlockScanner::feed(const ReplyReader::Piece &piece)
{
    if (piece.text.isEmpty())
        return;
    if (piece.isThought && !m_inThought) {
        m_lines.beginThought();
    } else if (!piece.isThought && m_inThought) {
        m_lines.takeBackOverlay();
        if (!m_tail.isEmpty()) {
            m_tail.append(u'\n');
            takeLines();
        }
        m_lines.endThought();
        m_thoughtLeaves = leaves().size();
    }
    m_inThought = piece.isThought;
    feed(QStringView(piece.text));
}

void BlockScanner::setExpectingMore(bool expecting)
{
    if (m_expectingMore == expecting)
        return;
    m_lines.takeBackOverlay();
    m_expectingMore = expecting;
    showTail();
}

void BlockScanner::takeLines()
{
    qsizetype start = 0;
    const QStringView tail = m_tail;
    for (;;) {
        const qsizetype end = tail.indexOf(u'\n', start);
        QStringView line = end < 0 ? tail.mid(start) : tail.sliced(start, end - start);
        if (end >= 0 && line.endsWith(u'\r'))
            line.chop(1);
        qsizetype taken = 0;
        for (;;) {
            const qsizetype most = m_lines.goesOnAsText() ? LongLineStep : LongLine;
            if (line.size() - taken <= most)
                break;
            const bool splitsPair = line[taken + most - 1].isHighSurrogate();
            const qsizetype length = most - (splitsPair ? 1 : 0);
            m_lines.take(line.sliced(taken, length));
            taken += length;
            m_lines.setInLongLine(true);
        }
        if (end < 0) {
            start += taken;
            break;
        }
        m_lines.take(line.mid(taken));
        m_lines.setInLongLine(false);
        start = end + 1;
    }
    m_tail.remove(0, start);
}

void BlockScanner::showTail()
{
    QStringView tail = m_tail;
    if (tail.endsWith(u'\r'))
        tail.chop(1);
    if (tail.isEmpty())
        return;
    if (m_expectingMore && m_lines.isUndecided(tail))
        return;
    m_lines.beginOverlay();
    m_lines.take(tail);
}

} // namespace litedeck
