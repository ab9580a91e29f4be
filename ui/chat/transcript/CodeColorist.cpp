// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/CodeColorist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Lines a part of an answer; about 10 ms of work.
constexpr qsizetype PartLength = 40;

} // namespace

/// Does the colouring in the other thread; it answers in parts, so that the first lines need not
/// wait for the last.
class CodeColorist::Worker : public QObject
{
public:
    explicit Worker(CodeColorist &colorist)
        : m_colorist(colorist)
    {}
    Q_DISABLE_COPY_MOVE(Worker)

    void color(quint64 block, const QByteArray &definition, const QStringList &lines,
               const std::atomic_bool &dropped)
    {
        if (dropped)
            return;
        std::shared_ptr<CodeHighlighter> &highlighter = m_highlighters[block];
        if (!highlighter)
            highlighter = std::make_shared<CodeHighlighter>(m_library, definition);
        QList<QList<CodeSpan>> part;
        for (qsizetype i = 0; i < lines.size() && !dropped; ++i) {
            part.append(highlighter->highlight(lines[i]));
            if (part.size() < PartLength && i + 1 < lines.size())
                continue;
            QMetaObject::invokeMethod(
                &m_colorist, [&colorist = m_colorist, block, part] { colorist.take(block, part); });
            part.clear();
        }
    }
    void drop(quint64 block) { m_highlighters.remove(block); }

private:
    CodeColorist &m_colorist;
    CodeLibrary m_library;
    QHash<quint64, std::shared_ptr<CodeHighlighter>> m_highlighters;
};

CodeColorist::CodeColorist(QObject *parent)
    : QObject(parent)
{}

void CodeColorist::startThread()
{
    m_worker = new Worker(*this);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
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
    m_linesAdded += quint64(lines.size());
    const auto color = [worker = m_worker, block, definition = found->definition, lines,
                        dropped = found->dropped] {
        worker->color(block, definition, lines, *dropped);
    };
    QMetaObject::invokeMethod(m_worker, color);
}

void CodeColorist::drop(quint64 block)
{
    const auto found = m_blocks.find(block);
    if (found == m_blocks.end())
        return;
    *found->dropped = true;
    m_blocks.erase(found);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, block] { worker->drop(block); });
}

const QList<CodeSpan> *CodeColorist::line(quint64 block, qsizetype number) const
{
    const auto found = m_blocks.constFind(block);
    return found == m_blocks.cend() || number >= found->lines.size() ? nullptr
                                                                     : &found->lines[number];
}

bool CodeColorist::isIdle() const
{
    return std::all_of(m_blocks.cbegin(), m_blocks.cend(),
                       [](const Block &block) { return block.lines.size() == block.added; });
}

void CodeColorist::take(quint64 block, const QList<QList<CodeSpan>> &lines)
{
    const auto found = m_blocks.find(block);
    if (found == m_blocks.end())
        return;
    found->lines.append(lines);
    emit ready();
}

} // namespace litedeck
