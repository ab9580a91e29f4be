// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/BlockScanner.h"

#include <memory>

namespace litedeck {

/// The text of a message and of what the model thought before, read into leaves slice by slice.
///
/// What the user wrote is shown as it stands; a reply is Markdown. Thoughts come before it: those
/// that arrive later wait for its end, and then the whole is read again.
class EntryText
{
public:
    explicit EntryText(bool isMarkdown)
        : m_isMarkdown(isMarkdown)
    {}
    Q_DISABLE_COPY_MOVE(EntryText)

    const QString &source() const { return m_source; }
    const QString &reasoning() const { return m_reasoning; }
    bool isEmpty() const { return m_source.isEmpty() && m_reasoning.isEmpty(); }
    /// Changes when the text becomes another one instead of a longer one: nothing is read then.
    int number() const { return m_number; }

    /// Replaces the text; keeps all leaves when it only grew.
    void setSource(const QString &source);
    void append(const QString &text);
    /// The same for what the model thought aloud.
    void setReasoning(const QString &reasoning);
    void appendReasoning(const QString &text);
    /// Whether more is expected.
    void setRunning(bool running);

    /// True while text has not been read into leaves.
    bool hasUnread() const;
    /// True once there are leaves of a part of it.
    bool isBegun() const { return m_scanner || !m_plainLeaves.isEmpty(); }
    /// Reads a slice of Markdown, or the whole of a plain text.
    void readSlice();
    /// The first leaf that may differ since the last call; the number of leaves when none does.
    qsizetype takeFirstChanged();

    const QList<Leaf> &leaves() const { return m_scanner ? m_scanner->leaves() : m_plainLeaves; }
    /// The leaves that the whole text has, read into a scanner of the caller's.
    QList<Leaf> freshLeaves(BlockScanner &scanner) const;
    qsizetype completeLeaves() const; ///< As BlockScanner::completeLeaves().
    /// The head of the thoughts and their leaves, which come first.
    qsizetype thoughtLeaves() const { return m_scanner ? m_scanner->thoughtLeaves() : 0; }
    bool isInThought() const { return m_scanner && m_scanner->isInThought(); }
    const BlockInfo &block(const Leaf &leaf) const;
    QString languageOf(int block) const;
    const LinkDefinitions &definitions() const;
    /// What Markdown is read with; null before anything was read.
    const BlockScanner *scanner() const { return m_scanner.get(); }

    /// The message as it is shown, with list marks, one line a leaf; without thoughts.
    QString plain() const;
    QString plainThoughts() const;

private:
    void restart();
    ReplyReader::Texts texts() const;

    const bool m_isMarkdown;
    QString m_source;
    QString m_reasoning;
    int m_number = 0;
    bool m_isRunning = false;
    bool m_isLate = false; ///< Thoughts came after the reply had begun; they wait for its end.
    ReplyReader m_reader;
    std::unique_ptr<BlockScanner> m_scanner;
    QList<Leaf> m_plainLeaves;
};

} // namespace litedeck
