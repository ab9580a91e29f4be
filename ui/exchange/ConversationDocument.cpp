// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ConversationDocument.h"

#include "core/base/Redactor.h"
#include "core/exchange/MarkdownHtml.h"
#include "ui/words/CostLine.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::ConversationDocument)
};

// Only what QTextDocument knows too, but for the colours of a dark screen.
constexpr QStringView Style = uR"(
body { font-family: sans-serif; line-height: 1.5; max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; }
h2 { font-size: 1em; margin-top: 2em; }
pre, code { font-family: monospace; font-size: 0.92em; }
pre { background-color: #f3f4f6; padding: 0.8em; overflow-x: auto; white-space: pre-wrap; }
table { border-collapse: collapse; }
td, th { border: 1px solid #c9ccd1; padding: 0.3em 0.6em; }
blockquote { color: #57606a; margin-left: 1em; }
.prompt { white-space: pre-wrap; background-color: #eef2ff; padding: 0.6em 0.8em; }
.note { color: #57606a; font-size: 0.85em; }
)";
constexpr QStringView DarkStyle = uR"(
@media (prefers-color-scheme: dark) {
body { background-color: #16181d; color: #e6e8eb; }
a { color: #8ab4ff; }
pre { background-color: #22262e; }
.prompt { background-color: #232a45; }
.note, blockquote { color: #a3abb6; }
}
)";

/// The parts of a document, in words, before they are marked up.
struct Part
{
    enum class Kind : quint8 { Heading, Prompt, Reply, Note };

    Kind kind = Kind::Note;
    QString text;
};

QString stateNote(const Turn &turn)
{
    switch (turn.state) {
    case TurnState::Stopped:
        return Text::tr("Stopped before its end.");
    case TurnState::Failed:
    case TurnState::Interrupted:
        return turn.error ? Text::tr("Ended with an error: %1").arg(turn.error->message)
                          : Text::tr("Interrupted before its end.");
    case TurnState::Pending:
    case TurnState::Streaming:
    case TurnState::Complete:
        return {};
    }
    Q_UNREACHABLE();
}

QString attachedNote(const Turn &turn)
{
    QStringList names;
    for (const Attachment &attachment : turn.attachments)
        names += attachment.name;
    //: %1 is a list of file names.
    return names.isEmpty() ? QString() : Text::tr("Attached: %1").arg(names.join(u", "_s));
}

QList<Part> partsOf(const Conversation &conversation, Redaction &redaction)
{
    QList<Part> parts;
    const auto add = [&parts, &redaction](Part::Kind kind, const QString &text) {
        if (!text.isEmpty())
            parts.append({kind, redaction.text(text)});
    };
    if (!conversation.settings.systemPrompt.isEmpty()) {
        add(Part::Kind::Heading, Text::tr("System prompt"));
        add(Part::Kind::Prompt, conversation.settings.systemPrompt);
    }
    for (const Turn &turn : conversation.turns) {
        //: Heading above the user's own messages; %1 is a date with a time.
        add(Part::Kind::Heading, Text::tr("You, %1").arg(QLocale().toString(
                                     turn.sentAt.toLocalTime(), QLocale::ShortFormat)));
        add(Part::Kind::Prompt, turn.prompt);
        add(Part::Kind::Note, attachedNote(turn));
        add(Part::Kind::Heading, turn.model.isEmpty() ? Text::tr("Assistant") : turn.model.value);
        add(Part::Kind::Reply, turn.reply);
        add(Part::Kind::Note, stateNote(turn));
        add(Part::Kind::Note, costLine(turn));
    }
    return parts;
}

QString htmlOf(const Part &part)
{
    switch (part.kind) {
    case Part::Kind::Heading:
        return u"<h2>%1</h2>\n"_s.arg(part.text.toHtmlEscaped());
    case Part::Kind::Prompt:
        return u"<div class=\"prompt\">%1</div>\n"_s.arg(part.text.toHtmlEscaped());
    case Part::Kind::Reply:
        return u"<div>%1</div>\n"_s.arg(markdownToHtml(part.text));
    case Part::Kind::Note:
        return u"<p class=\"note\">%1</p>\n"_s.arg(part.text.toHtmlEscaped());
    }
    Q_UNREACHABLE();
}

QString markdownOf(const Part &part)
{
    switch (part.kind) {
    case Part::Kind::Heading:
        return u"## "_s + part.text;
    case Part::Kind::Note:
        return u"_"_s + QString(part.text).replace(u'_', u"\\_"_s).replace(u'\n', u' ') + u'_';
    case Part::Kind::Prompt:
    case Part::Kind::Reply:
        return part.text;
    }
    Q_UNREACHABLE();
}

/// `title` is without secrets already.
QString htmlPage(const Conversation &conversation, const QString &title, Redaction &redaction,
                 const QString &style)
{
    QString body;
    for (const Part &part : partsOf(conversation, redaction))
        body += htmlOf(part);
    return u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n"
           u"<style>%2</style></head>\n<body>\n<h1>%1</h1>\n%3</body></html>\n"_s.arg(
               title.toHtmlEscaped(), style, body);
}

} // namespace

QByteArray conversationMarkdown(const Conversation &conversation, Redaction &redaction)
{
    QStringList blocks{u"# "_s + redaction.text(conversation.title)};
    for (const Part &part : partsOf(conversation, redaction))
        blocks += markdownOf(part);
    return (blocks.join(u"\n\n"_s) + u'\n').toUtf8();
}

QByteArray conversationHtml(const Conversation &conversation, Redaction &redaction)
{
    const QString title = redaction.text(conversation.title);
    return htmlPage(conversation, title, redaction, Style.toString() + DarkStyle.toString())
        .toUtf8();
}

QByteArray conversationPdf(const Conversation &conversation, Redaction &redaction)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter));
    const QString title = redaction.text(conversation.title);
    writer.setTitle(title);
    QTextDocument document;
    document.setHtml(htmlPage(conversation, title, redaction, Style.toString()));
    document.print(&writer);
    return pdf;
}

} // namespace litedeck
