// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "core/chat/RetryDesk.h"
#include "core/chat/TurnQueue.h"
#include "core/connection/Connection.h"
#include "core/server/Server.h"
#include "core/settings/Settings.h"
#include "core/team/KeyWatch.h"
#include "core/team/TeamMonitor.h"
#include "ui/chat/AskAgain.h"
#include "ui/chat/ChatPage.h"
#include "ui/chat/ChatView.h"
#include "ui/errors/ErrorPanel.h"
#include "ui/jobs/JobsPage.h"
#include "ui/shell/AccountBar.h"
#include "ui/shell/ConnectionsButton.h"
#include "ui/shell/NavigationRail.h"
#include "ui/shell/ShellFrame.h"
#include "ui/shell/TeamNotice.h"
#include "ui/shell/WindowPages.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/words/Format.h"
#include "ui/words/RecordWords.h"

#include <QCloseEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace litedeck {

namespace {

constexpr QSize FirstSize(1180, 780);
constexpr QSize SmallestSize(720, 480);
constexpr auto AgeInterval = 10s;

} // namespace

MainWindow::MainWindow(const WindowContent &content)
    : m_content(content)
    , m_notice(new InlineNotice({}, Tone::Neutral))
    , m_teamNotice(new TeamNotice(content.monitor, content.alerts, content.settings))
    , m_frame(new ShellFrame)
    , m_pages(new WindowPages(content, *m_frame, this))
    , m_errors(new ErrorPanel(content.errors, content.clock))
    , m_ageTimer(content.clock.createTimer())
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("%1 – Litedeck").arg(content.serverName));
    setWindowIcon(appIcon());
    setMinimumSize(SmallestSize);

    m_notice->hide();
    auto *central = new QWidget;
    columnOf(central, 0, {m_notice, m_teamNotice, {m_frame, 1}});
    setCentralWidget(central);
    m_frame->setErrorPanel(m_errors);
    m_frame->rail()->setRecordsTitle(RecordWords(content.connection.server().features()).title());
    m_errors->setVisible(!content.errors.entries().isEmpty());

    connectPages();
    connectErrors();
    connect(m_ageTimer.get(), &Timer::fired, this, &MainWindow::updateAge);
    connect(m_teamNotice, &TeamNotice::activated, this, &MainWindow::comeForward);
    connect(m_teamNotice, &InlineNotice::actionRequested, this, [this] { showPage(Page::Team); });
    connect(&content.monitor, &TeamMonitor::answered, this,
            [this] { m_frame->accountBar()->setRefreshing(false); });
    connect(&content.monitor, &TeamMonitor::changed, this, &MainWindow::onTeamChanged);
    connect(&content.connection.servers(), &ServerChoice::changed, this, &MainWindow::showServer);
    connect(&content.connection.breaker(), &CircuitBreaker::stateChanged, this,
            &MainWindow::showServer);
    connect(&content.key, &KeyWatch::refused, this, &MainWindow::onTeamChanged);
    connect(&content.key, &KeyWatch::accepted, this, &MainWindow::onTeamChanged);
    onTeamChanged();
    updateAge();
    restore();
}

void MainWindow::connectPages()
{
    connect(m_frame->rail(), &NavigationRail::settingsRequested, this,
            &MainWindow::settingsRequested);
    connect(m_frame->accountBar(), &AccountBar::refreshRequested, this, [this] {
        m_frame->accountBar()->setRefreshing(true);
        m_content.monitor.refresh();
    });
    connect(m_frame->accountBar(), &AccountBar::teamRequested, this,
            [this] { showPage(Page::Team); });
    const ConnectionsButton *connections = m_frame->accountBar()->connections();
    connect(connections, &ConnectionsButton::chosen, this, &MainWindow::profileRequested);
    connect(connections, &ConnectionsButton::addRequested, this,
            &MainWindow::connectionAddRequested);
    connect(connections, &ConnectionsButton::manageRequested, this,
            &MainWindow::connectionsRequested);
    connect(m_pages, &WindowPages::jobRequested, this, &MainWindow::showJob);
    connect(m_pages, &WindowPages::profileRequested, this, &MainWindow::profileRequested);
    connect(m_pages, &WindowPages::retryRequested, this, &MainWindow::retryTurn);
    connect(m_pages, &WindowPages::turnRequested, this,
            [this](const ConversationId &conversation, const TurnId &turn) {
                showOrigin(ErrorOrigin::ofTurn(conversation, turn));
            });
}

void MainWindow::connectErrors()
{
    ErrorBoard &errors = m_content.errors;
    connect(m_errors, &ErrorPanel::visibilityWanted, m_errors, &QWidget::setVisible);
    const ChatView *chat = m_pages->chats().view();
    connect(chat, &ChatView::errorRequested, this, &MainWindow::showError);
    connect(chat, &ChatView::wayOutRequested, this, &MainWindow::takeWayOut);
    connect(m_errors, &ErrorPanel::originRequested, this, &MainWindow::showOrigin);
    connect(m_errors, &ErrorPanel::wayOutRequested, this, &MainWindow::takeWayOut);
    const auto count = [this] {
        m_frame->rail()->setCount(Page::Diagnostics,
                                  static_cast<int>(m_content.errors.entries().size()));
    };
    connect(&errors, &ErrorBoard::entryAdded, this, count);
    connect(&errors, &ErrorBoard::entryRemoved, this, count);
}

void MainWindow::restore()
{
    Settings &settings = m_content.settings;
    if (!restoreGeometry(settings.get(Keys::WindowGeometry)))
        resize(FirstSize);
    m_frame->restoreLayout(settings.get(Keys::WindowState));
    showPage(pageNamed(settings.get(Keys::LastPage)));
}

void MainWindow::setConnections(const QList<Profile> &connections, const ProfileId &open)
{
    m_frame->accountBar()->connections()->setConnections(connections, open);
}

void MainWindow::setName(const QString &name)
{
    m_content.serverName = name;
    setWindowTitle(tr("%1 – Litedeck").arg(name));
    showServer();
}

ChatPage &MainWindow::chats()
{
    return m_pages->chats();
}

void MainWindow::keepLayout()
{
    Settings &settings = m_content.settings;
    settings.set(Keys::WindowGeometry, saveGeometry());
    settings.set(Keys::WindowState, m_frame->saveLayout());
    settings.set(Keys::LastPage, pageName(m_frame->currentPage()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepLayout();
    QMainWindow::closeEvent(event);
    emit closed();
}

void MainWindow::showNotice(const QString &text, Tone tone)
{
    m_notice->setMessage(text, tone);
    m_notice->show();
}

void MainWindow::takeNotice(const QString &text)
{
    if (m_notice->accessibleName() == text)
        m_notice->hide();
}

bool MainWindow::hasNotice() const
{
    return !m_notice->isHidden();
}

void MainWindow::showPage(Page page)
{
    m_frame->setCurrentPage(page);
    if (page == Page::Chats)
        m_pages->chats().setFocus();
}

void MainWindow::showJob(const JobId &job)
{
    showPage(Page::Jobs);
    m_pages->jobs().showJob(job);
}

void MainWindow::showOrigin(const ErrorOrigin &origin)
{
    switch (origin.kind) {
    case ErrorOrigin::Kind::Turn:
    case ErrorOrigin::Kind::Conversation:
        showPage(Page::Chats);
        m_pages->chats().showConversation(origin.conversation, origin.turn);
        break;
    case ErrorOrigin::Kind::Team:
    case ErrorOrigin::Kind::Ledger:
        showPage(Page::Team);
        break;
    case ErrorOrigin::Kind::Jobs:
    case ErrorOrigin::Kind::Job:
        showPage(Page::Jobs);
        break;
    case ErrorOrigin::Kind::Server:
        showPage(Page::Diagnostics);
        break;
    }
}

void MainWindow::showError(const ErrorOrigin &origin, const Error &error)
{
    if (!m_content.errors.contains(origin, error.category))
        m_content.errors.report(origin, error);
    m_errors->show();
    m_errors->reveal(origin, error.category);
}

void MainWindow::takeWayOut(WayOut way, const ErrorOrigin &origin)
{
    switch (way) {
    case WayOut::Retry:
        askAgain(origin, ChatSession::Context::Whole);
        break;
    case WayOut::SendShorter:
        askAgain(origin, ChatSession::Context::Shorter);
        break;
    case WayOut::CancelRetry:
        m_content.retries.cancel(origin);
        break;
    case WayOut::Queue:
        m_content.queue.add(origin);
        break;
    case WayOut::ChangeKey:
        emit connectRequested();
        break;
    case WayOut::ChooseModel:
    case WayOut::ChooseLargerModel:
        showPage(Page::Chats);
        m_pages->chats().chooseModel(origin.conversation);
        break;
    }
}

void MainWindow::askAgain(const ErrorOrigin &origin, ChatSession::Context context)
{
    confirmAskingAgain(m_content.retries.costOf(origin), this, [this, origin, context] {
        if (!m_content.retries.retry(origin, context))
            showNotice(tr("This cannot be tried again now: another reply of its chat is on its "
                          "way, or its message was deleted."),
                       Tone::Neutral);
    });
}

void MainWindow::retryTurn(const ConversationId &conversation, const TurnId &turn)
{
    const ErrorOrigin origin = ErrorOrigin::ofTurn(conversation, turn);
    showOrigin(origin);
    m_content.live.withSession(
        conversation, this, [this, origin](ChatSession &) { takeWayOut(WayOut::Retry, origin); });
}

void MainWindow::comeForward()
{
    showPage(Page::Team);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::onTeamChanged()
{
    const TeamMonitor &monitor = m_content.monitor;
    AccountBar *bar = m_frame->accountBar();
    const auto &account = monitor.account();
    if (m_content.key.isRefused())
        bar->setKeyRefused();
    else
        bar->setTeamStatus(monitor.standing().state, account ? account->statusWord : QString(),
                           monitor.bound());
    bar->setAllowance(account ? account->binding() : std::nullopt, monitor.bound().unit);
    showServer();
    updateAge();
}

void MainWindow::showServer()
{
    const ServerChoice &servers = m_content.connection.servers();
    const TeamMonitor &monitor = m_content.monitor;
    //: The gateway answers at its second address, %2, since the first one does not.
    const QString name =
        servers.usesSecond()
            ? tr("%1 through %2").arg(m_content.serverName, servers.current().authority())
            : m_content.serverName;
    auto state = AccountBar::Connection::Unknown;
    if (m_content.key.isRefused())
        state = AccountBar::Connection::KeyRefused;
    else if (monitor.error())
        state = AccountBar::Connection::Offline;
    else if (m_content.connection.breaker().state() == CircuitBreaker::State::Open)
        state = AccountBar::Connection::Paused;
    else if (monitor.isConfirmed())
        state = AccountBar::Connection::Online;
    m_frame->accountBar()->setServer(name, state);
}

void MainWindow::updateAge()
{
    const TeamMonitor &monitor = m_content.monitor;
    const QDateTime then = monitor.updatedAt();
    if (then.isValid() && (monitor.error() || !monitor.isConfirmed()))
        m_frame->accountBar()->setLastKnown(formatTimeOfDay(then));
    else if (then.isValid())
        m_frame->accountBar()->setUpdated(then, m_content.clock.utcNow());
    m_ageTimer->start(AgeInterval);
}

void MainWindow::updateSeen()
{
    m_content.monitor.setVisible(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateSeen();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateSeen();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateSeen();
}

} // namespace litedeck
