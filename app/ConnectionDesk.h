// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/ConnectionList.h"
#include "core/settings/SecretStore.h"
#include "ui/settings/ConnectDialog.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QPushButton;

namespace litedeck {

class ConnectionsDialog;
class Settings;

/// A connection that can be opened.
struct Opening
{
    Profile profile;
    QString key;
    QString notice; ///< What is to be said in its window; may be empty.
    bool isForThisRun = false;
};

/// Gets connections ready to be opened, and keeps them: asks for what is missing, which may be a
/// key, an address that can be used, or the user's yes to sending a key in plain text.
///
/// open() ends in ready(), at once when nothing is missing, or in a dialog. Whatever the user
/// decides there comes later, from the event loop, so that the window below the dialog may go then.
class ConnectionDesk : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDesk)

public:
    /// `directory` is where the data of the connections is; all others outlive the desk.
    ConnectionDesk(Settings &settings, SecretStore &keychain, const QString &directory,
                   Clock &clock, QObject *parent = nullptr);
    ~ConnectionDesk() override;

    /// The window that dialogs belong to, and its connection; neither is known at first, and a demo
    /// has no connection.
    void setOpen(QWidget *window, const std::optional<Profile> &profile);
    /// The key of the environment, for this connection only. It goes before the one in the keychain
    /// until another is entered.
    void setKeyOfThisRun(const ProfileId &profile, const QString &key);
    /// The user agreed to it on the command line.
    void allowHttpForThisRun(const QStringList &hosts) { m_httpHosts += hosts; }
    /// Hosts of the profile that nobody has agreed to yet.
    QStringList hostsToAskFor(const Profile &profile) const;

    /// `isForThisRun`: another start opens what it would have opened anyway.
    void open(const Profile &profile, bool isForThisRun = false);
    void openSaved(const ProfileId &id);
    void add();
    /// Of the open connection; in a demo the user may add one.
    void editOpen();
    /// Shows the list, with a reason when it comes unasked.
    void manage(const QString &reason = {});

signals:
    void ready(const litedeck::Opening &opening);
    /// The open connection has another name now, and is the same otherwise.
    void renamed(const litedeck::Profile &profile);
    /// The open connection was removed: its window goes before its data does.
    void removing();
    void demoRequested();
    /// The user closed the last dialog while nothing was open.
    void givenUp();

private:
    using Purpose = ConnectQuestion::Purpose;

    bool isOpen(const ProfileId &id) const { return m_profile && m_profile->id == id; }
    void askForHttp(const Profile &profile, const QStringList &hosts, bool isForThisRun);
    /// Asks in m_box; the button says yes.
    QPushButton *askYesOrNo(const QString &objectName, const QString &question, const QString &yes);
    void readKey(const ProfileId &profile, const SecretStore::ReadCallback &callback);
    void openWithKey(const Opening &opening);
    void editSaved(const ProfileId &id);
    void edit(const Profile &profile);
    void ask(ConnectQuestion question);
    void onConnect(Purpose purpose, const Profile &profile, const QString &key);
    void onKeyWritten(const Expected<SecretPlace, SecretError> &place, Opening opening,
                      bool staysClosed);
    void onTurnedDown();
    void askWhetherToRemove(const ProfileId &id);
    void remove(const ProfileId &id, bool withData);
    QWidget *parentOfDialogs() const;

    Settings &m_settings;
    ConnectionList m_connections;
    SecretStore &m_keychain;
    const QString m_directory;
    Clock &m_clock;
    QPointer<QWidget> m_window;
    std::optional<Profile> m_profile;
    ProfileId m_keyedProfile; ///< What the key of this run is for.
    QString m_keyOfThisRun;
    QStringList m_httpHosts;
    std::optional<SecretPlace> m_keyPlace; ///< Where keys are kept here, as far as is known.
    QPointer<ConnectDialog> m_dialog;
    QPointer<ConnectionsDialog> m_list;
    QPointer<QMessageBox> m_box;
};

} // namespace litedeck
