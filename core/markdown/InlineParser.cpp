// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/InlineParser.h"

#include "core/markdown/BlockRules.h"
#include "core/markdown/InlineRules.h"
#include "core/markdown/InlineTokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

using Token = InlineToken;

class Parser
{
public:
    Parser(QStringView source, const LinkDefinitions &definitions, bool openEnd)
        : m_source(source)
        , m_definitions(definitions)
        , m_openEnd(openEnd)
    {}
    Q_DISABLE_COPY_MOVE(Parser)

    InlineText run();

private:
    void scan();
    bool takeBackslash();
    bool takeCode();
    bool takeAngle();
    bool takeBareLink();
    void takeDelimiters();
    void takeLineEnd();
    void takeCloseBracket();
    bool matchLink(const Token &bracket, qsizetype &end, QString &target) const;
    void addText(QStringView text);
    void addLink(const QString &text, const QString &target);

    QStringView m_source;
    const LinkDefinitions &m_definitions;
    const bool m_openEnd;
    qsizetype m_pos = 0;
    InlineTokens m_tokens;
    QStringList m_targets;
};

InlineText Parser::run()
{
    // At an open end, the last marks may be the first half of what closes or opens a style.
    const QStringView dropped = m_openEnd ? QStringView(u" \n*_~`") : QStringView(u" \n");
    while (!m_source.isEmpty() && dropped.contains(m_source.back()))
        m_source.chop(1);
    scan();
    pairDelimiters(m_tokens, 0);
    if (m_openEnd)
        closeOpenDelimiters(m_tokens);
    return assembled(m_tokens, m_targets);
}

void Parser::scan()
{
    static constexpr QStringView Special = u"\\`*_~[]!<&\nhw";
    while (m_pos < m_source.size()) {
        qsizetype plain = m_pos;
        while (plain < m_source.size() && !Special.contains(m_source[plain]))
            ++plain;
        if (plain > m_pos) {
            addText(m_source.sliced(m_pos, plain - m_pos));
            m_pos = plain;
            continue;
        }
        const QStringView rest = m_source.mid(m_pos);
        bool taken = false;
        switch (rest[0].unicode()) {
        case u'\\':
            taken = takeBackslash();
            break;
        case u'`':
            taken = takeCode();
            break;
        case u'<':
            taken = takeAngle();
            break;
        case u'h':
        case u'w':
            taken = takeBareLink();
            break;
        case u'*':
        case u'_':
        case u'~':
            takeDelimiters();
            taken = true;
            break;
        case u'\n':
            takeLineEnd();
            taken = true;
            break;
        case u'&':
            if (const auto found = inlines::entity(rest)) {
                addText(found->text);
                m_pos += found->length;
                taken = true;
            }
            break;
        case u'!':
        case u'[':
            if (rest[0] == u'[' || rest.startsWith(u"![")) {
                Token token;
                token.kind = Token::Kind::Bracket;
                token.image = rest[0] == u'!';
                token.text = rest.first(token.image ? 2 : 1).toString();
                m_pos += token.text.size();
                token.position = m_pos;
                m_tokens.push_back(token);
                taken = true;
            }
            break;
        case u']':
            takeCloseBracket();
            taken = true;
            break;
        default:
            break;
        }
        if (!taken) {
            addText(rest.first(1));
            ++m_pos;
        }
    }
}

bool Parser::takeBackslash()
{
    if (m_pos + 1 >= m_source.size())
        return false;
    const QChar next = m_source[m_pos + 1];
    if (next == u'\n') {
        addText(QStringView(u"\u2028"));
    } else if (next.unicode() < 0x80 && inlines::isPunctuation(next)) {
        addText(m_source.sliced(m_pos + 1, 1));
    } else {
        return false;
    }
    m_pos += 2;
    return true;
}

bool Parser::takeCode()
{
    const auto runAt = [this](qsizetype from) {
        qsizetype end = from;
        while (end < m_source.size() && m_source[end] == u'`')
            ++end;
        return end - from;
    };
    const qsizetype length = runAt(m_pos);
    qsizetype close = m_pos + length;
    for (;;) {
        close = m_source.indexOf(u'`', close);
        if (close < 0 && m_openEnd) {
            close = m_source.size();
            break;
        }
        if (close < 0) {
            addText(m_source.sliced(m_pos, length));
            m_pos += length;
            return true;
        }
        const qsizetype run = runAt(close);
        if (run == length)
            break;
        close += run;
    }
    Token token;
    token.kind = Token::Kind::Code;
    token.text = m_source.sliced(m_pos + length, close - m_pos - length).toString();
    token.text.replace(u'\n', u' ');
    if (token.text.size() > 2 && token.text.startsWith(u' ') && token.text.endsWith(u' ') &&
        !token.text.trimmed().isEmpty())
        token.text = token.text.sliced(1, token.text.size() - 2);
    m_tokens.push_back(token);
    m_pos = std::min(close + length, m_source.size());
    return true;
}

bool Parser::takeAngle()
{
    const QStringView rest = m_source.mid(m_pos);
    if (const auto found = inlines::angleLink(rest)) {
        const bool mail = !found->text.contains(u':');
        addLink(found->text, mail ? u"mailto:"_s + found->text : found->text);
        m_pos += found->length;
        return true;
    }
    const qsizetype tag = inlines::htmlTag(rest);
    if (tag == 0)
        return false;
    const QString text = rest.first(tag).toString();
    const QString name = text.toLower().remove(u' ');
    addText(name == u"<br>"_s || name == u"<br/>"_s ? QStringView(u"\u2028") : QStringView(text));
    m_pos += tag;
    return true;
}

bool Parser::takeBareLink()
{
    if (m_pos > 0 && m_source[m_pos - 1].isLetterOrNumber())
        return false;
    // Within brackets it is the text of a link or an image, which ends at the bracket.
    const bool isInBrackets = std::any_of(m_tokens.cbegin(), m_tokens.cend(), [](const Token &t) {
        return t.kind == Token::Kind::Bracket && t.active;
    });
    const auto found = inlines::bareLink(m_source.mid(m_pos));
    if (isInBrackets || !found)
        return false;
    addLink(found->text,
            found->text.startsWith(u"www.") ? u"https://"_s + found->text : found->text);
    m_pos += found->length;
    return true;
}

void Parser::takeDelimiters()
{
    const QChar mark = m_source[m_pos];
    qsizetype end = m_pos;
    while (end < m_source.size() && m_source[end] == mark)
        ++end;
    const QChar before = m_pos > 0 ? m_source[m_pos - 1] : QChar(u' ');
    const QChar after = end < m_source.size() ? m_source[end] : QChar(u' ');
    const bool left = !after.isSpace() && (!inlines::isPunctuation(after) || before.isSpace() ||
                                           inlines::isPunctuation(before));
    const bool right = !before.isSpace() && (!inlines::isPunctuation(before) || after.isSpace() ||
                                             inlines::isPunctuation(after));
    Token token;
    token.kind = Token::Kind::Delimiter;
    token.mark = mark;
    token.count = end - m_pos;
    if (mark == u'_') {
        token.canOpen = left && (!right || inlines::isPunctuation(before));
        token.canClose = right && (!left || inlines::isPunctuation(after));
    } else {
        // A single tilde means "about" in replies far more often than a deletion.
        const bool counts = mark == u'*' || token.count == 2;
        token.canOpen = left && counts;
        token.canClose = right && counts;
    }
    m_tokens.push_back(token);
    m_pos = end;
}

void Parser::takeLineEnd()
{
    bool hard = false;
    if (!m_tokens.empty() && m_tokens.back().kind == Token::Kind::Text) {
        QString &text = m_tokens.back().text;
        qsizetype spaces = 0;
        while (spaces < text.size() && text[text.size() - 1 - spaces] == u' ')
            ++spaces;
        text.chop(spaces);
        hard = spaces >= 2;
    }
    addText(hard ? QStringView(u"\u2028") : QStringView(u" "));
    ++m_pos;
}

void Parser::takeCloseBracket()
{
    ++m_pos;
    size_t open = m_tokens.size();
    while (open > 0 &&
           !(m_tokens[open - 1].kind == Token::Kind::Bracket && m_tokens[open - 1].active))
        --open;
    qsizetype end = m_pos;
    QString target;
    if (open == 0 || !matchLink(m_tokens[open - 1], end, target)) {
        if (open > 0)
            m_tokens[open - 1].active = false;
        addText(u"]");
        return;
    }
    --open;
    pairDelimiters(m_tokens, open + 1);
    Token &start = m_tokens[open];
    if (start.image && open + 1 == m_tokens.size())
        addText(target);
    const bool image = m_tokens[open].image;
    m_tokens[open].kind = Token::Kind::LinkStart;
    m_tokens[open].link = int(m_targets.size());
    m_targets.append(target);
    Token token;
    token.kind = Token::Kind::LinkEnd;
    m_tokens.push_back(token);
    m_pos = end;
    if (image)
        return;
    for (size_t i = 0; i < open; ++i) {
        if (m_tokens[i].kind == Token::Kind::Bracket && !m_tokens[i].image)
            m_tokens[i].active = false;
    }
}

bool Parser::matchLink(const Token &bracket, qsizetype &end, QString &target) const
{
    if (const auto tail = inlines::linkTail(m_source.mid(m_pos))) {
        end = m_pos + tail->length;
        target = tail->text;
        return true;
    }
    const QStringView rest = m_source.mid(m_pos);
    if (m_openEnd && rest.startsWith(u'(') && !rest.contains(u')') && !rest.contains(u'\n')) {
        end = m_source.size();
        return true;
    }
    if (m_definitions.isEmpty())
        return false;
    QStringView label = m_source.sliced(bracket.position, m_pos - 1 - bracket.position);
    if (m_pos < m_source.size() && m_source[m_pos] == u'[') {
        const qsizetype close = m_source.indexOf(u']', m_pos);
        if (close > m_pos) {
            if (close > m_pos + 1)
                label = m_source.sliced(m_pos + 1, close - m_pos - 1);
            end = close + 1;
        }
    }
    const auto found = m_definitions.constFind(block::foldedLabel(label));
    if (found == m_definitions.cend())
        return false;
    target = *found;
    return true;
}

void Parser::addText(QStringView text)
{
    if (m_tokens.empty() || m_tokens.back().kind != Token::Kind::Text)
        m_tokens.push_back(Token{});
    m_tokens.back().text.append(text);
}

void Parser::addLink(const QString &text, const QString &target)
{
    Token start;
    start.kind = Token::Kind::LinkStart;
    start.link = int(m_targets.size());
    m_targets.append(target);
    m_tokens.push_back(start);
    addText(text);
    Token end;
    end.kind = Token::Kind::LinkEnd;
    m_tokens.push_back(end);
}

} // namespace

InlineText parseInline(QStringView source, const LinkDefinitions &definitions, bool openEnd)
{
    return Parser(source, definitions, openEnd).run();
}

} // namespace litedeck
