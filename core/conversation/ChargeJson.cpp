// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/ChargeJson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck {

namespace {

constexpr QLatin1StringView JobMember("job");
constexpr QLatin1StringView CreditsMember("credits");
constexpr QLatin1StringView CostMember("nano_usd");

} // namespace

QJsonArray chargesToArray(const QList<JobCharge> &charges)
{
    QJsonArray array;
    for (const JobCharge &charge : charges) {
        QJsonObject json{{JobMember, charge.job.value}};
        if (charge.credits.isKnown())
            json.insert(CreditsMember, charge.credits.value);
        if (charge.cost.isKnown())
            json.insert(CostMember, charge.cost.value.nano);
        array.append(json);
    }
    return array;
}

QList<JobCharge> chargesFromArray(const QJsonArray &array)
{
    QList<JobCharge> charges;
    for (const QJsonValue &each : array) {
        const QJsonObject json = each.toObject();
        JobCharge charge{.job = {json.value(JobMember).toString()}};
        if (json.contains(CreditsMember))
            charge.credits = Measured<qint64>::reported(json.value(CreditsMember).toInteger());
        if (json.contains(CostMember))
            charge.cost = Measured<Usd>::reported({json.value(CostMember).toInteger()});
        if (!charge.job.isEmpty() && !charge.isNothing())
            charges.append(charge);
    }
    return charges;
}

QString chargesToJson(const QList<JobCharge> &charges)
{
    if (charges.isEmpty())
        return {};
    const QJsonDocument document(chargesToArray(charges));
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QList<JobCharge> chargesFromJson(const QString &json)
{
    return chargesFromArray(QJsonDocument::fromJson(json.toUtf8()).array());
}

} // namespace litedeck
