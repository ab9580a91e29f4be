// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/PastTimes.h"

#include <algorithm>

namespace litedeck::demo {

namespace {

constexpr int HoursPerDay = 24;

/// How busy an hour is: offices in Europe, little at night, hardly anything at weekends.
int hourWeight(const QDateTime &hour)
{
    static constexpr int ByHour[HoursPerDay] = {1,  1,  1,  1,  1,  2,  8, 24, 44, 52, 50, 38,
                                                30, 46, 54, 48, 34, 18, 8, 5,  4,  3,  2,  1};
    const int weekday = hour.date().dayOfWeek();
    const int share = weekday == Qt::Saturday ? 12 : weekday == Qt::Sunday ? 8 : 100;
    return ByHour[hour.time().hour()] * share;
}

} // namespace

std::vector<QDateTime> pastTimes(Rng &rng, int count, const QDateTime &now)
{
    QDateTime first = now.toUTC();
    first.setDate(first.date().addDays(-PastDays));
    first.setTime(QTime(0, 0));
    std::vector<std::pair<int, QDateTime>> busyHours; // running weight, hour
    int total = 0;
    // Ten minutes of room, so that every past job has ended before now.
    for (QDateTime hour = first; hour.addSecs(4200) < now; hour = hour.addSecs(3600)) {
        total += hourWeight(hour);
        busyHours.emplace_back(total, hour);
    }
    std::vector<QDateTime> times;
    for (int i = 0; i < count; ++i) {
        const int place = rng.between(0, total - 1);
        const auto slot =
            std::upper_bound(busyHours.cbegin(), busyHours.cend(), place,
                             [](int value, const auto &entry) { return value < entry.first; });
        times.push_back(slot->second.addMSecs(rng.between(0, 3599999)));
    }
    // Something happened a little while ago, whatever day it is.
    for (int i = 0; i < std::min(count, 3); ++i)
        times[size_t(i)] = now.addSecs(-600 - 1500 * i - rng.between(0, 300));
    std::sort(times.begin(), times.end());
    return times;
}

} // namespace litedeck::demo
