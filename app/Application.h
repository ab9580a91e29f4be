// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"
#include "Workspace.h"
#include "demo/DemoHost.h"
#include "settings/DataDirectory.h"
#include "settings/SecretStore.h"
#include "settings/Settings.h"

#include <QApplication>
#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace litedeck {

class ConnectDialog;

/// The program: decides what to connect to and keeps the one workspace that is open.
class Application : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    Application(QApplication &application, const CommandLine &commandLine);
    ~Application() override;

    /// Opens the window, or asks what to connect to. When there is nowhere to keep data, says so
    /// and ends the program with 1.
    void start();

    /// The open workspace, null while the user is asked.
    Workspace *workspace() const { return m_workspace.get(); }

private:
    void applySettings();
    void tellUnusable(const QString &directory);
    void openDemo(const QString &scenario);
    void openProfile(const Profile &profile);
    void changeProfile(const ProfileId &id);
    void openFromCommandLine();
    void openWith(const Profile &profile, const QString &key);
    void open(const GatewayAddress &address, const QString &name, const QString &databaseName);
    Profile profileFromCommandLine() const;
    void askWhatToConnectTo();
    void onConnectRequested(const Profile &profile, const QString &key);
    void showSettings();
    std::optional<Profile> profileNamed(const QString &name) const;

    QApplication &m_application;
    const CommandLine m_commandLine;
    std::optional<QString> m_environmentKey; ///< No longer in the environment.
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_temporary; ///< A demo leaves nothing behind.
    DataDirectory m_data;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<demo::DemoHost> m_demo;
    std::unique_ptr<Workspace> m_workspace;
    std::optional<Profile> m_profile; ///< Of the open workspace; none in a demo.
    QPointer<ConnectDialog> m_connectDialog;
};

} // namespace litedeck
