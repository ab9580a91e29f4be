// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/PageRows.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace litedeck {

namespace {

enum class PageKind : uchar { IndexInterior = 0x02, IndexLeaf = 0x0a, TableLeaf = 0x0d };

constexpr qsizetype FirstPageHeader = 100; // The file's own stands before that of its first page.
constexpr qint64 MostColumns = 200;

/// Takes numbers and bytes from the front of some others; fails for good at their end.
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    bool isGood() const { return m_isGood; }
    qsizetype position() const { return m_position; }
    qsizetype left() const { return m_bytes.size() - m_position; }

    QByteArrayView take(qsizetype count)
    {
        if (count < 0 || count > left()) {
            m_isGood = false;
            return {};
        }
        m_position += count;
        return m_bytes.sliced(m_position - count, count);
    }
    quint64 varint()
    {
        constexpr int Longest = 9;
        quint64 value = 0;
        for (int i = 0; i < Longest; ++i) {
            const QByteArrayView next = take(1);
            if (next.isEmpty())
                return 0;
            const auto byte = static_cast<uchar>(next.front());
            if (i == Longest - 1)
                return (value << 8) | byte;
            value = (value << 7) | (byte & 0x7fU);
            if ((byte & 0x80U) == 0)
                return value;
        }
        return value;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_isGood = true;
};

qint64 integerFrom(QByteArrayView bytes)
{
    quint64 value =
        !bytes.isEmpty() && (static_cast<uchar>(bytes.front()) & 0x80U) != 0 ? ~quint64(0) : 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<uchar>(byte);
    return static_cast<qint64>(value);
}

qint64 sizeOf(quint64 serialType)
{
    constexpr std::array<qint64, 12> Fixed{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    if (serialType < Fixed.size())
        return Fixed.at(serialType);
    return static_cast<qint64>((serialType - 12) / 2);
}

QVariant valueFrom(quint64 serialType, QByteArrayView bytes)
{
    switch (serialType) {
    case 0:
        return {};
    case 7:
        return std::bit_cast<double>(qFromBigEndian<quint64>(bytes.data()));
    case 8:
        return qint64(0);
    case 9:
        return qint64(1);
    default:
        break;
    }
    if (serialType < 12)
        return integerFrom(bytes);
    if (serialType % 2 == 0)
        return bytes.toByteArray();
    return QString::fromUtf8(bytes);
}

/// The values of a record of which `payload` is there and `size` bytes were written; none when it
/// is not one.
std::optional<PageRow> rowFrom(QByteArrayView payload, qint64 size)
{
    Bytes head(payload);
    const auto headSize = static_cast<qint64>(head.varint());
    if (!head.isGood() || headSize > payload.size() || headSize < 1)
        return std::nullopt;
    QList<quint64> types;
    qint64 whole = headSize;
    while (head.position() < headSize) {
        const quint64 type = head.varint();
        const bool isReserved = type == 10 || type == 11;
        if (!head.isGood() || isReserved || types.size() == MostColumns || sizeOf(type) > size)
            return std::nullopt;
        whole += sizeOf(type);
        types += type;
    }
    if (whole != size || head.position() != headSize)
        return std::nullopt;
    PageRow row;
    Bytes body(payload.sliced(headSize));
    for (const quint64 type : std::as_const(types)) {
        const qint64 length = sizeOf(type);
        if (length > body.left()) {
            row.isCut = true;
            if (type >= 12)
                row.values += valueFrom(type, body.take(body.left()));
            break;
        }
        row.values += valueFrom(type, body.take(length));
    }
    return row;
}

/// Reads the cells of one page.
class CellReader
{
public:
    CellReader(DatabasePages &pages, quint32 number)
        : m_pages(pages)
        , m_page(pages.page(number))
        , m_start(number == 1 ? FirstPageHeader : 0)
    {}

    void read(const std::function<void(PageRow)> &take)
    {
        constexpr qsizetype LeafHeader = 8;
        constexpr qsizetype InteriorHeader = 12;
        if (m_page.size() < m_start + InteriorHeader)
            return;
        const auto kind = static_cast<uchar>(m_page.at(m_start));
        const bool isTable = kind == static_cast<uchar>(PageKind::TableLeaf);
        const bool isInterior = kind == static_cast<uchar>(PageKind::IndexInterior);
        if (!isTable && !isInterior && kind != static_cast<uchar>(PageKind::IndexLeaf))
            return;
        const int cells = numberAt(m_start + 3);
        const qsizetype list = m_start + (isInterior ? InteriorHeader : LeafHeader);
        for (int i = 0; i < cells && list + 2 * i + 2 <= m_page.size(); ++i) {
            const qsizetype at = numberAt(list + 2 * i);
            if (at < list || at >= m_pages.usableSize())
                continue;
            if (auto row = rowAt(at + (isInterior ? 4 : 0), isTable))
                take(*std::move(row));
        }
    }

private:
    int numberAt(qsizetype offset) const
    {
        return qFromBigEndian<quint16>(m_page.constData() + offset);
    }

    std::optional<PageRow> rowAt(qsizetype at, bool isTable)
    {
        if (at >= m_pages.usableSize())
            return std::nullopt;
        Bytes cell(QByteArrayView(m_page).first(m_pages.usableSize()).sliced(at));
        const quint64 size = cell.varint();
        const auto rowId = isTable ? static_cast<qint64>(cell.varint()) : 0;
        const quint64 most = quint64(m_pages.count()) * quint64(m_pages.usableSize());
        if (!cell.isGood() || size == 0 || size > most)
            return std::nullopt;
        const QByteArray payload = payloadOf(cell, static_cast<qint64>(size), isTable);
        auto row = rowFrom(payload, static_cast<qint64>(size));
        if (row) {
            row->rowId = rowId;
            row->isIndex = !isTable;
        }
        return row;
    }

    /// What of a payload is there: its part on this page, and on the pages that it goes on on.
    QByteArray payloadOf(Bytes &cell, qint64 size, bool isTable)
    {
        const qint64 usable = m_pages.usableSize();
        const qint64 most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        const qint64 least = (usable - 12) * 32 / 255 - 23;
        if (size <= most)
            return cell.take(size).toByteArray();
        const qint64 fitting = least + (size - least) % (usable - 4);
        QByteArray payload = cell.take(fitting <= most ? fitting : least).toByteArray();
        const QByteArrayView link = cell.take(4);
        if (!cell.isGood())
            return payload;
        // What is no record on this page is not worth going on with.
        if (!rowFrom(payload, size))
            return {};
        quint32 next = qFromBigEndian<quint32>(link.data());
        payload.reserve(size);
        // Each page adds something, so that a circle ends as well.
        while (next != 0 && payload.size() < size) {
            const QByteArray page = m_pages.page(next);
            if (page.isEmpty() || m_pages.isFree(next))
                break;
            next = qFromBigEndian<quint32>(page.constData());
            const bool isLast = size - payload.size() <= usable - 4;
            const bool isZero = next == 0 && page.count('\0') == page.size();
            if (isZero || isLast != (next == 0))
                break;
            payload += page.sliced(4, std::min(usable - 4, size - payload.size()));
        }
        return payload;
    }

    DatabasePages &m_pages;
    QByteArray m_page;
    qsizetype m_start;
};

} // namespace

void readRows(DatabasePages &pages, quint32 number, const std::function<void(PageRow)> &take)
{
    CellReader(pages, number).read(take);
}

} // namespace litedeck
