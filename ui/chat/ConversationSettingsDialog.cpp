// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ConversationSettingsDialog.h"

#include "ui/chat/BillingChoice.h"
#include "ui/chat/ParameterForm.h"
#include "ui/chat/PromptPicker.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/TextField.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr QSize FirstSize(580, 760);
constexpr int SystemPromptLines = 4;
} // namespace

ConversationSettingsDialog::ConversationSettingsDialog(const ChatSettings &settings,
                                                       const ChargeRule &charges,
                                                       const MessagePrice &price,
                                                       PromptLibrary &prompts, QWidget *parent)
    : QDialog(parent)
    , m_systemPrompt(new TextField(tr("System prompt"), u"systemPrompt"_s, SystemPromptLines, this))
    , m_parameters(new ParameterForm(this))
    , m_billing(new BillingChoice(charges, price, this))
    , m_asDefault(new QCheckBox(tr("Use as default for new chats"), this))
{
    setObjectName(u"conversationSettings"_s);
    setWindowTitle(tr("Conversation settings"));
    m_systemPrompt->edit()->setPlaceholderText(tr("Not set"));
    m_systemPrompt->edit()->setPlainText(settings.systemPrompt);
    m_systemPrompt->setHint(tr("Goes before every message of this chat"));
    auto *insert = new IconButton(u"prompts"_s, tr("Insert a prompt"), this);
    insert->setObjectName(u"insertSystemPrompt"_s);
    m_systemPrompt->addControl(insert);
    setTabOrder(m_systemPrompt->edit(), insert);
    connect(insert, &QAbstractButton::clicked, this, [this, &prompts] {
        offerPrompts(prompts, m_systemPrompt->edit(), m_systemPrompt->edit());
    });
    m_parameters->setParameters(settings.parameters);
    m_billing->setBilling(settings.billing);
    m_asDefault->setObjectName(u"useAsDefault"_s);
    m_asDefault->setAccessibleName(m_asDefault->text());
    build();
    m_systemPrompt->edit()->setFocus();
}

void ConversationSettingsDialog::hideBilling()
{
    m_billing->hide();
}

void ConversationSettingsDialog::build()
{
    auto *title = new QLabel(tr("Conversation settings"), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Fonts::title());
    auto *words = new MutedLabel(tr("They hold from the next message on. What is not set is not "
                                    "sent, and the server decides."),
                                 this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"settingsCancel"_s);
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *save = new QPushButton(tr("Save"), this);
    save->setObjectName(u"settingsSave"_s);
    save->setAccessibleName(tr("Save"));
    save->setDefault(true);
    setButtonRole(save, ButtonRole::Primary);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);

    auto *content = new QWidget(this);
    columnOf(content, Spacing::M,
             {{m_systemPrompt, 1},
              Gap{Spacing::XS},
              m_parameters,
              Gap{Spacing::XS},
              new SectionHeading(tr("Billing"), content),
              m_billing},
             {Spacing::XL, 0, Spacing::XL, 0});
    // On a low screen the form scrolls, and the buttons stay in sight.
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"settingsScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto *head = columnOf(nullptr, Spacing::XS, {title, words}, {Spacing::XL, 0, Spacing::XL, 0});
    auto *buttons = rowOf(nullptr, Spacing::S, {m_asDefault, Stretch{}, cancel, save},
                          {Spacing::XL, 0, Spacing::XL, 0});
    columnOf(this, Spacing::L, {head, {scroll, 1}, buttons}, {0, Spacing::XL, 0, Spacing::L});
    resize(FirstSize);
}

ChatSettings ConversationSettingsDialog::settings() const
{
    const QString prompt = m_systemPrompt->edit()->toPlainText();
    return {.systemPrompt = prompt.trimmed().isEmpty() ? QString() : prompt,
            .parameters = m_parameters->parameters(),
            .billing = m_billing->billing()};
}

void ConversationSettingsDialog::accept()
{
    if (!m_parameters->check())
        return;
    QDialog::accept();
    emit chosen(settings());
    if (m_asDefault->isChecked())
        emit chosenAsDefault(settings());
}

} // namespace litedeck
