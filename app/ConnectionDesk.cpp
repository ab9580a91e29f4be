// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ConnectionDesk.h"

#include "core/settings/HttpConsent.h"
#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"
#include "core/store/ConnectionFiles.h"
#include "ui/settings/ConnectionsDialog.h"

#include <QCheckBox>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Why a key is asked for that could not be read.
QString reasonFor(SecretErrorKind kind, const QString &name)
{
    switch (kind) {
    case SecretErrorKind::NotFound:
        return ConnectionDesk::tr("The keychain has no key for “%1”.").arg(name);
    case SecretErrorKind::Denied:
        return ConnectionDesk::tr("The keychain did not give out the key of “%1”. Unlock it and "
                                  "start again, or enter the key.")
            .arg(name);
    case SecretErrorKind::NoService:
    case SecretErrorKind::Other:
        return ConnectionDesk::tr("There is no keychain here, so the key is asked for at each "
                                  "start. To change that, install a secret service such as GNOME "
                                  "Keyring, or set LITEDECK_VIRTUAL_KEY.");
    }
    Q_UNREACHABLE();
}

SecretPlace placeAfter(const SecretError &error)
{
    const bool hasKeychain =
        error.kind == SecretErrorKind::NotFound || error.kind == SecretErrorKind::Denied;
    return hasKeychain ? SecretPlace::Keychain : SecretPlace::ThisRun;
}

} // namespace

ConnectionDesk::ConnectionDesk(Settings &settings, SecretStore &keychain, const QString &directory,
                               Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_connections(settings)
    , m_keychain(keychain)
    , m_directory(directory)
    , m_clock(clock)
{}

ConnectionDesk::~ConnectionDesk()
{
    // Those without a window to go with.
    delete m_box;
    delete m_dialog;
    delete m_list;
}

void ConnectionDesk::setOpen(QWidget *window, const std::optional<Profile> &profile)
{
    m_window = window;
    m_profile = profile;
}

void ConnectionDesk::setKeyOfThisRun(const ProfileId &profile, const QString &key)
{
    m_keyedProfile = profile;
    m_keyOfThisRun = key;
}

QStringList ConnectionDesk::hostsToAskFor(const Profile &profile) const
{
    QStringList hosts = HttpConsent::hostsOf(profile);
    const QStringList given = HttpConsent::given(m_settings) + m_httpHosts;
    hosts.removeIf([&given](const QString &host) { return given.contains(host); });
    return hosts;
}

void ConnectionDesk::open(const Profile &profile, bool isForThisRun)
{
    Opening opening{.profile = profile, .isForThisRun = isForThisRun};
    opening.profile.server = normalised(profile.server);
    opening.profile.secondServer = normalised(profile.secondServer);
    for (const ProfileIssue &issue : validate(profile)) {
        const QString problem = ProfileForm::problemText(issue);
        switch (issue.field) {
        case ProfileField::Name:
            break;
        case ProfileField::SecondServer:
            opening.profile.secondServer.clear();
            opening.notice = tr("The second address is not used. %1").arg(problem);
            break;
        case ProfileField::Server:
        case ProfileField::Team:
            ask({.purpose = Purpose::Open, .profile = profile, .reason = problem});
            return;
        }
    }
    if (const QStringList hosts = hostsToAskFor(opening.profile); !hosts.isEmpty()) {
        askForHttp(profile, hosts, isForThisRun);
        return;
    }
    openWithKey(opening);
}

void ConnectionDesk::openWithKey(const Opening &opening)
{
    readKey(opening.profile.id, [this, opening](const Expected<QString, SecretError> &key) {
        if (!key) {
            ask({.purpose = Purpose::Open,
                 .profile = opening.profile,
                 .reason = reasonFor(key.error().kind, opening.profile.name)});
            return;
        }
        Opening complete = opening;
        complete.key = *key;
        if (m_list)
            m_list->done(QDialog::Accepted);
        emit ready(complete);
    });
}

void ConnectionDesk::readKey(const ProfileId &profile, const SecretStore::ReadCallback &callback)
{
    if (profile == m_keyedProfile) {
        callback(m_keyOfThisRun);
        return;
    }
    m_keychain.read(profile, this, [this, callback](const Expected<QString, SecretError> &key) {
        if (!key)
            m_keyPlace = placeAfter(key.error());
        else if (!m_keyPlace) // one that was kept for this run only says nothing of a keychain
            m_keyPlace = SecretPlace::Keychain;
        callback(key);
    });
}

void ConnectionDesk::askForHttp(const Profile &profile, const QStringList &hosts, bool isForThisRun)
{
    const QPushButton *yes =
        askYesOrNo(u"httpConsent"_s,
                   tr("The address of “%1” is not encrypted: others on the way to %2 can read the "
                      "virtual key and the chats. Send them all the same?")
                       .arg(profile.name, hosts.join(u", "_s)),
                   tr("Send without encryption"));
    connect(
        yes, &QPushButton::clicked, this,
        [this, profile, hosts, isForThisRun] {
            HttpConsent::give(m_settings, hosts);
            open(profile, isForThisRun);
        },
        Qt::QueuedConnection);
    connect(m_box, &QDialog::rejected, this, &ConnectionDesk::onTurnedDown, Qt::QueuedConnection);
}

QPushButton *ConnectionDesk::askYesOrNo(const QString &objectName, const QString &question,
                                        const QString &yes)
{
    m_box = new QMessageBox(QMessageBox::Warning, tr("Litedeck"), question, QMessageBox::Cancel,
                            parentOfDialogs());
    m_box->setObjectName(objectName);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setTextFormat(Qt::PlainText);
    QPushButton *button = m_box->addButton(yes, QMessageBox::AcceptRole);
    button->setObjectName(objectName + "Yes"_L1);
    m_box->setDefaultButton(QMessageBox::Cancel);
    m_box->open();
    return button;
}

void ConnectionDesk::openSaved(const ProfileId &id)
{
    const auto profile = m_connections.find(id);
    if (isOpen(id) && m_list)
        m_list->done(QDialog::Accepted);
    else if (profile && !isOpen(id))
        open(*profile);
}

void ConnectionDesk::add()
{
    ask({.purpose = Purpose::Add});
}

void ConnectionDesk::editOpen()
{
    if (m_profile)
        edit(m_connections.find(m_profile->id).value_or(*m_profile));
    else
        add();
}

void ConnectionDesk::editSaved(const ProfileId &id)
{
    if (const auto profile = m_connections.find(id))
        edit(*profile);
}

void ConnectionDesk::edit(const Profile &profile)
{
    readKey(profile.id, [this, profile](const Expected<QString, SecretError> &key) {
        ask({.purpose = Purpose::Edit,
             .profile = profile,
             .presentKey = key ? *key : QString(),
             .reason = key ? QString() : reasonFor(key.error().kind, profile.name)});
    });
}

void ConnectionDesk::ask(ConnectQuestion question)
{
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->close();
    }
    question.surroundings = {.saved = m_settings.profiles(),
                             .httpHosts = HttpConsent::given(m_settings) + m_httpHosts,
                             .keyPlace = m_keyPlace};
    m_dialog = new ConnectDialog(m_clock, parentOfDialogs());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->ask(question);
    connect(
        m_dialog, &ConnectDialog::connectRequested, this,
        [this, purpose = question.purpose](const Profile &profile, const QString &key) {
            onConnect(purpose, profile, key);
        },
        Qt::QueuedConnection);
    connect(m_dialog, &ConnectDialog::demoRequested, this, &ConnectionDesk::demoRequested,
            Qt::QueuedConnection);
    connect(m_dialog, &QDialog::rejected, this, &ConnectionDesk::onTurnedDown,
            Qt::QueuedConnection);
    m_dialog->open();
}

void ConnectionDesk::onConnect(Purpose purpose, const Profile &profile, const QString &key)
{
    const auto before = m_connections.find(profile.id);
    Profile wanted = profile;
    if (!before) {
        // The chats that the command line began with this team or this key are its chats.
        ConnectionFiles::takeOver(m_directory, profile.server, profile.team);
        for (const TeamId &team : {keyHolder(key), profile.team}) {
            const ProfileId unsaved = unsavedProfileId(profile.server, team);
            if (QFile::exists(ConnectionFiles::database(m_directory, unsaved)))
                wanted.id = unsaved;
        }
    }
    const auto kept = m_connections.keep(wanted);
    if (!kept)
        return; // the form makes another connection where this one would be led elsewhere
    HttpConsent::give(m_settings, HttpConsent::hostsOf(*kept));

    const bool staysClosed = purpose == Purpose::Edit && before && !isOpen(kept->id);
    if (!key.isEmpty()) {
        if (kept->id == m_keyedProfile)
            m_keyedProfile = {};
        const Opening opening{.profile = *kept, .key = key};
        m_keychain.write(kept->id, key, this, [this, opening, staysClosed](const auto &place) {
            onKeyWritten(place, opening, staysClosed);
        });
        return;
    }
    const bool isOnlyRenamed = isOpen(kept->id) && m_profile->secondServer == kept->secondServer;
    if (isOnlyRenamed) {
        m_profile = *kept;
        emit renamed(*kept);
    } else if (!staysClosed) {
        open(*kept);
    }
}

void ConnectionDesk::onKeyWritten(const Expected<SecretPlace, SecretError> &place, Opening opening,
                                  bool staysClosed)
{
    m_keyPlace = place ? *place : placeAfter(place.error());
    if (*m_keyPlace != SecretPlace::Keychain)
        opening.notice = tr("There is no keychain, so the virtual key is kept for this run only. "
                            "Install a secret service such as GNOME Keyring, or set "
                            "LITEDECK_VIRTUAL_KEY.");
    if (staysClosed) {
        manage(opening.notice);
        return;
    }
    if (m_list)
        m_list->done(QDialog::Accepted);
    emit ready(opening);
}

void ConnectionDesk::manage(const QString &reason)
{
    if (!m_list) {
        m_list =
            new ConnectionsDialog(m_settings, m_profile ? m_profile->id : ProfileId(), m_window);
        m_list->setAttribute(Qt::WA_DeleteOnClose);
        const auto type = Qt::QueuedConnection;
        connect(m_list, &ConnectionsDialog::openRequested, this, &ConnectionDesk::openSaved, type);
        connect(m_list, &ConnectionsDialog::addRequested, this, &ConnectionDesk::add, type);
        connect(m_list, &ConnectionsDialog::editRequested, this, &ConnectionDesk::editSaved, type);
        connect(m_list, &ConnectionsDialog::removeRequested, this,
                &ConnectionDesk::askWhetherToRemove, type);
        connect(m_list, &ConnectionsDialog::demoRequested, this, &ConnectionDesk::demoRequested,
                type);
        connect(m_list, &QDialog::rejected, this, &ConnectionDesk::onTurnedDown, type);
    }
    m_list->setReason(reason);
    m_list->open();
}

void ConnectionDesk::onTurnedDown()
{
    const bool hasWindow = m_window || (m_list && m_list->isVisible());
    if (!hasWindow)
        emit givenUp();
}

void ConnectionDesk::askWhetherToRemove(const ProfileId &id)
{
    const auto profile = m_connections.find(id);
    if (!profile)
        return;
    const QPushButton *yes =
        askYesOrNo(u"removeConnection"_s,
                   tr("Remove the connection “%1”? Its key is forgotten. Its chats stay on this "
                      "computer, and are there again when you connect to this team again.")
                       .arg(profile->name),
                   tr("Remove"));
    auto *withData = new QCheckBox(tr("Also delete its chats from this computer"));
    withData->setObjectName(u"removeConnectionData"_s);
    withData->setAccessibleName(withData->text());
    m_box->setCheckBox(withData);
    connect(yes, &QPushButton::clicked, this, [this, id, withData] {
        QMetaObject::invokeMethod(
            this, [this, id, all = withData->isChecked()] { remove(id, all); },
            Qt::QueuedConnection);
    });
}

void ConnectionDesk::remove(const ProfileId &id, bool withData)
{
    const bool wasOpen = isOpen(id);
    if (wasOpen)
        emit removing();
    m_connections.remove(id, !withData);
    m_keychain.remove(id, this, [](const auto &) {});
    if (id == m_keyedProfile)
        m_keyedProfile = {};
    const bool isDeleted = !withData || ConnectionFiles::remove(m_directory, id);
    if (!isDeleted)
        manage(tr("Some files of its chats could not be deleted from %1.").arg(m_directory));
    else if (m_settings.profiles().isEmpty() && wasOpen)
        add();
    else if (wasOpen)
        manage();
}

QWidget *ConnectionDesk::parentOfDialogs() const
{
    return m_list ? m_list.data() : m_window.data();
}

} // namespace litedeck
