// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonFormatter.h"

#include <QString>

namespace litedeck {

/// Reads a turn's texts as the Markdown to show, in the order of showing: what the model thought
/// first, then the reply. What comes out depends on the texts, never on how they arrived.
///
/// A reply that begins with <think> holds its thoughts in itself. One that is a JSON object or
/// array is shown indented, as a block of code.
class ReplyReader
{
public:
    struct Texts
    {
        QStringView reasoning;
        QStringView reply;
        bool finished = false; ///< Nothing more arrives.
    };

    struct Piece
    {
        bool isThought = false;
        QString text; ///< May be empty.
    };

    /// The next piece, made of at most so many characters.
    Piece next(const Texts &texts, qsizetype most);

    /// True while next() gets on.
    bool hasMore(const Texts &texts) const;

    /// True once text of the reply was read: thoughts that arrive later come too late.
    bool isInReply() const { return m_mode == Mode::Reply || m_mode == Mode::Json; }

private:
    enum class Mode : quint8 {
        Undecided,    ///< The reply has not begun, or too little of it is there.
        Thought,      ///< Inside <think>.
        AfterThought, ///< As Undecided, but thoughts are over.
        Reply,
        Json
    };

    Mode decide(const Texts &texts) const;
    qsizetype readable(const Texts &texts, qsizetype most) const;
    void enter(Mode mode, QStringView reply);
    QString takeThought(QStringView text);

    Mode m_mode = Mode::Undecided;
    qsizetype m_reasoningRead = 0;
    qsizetype m_replyRead = 0;
    bool m_hasThought = false; ///< Anything but blanks.
    JsonFormatter m_json;
};

} // namespace litedeck
