// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/conversation/AttachmentFile.h"
#include "core/conversation/DraftFile.h"
#include "ui/chat/ComposerHint.h"

#include <QFrame>
#include <QStringList>

#include <memory>

class QPushButton;

namespace litedeck {

class AttachmentBar;
class ElidedLabel;
class IconButton;
class MessageEdit;
class ModelChoice;

/// Where a message is written: a field that grows with its text, files that go along, the model,
/// and one button that is Send or Stop. Enter sends and Shift+Enter makes a new line, or as set;
/// Escape stops.
class Composer : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)

public:
    explicit Composer(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    /// What is to be kept: the text; while a message is edited the draft that waits, or without one
    /// what became of the message.
    QString draft() const;
    MessageEdit *edit() const { return m_text; }
    QList<Attachment> attachments() const;
    void setAttachments(const QList<Attachment> &attachments);
    /// Where they came from, and those that are still being read.
    AttachmentBar *attachmentBar() const { return m_files; }
    /// Puts it after the others, of the draft also while a message is edited.
    void appendFile(const DraftFile &file);
    /// Whether nothing is written and no file goes along.
    bool isEmpty() const;

    ModelChoice *models() const { return m_model; }
    /// The chosen one.
    ModelAlias model() const;

    /// Whether Enter sends; otherwise Ctrl+Enter does, and Enter makes a new line.
    void setSendOnEnter(bool sendOnEnter);
    void setBusy(bool busy);
    /// While not empty, text and files are taken, but there is no chat yet that they could be sent
    /// to; says why. Whatever else is a hold.
    void setUnready(const QString &reason);
    /// Whether nothing of the reply is there while busy, so that stopping keeps nothing.
    void setAwaiting(bool awaiting);
    /// Puts the text of an earlier message in place of the draft, until endEdit() or Escape.
    void beginEdit(const QString &text, const QList<Attachment> &attachments);
    /// Brings the draft back; does nothing while no message is edited.
    void endEdit();
    bool isEditing() const { return m_line.isEditing; }
    /// While not empty, sending is held and the reason is shown; the text stays. A hold that is
    /// only advice comes with a button to send anyway.
    void setHold(const QString &reason, bool isAdvice = false);

    /// What sending is estimated to take, shown while there is something to send: the first of
    /// these that fits. `details` is for the tool tip.
    void setEstimate(const QStringList &estimates, const QString &details);
    /// Marks the button of the settings when the chat has any.
    void setHasSettings(bool hasSettings);

signals:
    void textChanged();
    void attachmentsChanged();
    /// The user wants to insert a text of the prompt library.
    void promptsRequested();
    /// A slash was typed at the beginning, and not inserted.
    void slashTyped();
    void sendRequested(const QString &text);
    void stopRequested();
    void editCancelled();
    void settingsRequested();
    void modelChosen(const litedeck::ModelAlias &model);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Keys that press the button wherever the focus is on the page.
    void addShortcut(IconButton *button, const QKeySequence &keys);
    void requestSend();
    void askForFiles();
    void updateButton();

    AttachmentBar *m_files;
    MessageEdit *m_text;
    ModelChoice *m_model;
    IconButton *m_attach;
    IconButton *m_prompts;
    IconButton *m_settings;
    ElidedLabel *m_hint;
    QPushButton *m_anyway;
    IconButton *m_button;
    QString m_draft;  ///< What waits while a message is edited, with its files.
    QString m_edited; ///< The message as it was.
    QList<DraftFile> m_draftFiles;
    ComposerHint m_line;
    QString m_estimateDetails;
    bool m_holdIsAdvice = false;
};

} // namespace litedeck
