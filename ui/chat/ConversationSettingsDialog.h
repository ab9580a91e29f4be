// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/team/CreditRules.h"

#include <QDialog>

class QCheckBox;

namespace litedeck {

class BillingChoice;
class ParameterForm;
class PromptLibrary;
class TextField;

/// Asks what a chat is asked with, apart from its messages, and how it is booked.
class ConversationSettingsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationSettingsDialog)

public:
    /// `price` is that of a message of its own; `prompts` outlives the dialog.
    ConversationSettingsDialog(const ChatSettings &settings, const ChargeRule &charges,
                               const MessagePrice &price, PromptLibrary &prompts,
                               QWidget *parent = nullptr);

    /// For servers that know no jobs of several calls.
    void hideBilling();

    void accept() override;

signals:
    /// Accepted, with nothing wrong in it.
    void chosen(const litedeck::ChatSettings &settings);
    /// Follows chosen() when new chats are to begin with the same.
    void chosenAsDefault(const litedeck::ChatSettings &settings);

private:
    void build();
    ChatSettings settings() const;

    TextField *m_systemPrompt;
    ParameterForm *m_parameters;
    BillingChoice *m_billing;
    QCheckBox *m_asDefault;
};

} // namespace litedeck
