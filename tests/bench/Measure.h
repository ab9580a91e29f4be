// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <algorithm>
#include <ctime>
#include <vector>

namespace litedeck::bench {

inline double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// CPU time of all threads, in seconds.
inline double processCpu()
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

/// CPU time of this thread, in milliseconds: what a block is made of, whatever else the machine
/// does.
inline double threadCpu()
{
    return seconds(CLOCK_THREAD_CPUTIME_ID) * 1000;
}

/// Kibibytes of /proc/self/status, such as VmRSS.
inline qint64 memory(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (QByteArray line = status.readLine(); !line.isEmpty(); line = status.readLine()) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

/// Main-thread blocks of one run, in milliseconds.
class Blocks
{
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    size_t count() const { return m_all.size(); }
    double longest() const
    {
        return m_all.empty() ? 0 : *std::max_element(m_all.begin(), m_all.end());
    }

    double percentile(double part) const
    {
        if (m_all.empty())
            return 0;
        std::vector<double> sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        return sorted[std::min(sorted.size() - 1, size_t(double(sorted.size()) * part))];
    }

    /// The mean of the last tenth by the mean of the first: 1 when a long reply costs no more.
    double growth() const
    {
        const size_t tenth = m_all.size() / 10;
        const auto sum = [this](size_t from, size_t to) {
            double total = 0;
            for (size_t i = from; i < to; ++i)
                total += m_all[i];
            return total;
        };
        const double first = sum(tenth, 2 * tenth);
        return first > 0 ? sum(m_all.size() - tenth, m_all.size()) / first : 0;
    }

private:
    std::vector<double> m_all;
};

} // namespace litedeck::bench
