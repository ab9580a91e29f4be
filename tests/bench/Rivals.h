// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/CodeColorist.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/TranscriptView.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>

#include <memory>
#include <utility>

namespace litedeck::bench {

/// Something that shows a reply while it streams.
class Rival
{
public:
    Rival() = default;
    virtual ~Rival() = default;
    Q_DISABLE_COPY_MOVE(Rival)

    virtual QWidget &widget() = 0;
    virtual void append(const QString &text) = 0;
    /// One frame: takes in what was appended.
    virtual void update() {}
    /// Work counted rather than timed.
    virtual quint64 layouts() { return 0; }
    virtual bool isIdle() { return true; }
};

/// Litedeck's transcript.
class Product : public Rival
{
public:
    Product()
    {
        Turn turn;
        turn.id.value = QStringLiteral("turn");
        turn.prompt = QStringLiteral("Question");
        turn.state = TurnState::Streaming;
        view.setTurns({turn});
    }

    QWidget &widget() override { return view; }
    void append(const QString &text) override { view.appendReply({QStringLiteral("turn")}, text); }
    void update() override { view.processPendingText(); }
    quint64 layouts() override
    {
        return view.stack().at(0).layoutsMade() + view.stack().at(1).layoutsMade();
    }
    bool isIdle() override
    {
        return !view.stack().at(1).hasUnread() && view.stack().frame().colorist->isIdle();
    }

    TranscriptView view;
};

/// The floor: plain text put at the end of an editor, without any Markdown.
class PlainInsert : public Rival
{
public:
    PlainInsert()
    {
        m_edit.setReadOnly(true);
        m_edit.setLineWrapMode(QPlainTextEdit::WidgetWidth);
    }

    QWidget &widget() override { return m_edit; }
    void append(const QString &text) override { m_new += text; }
    void update() override
    {
        QTextCursor cursor(m_edit.document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(std::exchange(m_new, {}));
        m_edit.verticalScrollBar()->setValue(m_edit.verticalScrollBar()->maximum());
    }

private:
    QPlainTextEdit m_edit;
    QString m_new;
};

/// The same in a browser, whose layout can do rich text.
class RichInsert : public Rival
{
public:
    QWidget &widget() override { return m_browser; }
    void append(const QString &text) override { m_new += text; }
    void update() override
    {
        QTextCursor cursor(m_browser.document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(std::exchange(m_new, {}));
        m_browser.verticalScrollBar()->setValue(m_browser.verticalScrollBar()->maximum());
    }

private:
    QTextBrowser m_browser;
    QString m_new;
};

/// What most Qt programs do: the whole text as Markdown again for each frame.
class SetMarkdown : public Rival
{
public:
    QWidget &widget() override { return m_browser; }
    void append(const QString &text) override { m_text += text; }
    void update() override
    {
        m_browser.setMarkdown(m_text);
        m_browser.verticalScrollBar()->setValue(m_browser.verticalScrollBar()->maximum());
    }

private:
    QTextBrowser m_browser;
    QString m_text;
};

/// The same as cheap as it can be had: the text is read into a document that nothing shows yet, so
/// that it is laid out once rather than after each of its parts.
class SetMarkdownAside : public Rival
{
public:
    QWidget &widget() override { return m_browser; }
    void append(const QString &text) override { m_text += text; }
    void update() override
    {
        auto document = std::make_unique<QTextDocument>();
        document->setMarkdown(m_text, QTextDocument::MarkdownDialectGitHub);
        m_browser.setDocument(document.get());
        m_document = std::move(document);
        m_browser.verticalScrollBar()->setValue(m_browser.verticalScrollBar()->maximum());
    }

private:
    std::unique_ptr<QTextDocument> m_document; ///< Outlives the browser.
    QTextBrowser m_browser;
    QString m_text;
};

} // namespace litedeck::bench
