// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"
#include "core/settings/SettingKeys.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSettings>

#include <type_traits>

namespace litedeck {

/// How the settings file fares.
enum class SettingsStatus : quint8 {
    Good,
    NotWritable, ///< What was set holds for this run only.
    Damaged,     ///< The file could not be read as settings.
};

/// The settings of the program, in one INI file that is replaced as a whole when it changes.
///
/// Values of a wrong type in the file count as not set. changed() comes once for each set() that
/// changes a value, after the change. Passed to those who need it; there is no global one.
class Settings : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    /// `path` of the INI file, which need not exist.
    explicit Settings(const QString &path, QObject *parent = nullptr);

    QString get(const SettingKey<QString> &key) const;
    QByteArray get(const SettingKey<QByteArray> &key) const;
    bool get(const SettingKey<bool> &key) const;
    int get(const NumberKey &key) const;

    template <typename T>
    void set(const SettingKey<T> &key, const std::type_identity_t<T> &value)
    {
        if (get(key) != value)
            write(key.name, value);
    }
    /// Holds the value between the key's limits.
    void set(const NumberKey &key, int value);

    /// A setting that is a JSON object; empty for anything else.
    QJsonObject object(const SettingKey<QByteArray> &key) const;
    void setObject(const SettingKey<QByteArray> &key, const QJsonObject &value);
    /// Sets one member of it.
    void setMember(const SettingKey<QByteArray> &key, const QString &name, const QJsonValue &value);

    /// The profiles in the user's order.
    QList<Profile> profiles() const;
    /// Replaces the list; user names and passwords are taken out of the URLs. Tells
    /// changed(ProfilesName).
    void setProfiles(const QList<Profile> &profiles);
    static constexpr QLatin1StringView ProfilesName{"profiles"};

    /// Writes what has changed to the file now, instead of at the next turn of the event loop.
    SettingsStatus sync();

signals:
    /// `name` is the name of a key, or ProfilesName.
    void changed(const QString &name);

private:
    void write(QLatin1StringView name, const QVariant &value);
    /// Before anything is written: QSettings keeps the mode that the file has.
    void hideFile();

    // Reading an array moves QSettings' own position, which is no change of the settings.
    mutable QSettings m_file;
};

} // namespace litedeck
