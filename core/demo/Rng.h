// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

namespace litedeck::demo {

/// Random numbers that follow from a seed alone, on every machine.
class Rng
{
public:
    explicit Rng(quint32 seed)
        : m_generator(seed)
    {}

    /// A number from `low` to `high`, both included.
    int between(int low, int high) { return m_generator.bounded(low, high + 1); }
    /// True in that many of a hundred cases.
    bool percent(int share) { return m_generator.bounded(100) < share; }
    /// A random UUID (version 4), lower case, without braces.
    QString uuid();
    /// That many hexadecimal digits.
    QString hex(int digits);
    /// Any entry of a list that is not empty.
    template <typename List>
    auto pick(const List &list)
    {
        return list[m_generator.bounded(qsizetype(std::size(list)) > 0 ? int(std::size(list)) : 1)];
    }

private:
    QRandomGenerator m_generator;
};

/// A hash that is the same in every process (FNV-1a), unlike qHash.
quint32 stableHash(const QByteArray &bytes, quint32 seed);

} // namespace litedeck::demo
