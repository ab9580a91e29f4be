// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatPage.h"

#include "core/connection/Connection.h"
#include "core/settings/Settings.h"
#include "core/team/TeamMonitor.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ConversationList.h"
#include "ui/chat/ConversationSettingsDialog.h"
#include "ui/chat/ConversationSide.h"
#include "ui/chat/MessageEdit.h"
#include "ui/chat/ModelChoice.h"
#include "ui/chat/PromptPicker.h"
#include "ui/exchange/ConversationExchange.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/TeamWords.h"

#include <QResizeEvent>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr int SideWidth = 240;
constexpr int NarrowSideWidth = 180;
constexpr int NarrowBelow = 900;
} // namespace

ChatPage::ChatPage(ChatCatalogue &catalogue, LiveChats &live, TurnQueue &queue,
                   const Connection &connection, const TeamMonitor &monitor, LedgerHistory &ledger,
                   const JobCostsBook &costs, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_live(live)
    , m_monitor(monitor)
    , m_settings(settings)
    , m_features(connection.server().features())
    , m_endpoints(settings, connection.url(), connection.clock())
    , m_pricing(connection.server(), connection.clock(), monitor, ledger, costs, m_endpoints)
    , m_newChat(settings, connection.url(), connection.team())
    , m_exchange(
          new ConversationExchange(catalogue, connection.redactor(), connection.clock(), this))
    , m_side(new ConversationSide(catalogue, connection.clock()))
    , m_deletedNotice(new InlineNotice({}, Tone::Neutral))
    , m_view(new ChatView(queue, m_pricing, connection.clock()))
    , m_prompts(settings)
    , m_drafts(*m_view, m_newChat, live, connection.clock())
    , m_nextCost(*m_view, m_newChat, m_pricing)
{
    setObjectName(u"chatPage"_s);

    m_side->setFixedWidth(SideWidth);
    m_deletedNotice->setObjectName(u"deletedNotice"_s);
    m_deletedNotice->setAction(tr("Undo"));
    m_deletedNotice->setToolTip(tr("Ctrl+Z in the list of chats brings the last one back"));
    m_deletedNotice->hide();
    m_view->addNotice(m_deletedNotice);

    rowOf(this, Spacing::S, {m_side, {m_view, 1}});

    auto *shortcut = new QShortcut(QKeySequence::New, this);
    connect(shortcut, &QShortcut::activated, this, &ChatPage::beginNew);
    connect(m_side, &ConversationSide::newRequested, this, &ChatPage::beginNew);
    connect(m_side, &ConversationSide::hitChosen, this,
            [this](const SearchHit &hit) { showConversation(hit.conversation, hit.turn); });
    connect(m_side, &ConversationSide::importRequested, m_exchange,
            &ConversationExchange::importConversations);
    connect(m_exchange, &ConversationExchange::imported, m_view, &ChatView::showNotice);
    connect(m_exchange, &ConversationExchange::exported, m_view, &ChatView::showNotice);
    const ConversationList *list = m_side->list();
    connect(list, &ConversationList::chosen, this,
            [this](const ConversationId &id) { showConversation(id); });
    connect(list, &ConversationList::removeRequested, this, &ChatPage::remove);
    connect(list, &ConversationList::undoRequested, this, &ChatPage::undoRemove);
    connect(list, &ConversationList::exportRequested, m_exchange,
            &ConversationExchange::exportConversation);
    connect(m_deletedNotice, &InlineNotice::actionRequested, this, &ChatPage::undoRemove);
    connect(m_view, &ChatView::firstMessage, this, &ChatPage::onFirstMessage);
    connect(m_view->composer(), &Composer::modelChosen, this,
            [this](const ModelAlias &model) { m_settings.set(Keys::DefaultModel, model.value); });
    connect(m_view->composer(), &Composer::settingsRequested, this, &ChatPage::askForSettings);
    connect(m_view->composer(), &Composer::promptsRequested, this,
            [this] { offerPromptsAfter({}); });
    connect(m_view->composer(), &Composer::slashTyped, this, [this] { offerPromptsAfter(u"/"_s); });
    connect(m_view, &ChatView::sessionChanged, this, &ChatPage::onSettingsChanged);
    connect(m_view, &ChatView::sessionChanged, this, &ChatPage::chooseForNewChat);
    connect(&m_live, &LiveChats::opened, this, &ChatPage::onOpened);
    connect(&m_live, &LiveChats::notOpened, this, [this](const ConversationId &id) {
        if (id == m_view->opening())
            m_view->tellNotOpened();
    });
    connect(&m_live, &LiveChats::turnSettled, &m_pricing, &Pricing::noteMessage);
    connect(&m_monitor, &TeamMonitor::changed, this, &ChatPage::onTeamChanged);
    m_view->composer()->models()->choose({m_settings.get(Keys::DefaultModel)});
    m_view->composer()->setSendOnEnter(m_settings.get(Keys::SendOnEnter));
    connect(&m_settings, &Settings::changed, this,
            [this] { m_view->composer()->setSendOnEnter(m_settings.get(Keys::SendOnEnter)); });
    setFocusProxy(m_view->composer());
    onSettingsChanged();
    onTeamChanged();
}

void ChatPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(event->size().width() < NarrowBelow ? NarrowSideWidth : SideWidth);
}

void ChatPage::beginNew()
{
    m_wanted = {};
    m_side->list()->select({});
    m_view->setSession(nullptr);
    m_view->composer()->setFocus();
}

void ChatPage::onFirstMessage(const QString &text)
{
    Composer *composer = m_view->composer();
    const QList<Attachment> attachments = composer->attachments();
    composer->setAttachments({});
    ChatSession *session = m_live.create(composer->model(), m_newChat.settings());
    m_wanted = session->conversation().id;
    m_view->setSession(session);
    m_newChat.renew();
    session->send(text, attachments);
    m_side->list()->select(m_wanted);
}

void ChatPage::showConversation(const ConversationId &id, const TurnId &turn)
{
    m_opensModels = false;
    m_wantedTurn = turn;
    open(id);
}

void ChatPage::chooseModel(const ConversationId &id)
{
    m_opensModels = true;
    open(id);
}

void ChatPage::open(const ConversationId &id)
{
    m_wanted = id;
    m_live.open(id);
    const ChatSession *shown = m_view->session();
    if (shown == nullptr || shown->conversation().id != id) {
        m_view->setOpening(id);
        m_view->composer()->setFocus();
    }
    m_side->list()->select(id);
}

void ChatPage::onOpened(ChatSession *session)
{
    // Another one may have been chosen while this one was read from disk.
    if (session->conversation().id != m_wanted)
        return;
    if (m_view->session() != session) {
        m_view->setSession(session);
        m_view->composer()->setFocus();
    }
    if (std::exchange(m_opensModels, false))
        m_view->composer()->models()->open();
    if (const TurnId turn = std::exchange(m_wantedTurn, {}); !turn.isEmpty())
        m_view->showTurn(turn);
}

void ChatPage::remove(const ConversationId &id, const QString &title)
{
    const bool wasShown = m_wanted == id;
    if (wasShown) {
        // What is written there is saved before it goes.
        m_wanted = {};
        m_view->setSession(nullptr);
    }
    m_catalogue.remove(id);
    // The row after it is where the keyboard is now, but not what is shown.
    if (wasShown)
        m_side->list()->clearSelection();
    m_removed.append({id, title, wasShown});
    tellRemoved();
}

void ChatPage::tellRemoved()
{
    m_deletedNotice->setVisible(!m_removed.isEmpty());
    if (m_removed.isEmpty())
        return;
    const QString &last = m_removed.constLast().title;
    const int others = static_cast<int>(m_removed.size()) - 1;
    m_deletedNotice->setMessage(
        others == 0 ? tr("Deleted “%1”").arg(last)
                    //: %1 is the title of a chat, %n how many were deleted before it.
                    : tr("Deleted “%1”, and %n more before it", nullptr, others).arg(last),
        Tone::Neutral);
}

void ChatPage::undoRemove()
{
    if (!m_catalogue.restore())
        return;
    const RemovedChat back = m_removed.takeLast();
    tellRemoved();
    if (back.wasShown)
        showConversation(back.id);
    else
        m_side->list()->select(back.id);
    m_side->list()->setFocus();
}

void ChatPage::chooseForNewChat()
{
    // The default may be of another team, or another server.
    const bool isNew = m_view->session() == nullptr && m_view->opening().isEmpty();
    if (isNew && !m_view->composer()->models()->isOffered())
        m_view->composer()->models()->chooseOffered();
}

const ChatSettings &ChatPage::shownSettings() const
{
    const ChatSession *session = m_view->session();
    return session != nullptr ? session->conversation().settings : m_newChat.settings();
}

void ChatPage::setShownSettings(const ChatSettings &settings)
{
    if (ChatSession *session = m_view->session())
        session->setSettings(settings);
    else
        m_newChat.setSettings(settings);
    onSettingsChanged();
}

void ChatPage::onSettingsChanged()
{
    m_view->composer()->setHasSettings(shownSettings() != ChatSettings());
    m_view->setInvitation(m_features.jobs ? std::optional(shownSettings().billing) : std::nullopt);
    m_nextCost.onContextChanged();
}

void ChatPage::offerPromptsAfter(const QString &typed)
{
    Composer *composer = m_view->composer();
    // A slash is only a slash for those who keep no prompts.
    if (!typed.isEmpty() && m_prompts.prompts().isEmpty())
        composer->edit()->insertPlainText(typed);
    else
        offerPrompts(m_prompts, composer->edit(), composer, typed);
}

void ChatPage::askForSettings()
{
    const MessagePrice price = m_pricing.ofMessage(m_view->composer()->model());
    auto *dialog = new ConversationSettingsDialog(shownSettings(), m_pricing.charges(), price,
                                                  m_prompts, this);
    if (!m_features.jobs)
        dialog->hideBilling();
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConversationSettingsDialog::chosen, this, &ChatPage::setShownSettings);
    connect(dialog, &ConversationSettingsDialog::chosenAsDefault, this,
            [this](const ChatSettings &settings) { m_newChat.setDefaults(settings); });
    dialog->open();
}

void ChatPage::onTeamChanged()
{
    Composer *composer = m_view->composer();
    if (m_monitor.account())
        composer->models()->offer(m_monitor.account()->models);
    chooseForNewChat();
    // Without credits a server with a ledger still runs jobs, so the user may want to; one with
    // budgets refuses.
    const TeamState state = m_monitor.standing().state;
    composer->setHold(TeamWords::of(state, m_monitor.bound()).hold,
                      state == TeamState::OutOfCredits && m_features.ledger);
}

} // namespace litedeck
