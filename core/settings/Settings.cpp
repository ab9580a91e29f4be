// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include "core/base/PrivateFile.h"
#include "core/settings/ServerAddress.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

/// The same object with its servers, with which the names begin, as addressText() has them; earlier
/// versions kept them as they were typed.
QByteArray withServersNormalised(const QByteArray &json)
{
    const QJsonObject typed = QJsonDocument::fromJson(json).object();
    QJsonObject renamed;
    for (auto member = typed.begin(); member != typed.end(); ++member) {
        const qsizetype end = member.key().indexOf(u' ');
        const QString rest = end < 0 ? QString() : member.key().mid(end);
        const QString name = addressText(QUrl(member.key().left(end))) + rest;
        // What has the right name is newer.
        if (name == member.key() || !typed.contains(name))
            renamed.insert(name, member.value());
    }
    return renamed == typed ? json : QJsonDocument(renamed).toJson(QJsonDocument::Compact);
}

} // namespace

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path, QSettings::IniFormat)
{
    for (const auto &key : {Keys::NewChats, Keys::StreamsFailed, Keys::TeamGlances})
        set(key, withServersNormalised(get(key)));
}

QString Settings::get(const SettingKey<QString> &key) const
{
    const QVariant value = m_file.value(key.name);
    return value.typeId() == QMetaType::QString ? value.toString() : key.fallback;
}

QByteArray Settings::get(const SettingKey<QByteArray> &key) const
{
    const QVariant value = m_file.value(key.name);
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : key.fallback;
}

bool Settings::get(const SettingKey<bool> &key) const
{
    const QString text = m_file.value(key.name).toString();
    if (text == "true"_L1)
        return true;
    return text == "false"_L1 ? false : key.fallback;
}

int Settings::get(const NumberKey &key) const
{
    bool isNumber = false;
    const int value = m_file.value(key.name).toInt(&isNumber);
    return isNumber ? std::clamp(value, key.minimum, key.maximum) : key.fallback;
}

void Settings::set(const NumberKey &key, int value)
{
    const int held = std::clamp(value, key.minimum, key.maximum);
    if (get(key) != held)
        write(key.name, held);
}

QJsonObject Settings::object(const SettingKey<QByteArray> &key) const
{
    return QJsonDocument::fromJson(get(key)).object();
}

void Settings::setObject(const SettingKey<QByteArray> &key, const QJsonObject &value)
{
    set(key, QJsonDocument(value).toJson(QJsonDocument::Compact));
}

void Settings::setMember(const SettingKey<QByteArray> &key, const QString &name,
                         const QJsonValue &value)
{
    QJsonObject changed = object(key);
    changed.insert(name, value);
    setObject(key, changed);
}

QList<Profile> Settings::profiles() const
{
    QList<Profile> profiles;
    const int count = m_file.beginReadArray(ProfilesName);
    for (int n = 0; n < count; ++n) {
        m_file.setArrayIndex(n);
        const auto text = [this](const QString &key) { return m_file.value(key).toString(); };
        Profile profile{{text(u"id"_s)},
                        text(u"name"_s),
                        QUrl(text(u"server"_s)),
                        {text(u"team"_s)},
                        QUrl(text(u"second_server"_s)),
                        valueNamed<ServerKind>(text(u"kind"_s)),
                        text(u"team_name"_s)};
        // Somebody has written it into the file by hand.
        if (profile.id.isEmpty())
            profile.id = unsavedProfileId(profile.server, profile.team);
        profiles.append(profile);
    }
    m_file.endArray();
    return profiles;
}

void Settings::setProfiles(const QList<Profile> &profiles)
{
    if (profiles == this->profiles())
        return;
    hideFile();
    m_file.remove(ProfilesName);
    m_file.beginWriteArray(ProfilesName, static_cast<int>(profiles.size()));
    for (qsizetype n = 0; n < profiles.size(); ++n) {
        const Profile &profile = profiles.at(n);
        m_file.setArrayIndex(static_cast<int>(n));
        m_file.setValue(u"id"_s, profile.id.value);
        m_file.setValue(u"name"_s, profile.name);
        m_file.setValue(u"server"_s, profile.server.toString(QUrl::RemoveUserInfo));
        m_file.setValue(u"team"_s, profile.team.value);
        m_file.setValue(u"second_server"_s, profile.secondServer.toString(QUrl::RemoveUserInfo));
        m_file.setValue(u"kind"_s, QString(storedName(profile.kind)));
        m_file.setValue(u"team_name"_s, profile.teamName);
    }
    m_file.endArray();
    emit changed(ProfilesName);
}

SettingsStatus Settings::sync()
{
    m_file.sync();
    switch (m_file.status()) {
    case QSettings::NoError:
        return SettingsStatus::Good;
    case QSettings::AccessError:
        return SettingsStatus::NotWritable;
    case QSettings::FormatError:
        return SettingsStatus::Damaged;
    }
    Q_UNREACHABLE();
}

void Settings::hideFile()
{
    if (!QFile::exists(m_file.fileName()))
        makePrivate(m_file.fileName());
}

void Settings::write(QLatin1StringView name, const QVariant &value)
{
    hideFile();
    m_file.setValue(name, value);
    emit changed(name);
}

} // namespace litedeck
