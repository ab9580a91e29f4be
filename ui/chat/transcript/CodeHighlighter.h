// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringView>

#include <memory>

namespace litedeck {

/// The file of GNU source-highlight that defines the language named after a fence ("py", "C++",
/// "language-js"); empty for a language that it does not know.
QByteArray languageDefinition(QStringView name);

/// What a piece of code is, as far as a colour of its own tells it apart.
enum class CodeRole : quint8 {
    Keyword,
    Type,
    String,
    Number,
    Comment,
    Function,
    Meta, ///< Preprocessor, annotations, variables of a shell, keys.
    Added,
    Removed,
};

/// A coloured stretch of a line, in UTF-16 units.
struct CodeSpan
{
    quint16 start = 0;
    quint16 length = 0;
    CodeRole role = CodeRole::Keyword;

    friend bool operator==(const CodeSpan &, const CodeSpan &) = default;
};

/// The languages that were loaded so far; for one thread.
class CodeLibrary
{
public:
    CodeLibrary();
    ~CodeLibrary();
    Q_DISABLE_COPY_MOVE(CodeLibrary)

private:
    friend class CodeHighlighter;
    struct Loaded;

    std::unique_ptr<Loaded> m_loaded;
};

/// Colours a block of code line by line; what is open at a line's end goes on in the next.
///
/// GNU source-highlight loads a language in up to 8 ms and needs up to 10 ms for a long line, so
/// this is no work for the main thread. Its parser is not reentrant: all instances work in turn.
class CodeHighlighter
{
public:
    /// The file that defines the language, as languageDefinition() tells; unknown ones leave all
    /// code plain. The library outlives the highlighter.
    CodeHighlighter(CodeLibrary &library, const QByteArray &definition);
    ~CodeHighlighter();
    Q_DISABLE_COPY_MOVE(CodeHighlighter)

    /// The coloured stretches of the next line, without its end; empty for a line over
    /// LongestLine, whose text is passed over.
    QList<CodeSpan> highlight(QStringView line);

    /// In UTF-16 units; the time for a line grows faster than its length.
    static constexpr qsizetype LongestLine = 300;

private:
    struct Machine;

    const bool m_isDiff;
    std::unique_ptr<Machine> m_machine; ///< Null for an unknown or faulty language.
};

} // namespace litedeck
