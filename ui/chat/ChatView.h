// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SignalConnections.h"
#include "core/board/ErrorBoard.h"
#include "core/chat/ChatSession.h"
#include "core/conversation/TurnTree.h"
#include "core/errors/WayOut.h"
#include "ui/chat/DeletedTurns.h"
#include "ui/chat/ReplyWait.h"
#include "ui/chat/TurnEdits.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace litedeck {

class ChatStage;
class Composer;
class InlineNotice;
class OpenJobBar;
class Pricing;
class TranscriptView;
class TurnQueue;
struct EntryAction;

/// One conversation: its transcript and the composer. Shows whatever session it is given; sessions
/// go on by themselves when another one is shown.
class ChatView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatView)

public:
    /// All outlive the view.
    ChatView(TurnQueue &queue, Pricing &pricing, Clock &clock, QWidget *parent = nullptr);

    /// Null shows the invitation to begin.
    void setSession(ChatSession *session);
    ChatSession *session() const { return m_session; }
    /// Shows that a conversation is on its way from disk; setSession() follows. What is written
    /// meanwhile is for it, and is not sent before it is there.
    void setOpening(const ConversationId &id);
    /// The conversation that is being opened; empty for none.
    const ConversationId &opening() const { return m_opening; }
    /// The conversation that is being opened will not come.
    void tellNotOpened();
    /// Scrolls to a turn of the session and puts the keyboard there.
    void showTurn(const TurnId &id);
    Composer *composer() const { return m_composer; }
    /// What the view says while no session is shown: how the next chat is billed.
    void setInvitation(std::optional<Billing> billing);
    /// Puts a notice of the page above those of the chat.
    void addNotice(QWidget *notice);
    /// The turn that the composer's text is to be a new version of; empty for none.
    const TurnId &editedTurn() const { return m_edits.turn(); }
    /// Says something above the composer until it is closed.
    void showNotice(const QString &text);

signals:
    /// Another session is shown, or none, or one is being opened.
    void sessionChanged();
    void editingChanged();
    /// The user sends while no session is shown.
    void firstMessage(const QString &text);
    void jobRequested(const litedeck::JobId &job);
    void errorRequested(const litedeck::ErrorOrigin &origin, const litedeck::Error &error);
    void wayOutRequested(litedeck::WayOut way, const litedeck::ErrorOrigin &origin);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void leaveSession();
    void onSendRequested(const QString &text);
    void onTurnAdded(const Turn &turn);
    void onTurnChanged(const Turn &turn);
    void showTurns();
    void showVersions();
    void showVersionBeside(const TurnId &id, TurnId VersionPlace::*side);
    void onActionRequested(const EntryAction &action, const TurnId &id);
    void beginEdit(const TurnId &id);
    bool isFree();
    void decorate(const Turn &turn);
    /// The same for a turn that may not be of the session.
    void decorateTurn(const TurnId &id);
    void showCost(const Turn &turn);
    void onPriced();
    ErrorOrigin originOf(const TurnId &id) const;

    TurnQueue &m_queue;
    Pricing &m_pricing;
    Clock &m_clock;
    QPointer<ChatSession> m_session;
    SignalConnections m_fromSession;
    ConversationId m_opening; ///< See opening().
    TranscriptView *m_transcript;
    ChatStage *m_stage;
    QVBoxLayout *m_below; ///< The notices and the composer.
    OpenJobBar *m_jobBar;
    InlineNotice *m_notice;
    Composer *m_composer;
    TurnEdits m_edits;
    DeletedTurns m_deleted;
    ReplyWait m_wait;
};

} // namespace litedeck
