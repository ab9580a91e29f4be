// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/CodeHighlighter.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThread>

#include <atomic>
#include <memory>

namespace litedeck {

/// Lines of one block for the thread that colours.
struct CodeBatch
{
    quint64 block = 0;
    QByteArray definition;
    QStringList lines;
    std::shared_ptr<const std::atomic_bool> dropped; ///< Nobody waits for the colours any more.
};

/// The colours of the lines that follow those coloured before.
struct CodeColors
{
    quint64 block = 0;
    QList<QList<CodeSpan>> lines;
};

/// Does the colouring in the other thread; it answers each batch in parts, so that the first lines
/// need not wait for the last.
class CodeColoristWorker : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeColoristWorker)

public:
    CodeColoristWorker() = default;

    void color(const litedeck::CodeBatch &batch);
    void drop(quint64 block);

signals:
    void colored(const litedeck::CodeColors &colors);

private:
    CodeLibrary m_library;
    QHash<quint64, std::shared_ptr<CodeHighlighter>> m_blocks;
};

/// Colours blocks of code in a thread of its own, each line once and in order.
///
/// ready() follows add() for every line, in parts; nothing comes for a block that was dropped.
class CodeColorist : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeColorist)

public:
    explicit CodeColorist(QObject *parent = nullptr);
    ~CodeColorist() override;

    /// Begins a block; the definition is one of languageDefinition().
    quint64 open(const QByteArray &definition);
    void add(quint64 block, const QStringList &lines);
    void drop(quint64 block);

    /// The colours of a line of the block; null until they are known.
    const QList<CodeSpan> *line(quint64 block, qsizetype number) const;

    /// True when no lines wait for their colours.
    bool isIdle() const { return m_waiting == 0; }
    quint64 linesAdded() const { return m_linesAdded; }

signals:
    void ready();
    void batchAdded(const litedeck::CodeBatch &batch);
    void blockDropped(quint64 block);

private:
    struct Block
    {
        QByteArray definition;
        QList<QList<CodeSpan>> lines;
        qsizetype added = 0;
        std::shared_ptr<std::atomic_bool> dropped;
    };

    void startThread();
    void onColored(const CodeColors &colors);

    QThread m_thread;
    QHash<quint64, Block> m_blocks;
    quint64 m_lastBlock = 0;
    quint64 m_linesAdded = 0;
    qsizetype m_waiting = 0; ///< Lines.
};

} // namespace litedeck
