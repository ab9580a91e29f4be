// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ChatPage.h"

#include "chat/ChatView.h"
#include "chat/Composer.h"
#include "chat/ConversationListModel.h"
#include "chat/ConversationSearch.h"
#include "chat/ConversationSettingsDialog.h"
#include "exchange/ConversationExchange.h"
#include "gateway/Gateway.h"
#include "settings/Settings.h"
#include "team/TeamMonitor.h"
#include "team/TeamWords.h"
#include "widgets/ButtonRole.h"
#include "widgets/Icon.h"
#include "widgets/IconButton.h"
#include "widgets/Theme.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr int SideWidth = 240;
constexpr int NarrowSideWidth = 180;
constexpr int NarrowBelow = 900;
} // namespace

ChatPage::ChatPage(ChatLibrary &library, TurnQueue &queue, const Gateway &gateway,
                   const TeamMonitor &monitor, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_monitor(monitor)
    , m_settings(settings)
    , m_newChat(settings, gateway.server(), gateway.team())
    , m_model(new ConversationListModel(library, this))
    , m_search(new ConversationSearch(library, gateway.clock()))
    , m_exchange(new ConversationExchange(library, this))
    , m_list(new QListView)
    , m_side(new QWidget)
    , m_view(new ChatView(queue, gateway.clock()))
{
    setObjectName(u"chatPage"_s);

    auto *newChat = new QPushButton(icon(u"new-chat"_s), tr("New chat"));
    newChat->setObjectName(u"newChat"_s);
    newChat->setAccessibleName(tr("New chat"));
    newChat->setToolTip(tr("Begin another conversation (Ctrl+N)"));

    auto *importChats = new IconButton(u"import"_s, tr("Import chats"));
    importChats->setObjectName(u"importChats"_s);
    auto *beginning = new QHBoxLayout;
    beginning->setSpacing(Spacing::XS);
    beginning->addWidget(newChat, 1);
    beginning->addWidget(importChats);

    m_list->setObjectName(u"conversations"_s);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);

    auto *sideColumn = new QVBoxLayout(m_side);
    sideColumn->setContentsMargins(Spacing::M, Spacing::M, 0, Spacing::M);
    sideColumn->setSpacing(Spacing::S);
    sideColumn->addLayout(beginning);
    sideColumn->addWidget(m_search);
    sideColumn->addWidget(m_list, 1);
    m_side->setFixedWidth(SideWidth);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Spacing::S);
    row->addWidget(m_side);
    row->addWidget(m_view, 1);

    auto *shortcut = new QShortcut(QKeySequence::New, this);
    connect(shortcut, &QShortcut::activated, this, &ChatPage::beginNew);
    auto *searchShortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this);
    connect(searchShortcut, &QShortcut::activated, m_search, &ConversationSearch::focusField);
    connect(m_search, &ConversationSearch::chosen, this, &ChatPage::onHitChosen);
    connect(m_search, &ConversationSearch::activeChanged, this, [this, sideColumn](bool active) {
        m_list->setVisible(!active);
        sideColumn->setStretchFactor(m_search, active ? 1 : 0);
    });
    connect(newChat, &QPushButton::clicked, this, &ChatPage::beginNew);
    connect(importChats, &IconButton::clicked, m_exchange,
            &ConversationExchange::importConversations);
    connect(m_exchange, &ConversationExchange::imported, m_view, &ChatView::showNotice);
    connect(m_list, &QListView::clicked, this, &ChatPage::onListActivated);
    connect(m_list, &QListView::activated, this, &ChatPage::onListActivated);
    connect(m_list, &QListView::customContextMenuRequested, this, &ChatPage::onContextMenu);
    connect(m_view, &ChatView::firstMessage, this, &ChatPage::onFirstMessage);
    connect(m_view, &ChatView::jobRequested, this, &ChatPage::jobRequested);
    connect(m_view, &ChatView::errorRequested, this, &ChatPage::errorRequested);
    connect(m_view, &ChatView::wayOutRequested, this, &ChatPage::wayOutRequested);
    connect(m_view->composer(), &Composer::modelChosen, this,
            [this](const ModelAlias &model) { m_settings.set(Keys::DefaultModel, model.value); });
    connect(m_view->composer(), &Composer::settingsRequested, this, &ChatPage::askForSettings);
    connect(m_view, &ChatView::sessionChanged, this, &ChatPage::onSettingsChanged);
    connect(&m_library, &ChatLibrary::opened, this, &ChatPage::onOpened);
    connect(&m_monitor, &TeamMonitor::changed, this, &ChatPage::onTeamChanged);
    m_view->composer()->setModel({m_settings.get(Keys::DefaultModel)});
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
    m_list->clearSelection();
    m_list->setCurrentIndex({});
    m_view->setSession(nullptr);
    m_view->composer()->focusText();
}

void ChatPage::onFirstMessage(const QString &text)
{
    ChatSession *session = m_library.create(m_view->composer()->model(), m_newChat.settings());
    m_newChat.renew();
    m_wanted = session->conversation().id;
    m_view->setSession(session);
    if (!session->send(text).isEmpty())
        m_view->composer()->setText({});
    select(m_wanted);
}

void ChatPage::showConversation(const ConversationId &id)
{
    m_opensModels = false;
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
    m_library.open(id);
    select(id);
}

void ChatPage::onOpened(ChatSession *session)
{
    // Another one may have been chosen while this one was read from disk.
    if (session->conversation().id != m_wanted)
        return;
    if (m_view->session() != session) {
        m_view->setSession(session);
        m_view->composer()->focusText();
    }
    if (std::exchange(m_opensModels, false))
        m_view->composer()->openModels();
    if (const TurnId turn = std::exchange(m_wantedTurn, {}); !turn.isEmpty())
        m_view->showTurn(turn);
}

void ChatPage::onHitChosen(const SearchHit &hit)
{
    m_wantedTurn = hit.turn;
    showConversation(hit.conversation);
}

void ChatPage::onListActivated(const QModelIndex &index)
{
    showConversation({index.data(ConversationListModel::IdRole).toString()});
}

void ChatPage::select(const ConversationId &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (index.data(ConversationListModel::IdRole).toString() == id.value)
            m_list->setCurrentIndex(index);
    }
}

void ChatPage::onContextMenu(const QPoint &position)
{
    const QPersistentModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"edit"_s), tr("Rename…"), this, [this, index] { askToRename(index); });
    const ConversationId id{index.data(ConversationListModel::IdRole).toString()};
    menu->addAction(icon(u"export"_s), tr("Export…"), this,
                    [this, id] { m_exchange->exportConversation(id); });
    menu->addAction(icon(u"trash"_s), tr("Delete…"), this, [this, index] { askToRemove(index); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ChatPage::askToRename(const QModelIndex &index)
{
    const ConversationId id{index.data(ConversationListModel::IdRole).toString()};
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename conversation"));
    dialog->setLabelText(tr("Title:"));
    dialog->setTextValue(index.data(Qt::DisplayRole).toString());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id](const QString &title) {
        if (!title.trimmed().isEmpty())
            m_library.rename(id, title.trimmed());
    });
    dialog->open();
}

void ChatPage::askToRemove(const QModelIndex &index)
{
    const ConversationId id{index.data(ConversationListModel::IdRole).toString()};
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Delete conversation"),
                                tr("Delete “%1” from this computer? Its jobs stay on the server.")
                                    .arg(index.data(Qt::DisplayRole).toString()),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *confirm = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    setButtonRole(confirm, ButtonRole::Danger);
    connect(confirm, &QPushButton::clicked, this, [this, id] {
        const bool isShown = m_view->session() == m_library.session(id) && m_wanted == id;
        if (isShown)
            beginNew();
        m_library.remove(id);
    });
    box->open();
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
}

void ChatPage::askForSettings()
{
    const auto account = m_monitor.team() ? std::optional(m_monitor.team()->balance) : std::nullopt;
    auto *dialog = new ConversationSettingsDialog(shownSettings(), account, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConversationSettingsDialog::chosen, this, &ChatPage::setShownSettings);
    connect(dialog, &ConversationSettingsDialog::chosenAsDefault, this,
            [this](const ChatSettings &settings) { m_newChat.setDefaults(settings); });
    dialog->open();
}

void ChatPage::onTeamChanged()
{
    Composer *composer = m_view->composer();
    if (m_monitor.team())
        composer->setModels(m_monitor.team()->models);
    // Without credits the server still runs jobs, so the user may want to.
    const TeamState state = m_monitor.standing().state;
    composer->setHold(TeamWords::hold(state), state == TeamState::OutOfCredits);
}

} // namespace litedeck
