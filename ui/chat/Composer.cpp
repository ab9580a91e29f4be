// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/Composer.h"

#include "ui/chat/AttachmentBar.h"
#include "ui/chat/MessageEdit.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString notOfferedText(const ModelAlias &model)
{
    //: %1 is a model such as "gpt-4o".
    return Composer::tr("The team may not use %1: choose another model").arg(model.value);
}

} // namespace

Composer::Composer(QWidget *parent)
    : QFrame(parent)
    , m_files(new AttachmentBar)
    , m_text(new MessageEdit)
    , m_model(new QComboBox)
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

    m_model->setObjectName(u"model"_s);
    m_model->setAccessibleName(tr("Model"));
    m_model->setToolTip(tr("The model that answers the next message"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToContents);

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

    auto *tools = new QHBoxLayout;
    tools->setSpacing(Spacing::S);
    tools->addWidget(m_model);
    tools->addWidget(m_attach);
    tools->addWidget(m_prompts);
    tools->addWidget(m_settings);
    tools->addWidget(m_hint, 1);
    tools->addWidget(m_anyway);
    tools->addWidget(m_button);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::M, Spacing::S, Spacing::S, Spacing::S);
    column->setSpacing(Spacing::XS);
    column->addWidget(m_files);
    column->addWidget(m_text);
    column->addLayout(tools);

    connect(m_files, &AttachmentBar::changed, this, &Composer::updateButton);
    connect(m_files, &AttachmentBar::changed, this, &Composer::attachmentsChanged);
    connect(m_files, &AttachmentBar::emptied, this, &Composer::focusText);
    connect(m_text, &MessageEdit::filesGiven, m_files, &AttachmentBar::addFiles);
    connect(m_text, &MessageEdit::imageGiven, m_files, &AttachmentBar::addImage);
    connect(m_attach, &QAbstractButton::clicked, this, &Composer::askForFiles);
    connect(m_prompts, &QAbstractButton::clicked, this, &Composer::promptsRequested);
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::onTextChanged);
    connect(m_button, &QAbstractButton::clicked, this, &Composer::onButtonClicked);
    connect(m_anyway, &QAbstractButton::clicked, this,
            [this] { emit sendRequested(text().trimmed()); });
    connect(m_settings, &QAbstractButton::clicked, this, &Composer::settingsRequested);
    connect(m_model, &QComboBox::activated, this, [this] { emit modelChosen(model()); });
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
    if (!m_editing)
        return text();
    return m_draft.isEmpty() && text() != m_edited ? text() : m_draft;
}

void Composer::focusText()
{
    m_text->setFocus();
}

QList<Attachment> Composer::attachments() const
{
    QList<Attachment> contents;
    for (const DraftFile &file : files())
        contents += file.content;
    return contents;
}

const QList<DraftFile> &Composer::files() const
{
    return m_files->files();
}

void Composer::setFiles(const QList<DraftFile> &files)
{
    m_files->setFiles(files);
}

void Composer::prependFiles(const QList<DraftFile> &files)
{
    m_files->prependFiles(files);
}

void Composer::appendFile(const DraftFile &file)
{
    if (m_editing)
        m_draftFiles += file;
    else
        m_files->appendFile(file);
}

bool Composer::isReadingFiles() const
{
    return m_files->isReading();
}

std::unique_ptr<AttachmentReader> Composer::takeReader()
{
    return m_files->takeReader();
}

void Composer::tell(const AttachmentProblem &problem)
{
    m_files->tell(problem);
}

void Composer::setAttachments(const QList<Attachment> &attachments)
{
    QList<DraftFile> files;
    for (const Attachment &attachment : attachments)
        files += DraftFile{attachment, {}};
    setFiles(files);
}

void Composer::addFiles(const QStringList &paths)
{
    m_files->addFiles(paths);
}

bool Composer::isEmpty() const
{
    return files().isEmpty() && text().trimmed().isEmpty();
}

void Composer::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setObjectName(u"attachDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &Composer::addFiles);
    dialog->open();
}

void Composer::setModels(const QStringList &aliases)
{
    const ModelAlias chosen = model();
    m_offered = aliases;
    m_model->clear();
    m_model->addItems(aliases);
    if (!chosen.isEmpty())
        setModel(chosen);
    updateButton();
}

ModelAlias Composer::model() const
{
    return {m_model->currentText()};
}

void Composer::setModel(const ModelAlias &model)
{
    for (int row = m_model->count() - 1; row >= 0 && m_offered; --row) {
        const QString listed = m_model->itemText(row);
        if (listed != model.value && !m_offered->contains(listed))
            m_model->removeItem(row);
    }
    int index = m_model->findText(model.value);
    if (index < 0 && !model.isEmpty()) {
        m_model->addItem(model.value);
        index = m_model->count() - 1;
        if (m_offered)
            m_model->setItemData(index, notOfferedText(model), Qt::ToolTipRole);
    }
    m_model->setCurrentIndex(std::max(index, 0));
    updateButton();
}

bool Composer::isModelOffered() const
{
    return !m_offered || m_offered->contains(model().value);
}

void Composer::chooseOfferedModel()
{
    if (m_offered && !m_offered->isEmpty())
        setModel({m_offered->constFirst()});
}

void Composer::openModels()
{
    m_model->setFocus(Qt::ShortcutFocusReason);
    m_model->showPopup();
}

void Composer::setSendOnEnter(bool sendOnEnter)
{
    m_sendOnEnter = sendOnEnter;
    updateButton();
}

void Composer::setBusy(bool busy)
{
    m_busy = busy;
    updateButton();
}

void Composer::setUnready(const QString &reason)
{
    m_unready = reason;
    m_model->setEnabled(reason.isEmpty());
    m_settings->setEnabled(reason.isEmpty());
    updateButton();
}

void Composer::beginEdit(const QString &text, const QList<Attachment> &attachments)
{
    if (!m_editing) {
        m_draft = this->text();
        m_draftFiles = files();
    }
    m_editing = true;
    m_edited = text;
    setText(text);
    setAttachments(attachments);
    updateButton();
}

void Composer::endEdit()
{
    if (!m_editing)
        return;
    m_editing = false;
    setText(m_draft);
    setFiles(m_draftFiles);
    updateButton();
}

void Composer::setHold(const QString &reason, bool isAdvice)
{
    m_hold = reason;
    m_holdIsAdvice = isAdvice;
    updateButton();
}

void Composer::setAwaiting(bool awaiting)
{
    if (std::exchange(m_awaiting, awaiting) != awaiting)
        updateButton();
}

void Composer::setEstimate(const QStringList &estimates, const QString &details)
{
    m_estimates = estimates;
    m_estimateDetails = details;
    updateButton();
}

void Composer::setHasSettings(bool hasSettings)
{
    m_settings->setTone(hasSettings ? Tone::Accent : Tone::Neutral);
}

void Composer::onTextChanged()
{
    updateButton();
    emit textChanged();
}

void Composer::updateButton()
{
    m_button->setAction(m_busy ? u"stop"_s : u"send"_s, m_busy ? tr("Stop") : tr("Send"));
    const bool isWhole = !isEmpty() && !m_files->isReading() && !model().isEmpty();
    m_button->setEnabled(m_busy || (isWhole && m_hold.isEmpty() && m_unready.isEmpty()));
    m_anyway->setVisible(!m_hold.isEmpty() && m_holdIsAdvice && !m_busy && m_unready.isEmpty());
    m_anyway->setEnabled(isWhole);
    m_hint->setText(hint());
    QStringList shorter;
    for (const QString &estimate : showsEstimate() ? m_estimates : QStringList())
        shorter += estimateHint(estimate);
    if (m_editing && showsEstimate())
        shorter += m_estimates;
    const bool tellsOfKeys = m_unready.isEmpty() && m_hold.isEmpty() && !showsEstimate() &&
                             !lacksModel() && isModelOffered();
    if (tellsOfKeys)
        shorter += QString(); // Half a tip is none.
    m_hint->setShorter(shorter);
    m_hint->setDetails(showsEstimate() ? m_estimateDetails : QString());
}

bool Composer::lacksModel() const
{
    return m_offered && m_offered->isEmpty();
}

bool Composer::showsEstimate() const
{
    return m_unready.isEmpty() && m_hold.isEmpty() && !m_busy && isModelOffered() &&
           !m_estimates.isEmpty();
}

QString Composer::estimateHint(const QString &estimate) const
{
    //: %1 is an estimate such as "≈ 1,240 tokens, ≈ $0.0012, 1 credit".
    return m_editing ? tr("New version, Esc cancels: %1").arg(estimate) : estimate;
}

QString Composer::hint() const
{
    if (!m_unready.isEmpty())
        return m_unready;
    if (!m_hold.isEmpty())
        return m_hold;
    if (m_busy)
        return m_awaiting
                   ? tr("Esc stops waiting; the gateway may still finish and charge the call")
                   : tr("Esc stops and keeps what has arrived");
    if (lacksModel())
        return tr("The team may use no model: ask its administrator for one");
    if (!isModelOffered())
        return notOfferedText(model());
    if (showsEstimate())
        return estimateHint(m_estimates.constFirst());
    if (m_editing)
        return tr("Sends a new version of the message; the old one is kept. Esc cancels");
    return m_sendOnEnter ? tr("Enter sends, Shift+Enter starts a new line")
                         : tr("Ctrl+Enter sends");
}

void Composer::onButtonClicked()
{
    if (m_busy)
        emit stopRequested();
    else
        requestSend();
}

void Composer::requestSend()
{
    if (!m_busy && m_button->isEnabled())
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
    const bool sends = m_sendOnEnter ? !(key->modifiers() & Qt::ShiftModifier)
                                     : bool(key->modifiers() & Qt::ControlModifier);
    if (isEnter && sends) {
        requestSend();
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_busy) {
        emit stopRequested();
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_editing) {
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
