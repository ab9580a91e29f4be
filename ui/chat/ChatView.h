// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SignalConnections.h"
#include "core/board/ErrorBoard.h"
#include "core/chat/ChatSession.h"
#include "core/conversation/TurnTree.h"
#include "core/errors/WayOut.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace litedeck {

class Composer;
class EmptyState;
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
    void setInvitation(Billing billing);
    /// Puts a notice of the page above those of the chat.
    void addNotice(QWidget *notice);
    /// The turn that the composer's text is to be a new version of; empty for none.
    const TurnId &editedTurn() const { return m_editing; }
    /// Says something above the composer until it is closed.
    void showNotice(const QString &text, const QString &action = {});

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
    void deleteTurn(const TurnId &id);
    void undoDelete();
    void tellDeleted();
    void onRetryScheduled(const TurnId &id, const RetryPlan &plan);
    void onInquiryStarted(const TurnId &id, const Error &cause);
    void onLinkActivated(const QString &link);
    void edit(const TurnId &id);
    void beginEdit(const TurnId &id);
    void leaveEdit();
    void endEdit();
    void regenerate(const TurnId &id);
    bool isFree();
    void tellError(const TurnId &id);
    void retry(const TurnId &id);
    void onQueueChanged(const ErrorOrigin &origin);
    void decorate(const Turn &turn);
    void showCost(const Turn &turn);
    void onPriced();
    ErrorOrigin originOf(const TurnId &id) const;
    void updateWaiting();

    TurnQueue &m_queue;
    Pricing &m_pricing;
    Clock &m_clock;
    QPointer<ChatSession> m_session;
    SignalConnections m_fromSession;
    ConversationId m_opening; ///< See opening().
    QStackedLayout *m_stack;
    EmptyState *m_invitation;
    EmptyState *m_openingState;
    QVBoxLayout *m_below; ///< The notices and the composer.
    TranscriptView *m_transcript;
    OpenJobBar *m_jobBar;
    InlineNotice *m_notice; ///< Says what was deleted and offers to undo it.
    Composer *m_composer;
    TurnId m_editing; ///< See editedTurn().
    /// An earlier message that was edited and not sent, while something else is shown.
    struct LeftEdit
    {
        QString text;
        QList<Attachment> attachments;
    };
    QHash<TurnId, LeftEdit> m_leftEdits;
    QHash<ConversationId, TurnId> m_editings; ///< What was edited when another chat was shown.
    QHash<ConversationId, QList<TurnId>> m_deleted; ///< What can be brought back, the last last.
    std::unique_ptr<Timer> m_patience; ///< Most chats open before words about it could be read.
    std::unique_ptr<Timer> m_ticker;
    QString m_retryText; ///< What is said instead of the waiting time while a retry is scheduled.
};

} // namespace litedeck
