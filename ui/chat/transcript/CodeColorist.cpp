// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/CodeColorist.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Lines a part of an answer; about 10 ms of work.
constexpr qsizetype PartLength = 40;

} // namespace

void CodeColoristWorker::color(const CodeBatch &batch)
{
    if (*batch.dropped)
        return;
    std::shared_ptr<CodeHighlighter> &highlighter = m_blocks[batch.block];
    if (!highlighter)
        highlighter = std::make_shared<CodeHighlighter>(m_library, batch.definition);
    CodeColors colors{batch.block, {}};
    for (const QString &line : batch.lines) {
        if (*batch.dropped)
            return;
        colors.lines.append(highlighter->highlight(line));
        if (colors.lines.size() == PartLength) {
            emit colored(colors);
            colors.lines.clear();
        }
    }
    if (!colors.lines.isEmpty())
        emit colored(colors);
}

void CodeColoristWorker::drop(quint64 block)
{
    m_blocks.remove(block);
}

CodeColorist::CodeColorist(QObject *parent)
    : QObject(parent)
{}

void CodeColorist::startThread()
{
    auto *worker = new CodeColoristWorker;
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    connect(this, &CodeColorist::batchAdded, worker, &CodeColoristWorker::color);
    connect(this, &CodeColorist::blockDropped, worker, &CodeColoristWorker::drop);
    connect(worker, &CodeColoristWorker::colored, this, &CodeColorist::onColored);
    m_thread.setObjectName(u"code colours"_s);
    m_thread.start(QThread::LowPriority);
}

CodeColorist::~CodeColorist()
{
    for (const Block &block : std::as_const(m_blocks))
        *block.dropped = true;
    m_thread.quit();
    m_thread.wait();
}

quint64 CodeColorist::open(const QByteArray &definition)
{
    if (!m_thread.isRunning())
        startThread();
    m_blocks.insert(++m_lastBlock, {definition, {}, 0, std::make_shared<std::atomic_bool>(false)});
    return m_lastBlock;
}

void CodeColorist::add(quint64 block, const QStringList &lines)
{
    const auto found = m_blocks.find(block);
    if (found == m_blocks.end() || lines.isEmpty())
        return;
    found->added += lines.size();
    m_waiting += lines.size();
    m_linesAdded += quint64(lines.size());
    emit batchAdded({block, found->definition, lines, found->dropped});
}

void CodeColorist::drop(quint64 block)
{
    const auto found = m_blocks.find(block);
    if (found == m_blocks.end())
        return;
    *found->dropped = true;
    m_waiting -= found->added - found->lines.size();
    m_blocks.erase(found);
    emit blockDropped(block);
}

const QList<CodeSpan> *CodeColorist::line(quint64 block, qsizetype number) const
{
    const auto found = m_blocks.constFind(block);
    return found == m_blocks.cend() || number >= found->lines.size() ? nullptr
                                                                     : &found->lines[number];
}

void CodeColorist::onColored(const CodeColors &colors)
{
    const auto found = m_blocks.find(colors.block);
    if (found == m_blocks.end())
        return;
    found->lines.append(colors.lines);
    m_waiting -= colors.lines.size();
    emit ready();
}

} // namespace litedeck
