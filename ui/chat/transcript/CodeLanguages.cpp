// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/CodeHighlighter.h"

#include <QHash>
#include <QString>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Names
{
    const char *file;
    const char *names; ///< Parted by spaces; what models write after a fence.
};

// Languages without a definition of their own borrow the nearest one.
constexpr Names Table[] = {
    {"ada", "ada adb ads"},
    {"asm", "asm nasm assembly"},
    {"awk", "awk gawk"},
    {"bat", "bat batch cmd dosbatch"},
    {"c", "c"},
    {"caml", "caml ocaml ml mli fsharp f# fs"},
    {"cobol", "cobol cbl"},
    {"coffeescript", "coffee coffeescript"},
    {"conf", "yaml yml conf config nginx apache env dotenv"},
    {"cpp", "cpp c++ cc cxx h hpp hxx hh objc objective-c cuda arduino ino"},
    {"csharp", "csharp c# cs"},
    {"css", "css scss sass less"},
    {"d", "d dlang"},
    {"desktop", "ini toml desktop editorconfig systemd"},
    {"diff", "diff patch"},
    {"erlang", "erlang erl elixir ex exs"},
    {"feature", "gherkin feature cucumber"},
    {"fortran", "fortran f90 f95 f77"},
    {"glsl", "glsl hlsl shader wgsl"},
    {"go", "go golang"},
    {"groovy", "groovy gradle jenkinsfile"},
    {"haskell", "haskell hs"},
    {"haxe", "haxe hx"},
    {"html", "html htm xhtml vue svelte"},
    {"java", "java dart"},
    {"javascript", "javascript js jsx mjs cjs typescript ts tsx node"},
    {"json", "json jsonc json5 jsonl ndjson"},
    {"latex", "latex tex bibtex"},
    {"lisp", "lisp elisp emacs-lisp common-lisp clojure clj"},
    {"log", "log syslog"},
    {"lua", "lua"},
    {"m4", "m4 autoconf"},
    {"makefile", "makefile make mk cmake"},
    {"pascal", "pascal delphi"},
    {"perl", "perl pl pm"},
    {"php", "php"},
    {"po", "po pot gettext"},
    {"postscript", "postscript ps"},
    {"prolog", "prolog"},
    {"properties", "properties"},
    {"proto", "proto protobuf"},
    {"python", "python py python3 py3 pyi ipython starlark bazel"},
    {"r", "r rlang"},
    {"ruby", "ruby rb rails"},
    {"rust", "rust rs"},
    {"scala", "scala sc kotlin kt kts swift"},
    {"scheme", "scheme scm racket"},
    {"sh", "sh bash shell ksh console terminal shell-session dockerfile docker containerfile"},
    {"sml", "sml"},
    {"sql", "sql mysql postgres postgresql plsql psql sqlite tsql"},
    {"tcl", "tcl tk"},
    {"texinfo", "texinfo texi"},
    {"vala", "vala"},
    {"vbscript", "vbscript vb vba vbnet"},
    {"vim", "vim viml vimscript"},
    {"xml", "xml svg xaml rss plist xsd xslt qrc ui"},
    {"zsh", "zsh"},
};

QHash<QString, QByteArray> definitionsByName()
{
    QHash<QString, QByteArray> definitions;
    for (const Names &row : Table) {
        for (const auto name : QLatin1StringView(row.names).tokenize(' '_L1))
            definitions.insert(name.toString(), QByteArray(row.file) + ".lang"_ba);
    }
    return definitions;
}

} // namespace

QByteArray languageDefinition(QStringView name)
{
    static const QHash<QString, QByteArray> definitions = definitionsByName();
    QString folded = name.toString().toLower();
    if (folded.startsWith("language-"_L1))
        folded.remove(0, 9);
    while (folded.startsWith(u'{') || folded.startsWith(u'.'))
        folded.remove(0, 1);
    // A file's name or options may follow, as in "python:main.py" or "rust,ignore".
    for (qsizetype i = 0; i < folded.size(); ++i) {
        if (u":,;{}()"_s.contains(folded[i])) {
            folded.truncate(i);
            break;
        }
    }
    return definitions.value(folded);
}

} // namespace litedeck
