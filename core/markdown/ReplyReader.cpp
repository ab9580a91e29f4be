// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/ReplyReader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr QStringView ThoughtStart = u"<think>";
constexpr QStringView ThoughtEnd = u"</think>";

QStringView withoutLeadingBlanks(QStringView text)
{
    const auto first =
        std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return text.sliced(first - text.begin());
}

/// The longest end of the text that may become the mark.
qsizetype beginOfMark(QStringView text, QStringView mark)
{
    qsizetype length = std::min(text.size(), mark.size() - 1);
    while (length > 0 && !mark.startsWith(text.last(length)))
        --length;
    return length;
}

} // namespace

ReplyReader::Mode ReplyReader::decide(const Texts &texts) const
{
    const QStringView text = withoutLeadingBlanks(texts.reply.mid(m_replyRead));
    const bool mayThink = m_mode == Mode::Undecided && texts.reasoning.isEmpty();
    if (mayThink && text.startsWith(ThoughtStart))
        return Mode::Thought;
    const bool undecided = text.isEmpty() || (mayThink && ThoughtStart.startsWith(text));
    if (undecided)
        return texts.finished && !text.isEmpty() ? Mode::Reply : m_mode;
    if (text[0] != u'{' && text[0] != u'[')
        return Mode::Reply;
    // "[1] says" and "[name](target)" are no JSON, and neither is "{like this}".
    const QStringView inside = withoutLeadingBlanks(text.sliced(1));
    if (inside.isEmpty())
        return texts.finished ? Mode::Reply : m_mode;
    const bool isJson =
        text[0] == u'{' ? u"\"}"_s.contains(inside[0]) : inside[0] == u'{' || inside[0] == u'"';
    return isJson ? Mode::Json : Mode::Reply;
}

qsizetype ReplyReader::readable(const Texts &texts, qsizetype most) const
{
    const QStringView rest = texts.reply.mid(m_replyRead, most + ThoughtEnd.size());
    switch (m_mode) {
    case Mode::Undecided:
    case Mode::AfterThought:
        return 0;
    case Mode::Thought: {
        const qsizetype end = rest.indexOf(ThoughtEnd);
        if (end >= 0)
            return std::min(end, most);
        const bool held = !texts.finished || m_replyRead + rest.size() < texts.reply.size();
        return std::min(rest.size() - (held ? beginOfMark(rest, ThoughtEnd) : 0), most);
    }
    case Mode::Reply:
    case Mode::Json:
        break;
    }
    return std::min(rest.size(), most);
}

bool ReplyReader::hasMore(const Texts &texts) const
{
    if (m_reasoningRead < texts.reasoning.size())
        return true;
    if (m_mode == Mode::Undecided || m_mode == Mode::AfterThought)
        return decide(texts) != m_mode;
    return readable(texts, ThoughtEnd.size()) > 0 ||
           (m_mode == Mode::Thought && texts.reply.mid(m_replyRead).startsWith(ThoughtEnd));
}

void ReplyReader::enter(Mode mode, QStringView reply)
{
    if (mode != m_mode) {
        const qsizetype blanks =
            reply.size() - m_replyRead - withoutLeadingBlanks(reply.mid(m_replyRead)).size();
        if (mode == Mode::Thought)
            m_replyRead += blanks + ThoughtStart.size();
        else if (mode == Mode::Json)
            m_replyRead += blanks;
    }
    m_mode = mode;
}

QString ReplyReader::takeThought(QStringView text)
{
    if (!m_hasThought)
        text = withoutLeadingBlanks(text);
    m_hasThought = m_hasThought || !text.isEmpty();
    return text.toString();
}

ReplyReader::Piece ReplyReader::next(const Texts &texts, qsizetype most)
{
    if (m_reasoningRead < texts.reasoning.size()) {
        const QStringView text = texts.reasoning.mid(m_reasoningRead, most);
        m_reasoningRead += text.size();
        return {true, takeThought(text)};
    }
    if (m_mode == Mode::Undecided || m_mode == Mode::AfterThought) {
        enter(decide(texts), texts.reply);
        if (m_mode == Mode::Json)
            return {false, u"```json\n"_s};
    }
    const qsizetype length = readable(texts, most);
    const QStringView text = texts.reply.mid(m_replyRead, length);
    if (m_mode == Mode::Json) {
        qsizetype read = 0;
        QString formatted = m_json.feed(text, read);
        m_replyRead += read;
        if (m_json.isComplete()) {
            formatted += u"\n```\n"_s;
            m_mode = Mode::Reply;
        }
        return {false, formatted};
    }
    m_replyRead += length;
    if (m_mode != Mode::Thought)
        return {false, text.toString()};
    if (texts.reply.mid(m_replyRead).startsWith(ThoughtEnd)) {
        m_replyRead += ThoughtEnd.size();
        m_mode = Mode::AfterThought;
    }
    return {true, takeThought(text)};
}

} // namespace litedeck
