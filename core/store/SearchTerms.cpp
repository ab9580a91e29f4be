// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchTerms.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t FirstJoined = 0x0e00;    // Thai; no joined script stands before it.
constexpr char32_t ProlongedSound = 0x30fc; // Of both Kana, and of neither.

bool isWordLetter(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) || QChar::isMark(letter) ||
           QChar::category(letter) == QChar::Other_PrivateUse;
}

/// Letters of one kind that stand together: of joined scripts, or of others.
struct Segment
{
    QList<uint> letters;
    bool isJoined = false;

    QString text() const { return gram(0, letters.size()); }
    QString gram(qsizetype at, qsizetype length) const
    {
        const auto *begin = reinterpret_cast<const char32_t *>(letters.constData());
        return QString::fromUcs4(begin + at, length);
    }
};

/// The segments of a text; what is no letter parts them.
template <typename Take>
void segment(const QString &text, Take take)
{
    Segment current;
    const auto end = [&current, &take] {
        if (!current.letters.isEmpty())
            take(current);
        current.letters.clear();
    };
    for (const uint letter : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (!isWordLetter(letter)) {
            end();
            continue;
        }
        const bool belongs = QChar::isMark(letter) && !current.letters.isEmpty();
        const bool isJoined = belongs ? current.isJoined : isJoinedLetter(letter);
        if (isJoined != current.isJoined)
            end();
        current.isJoined = isJoined;
        current.letters += letter;
    }
    end();
}

/// A quoted string takes from its content all that FTS5's own language would read into it.
QString quoted(const QString &text)
{
    return u'"' + text + u'"';
}

QStringList gramsOfRun(const QString &run)
{
    QStringList grams;
    segment(run, [&grams](const Segment &segment) {
        for (qsizetype i = 0; i + 1 < segment.letters.size(); ++i)
            grams += quoted(segment.gram(i, 2));
        if (segment.letters.size() == 1)
            grams += quoted(segment.text()) + u'*';
    });
    return grams;
}

} // namespace

bool isJoinedLetter(char32_t letter)
{
    if (letter < FirstJoined)
        return false;
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
    case QChar::Script_Yi:
        return isWordLetter(letter);
    default:
        return letter == ProlongedSound;
    }
}

QString gramsOf(const QString &text)
{
    const auto mayBeJoined = [](QChar c) { return c.unicode() >= FirstJoined; };
    if (std::none_of(text.cbegin(), text.cend(), mayBeJoined))
        return {};
    QSet<QString> seen;
    QStringList grams;
    bool hasJoined = false;
    const auto add = [&seen, &grams](const QString &gram) {
        if (seen.contains(gram))
            return;
        seen.insert(gram);
        grams += gram;
    };
    segment(text, [&add, &hasJoined](const Segment &segment) {
        hasJoined = hasJoined || segment.isJoined;
        if (!segment.isJoined) {
            add(segment.text());
            return;
        }
        for (qsizetype i = 0; i + 1 < segment.letters.size(); ++i)
            add(segment.gram(i, 2));
        add(segment.gram(segment.letters.size() - 1, 1));
    });
    return hasJoined ? grams.join(u' ') : QString();
}

QString SearchTerms::wordExpression() const
{
    const bool hasRun = std::any_of(terms.cbegin(), terms.cend(), [](const SearchTerm &term) {
        return term.kind == SearchTerm::Kind::Run;
    });
    return hasRun ? QString() : gramExpression();
}

QString SearchTerms::gramExpression() const
{
    QStringList parts;
    for (const SearchTerm &term : terms) {
        switch (term.kind) {
        case SearchTerm::Kind::Beginning:
            parts += quoted(term.text) + u'*';
            break;
        case SearchTerm::Kind::Word:
            parts += quoted(term.text);
            break;
        case SearchTerm::Kind::Run:
            parts += gramsOfRun(term.text);
            break;
        }
    }
    return parts.join(u' ');
}

SearchTerms searchTermsFrom(const QString &typed)
{
    // "max_tokens" is one word, and so are "C++", "C#" and what has marks of its script in it.
    static const QRegularExpression word(
        u"[\\p{L}\\p{M}\\p{N}\\p{Co}_]+(?:[+#]+(?![\\p{L}\\p{N}]))?"_s);
    SearchTerms result;
    auto found = word.globalMatch(typed.normalized(QString::NormalizationForm_C));
    // SQLite takes an expression of so many parts only, and nobody types more.
    constexpr qsizetype MostWords = 64;
    while (found.hasNext() && result.words.size() < MostWords) {
        const QString text = found.next().captured();
        result.words += text;
        const bool hasTail = text.endsWith(u'+') || text.endsWith(u'#');
        const qsizetype before = result.terms.size();
        qsizetype longestRun = 0;
        segment(text, [&](const Segment &segment) {
            if (segment.isJoined) {
                longestRun = std::max(longestRun, segment.letters.size());
                result.terms += {SearchTerm::Kind::Run, segment.text()};
                return;
            }
            // The index parts words where no letter is, and takes marks for none (unicode61).
            static const QRegularExpression separator(u"[^\\p{L}\\p{N}\\p{Co}]+"_s);
            for (const QString &token : segment.text().split(separator, Qt::SkipEmptyParts))
                result.terms +=
                    {hasTail ? SearchTerm::Kind::Word : SearchTerm::Kind::Beginning, token};
        });
        const qsizetype parts = result.terms.size() - before;
        if (parts > 0 && (parts > 1 || hasTail || longestRun > 2))
            result.literals += text;
    }
    return result;
}

} // namespace litedeck
