// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/Composer.h"

#include "ui/chat/AttachmentBar.h"
#include "ui/chat/MessageEdit.h"
#include "ui/chat/ModelChoice.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

Composer::Composer(QWidget *parent)
    : QFrame(parent)
    , m_files(new AttachmentBar)
    , m_text(new MessageEdit)
    , m_model(new ModelChoice)
    , m_attach(new IconButton(u"attach"_s, tr("Attach files")))
    , m_prompts(new IconButton(u"prompts"_s, tr("Prompts")))
    , m_settings(new IconButton(u"settings"_s, tr("Conversation settings")))
    , m_hint(new ElidedLabel)
    , m_anyway(new QPushButton(tr("Send anyway")))
    , m_button(new IconButton(u"send"_s, tr("Send")))
{
    setObjectName(u"composer"_s);

    m_text->setObjectName(u"message"_s);
    m_text->setAccessibleName(tr("Message"));
    m_text->setPlaceholderText(tr("Write a message"));
    m_text->installEventFilter(this);

    m_hint->setFont(Fonts::small());
    m_hint->setObjectName(u"composerHint"_s);
    m_hint->setMuted(true);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_attach->setObjectName(u"attach"_s);
    m_attach->setAccessibleDescription(AttachmentBar::limits());
    addShortcut(m_attach, Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    m_attach->setToolTip(m_attach->toolTip() + u'\n' + AttachmentBar::limits());
    m_prompts->setObjectName(u"insertPrompt"_s);
    addShortcut(m_prompts, Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_settings->setObjectName(u"openConversationSettings"_s);
    addShortcut(m_settings, Qt::CTRL | Qt::SHIFT | Qt::Key_S);

    m_anyway->setObjectName(u"sendAnyway"_s);
    m_anyway->setAccessibleName(tr("Send anyway"));
    m_anyway->hide();
    m_button->setObjectName(u"sendOrStop"_s);
    setButtonRole(m_button, ButtonRole::Primary);

    auto *tools =
        rowOf(nullptr, Spacing::S,
              {m_model, m_attach, m_prompts, m_settings, {m_hint, 1}, m_anyway, m_button});

    columnOf(this, Spacing::XS, {m_files, m_text, tools},
             {Spacing::M, Spacing::S, Spacing::S, Spacing::S});

    connect(m_files, &AttachmentBar::changed, this, &Composer::updateButton);
    connect(m_files, &AttachmentBar::changed, this, &Composer::attachmentsChanged);
    connect(m_files, &AttachmentBar::emptied, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_text, &MessageEdit::filesGiven, m_files, &AttachmentBar::addFiles);
    connect(m_text, &MessageEdit::imageGiven, m_files, &AttachmentBar::addImage);
    connect(m_attach, &QAbstractButton::clicked, this, &Composer::askForFiles);
    connect(m_prompts, &QAbstractButton::clicked, this, &Composer::promptsRequested);
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::updateButton);
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_button, &QAbstractButton::clicked, this, [this] {
        if (m_line.isBusy)
            emit stopRequested();
        else
            requestSend();
    });
    connect(m_anyway, &QAbstractButton::clicked, this,
            [this] { emit sendRequested(text().trimmed()); });
    connect(m_settings, &QAbstractButton::clicked, this, &Composer::settingsRequested);
    connect(m_model, &QComboBox::activated, this, [this] { emit modelChosen(model()); });
    connect(m_model, &ModelChoice::changed, this, &Composer::updateButton);
    setFocusProxy(m_text);
    updateButton();
}

void Composer::addShortcut(IconButton *button, const QKeySequence &keys)
{
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
    //: %1 is the name of a button, %2 its keys.
    button->setToolTip(
        tr("%1 (%2)").arg(button->toolTip(), keys.toString(QKeySequence::NativeText)));
}

QString Composer::text() const
{
    return m_text->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

QString Composer::draft() const
{
    if (!m_line.isEditing)
        return text();
    return m_draft.isEmpty() && text() != m_edited ? text() : m_draft;
}

QList<Attachment> Composer::attachments() const
{
    QList<Attachment> contents;
    for (const DraftFile &file : m_files->files())
        contents += file.content;
    return contents;
}

void Composer::appendFile(const DraftFile &file)
{
    if (m_line.isEditing)
        m_draftFiles += file;
    else
        m_files->appendFile(file);
}

void Composer::setAttachments(const QList<Attachment> &attachments)
{
    QList<DraftFile> files;
    for (const Attachment &attachment : attachments)
        files += DraftFile{attachment, {}};
    m_files->setFiles(files);
}

bool Composer::isEmpty() const
{
    return m_files->files().isEmpty() && text().trimmed().isEmpty();
}

void Composer::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setObjectName(u"attachDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, m_files, &AttachmentBar::addFiles);
    dialog->open();
}

ModelAlias Composer::model() const
{
    return m_model->chosen();
}

void Composer::setSendOnEnter(bool sendOnEnter)
{
    m_line.sendsOnEnter = sendOnEnter;
    updateButton();
}

void Composer::setBusy(bool busy)
{
    m_line.isBusy = busy;
    updateButton();
}

void Composer::setUnready(const QString &reason)
{
    m_line.unready = reason;
    m_model->setEnabled(reason.isEmpty());
    m_settings->setEnabled(reason.isEmpty());
    updateButton();
}

void Composer::beginEdit(const QString &text, const QList<Attachment> &attachments)
{
    if (!m_line.isEditing) {
        m_draft = this->text();
        m_draftFiles = m_files->files();
    }
    m_line.isEditing = true;
    m_edited = text;
    setText(text);
    setAttachments(attachments);
    updateButton();
}

void Composer::endEdit()
{
    if (!m_line.isEditing)
        return;
    m_line.isEditing = false;
    setText(m_draft);
    m_files->setFiles(m_draftFiles);
    updateButton();
}

void Composer::setHold(const QString &reason, bool isAdvice)
{
    m_line.hold = reason;
    m_holdIsAdvice = isAdvice;
    updateButton();
}

void Composer::setAwaiting(bool awaiting)
{
    if (std::exchange(m_line.isAwaiting, awaiting) != awaiting)
        updateButton();
}

void Composer::setEstimate(const QStringList &estimates, const QString &details)
{
    m_line.estimates = estimates;
    m_estimateDetails = details;
    updateButton();
}

void Composer::setHasSettings(bool hasSettings)
{
    m_settings->setTone(hasSettings ? Tone::Accent : Tone::Neutral);
}

void Composer::updateButton()
{
    const bool isBusy = m_line.isBusy;
    m_button->setAction(isBusy ? u"stop"_s : u"send"_s, isBusy ? tr("Stop") : tr("Send"));
    const bool isWhole = !isEmpty() && !m_files->isReading() && !model().isEmpty();
    const bool isReady = m_line.unready.isEmpty();
    m_button->setEnabled(isBusy || (isWhole && m_line.hold.isEmpty() && isReady));
    m_anyway->setVisible(!m_line.hold.isEmpty() && m_holdIsAdvice && !isBusy && isReady);
    m_anyway->setEnabled(isWhole);
    m_line.modelProblem = m_model->problem();
    m_hint->setText(m_line.text());
    m_hint->setShorter(m_line.shorter());
    m_hint->setDetails(m_line.showsEstimate() ? m_estimateDetails : QString());
}

void Composer::requestSend()
{
    if (!m_line.isBusy && m_button->isEnabled())
        emit sendRequested(text().trimmed());
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);

    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool sends = m_line.sendsOnEnter ? !(key->modifiers() & Qt::ShiftModifier)
                                           : bool(key->modifiers() & Qt::ControlModifier);
    if (isEnter && sends) {
        requestSend();
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_line.isBusy) {
        emit stopRequested();
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_line.isEditing) {
        endEdit();
        emit editCancelled();
        return true;
    }
    if (key->text() == "/"_L1 && isEmpty()) {
        emit slashTyped();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_text->hasFocus();
    const qreal width = focused ? 2.0 : 1.0;
    painter.setPen(QPen(focused ? theme.accent : theme.border, width));
    painter.setBrush(theme.surface);
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), Radius::M,
                            Radius::M);
}

} // namespace litedeck
