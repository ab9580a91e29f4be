// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ConversationExchange.h"

#include "core/base/Background.h"
#include "core/base/Clock.h"
#include "core/base/Redactor.h"
#include "core/chat/ChatCatalogue.h"
#include "core/exchange/ConversationFile.h"
#include "core/store/StoredChats.h"
#include "ui/exchange/ConversationDocument.h"
#include "ui/exchange/ExportDialog.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// A name that every file system takes.
QString fileNameFrom(const QString &title)
{
    constexpr qsizetype Longest = 60;
    static const QRegularExpression unsafe(u"[^\\w .-]+"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    const QString name = QString(title).replace(unsafe, u" "_s).simplified().left(Longest);
    return name.isEmpty() ? u"chat"_s : name;
}

/// What a file held, or why it could not be opened, in the system's words.
struct FileContent
{
    QString problem;
    Expected<ImportedConversations, ImportProblem> result;
};

Expected<ImportedConversations, ImportProblem> readDatabase(const QString &path)
{
    using Kind = ImportProblem::Kind;
    const auto chats = readStoredChats(path);
    if (!chats && chats.error().kind == StoreErrorKind::Newer)
        return Unexpected{ImportProblem{.kind = Kind::Newer}};
    if (!chats || chats->conversations.isEmpty())
        return Unexpected{ImportProblem{.kind = Kind::Empty}};
    const Salvaged &salvaged = chats->salvaged;
    return ImportedConversations{.conversations = chats->conversations,
                                 .lostMessages = salvaged.knownMessages - salvaged.messages};
}

FileContent readFile(const QString &path, const QDateTime &now)
{
    // To open a pipe would wait until somebody writes into it.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return {ConversationExchange::tr("It is not a file."), Unexpected{ImportProblem()}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {file.errorString(), Unexpected{ImportProblem()}};
    if (isChatDatabase(path))
        return {{}, readDatabase(path)};
    if (file.size() > MostImportBytes)
        return {{}, Unexpected{ImportProblem{.kind = ImportProblem::Kind::TooLarge}}};
    return {{}, readConversations(file.readAll(), now)};
}

QString problemText(const ImportProblem &problem)
{
    switch (problem.kind) {
    case ImportProblem::Kind::TooLarge:
        return ConversationExchange::tr(
                   "It is larger than %1. Import its conversations one by one.")
            .arg(QLocale().formattedDataSize(MostImportBytes));
    case ImportProblem::Kind::NotJson:
        //: %1 is a place in a file, %2 the parser's words.
        return ConversationExchange::tr("It is not JSON: at byte %1, %2.")
            .arg(QLocale().toString(problem.offset), problem.detail);
    case ImportProblem::Kind::Foreign:
        return ConversationExchange::tr(
            "It is JSON, but neither a file that Litedeck exported nor a list of messages with "
            "“role” and “content”.");
    case ImportProblem::Kind::Newer:
        return ConversationExchange::tr("A newer Litedeck wrote it. Update Litedeck to import it.");
    case ImportProblem::Kind::Malformed:
        //: %1 says what was expected where in the file.
        return ConversationExchange::tr("Part of it does not fit: %1.").arg(problem.detail);
    case ImportProblem::Kind::Empty:
        return ConversationExchange::tr("There is no conversation in it.");
    }
    Q_UNREACHABLE();
}

void tellProblem(const QString &path, const QString &problem, QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::Warning, ConversationExchange::tr("Import"),
                                //: %1 is a file, %2 why it cannot be imported.
                                ConversationExchange::tr("Nothing was imported from %1. %2")
                                    .arg(QDir::toNativeSeparators(path), problem),
                                QMessageBox::Close, window);
    box->setObjectName(u"importFailed"_s);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QString forOthersText(qsizetype secrets)
{
    if (secrets == 0)
        return ConversationExchange::tr("Exported. No keys or passwords were found in it.");
    return ConversationExchange::tr("Exported. %n secret(s) were taken out.", nullptr,
                                    static_cast<int>(secrets));
}

/// A format that is written whole, but for the connection's own key, or without any secret.
ExportFormat exportFormat(const QString &name, const QString &suffix, const Redactor &redactor,
                          const std::function<QByteArray(Redaction &)> &write)
{
    const auto content = [write](const Redactor &with) {
        Redaction redaction(with);
        const QByteArray bytes = write(redaction);
        return ExportContent{bytes, redaction.count()};
    };
    ExportFormat format;
    format.name = name;
    format.suffix = suffix;
    format.content = [content, own = redactor.ofLiveSecrets()] { return content(own).bytes; };
    format.contentForOthers = [content, redactor] { return content(redactor); };
    return format;
}

/// `known` of what was read was here already.
QString successText(const ImportedConversations &imported, int known)
{
    QString text = ConversationExchange::tr("%n conversation(s) imported.", nullptr,
                                            static_cast<int>(imported.conversations.size()));
    if (imported.skippedMessages > 0)
        //: Follows "2 conversations imported."
        text += u' ' + ConversationExchange::tr("%n message(s) of tools were left out.", nullptr,
                                                imported.skippedMessages);
    if (known > 0)
        //: Follows "2 conversations imported."
        text += u' ' +
                ConversationExchange::tr("%n are here already and were left out.", nullptr, known);
    if (imported.lostMessages > 0)
        //: Follows "2 conversations imported."
        text += u' ' + ConversationExchange::tr("%n message(s) could not be read.", nullptr,
                                                imported.lostMessages);
    return text;
}

} // namespace

ConversationExchange::ConversationExchange(ChatCatalogue &catalogue, const Redactor &redactor,
                                           Clock &clock, QWidget *window)
    : QObject(window)
    , m_catalogue(catalogue)
    , m_redactor(redactor)
    , m_clock(clock)
    , m_window(window)
{}

void ConversationExchange::exportConversation(const ConversationId &id)
{
    m_catalogue.read(id, this, [this](const Conversation &conversation) {
        const auto format = [&](const QString &name, const QString &suffix, const auto &write) {
            return exportFormat(name, suffix, m_redactor, [conversation, write](Redaction &with) {
                return write(conversation, with);
            });
        };
        const auto file = [now = m_clock.utcNow()](const Conversation &whole, Redaction &with) {
            return conversationFile({whole}, now, with);
        };
        QList<ExportFormat> formats{
            format(tr("Markdown"), u"md"_s, conversationMarkdown),
            format(tr("Web page"), u"html"_s, conversationHtml),
            format(tr("PDF"), u"pdf"_s, conversationPdf),
            //: A file that Litedeck can import again.
            format(tr("JSON, to import again"), u"json"_s, file),
        };
        // What is to be imported again is for the user himself, and whole.
        formats.last().isForOthers = false;
        auto *dialog = new ExportDialog(tr("Export chat"), fileNameFrom(conversation.title),
                                        formats, m_window);
        dialog->onWrittenForOthers(
            [this](qsizetype secrets) { emit exported(forOthersText(secrets)); });
        dialog->open();
    });
}

void ConversationExchange::importConversations()
{
    auto *dialog = new QFileDialog(m_window, tr("Import chats"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Chats (*.json *.sqlite)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ConversationExchange::importFrom);
    dialog->open();
}

void ConversationExchange::importFrom(const QString &path)
{
    inBackground([path, now = m_clock.utcNow()] { return readFile(path, now); }, this,
                 [this, path](const FileContent &content) {
                     if (!content.problem.isEmpty()) {
                         tellProblem(path, content.problem, m_window);
                     } else if (!content.result) {
                         tellProblem(path, problemText(content.result.error()), m_window);
                     } else {
                         add(*content.result);
                     }
                 });
}

void ConversationExchange::add(ImportedConversations imported)
{
    const auto known = imported.conversations.removeIf(
        [this](const Conversation &read) { return m_catalogue.contains(read.id); });
    const auto tell = [exchange = QPointer(this),
                       text = successText(imported, static_cast<int>(known))] {
        if (exchange)
            emit exchange->imported(text);
    };
    if (imported.conversations.isEmpty())
        tell();
    else
        m_catalogue.add(imported.conversations, tell);
}

} // namespace litedeck
