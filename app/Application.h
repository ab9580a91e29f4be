// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/ConnectionDesk.h"
#include "app/Workspace.h"
#include "core/demo/DemoHost.h"
#include "core/settings/DataDirectory.h"
#include "core/settings/SecretStore.h"
#include "core/settings/Settings.h"

#include <QApplication>
#include <QObject>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace litedeck {

/// The program: decides what to connect to and keeps the one workspace that is open.
class Application : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    /// `keychain` is the desktop's, unless another is given.
    Application(QApplication &application, const CommandLine &commandLine,
                std::unique_ptr<SecretStore> keychain = {});
    ~Application() override;

    /// Opens the window, or asks what to connect to. When there is nowhere to keep data, says so
    /// and ends the program with 1.
    void start();

    /// The open workspace, null while the user is asked.
    Workspace *workspace() const { return m_workspace.get(); }

private:
    void applySettings();
    void onSettingChanged(const QString &name);
    void tellUnusable(const QString &directory);
    void openDemo(const QString &scenario);
    std::unique_ptr<Settings> makeDemoSettings();
    /// Those of the open workspace; the user's own while none is open.
    Settings &settingsInUse() { return m_demoSettings ? *m_demoSettings : *m_settings; }
    /// What the command line names, for this run.
    void openNamed(const Profile &profile);
    void openByName(const QString &name);
    Profile profileFromCommandLine() const;
    void refuse(const QString &reason);
    void onReady(const Opening &opening);
    void closeWindow();
    void showConnections();
    void open(const GatewayAddress &address, const std::optional<Profile> &profile,
              const QString &databasePath);
    void showSettings();

    QApplication &m_application;
    const CommandLine m_commandLine;
    std::optional<QString> m_environmentKey; ///< No longer in the environment.
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_temporary; ///< A demo leaves nothing behind.
    DataDirectory m_data;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Settings> m_demoSettings; ///< A copy; the user's own know nothing of a demo.
    std::unique_ptr<SecretStore> m_keychain;
    std::unique_ptr<ConnectionDesk> m_desk;
    std::unique_ptr<demo::DemoHost> m_demo;
    std::unique_ptr<Workspace> m_workspace;
    std::optional<Profile> m_profile; ///< Of the open workspace; none in a demo.
};

} // namespace litedeck
