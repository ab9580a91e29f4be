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
    bool isIdle() const;
    quint64 linesAdded() const { return m_linesAdded; }

signals:
    void ready();

private:
    class Worker;
    struct Block
    {
        QByteArray definition;
        QList<QList<CodeSpan>> lines;
        qsizetype added = 0;
        std::shared_ptr<std::atomic_bool> dropped; ///< Nobody waits for the colours any more.
    };

    void startThread();
    void take(quint64 block, const QList<QList<CodeSpan>> &lines);

    QThread m_thread;
    Worker *m_worker = nullptr; ///< In the thread.
    QHash<quint64, Block> m_blocks;
    quint64 m_lastBlock = 0;
    quint64 m_linesAdded = 0;
};

} // namespace litedeck
