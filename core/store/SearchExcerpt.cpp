// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchExcerpt.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

// In UTF-16 units.
constexpr qsizetype MostRead = 1'000'000;
constexpr qsizetype MostBefore = 40;
constexpr qsizetype MostShown = 120;
constexpr qsizetype Slice = 600; ///< Blanks and marks of Markdown take part of it.

/// Walks over the letters of a text.
class Letters
{
public:
    explicit Letters(QStringView text)
        : m_text(text)
    {}

    bool hasNext() const { return m_index < m_text.size(); }
    qsizetype index() const { return m_index; }
    char32_t peek() const
    {
        const QChar unit = m_text.at(m_index);
        return isPair() ? QChar::surrogateToUcs4(unit, m_text.at(m_index + 1)) : unit.unicode();
    }
    char32_t next()
    {
        const char32_t letter = peek();
        m_index += isPair() ? 2 : 1;
        return letter;
    }

private:
    bool isPair() const
    {
        return m_text.at(m_index).isHighSurrogate() && m_index + 1 < m_text.size() &&
               m_text.at(m_index + 1).isLowSurrogate();
    }

    QStringView m_text;
    qsizetype m_index = 0;
};

/// As the index folds letters: without case and accents.
char32_t folded(char32_t letter)
{
    constexpr char32_t Ascii = 0x80;
    if (letter >= Ascii) {
        const QString parts = QChar::decomposition(letter);
        const bool isCanonical = QChar::decompositionTag(letter) == QChar::Canonical;
        if (!parts.isEmpty() && isCanonical && !parts.front().isSurrogate())
            return folded(parts.front().unicode());
    }
    return QChar::toLower(letter);
}

bool isToken(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) || QChar::category(letter) == QChar::Other_PrivateUse;
}

QList<uint> foldedLetters(QStringView text)
{
    QList<uint> letters;
    for (Letters it(text); it.hasNext();) {
        const char32_t letter = it.next();
        if (!QChar::isMark(letter))
            letters += folded(letter);
    }
    return letters;
}

/// Looks for terms in a text from its beginning on.
class Finder
{
public:
    explicit Finder(const QList<SearchTerm> &terms)
        : m_terms(terms)
    {
        for (const SearchTerm &term : terms)
            m_letters += foldedLetters(term.text);
    }

    /// Calls `found(term, match)` for each match of a word, in order, until that returns false.
    template <typename Found>
    void findWords(QStringView text, Found found) const
    {
        Letters it(text);
        while (it.hasNext()) {
            const qsizetype start = it.index();
            char32_t letter = it.next();
            if (!isToken(letter))
                continue;
            const bool isJoined = isJoinedLetter(letter);
            QList<uint> token{folded(letter)};
            qsizetype end = it.index();
            while (it.hasNext()) {
                letter = it.peek();
                const bool isMark = QChar::isMark(letter);
                if (!isMark && (!isToken(letter) || isJoinedLetter(letter) != isJoined))
                    break;
                it.next();
                end = it.index();
                if (!isMark)
                    token += folded(letter);
            }
            for (qsizetype i = 0; i < m_terms.size(); ++i) {
                if (isIn(token, i) &&
                    !found(i, {static_cast<int>(start), static_cast<int>(end - start)}))
                    return;
            }
        }
    }

    /// The first places of the terms; -1 of those that are not there.
    QList<qsizetype> firstPlaces(QStringView text) const
    {
        QList<qsizetype> places(m_terms.size(), -1);
        qsizetype missing = 0;
        for (qsizetype i = 0; i < m_terms.size(); ++i) {
            if (m_terms.at(i).kind == SearchTerm::Kind::Run)
                places[i] = text.indexOf(m_terms.at(i).text, 0, Qt::CaseInsensitive);
            else
                ++missing;
        }
        if (missing > 0) {
            findWords(text, [&places, &missing](qsizetype term, const SearchMatch &match) {
                if (places.at(term) < 0) {
                    places[term] = match.start;
                    --missing;
                }
                return missing > 0;
            });
        }
        return places;
    }

    /// All matches in a short text, in order and apart from each other.
    QList<SearchMatch> matches(const QString &text) const
    {
        QList<SearchMatch> all;
        findWords(text, [&all](qsizetype, const SearchMatch &match) {
            all += match;
            return true;
        });
        for (const SearchTerm &term : m_terms) {
            if (term.kind != SearchTerm::Kind::Run)
                continue;
            const auto length = term.text.size();
            for (qsizetype at = 0; (at = text.indexOf(term.text, at, Qt::CaseInsensitive)) >= 0;
                 at += length)
                all += {static_cast<int>(at), static_cast<int>(length)};
        }
        std::sort(all.begin(), all.end(), [](const SearchMatch &a, const SearchMatch &b) {
            return std::pair(a.start, -a.length) < std::pair(b.start, -b.length);
        });
        QList<SearchMatch> apart;
        for (const SearchMatch &match : std::as_const(all)) {
            if (apart.isEmpty() || match.start >= apart.last().start + apart.last().length)
                apart += match;
        }
        return apart;
    }

private:
    bool isIn(const QList<uint> &token, qsizetype term) const
    {
        const QList<uint> &letters = m_letters.at(term);
        switch (m_terms.at(term).kind) {
        case SearchTerm::Kind::Beginning:
            return token.size() >= letters.size() &&
                   std::equal(letters.cbegin(), letters.cend(), token.cbegin());
        case SearchTerm::Kind::Word:
            return token == letters;
        case SearchTerm::Kind::Run:
            return false;
        }
        Q_UNREACHABLE();
    }

    const QList<SearchTerm> &m_terms;
    QList<QList<uint>> m_letters;
};

/// A piece of Markdown as a line of words.
QString plainLine(QString piece)
{
    static const QRegularExpression emphasis(u"\\*+|`+|~~"_s);
    static const QRegularExpression blocks(
        u"^\\s*(?:#{1,6}|>|[-+])\\s+|^[|:\\s-]*-{3,}[|:\\s-]*$|\\|"_s,
        QRegularExpression::MultilineOption);
    return piece.remove(emphasis).replace(blocks, u" "_s).simplified();
}

/// Where a text may be cut: before a word that begins at `from` or later, unless that is far.
qsizetype wordAt(QStringView text, qsizetype from, qsizetype last)
{
    for (qsizetype at = from; at < last; ++at) {
        if (text.at(at).isSpace())
            return at + 1;
    }
    return from < text.size() && text.at(from).isLowSurrogate() ? from + 1 : from;
}

SearchExcerpt cut(const QString &text, qsizetype first, const Finder &finder)
{
    const qsizetype begin =
        first <= MostBefore ? 0 : wordAt(text, first - MostBefore, std::max<qsizetype>(0, first));
    QString line = plainLine(text.sliced(begin, std::min(Slice, text.size() - begin)));
    const bool goesOn = begin + Slice < text.size() || line.size() > MostShown;
    if (line.size() > MostShown) {
        const qsizetype blank = line.lastIndexOf(u' ', MostShown);
        line.truncate(blank > MostShown / 2 ? blank : MostShown);
    }
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    SearchExcerpt excerpt{(begin > 0 ? u"…"_s : QString()) + line + (goesOn ? u"…"_s : QString()),
                          {}};
    excerpt.matches = finder.matches(excerpt.text);
    return excerpt;
}

} // namespace

SearchExcerpt excerptOf(const QStringList &texts, const QList<SearchTerm> &terms)
{
    const Finder finder(terms);
    qsizetype best = -1;
    qsizetype most = -1;
    qsizetype first = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QList<qsizetype> places = finder.firstPlaces(QStringView(texts.at(i)).left(MostRead));
        const qsizetype found = std::count_if(places.cbegin(), places.cend(),
                                              [](qsizetype place) { return place >= 0; });
        if (found <= most)
            continue;
        most = found;
        best = i;
        first = std::numeric_limits<qsizetype>::max();
        for (const qsizetype place : places)
            first = place >= 0 ? std::min(first, place) : first;
        if (found == 0)
            first = 0;
    }
    return best < 0 ? SearchExcerpt() : cut(texts.at(best), first, finder);
}

} // namespace litedeck
