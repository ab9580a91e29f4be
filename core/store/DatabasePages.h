// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QSet>

namespace litedeck {

/// The frames of a write-ahead log that are as they were written (sqlite.org/fileformat2.html, 4).
class LogFrames
{
public:
    /// Reads the log beside a database; none for a log that is missing.
    explicit LogFrames(const QString &databasePath);

    /// Whether commits stand behind a place that is not as it was written. SQLite takes such a
    /// place for the end, without a word. The torn last write of a killed run is no damage.
    bool isDamaged() const { return m_isDamaged; }
    int pageSize() const { return m_pageSize; }
    /// Pages of the database after the last commit; 0 without one.
    quint32 pageCount() const { return m_pageCount; }
    /// The newest committed content of a page; empty when the log has none.
    QByteArray page(quint32 number);

private:
    void read();

    QFile m_file;
    int m_pageSize = 0;
    quint32 m_pageCount = 0;
    bool m_isDamaged = false;
    QHash<quint32, qint64> m_offsets;
};

/// The pages of a database file and its log, read without SQLite, which stops at a bad one.
class DatabasePages
{
public:
    explicit DatabasePages(const QString &path);

    quint32 count() const { return m_count; }
    /// Bytes of a page that hold content.
    int usableSize() const { return m_usableSize; }
    /// The schema version; 0 when the first page cannot be read.
    int userVersion() const { return m_userVersion; }
    /// Counts from 1; empty when there is no such page.
    QByteArray page(quint32 number);
    /// Whether the page holds nothing that counts any more.
    bool isFree(quint32 number) const { return m_free.contains(number); }

private:
    void readHeader();
    void readFreeList(quint32 trunk);

    QFile m_file;
    LogFrames m_log;
    int m_pageSize;
    int m_usableSize;
    int m_userVersion = 0;
    quint32 m_count = 0;
    QSet<quint32> m_free;
};

} // namespace litedeck
