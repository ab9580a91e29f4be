// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/JobWords.h"

#include "core/base/Redactor.h"
#include "ui/words/Format.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString plainText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        QStringList items;
        for (const QJsonValue item : value.toArray())
            items += plainText(item);
        return items.join(", "_L1);
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"null"_s;
    }
    Q_UNREACHABLE();
}

void appendFacts(QList<Fact> &facts, const QString &prefix, const QJsonObject &object)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString label = prefix + it.key();
        if (it->isObject())
            appendFacts(facts, label + u'.', it->toObject());
        else
            facts.append({label, plainText(*it)});
    }
}

} // namespace

QList<Fact> flattened(const QJsonObject &metadata)
{
    QList<Fact> facts;
    appendFacts(facts, {}, metadata);
    return facts;
}

JobWords::OfStatus JobWords::of(RecordStatus status)
{
    switch (status) {
    case RecordStatus::Pending:
        return {tr("Pending"), Tone::Neutral};
    case RecordStatus::InProgress:
        return {tr("In progress"), Tone::Accent};
    case RecordStatus::Completed:
        return {tr("Completed"), Tone::Success};
    case RecordStatus::Failed:
        return {tr("Failed"), Tone::Danger};
    case RecordStatus::Cancelled:
        return {tr("Cancelled"), Tone::Neutral};
    case RecordStatus::Unknown:
        return {tr("Unknown"), Tone::Neutral};
    }
    Q_UNREACHABLE();
}

QString JobWords::charge(const Record &job, const std::optional<qint64> &credits)
{
    if (credits && *credits < 0)
        //: %1 is such as "3 credits".
        return tr("%1 refunded").arg(formatCredits(-*credits));
    if (credits)
        return formatCredits(*credits);
    if (job.isCharged())
        return tr("Charged");
    return ranUncharged(job) ? tr("Ran, not charged") : tr("Not charged");
}

QString JobWords::whyUncharged()
{
    return tr("The job completed, but the server has not marked it as charged. Usually the balance "
              "was too low; a job that was completed twice loses the mark too.");
}

QString JobWords::models(const Record &job)
{
    return job.models.join(", "_L1);
}

QString JobWords::duration(Milliseconds duration)
{
    return duration < Milliseconds(1000) ? tr("under 1 s") : formatDuration(duration);
}

QString JobWords::notRecorded()
{
    return tr("Not recorded");
}

} // namespace litedeck
