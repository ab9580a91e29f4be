// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QObject>
#include <QString>

#include <memory>

namespace litedeck {

class Settings;
class Store;

/// Keeps copies of the database, one a day, of which the newest few stay; Keys::Backups says how
/// many, and 0 for none.
///
/// A copy is written beside everything else, looked through, and only then takes its name. It is in
/// the user's hands alone (mode 0600). failed() comes for each copy that could not be written; the
/// next try is an hour later.
class Backups : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Backups)

public:
    /// A start has better things to do.
    static constexpr Milliseconds FirstWait{60'000};
    static constexpr Milliseconds Pause{3'600'000};

    /// All outlive the backups. Nothing is done before start().
    Backups(Store &store, const Settings &settings, Clock &clock, const QString &databasePath,
            QObject *parent = nullptr);

    void start() { m_timer->start(FirstWait); }

    /// Where the copies of all databases in a data directory are.
    static QString directoryIn(const QString &dataDirectory);

signals:
    /// `reason` is in SQLite's or the file system's own words.
    void failed(const QString &path, const QString &reason);
    void written(const QString &path);

private:
    void look();

    Store &m_store;
    const Settings &m_settings;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    bool m_isWriting = false;
    const QString m_directory;
    const QString m_name; ///< Of the database, without its suffix.
};

} // namespace litedeck
