// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/DatabasePages.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualPageSize = 4096; // That of every file we write.
constexpr int SmallestPageSize = 512;
constexpr int LargestPageSize = 65'536;
constexpr qint64 LogHeaderSize = 32;
constexpr qint64 FrameHeaderSize = 24;
constexpr quint32 LogMagic = 0x377f0682; // The lowest bit tells big-endian checksums.

quint32 numberAt(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

bool isPageSize(quint32 size)
{
    return size >= SmallestPageSize && size <= LargestPageSize && std::has_single_bit(size);
}

struct Checksum
{
    quint32 first = 0;
    quint32 second = 0;

    void add(const QByteArray &bytes, bool isBigEndian)
    {
        const auto word = [&bytes, isBigEndian](qsizetype at) {
            return isBigEndian ? qFromBigEndian<quint32>(bytes.constData() + at)
                               : qFromLittleEndian<quint32>(bytes.constData() + at);
        };
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(at) + second;
            second += word(at + 4) + first;
        }
    }

    friend bool operator==(const Checksum &, const Checksum &) = default;
};

Checksum checksumAt(const QByteArray &bytes, qsizetype offset)
{
    return {numberAt(bytes, offset), numberAt(bytes, offset + 4)};
}

} // namespace

LogFrames::LogFrames(const QString &databasePath)
    : m_file(databasePath + "-wal"_L1)
{
    if (m_file.open(QIODevice::ReadOnly))
        read();
}

void LogFrames::read()
{
    const QByteArray header = m_file.read(LogHeaderSize);
    if (header.size() < LogHeaderSize)
        return;
    const bool isBigEndian = (numberAt(header, 0) & 1) != 0;
    Checksum sum;
    sum.add(header.first(24), isBigEndian);
    const bool isHeaderGood = (numberAt(header, 0) & ~1U) == LogMagic &&
                              isPageSize(numberAt(header, 8)) && sum == checksumAt(header, 24);
    m_pageSize = isHeaderGood ? static_cast<int>(numberAt(header, 8)) : UsualPageSize;
    QByteArray salts = isHeaderGood ? header.sliced(16, 8) : QByteArray();
    // Each checksum goes on from the one before it, so what follows a bad frame can be told again.
    Checksum before = checksumAt(header, 24);
    bool isBroken = !isHeaderGood;
    QHash<quint32, qint64> pending;
    for (qint64 at = LogHeaderSize;; at += FrameHeaderSize + m_pageSize) {
        const QByteArray frame = m_file.read(FrameHeaderSize);
        const QByteArray page = m_file.read(m_pageSize);
        if (frame.size() < FrameHeaderSize || page.size() < m_pageSize)
            break;
        if (salts.isEmpty())
            salts = frame.sliced(8, 8);
        // Frames of an earlier round stand behind those of this one.
        const bool isOfThisRound = frame.sliced(8, 8) == salts;
        Checksum sumHere = before;
        sumHere.add(frame.first(8), isBigEndian);
        sumHere.add(page, isBigEndian);
        before = checksumAt(frame, 16);
        if (!isOfThisRound || sumHere != before) {
            isBroken = true;
            continue;
        }
        pending.insert(numberAt(frame, 0), at + FrameHeaderSize);
        if (numberAt(frame, 4) == 0)
            continue;
        m_pageCount = numberAt(frame, 4);
        m_offsets.insert(pending);
        pending.clear();
        m_isDamaged = m_isDamaged || isBroken;
    }
}

QByteArray LogFrames::page(quint32 number)
{
    const auto found = m_offsets.constFind(number);
    if (found == m_offsets.cend() || !m_file.seek(*found))
        return {};
    return m_file.read(m_pageSize);
}

DatabasePages::DatabasePages(const QString &path)
    : m_file(path)
    , m_log(path)
    , m_pageSize(m_log.pageSize() > 0 ? m_log.pageSize() : UsualPageSize)
    , m_usableSize(m_pageSize)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return;
    readHeader();
    m_count = std::max(static_cast<quint32>(m_file.size() / m_pageSize), m_log.pageCount());
}

void DatabasePages::readHeader()
{
    constexpr qsizetype HeaderSize = 100;
    const QByteArray logged = m_log.page(1);
    const QByteArray header = logged.isEmpty() ? m_file.read(HeaderSize) : logged;
    if (header.size() < HeaderSize || !header.startsWith("SQLite format 3\0"_ba))
        return;
    const quint32 stored = qFromBigEndian<quint16>(header.constData() + 16);
    const quint32 size = stored == 1 ? LargestPageSize : stored;
    if (!isPageSize(size))
        return;
    m_pageSize = static_cast<int>(size);
    m_usableSize = m_pageSize - static_cast<uchar>(header.at(20));
    m_userVersion = static_cast<int>(numberAt(header, 60));
    m_count = static_cast<quint32>(m_file.size() / m_pageSize);
    readFreeList(numberAt(header, 32));
}

void DatabasePages::readFreeList(quint32 trunk)
{
    while (trunk > 0 && !m_free.contains(trunk)) {
        const QByteArray bytes = page(trunk);
        if (bytes.isEmpty())
            return;
        m_free.insert(trunk);
        const qsizetype leaves = std::min<qsizetype>(numberAt(bytes, 4), (bytes.size() - 8) / 4);
        for (qsizetype i = 0; i < leaves; ++i)
            m_free.insert(numberAt(bytes, 8 + i * 4));
        trunk = numberAt(bytes, 0);
    }
}

QByteArray DatabasePages::page(quint32 number)
{
    if (number == 0)
        return {};
    QByteArray bytes = m_log.page(number);
    if (bytes.isEmpty() && m_file.seek(qint64(number - 1) * m_pageSize))
        bytes = m_file.read(m_pageSize);
    return bytes.size() == m_pageSize ? bytes : QByteArray();
}

} // namespace litedeck
