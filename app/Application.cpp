// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"

#include "settings/ConnectDialog.h"
#include "settings/KeychainSecretStore.h"
#include "settings/MemorySecretStore.h"
#include "settings/SettingsDialog.h"
#include "widgets/Icon.h"
#include "widgets/Theme.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLoggingCategory>
#include <QMessageBox>

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

/// A file name for a server and team that have no profile.
QString databaseNameFor(const QUrl &server, const TeamId &team)
{
    const QByteArray text = (server.toString() + u'\n' + team.value).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return u"server-"_s + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace

Application::Application(QApplication &application, const CommandLine &commandLine)
    : m_application(application)
    , m_commandLine(commandLine)
{}

Application::~Application() = default;

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
    connect(m_settings.get(), &Settings::changed, this, [this](const QString &name) {
        if (name == Keys::ColorScheme.name)
            applySettings();
    });
    applySettings();

    if (m_environmentKey)
        m_secrets = std::make_unique<MemorySecretStore>(*m_environmentKey);
    else
        m_secrets = std::make_unique<KeychainSecretStore>();

    if (m_commandLine.demoScenario)
        openDemo(*m_commandLine.demoScenario);
    else if (!m_commandLine.server.isEmpty())
        openFromCommandLine();
    else if (const auto profile = profileNamed(m_commandLine.profile))
        openProfile(*profile);
    else
        askWhatToConnectTo();
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
    applyTheme(m_application, colorSchemeFrom(m_settings->get(Keys::ColorScheme)));
}

std::optional<Profile> Application::profileNamed(const QString &name) const
{
    const QList<Profile> profiles = m_settings->profiles();
    const QString current = m_settings->get(Keys::CurrentProfile);
    for (const Profile &profile : profiles) {
        if (name.isEmpty() ? profile.id.value == current : profile.name == name)
            return profile;
    }
    return std::nullopt;
}

void Application::openDemo(const QString &scenario)
{
    // The old workspace must not talk to a server that goes away.
    m_workspace.reset();
    m_profile.reset();
    m_demo = std::make_unique<demo::DemoHost>(*demo::DemoScenario::named(scenario));
    demo::DemoGateway &gateway = m_demo->gateway();
    // The first model by name is the one for stress, which is no welcome.
    if (!m_settings->isSet(Keys::DefaultModel.name))
        m_settings->set(Keys::DefaultModel, u"gpt-4o-mini"_s);
    open({.server = gateway.baseUrl(),
          .team = {gateway.teamId()},
          .virtualKey = gateway.virtualKey()},
         tr("Demo"), u"demo"_s);
}

Profile Application::profileFromCommandLine() const
{
    Profile profile;
    // The same server and team find their conversations again, with whatever key.
    profile.id = {databaseNameFor(m_commandLine.server, m_commandLine.team)};
    profile.name = m_commandLine.team.value;
    profile.server = m_commandLine.server;
    profile.team = m_commandLine.team;
    return profile;
}

void Application::openFromCommandLine()
{
    const Profile profile = profileFromCommandLine();
    if (m_environmentKey) {
        openWith(profile, *m_environmentKey);
        return;
    }
    askWhatToConnectTo();
    m_connectDialog->setProfile(profile);
}

void Application::openProfile(const Profile &profile)
{
    m_secrets->read(profile.id, this, [this, profile](const Expected<QString, SecretError> &key) {
        if (key) {
            openWith(profile, *key);
            return;
        }
        askWhatToConnectTo();
        m_connectDialog->setProfile(profile);
    });
}

void Application::openWith(const Profile &profile, const QString &key)
{
    m_profile = profile;
    open({.server = profile.server,
          .team = profile.team,
          .virtualKey = key,
          .secondServer = profile.secondServer},
         profile.name, profile.id.value);
}

void Application::open(const GatewayAddress &address, const QString &name,
                       const QString &databaseName)
{
    // Two workspaces cannot have the same database open.
    m_workspace.reset();
    m_workspace = std::make_unique<Workspace>(
        address, name, QDir(m_data.path).filePath(databaseName + u".sqlite"_s), *m_settings,
        m_clock);
    connect(&m_workspace->window(), &MainWindow::closed, &m_application, &QApplication::quit);
    connect(&m_workspace->window(), &MainWindow::connectRequested, this,
            &Application::askWhatToConnectTo);
    connect(&m_workspace->window(), &MainWindow::settingsRequested, this,
            &Application::showSettings);
    // Queued, since the window that asks goes with its workspace.
    connect(&m_workspace->window(), &MainWindow::profileRequested, this,
            &Application::changeProfile, Qt::QueuedConnection);
    m_workspace->start();
}

void Application::changeProfile(const ProfileId &id)
{
    for (const Profile &profile : m_settings->profiles()) {
        const bool isOpen = m_profile && m_profile->id == id;
        if (profile.id != id || isOpen)
            continue;
        m_settings->set(Keys::CurrentProfile, id.value);
        openProfile(profile);
    }
}

void Application::askWhatToConnectTo()
{
    if (!m_connectDialog) {
        m_connectDialog =
            new ConnectDialog(m_clock, m_workspace ? &m_workspace->window() : nullptr);
        m_connectDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_connectDialog, &ConnectDialog::connectRequested, this,
                &Application::onConnectRequested);
        connect(m_connectDialog, &ConnectDialog::demoRequested, this,
                [this] { openDemo(demo::DemoScenario::names().constFirst()); });
        connect(m_connectDialog, &QDialog::rejected, this, [this] {
            if (!m_workspace)
                QApplication::quit();
        });
        if (const auto current = m_profile ? m_profile : profileNamed({}))
            m_connectDialog->setProfile(*current);
    }
    m_connectDialog->open();
}

void Application::onConnectRequested(const Profile &profile, const QString &key)
{
    QList<Profile> profiles = m_settings->profiles();
    profiles.removeIf([&profile](const Profile &known) { return known.id == profile.id; });
    profiles.append(profile);
    m_settings->setProfiles(profiles);
    m_settings->set(Keys::CurrentProfile, profile.id.value);
    m_secrets->write(profile.id, key, this,
                     [this, profile, key](const Expected<SecretPlace, SecretError> &place) {
                         openWith(profile, key);
                         const bool isKept = place && *place == SecretPlace::Keychain;
                         if (!isKept)
                             m_workspace->window().showNotice(
                                 tr("There is no keychain, so the virtual key is kept for this run "
                                    "only."),
                                 Tone::Warning);
                     });
}

void Application::showSettings()
{
    auto *dialog = new SettingsDialog(*m_settings, &m_workspace->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::connectRequested, this, &Application::askWhatToConnectTo);
    dialog->open();
}

} // namespace litedeck
