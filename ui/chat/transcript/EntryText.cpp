// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/EntryText.h"

#include "ui/chat/transcript/PlainText.h"

namespace litedeck {

namespace {

/// Read at once between two looks at the clock.
constexpr qsizetype Slice = 8 * 1024;

constexpr qsizetype WholeText = qsizetype(1) << 40;

} // namespace

ReplyReader::Texts EntryText::texts() const
{
    return {m_isLate ? QStringView() : m_reasoning, m_source, !m_isRunning};
}

void EntryText::restart()
{
    m_scanner.reset();
    m_reader = {};
    m_plainLeaves.clear();
    m_isLate = false;
    ++m_number;
}

void EntryText::setSource(const QString &source)
{
    if (!m_isMarkdown || !source.startsWith(m_source))
        restart();
    m_source = source;
}

void EntryText::append(const QString &text)
{
    m_source.append(text);
}

void EntryText::setReasoning(const QString &reasoning)
{
    if (reasoning.startsWith(m_reasoning)) {
        appendReasoning(reasoning.sliced(m_reasoning.size()));
    } else {
        m_reasoning = reasoning;
        restart();
    }
}

void EntryText::appendReasoning(const QString &text)
{
    m_reasoning.append(text);
    if (!m_reader.isInReply())
        return;
    m_isLate = true;
    if (!m_isRunning)
        restart();
}

void EntryText::setRunning(bool running)
{
    m_isRunning = running;
    if (m_isLate && !running)
        restart();
    if (m_scanner && !hasUnread())
        m_scanner->setExpectingMore(running);
}

bool EntryText::hasUnread() const
{
    return m_isMarkdown ? m_reader.hasMore(texts())
                        : m_plainLeaves.isEmpty() && !m_source.isEmpty();
}

void EntryText::readSlice()
{
    if (!m_isMarkdown) {
        m_plainLeaves = plainLeaves(m_source);
        return;
    }
    if (!m_scanner)
        m_scanner = std::make_unique<BlockScanner>();
    m_scanner->setExpectingMore(true);
    m_scanner->feed(m_reader.next(texts(), Slice));
    if (!hasUnread())
        m_scanner->setExpectingMore(m_isRunning);
}

qsizetype EntryText::takeFirstChanged()
{
    return m_scanner ? m_scanner->takeFirstChanged() : 0;
}

const BlockInfo &EntryText::block(const Leaf &leaf) const
{
    static const BlockInfo none;
    return m_scanner && leaf.block < m_scanner->blocks().size() ? m_scanner->blocks()[leaf.block]
                                                                : none;
}

QString EntryText::languageOf(int block) const
{
    return m_scanner ? m_scanner->blocks().value(block).language : QString();
}

const LinkDefinitions &EntryText::definitions() const
{
    static const LinkDefinitions none;
    return m_scanner ? m_scanner->definitions() : none;
}

QList<Leaf> EntryText::freshLeaves(BlockScanner &scanner) const
{
    if (!m_isMarkdown)
        return plainLeaves(m_source);
    ReplyReader reader;
    while (reader.hasMore(texts()))
        scanner.feed(reader.next(texts(), WholeText));
    scanner.setExpectingMore(m_isRunning);
    return scanner.leaves();
}

qsizetype EntryText::completeLeaves() const
{
    return m_scanner ? m_scanner->completeLeaves() : leaves().size();
}

QString EntryText::plain() const
{
    if (!m_isMarkdown)
        return m_source;
    if (!hasUnread())
        return plainText(leaves().sliced(thoughtLeaves()), definitions());
    BlockScanner scanner;
    const QList<Leaf> all = freshLeaves(scanner);
    return plainText(all.sliced(scanner.thoughtLeaves()), scanner.definitions());
}

QString EntryText::plainThoughts() const
{
    return plainText(leaves().first(thoughtLeaves()), definitions());
}

} // namespace litedeck
