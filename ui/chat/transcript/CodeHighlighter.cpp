// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/CodeHighlighter.h"

#include <srchilite/formattermanager.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

#include <exception>
#include <mutex>
#include <optional>

namespace litedeck {

namespace {

/// The library's language parser and its count of states are global.
std::mutex &libraryMutex()
{
    static std::mutex mutex;
    return mutex;
}

struct RoleName
{
    const char *element; ///< As the library's language definitions call it.
    CodeRole role;
};

constexpr RoleName RoleNames[] = {
    {"keyword", CodeRole::Keyword},
    {"type", CodeRole::Type},
    {"usertype", CodeRole::Type},
    {"classname", CodeRole::Type},
    {"string", CodeRole::String},
    {"specialchar", CodeRole::String},
    {"regexp", CodeRole::String},
    {"path", CodeRole::String},
    {"url", CodeRole::String},
    {"value", CodeRole::String},
    {"number", CodeRole::Number},
    {"date", CodeRole::Number},
    {"comment", CodeRole::Comment},
    {"todo", CodeRole::Comment},
    {"function", CodeRole::Function},
    {"predef_func", CodeRole::Function},
    {"special_fun", CodeRole::Function},
    {"preproc", CodeRole::Meta},
    {"label", CodeRole::Meta},
    {"variable", CodeRole::Meta},
    {"predef_var", CodeRole::Meta},
    {"key", CodeRole::Meta},
    {"attribute", CodeRole::Meta},
    {"property", CodeRole::Meta},
    {"selector", CodeRole::Function},
    {"section", CodeRole::Keyword},
    {"atom", CodeRole::Meta},
};

/// Where the pieces of a line are collected, in the order of the line.
struct Collector
{
    QList<CodeSpan> spans;
    size_t at = 0;
};

class PieceFormatter : public srchilite::Formatter
{
public:
    /// Without a role the text stays plain.
    explicit PieceFormatter(Collector &collector, std::optional<CodeRole> role = {})
        : m_collector(collector)
        , m_role(role)
    {}

    void format(const std::string &text, const srchilite::FormatterParams *) override
    {
        const auto start = quint16(m_collector.at);
        const auto length = quint16(text.size());
        m_collector.at += text.size();
        if (!m_role || length == 0)
            return;
        QList<CodeSpan> &spans = m_collector.spans;
        const bool goesOn = !spans.isEmpty() && spans.last().role == *m_role &&
                            spans.last().start + spans.last().length == start;
        if (goesOn)
            spans.last().length += length;
        else
            spans.append({start, length, *m_role});
    }

private:
    Collector &m_collector;
    const std::optional<CodeRole> m_role;
};

/// The library wants a diff with its headers; what stands in a chat has none.
QList<CodeSpan> diffLine(QStringView line)
{
    const auto length = quint16(line.size());
    if (line.startsWith(u'+'))
        return {{0, length, CodeRole::Added}};
    if (line.startsWith(u'-'))
        return {{0, length, CodeRole::Removed}};
    if (line.startsWith(u"@@"))
        return {{0, length, CodeRole::Meta}};
    return {};
}

/// A byte for each UTF-16 unit, so that places stay the same. The library knows ASCII only; to it,
/// all else is letters.
std::string bytesOf(QStringView line)
{
    std::string bytes;
    bytes.reserve(size_t(line.size()));
    for (const QChar c : line)
        bytes.push_back(c.unicode() < 0x80 ? char(c.unicode()) : 'x');
    return bytes;
}

} // namespace

struct CodeLibrary::Loaded
{
    srchilite::RegexRuleFactory rules;
    srchilite::LangDefManager languages{&rules};
};

CodeLibrary::CodeLibrary()
    : m_loaded(std::make_unique<Loaded>())
{}

CodeLibrary::~CodeLibrary() = default;

struct CodeHighlighter::Machine
{
    explicit Machine(const srchilite::HighlightStatePtr &language)
        : formatters(srchilite::FormatterPtr(new PieceFormatter(collector)))
        , highlighter(language)
    {
        for (const RoleName &name : RoleNames)
            formatters.addFormatter(
                name.element, srchilite::FormatterPtr(new PieceFormatter(collector, name.role)));
        highlighter.setOptimize(false);
        highlighter.setFormatterManager(&formatters);
    }

    Collector collector;
    srchilite::FormatterManager formatters;
    srchilite::SourceHighlighter highlighter;
};

CodeHighlighter::CodeHighlighter(CodeLibrary &library, const QByteArray &definition)
    : m_isDiff(definition == "diff.lang")
{
    if (definition.isEmpty() || m_isDiff)
        return;
    const std::lock_guard lock(libraryMutex());
    try {
        m_machine = std::make_unique<Machine>(
            library.m_loaded->languages.getHighlightState(definition.toStdString()));
    } catch (const std::exception &) {
        // The data files may be missing, or a definition faulty: the code stays plain.
    }
}

CodeHighlighter::~CodeHighlighter() = default;

QList<CodeSpan> CodeHighlighter::highlight(QStringView line)
{
    if (m_isDiff && line.size() <= LongestLine)
        return diffLine(line);
    if (!m_machine || line.size() > LongestLine)
        return {};
    const std::lock_guard lock(libraryMutex());
    m_machine->collector = {};
    try {
        m_machine->highlighter.highlightParagraph(bytesOf(line));
    } catch (const std::exception &) {
        // The regex engine gives up on a line that is too hard for it.
        return {};
    }
    return m_machine->collector.spans;
}

} // namespace litedeck
