// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/DailyActivity.h"

#include "core/gateway/WireSupport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

Spending readSpending(const QJsonObject &entry, const QString &name)
{
    JsonReader metrics(entry.value("metrics"_L1).toObject(), u"metrics"_s);
    const auto count = [&metrics](QLatin1StringView key) {
        return metrics.optionalInteger(key).value_or(0);
    };
    return {.name = name,
            .cost = Usd::fromDouble(metrics.optionalNumber("spend"_L1).value_or(0)),
            .requests = count("api_requests"_L1),
            .failed = count("failed_requests"_L1),
            .tokens = count("total_tokens"_L1)};
}

QList<Spending> readParts(const QJsonObject &parts)
{
    QList<Spending> read;
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        const QJsonObject entry = it->toObject();
        const QString alias = entry["metadata"_L1]["key_alias"_L1].toString();
        read += readSpending(entry, alias.isEmpty() ? it.key() : alias);
    }
    std::stable_sort(read.begin(), read.end(),
                     [](const Spending &a, const Spending &b) { return a.cost > b.cost; });
    return read;
}

} // namespace

Expected<QList<DaySpending>, QString> parseDailyActivity(const QByteArray &bytes)
{
    return wire::parseWith<QList<DaySpending>>(bytes, u"activity"_s, [](JsonReader &json) {
        QList<DaySpending> days;
        json.forEach("results"_L1, [&days](JsonReader &day) {
            const QJsonObject parts = day.raw().value("breakdown"_L1).toObject();
            days += {.day = QDate::fromString(day.text("date"_L1), Qt::ISODate),
                     .all = readSpending(day.raw(), {}),
                     .models = readParts(parts.value("model_groups"_L1).toObject()),
                     .keys = readParts(parts.value("api_keys"_L1).toObject())};
        });
        days.removeIf([](const DaySpending &day) { return !day.day.isValid(); });
        std::sort(days.begin(), days.end(),
                  [](const DaySpending &a, const DaySpending &b) { return a.day < b.day; });
        return days;
    });
}

} // namespace litedeck
