// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

#include "core/settings/KeychainSecretStore.h"
#include "core/settings/MemorySecretStore.h"
#include "core/settings/ServerAddress.h"
#include "core/store/ConnectionFiles.h"
#include "ui/chat/ChatPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/widgets/Theme.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QThreadPool>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

ColorScheme colorSchemeFrom(const QString &name)
{
    if (name == "light"_L1)
        return ColorScheme::Light;
    if (name == "dark"_L1)
        return ColorScheme::Dark;
    return ColorScheme::System;
}

QString loggingRules(const QString &level)
{
    const QStringList levels{u"debug"_s, u"info"_s, u"warning"_s, u"critical"_s};
    const qsizetype lowest = levels.indexOf(level);
    QString rules;
    for (qsizetype i = 0; i < levels.size(); ++i)
        rules += u"litedeck.*.%1=%2\n"_s.arg(levels.at(i), i >= lowest ? u"true"_s : u"false"_s);
    return rules;
}

} // namespace

Application::Application(QApplication &application, const CommandLine &commandLine,
                         std::unique_ptr<SecretStore> keychain)
    : m_application(application)
    , m_commandLine(commandLine)
    , m_keychain(std::move(keychain))
{
    if (!m_keychain)
        m_keychain = std::make_unique<KeychainSecretStore>();
}

Application::~Application()
{
    m_workspace.reset();
    // Qt takes all database connections away before it waits for what reads from one there.
    QThreadPool::globalInstance()->waitForDone();
}

void Application::start()
{
    m_environmentKey = MemorySecretStore::keyFromEnvironment();
    // Between the dialog that asks where to connect and the window there is none for a moment.
    QApplication::setQuitOnLastWindowClosed(false);
    if (!m_commandLine.logLevel.isEmpty())
        QLoggingCategory::setFilterRules(loggingRules(m_commandLine.logLevel));

    QString directory = m_commandLine.dataDirectory;
    if (directory.isEmpty() && m_commandLine.demoScenario) {
        m_temporary = std::make_unique<QTemporaryDir>();
        directory = m_temporary->path();
    }
    const auto data = DataDirectory::prepare(directory);
    if (!data) {
        tellUnusable(data.error().path);
        return;
    }
    m_data = *data;
    m_settings = std::make_unique<Settings>(m_data.settingsPath());
    connect(m_settings.get(), &Settings::changed, this, &Application::onSettingChanged);
    applySettings();

    m_desk = std::make_unique<ConnectionDesk>(*m_settings, *m_keychain, m_data.path, m_clock);
    connect(m_desk.get(), &ConnectionDesk::ready, this, &Application::onReady);
    connect(m_desk.get(), &ConnectionDesk::renamed, this,
            [this](const Profile &profile) { m_workspace->window().setName(profile.name); });
    connect(m_desk.get(), &ConnectionDesk::removing, this, &Application::closeWindow);
    connect(m_desk.get(), &ConnectionDesk::demoRequested, this,
            [this] { openDemo(demo::DemoScenario::names().constFirst()); });
    connect(m_desk.get(), &ConnectionDesk::givenUp, &m_application, &QApplication::quit);

    if (m_commandLine.demoScenario)
        openDemo(*m_commandLine.demoScenario);
    else if (!m_commandLine.server.isEmpty())
        openNamed(profileFromCommandLine());
    else if (!m_commandLine.profile.isEmpty())
        openByName(m_commandLine.profile);
    else if (const auto current = ConnectionList(*m_settings).current())
        openNamed(*current);
    else if (!m_settings->profiles().isEmpty())
        m_desk->manage();
    else
        m_desk->add();
}

void Application::tellUnusable(const QString &directory)
{
    auto *box = new QMessageBox(QMessageBox::Critical, tr("Litedeck"),
                                tr("%1 cannot be used to keep data. Start Litedeck with --data-dir "
                                   "and a directory that can be written.")
                                    .arg(directory),
                                QMessageBox::Close);
    box->setObjectName(u"unusableDirectory"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    connect(box, &QMessageBox::finished, this, [] { QApplication::exit(1); });
    box->open();
}

void Application::applySettings()
{
    applyTheme(m_application, colorSchemeFrom(settingsInUse().get(Keys::ColorScheme)));
}

void Application::showConnections()
{
    if (m_workspace)
        m_workspace->window().setConnections(m_settings->profiles(),
                                             m_profile ? m_profile->id : ProfileId());
}

void Application::onSettingChanged(const QString &name)
{
    if (name == Settings::ProfilesName)
        showConnections();
    if (name == Keys::ColorScheme.name)
        applySettings();
}

std::unique_ptr<Settings> Application::makeDemoSettings()
{
    if (!m_temporary)
        m_temporary = std::make_unique<QTemporaryDir>();
    // It looks as the user likes it, and the saved connections can be changed to.
    const QString path = m_temporary->filePath(u"demo.ini"_s);
    m_settings->sync();
    QFile::remove(path);
    QFile::copy(m_data.settingsPath(), path);
    auto settings = std::make_unique<Settings>(path);
    // The first model by name is the one for stress, which is no welcome.
    settings->set(Keys::DefaultModel, u"gpt-4o-mini"_s);
    connect(settings.get(), &Settings::changed, this, &Application::onSettingChanged);
    return settings;
}

void Application::openDemo(const QString &scenario)
{
    // The old workspace must not talk to a server that goes away.
    closeWindow();
    m_demo = std::make_unique<demo::DemoHost>(*demo::DemoScenario::named(scenario));
    demo::DemoGateway &gateway = m_demo->gateway();
    m_demoSettings.reset();
    m_demoSettings = makeDemoSettings();
    open({.server = gateway.baseUrl(),
          .team = {gateway.teamId()},
          .virtualKey = gateway.virtualKey(),
          .kind = gateway.kind() == demo::DemoKind::LiteLlm ? ServerKind::LiteLlmProxy
                                                            : ServerKind::SaasLiteLlm},
         {}, ConnectionFiles::database(m_data.path, {u"demo"_s}));
}

Profile Application::profileFromCommandLine() const
{
    const QUrl &server = m_commandLine.server;
    const bool isProxy = m_commandLine.team.isEmpty();
    TeamId team = m_commandLine.team;
    // Nobody knows yet whose key this is, so it must not meet somebody else's chats.
    if (isProxy && m_environmentKey)
        team = keyHolder(*m_environmentKey);
    if (const auto saved = ConnectionList(*m_settings).at(server, team))
        return *saved;
    ConnectionFiles::takeOver(m_data.path, server, team);
    // Only SaaS LiteLLM wants to hear a team's name.
    return {.id = unsavedProfileId(server, team),
            .name = isProxy ? server.authority() : team.value,
            .server = server,
            .team = team,
            .kind = isProxy ? ServerKind::LiteLlmProxy : ServerKind::SaasLiteLlm};
}

void Application::openByName(const QString &name)
{
    const QList<Profile> named = ConnectionList(*m_settings).named(name);
    if (named.size() == 1)
        openNamed(named.constFirst());
    else if (named.isEmpty())
        m_desk->manage(tr("There is no connection “%1”.").arg(name));
    else
        m_desk->manage(tr("More than one connection is called “%1”.").arg(name));
}

void Application::openNamed(const Profile &profile)
{
    const QStringList hosts = m_desk->hostsToAskFor(profile);
    if (m_commandLine.allowsHttp) {
        m_desk->allowHttpForThisRun(hosts);
    } else if (!hosts.isEmpty() && !m_commandLine.server.isEmpty()) {
        refuse(tr("http:// is not encrypted: others on the way to %1 can read the virtual key. "
                  "Use https://, or add --allow-http.")
                   .arg(hosts.join(u", "_s)));
        return;
    }
    if (m_environmentKey)
        m_desk->setKeyOfThisRun(profile.id, *m_environmentKey);
    m_desk->open(profile, true);
}

void Application::refuse(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    // The event loop does not run yet.
    const auto exit = [] { QApplication::exit(2); };
    QMetaObject::invokeMethod(this, exit, Qt::QueuedConnection);
}

void Application::onReady(const Opening &opening)
{
    const Profile &profile = opening.profile;
    ConnectionList connections(*m_settings);
    if (!opening.isForThisRun && connections.find(profile.id))
        connections.setCurrent(profile.id);
    // A key that was mended, say: what was shown is shown again.
    const bool isSame = m_workspace && m_profile && m_profile->id == profile.id;
    const ConversationId shown =
        isSame ? m_workspace->window().chats().shownConversation() : ConversationId();
    closeWindow();
    m_demoSettings.reset();
    applySettings();
    open({.server = profile.server,
          .team = profile.team,
          .virtualKey = opening.key,
          .secondServer = profile.secondServer,
          .kind = profile.kind},
         profile, ConnectionFiles::database(m_data.path, profile.id));
    if (!shown.isEmpty())
        m_workspace->window().chats().showConversation(shown);
    if (!opening.notice.isEmpty())
        m_workspace->window().showNotice(opening.notice, Tone::Warning);
}

void Application::closeWindow()
{
    if (m_workspace)
        m_workspace->window().keepLayout();
    m_desk->setOpen(nullptr, {});
    m_profile.reset();
    m_workspace.reset();
}

void Application::open(const GatewayAddress &address, const std::optional<Profile> &profile,
                       const QString &databasePath)
{
    // Two workspaces cannot have the same database open.
    closeWindow();
    const QString name = profile ? profile->name : tr("Demo");
    m_workspace =
        std::make_unique<Workspace>(address, name, databasePath, settingsInUse(), m_clock);
    m_profile = profile;
    MainWindow &window = m_workspace->window();
    showConnections();
    m_desk->setOpen(&window, profile);
    connect(&window, &MainWindow::closed, &m_application, &QApplication::quit);
    connect(&window, &MainWindow::settingsRequested, this, &Application::showSettings);
    connect(&window, &MainWindow::connectRequested, m_desk.get(), &ConnectionDesk::editOpen);
    connect(&window, &MainWindow::connectionAddRequested, m_desk.get(), &ConnectionDesk::add);
    connect(&window, &MainWindow::connectionsRequested, m_desk.get(), [this] { m_desk->manage(); });
    // Queued, since the window that asks goes with its workspace.
    connect(&window, &MainWindow::profileRequested, m_desk.get(), &ConnectionDesk::openSaved,
            Qt::QueuedConnection);
    m_workspace->start();
}

void Application::showSettings()
{
    auto *dialog = new SettingsDialog(settingsInUse(), &m_workspace->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setBackupDirectory(Backups::directoryIn(m_data.path));
    connect(dialog, &SettingsDialog::connectRequested, m_desk.get(), &ConnectionDesk::editOpen);
    dialog->open();
}

} // namespace litedeck
