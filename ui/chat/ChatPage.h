// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ChatCatalogue.h"
#include "core/chat/LiveChats.h"
#include "core/chat/NewChat.h"
#include "core/chat/Pricing.h"
#include "core/chat/PromptLibrary.h"
#include "core/server/Features.h"
#include "core/settings/EndpointMemory.h"
#include "ui/chat/DraftKeeper.h"
#include "ui/chat/NextCostHint.h"

#include <QWidget>

namespace litedeck {

class ChatView;
class ConversationExchange;
class ConversationSide;
class Connection;
class InlineNotice;
class JobCostsBook;
class LedgerHistory;
class Settings;
class TeamMonitor;
class TurnQueue;

/// The chat page: the list of conversations beside the one that is shown.
class ChatPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatPage)

public:
    /// All outlive the page.
    ChatPage(ChatCatalogue &catalogue, LiveChats &live, TurnQueue &queue,
             const Connection &connection, const TeamMonitor &monitor, LedgerHistory &ledger,
             const JobCostsBook &costs, Settings &settings, QWidget *parent = nullptr);

    /// Shows the conversation and puts the focus into the composer.
    /// Goes to the turn, when one is given.
    void showConversation(const ConversationId &id, const TurnId &turn = {});
    /// The conversation that is shown or being opened; none when a new one is begun.
    const ConversationId &shownConversation() const { return m_wanted; }
    /// Shows the conversation and opens its list of models.
    void chooseModel(const ConversationId &id);
    /// What asks for jobs, errors and ways out.
    const ChatView *view() const { return m_view; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A chat that can be brought back.
    struct RemovedChat
    {
        ConversationId id;
        QString title;
        bool wasShown = false; ///< When it was deleted.
    };

    void open(const ConversationId &id);
    void beginNew();
    void onFirstMessage(const QString &text);
    void onOpened(ChatSession *session);
    void remove(const ConversationId &id, const QString &title);
    void undoRemove();
    /// Says which chat was deleted last, and offers to bring it back.
    void tellRemoved();
    void onTeamChanged();
    /// A new chat begins with a model that the team may use.
    void chooseForNewChat();
    const ChatSettings &shownSettings() const;
    void askForSettings();
    void setShownSettings(const ChatSettings &settings);
    void onSettingsChanged();
    void offerPromptsAfter(const QString &typed);

    ChatCatalogue &m_catalogue;
    LiveChats &m_live;
    const TeamMonitor &m_monitor;
    Settings &m_settings;
    const Features m_features;
    const EndpointMemory m_endpoints;
    Pricing m_pricing;
    NewChat m_newChat;
    ConversationExchange *m_exchange;
    ConversationSide *m_side;
    InlineNotice *m_deletedNotice; ///< Says which chat was deleted and offers to undo it.
    ChatView *m_view;
    PromptLibrary m_prompts;
    DraftKeeper m_drafts;
    NextCostHint m_nextCost;
    QList<RemovedChat> m_removed; ///< The chat that was deleted last is the last one.
    TurnId m_wantedTurn;          ///< To scroll to once its conversation is shown.
    ConversationId m_wanted;      ///< The conversation that is being opened.
    bool m_opensModels = false;   ///< Once it is open, its models are to be chosen from.
};

} // namespace litedeck
