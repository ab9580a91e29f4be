// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TurnColumns.h"

#include "core/base/BareNumber.h"
#include "core/base/Utc.h"
#include "core/conversation/ChargeJson.h"
#include "core/conversation/ErrorJson.h"
#include "core/conversation/StoredNames.h"
#include "core/store/Query.h"

#include <QStringList>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

QStringList columnNames()
{
    return {u"uuid"_s,
            u"model"_s,
            u"prompt"_s,
            u"reply"_s,
            u"reasoning"_s,
            u"finish_reason"_s,
            u"state"_s,
            u"sent_at"_s,
            u"job_id"_s,
            u"error"_s,
            u"prompt_tokens"_s,
            u"prompt_tokens_provenance"_s,
            u"completion_tokens"_s,
            u"completion_tokens_provenance"_s,
            u"total_tokens"_s,
            u"total_tokens_provenance"_s,
            u"cost_nano_usd"_s,
            u"cost_provenance"_s,
            u"credits"_s,
            u"credits_provenance"_s,
            u"latency_ms"_s,
            u"latency_provenance"_s,
            u"first_text_ms"_s,
            u"first_text_provenance"_s,
            u"left_out"_s,
            u"parent_uuid"_s,
            u"ordinal"_s,
            u"rank"_s,
            u"deleted"_s,
            u"call_key"_s,
            u"lost"_s};
}

qint64 storedNumber(Provenance provenance)
{
    switch (provenance) {
    case Provenance::Unknown:
        return 0;
    case Provenance::Estimated:
        return 1;
    case Provenance::Reported:
        return 2;
    }
    Q_UNREACHABLE();
}

Provenance provenanceFrom(qint64 stored)
{
    for (const Provenance provenance : {Provenance::Estimated, Provenance::Reported}) {
        if (storedNumber(provenance) == stored)
            return provenance;
    }
    return Provenance::Unknown;
}

template <typename T>
void bindMeasured(Query &query, const Measured<T> &measured)
{
    query.bind(bareNumber(measured.value)).bind(storedNumber(measured.provenance));
}

/// Walks over the columns of a row from left to right.
class RowReader
{
public:
    RowReader(const Query &row, int column)
        : m_row(row)
        , m_column(column)
    {}

    QString text() { return m_row.text(m_column++); }
    qint64 number() { return m_row.number(m_column++); }
    QDateTime time() { return timeFrom(m_row, m_column++); }

    template <typename T>
    Measured<T> measured()
    {
        const qint64 number = m_row.number(m_column++);
        return {T{number}, provenanceFrom(m_row.number(m_column++))};
    }

private:
    const Query &m_row;
    int m_column;
};

} // namespace

QString turnColumns()
{
    return columnNames().join(u", "_s);
}

QString turnPlaceholders()
{
    return QStringList(columnNames().size(), u"?"_s).join(u", "_s);
}

QString turnUpdates()
{
    QStringList updates;
    for (const QString &column : columnNames().sliced(1))
        updates.append(column + " = excluded."_L1 + column);
    return updates.join(u", "_s);
}

void bindTurn(Query &query, const Turn &turn)
{
    query.bind(turn.id.value).bind(turn.model.value).bind(turn.prompt).bind(turn.reply);
    query.bind(turn.reasoning).bind(turn.finishReason).bind(QString(storedName(turn.state)));
    bindTime(query, turn.sentAt);
    query.bind(turn.jobId.value).bind(errorToJson(turn.error));
    bindMeasured(query, turn.cost.promptTokens);
    bindMeasured(query, turn.cost.completionTokens);
    bindMeasured(query, turn.cost.totalTokens);
    bindMeasured(query, turn.cost.cost);
    bindMeasured(query, turn.cost.credits);
    bindMeasured(query, turn.cost.latency);
    bindMeasured(query, turn.cost.timeToFirstText);
    query.bind(qint64(turn.leftOut)).bind(turn.parent.value);
    query.bind(turn.order).bind(turn.rank).bind(qint64(turn.isDeleted));
    query.bind(turn.callKey).bind(chargesToJson(turn.lost));
}

Turn turnFrom(const Query &row, int firstColumn)
{
    RowReader reader(row, firstColumn);
    Turn turn;
    turn.id = {reader.text()};
    turn.model = {reader.text()};
    turn.prompt = reader.text();
    turn.reply = reader.text();
    turn.reasoning = reader.text();
    turn.finishReason = reader.text();
    turn.state = valueNamed<TurnState>(reader.text());
    turn.sentAt = reader.time();
    turn.jobId = {reader.text()};
    turn.error = errorFromJson(reader.text());
    turn.cost.promptTokens = reader.measured<qint64>();
    turn.cost.completionTokens = reader.measured<qint64>();
    turn.cost.totalTokens = reader.measured<qint64>();
    turn.cost.cost = reader.measured<Usd>();
    turn.cost.credits = reader.measured<qint64>();
    turn.cost.latency = reader.measured<Milliseconds>();
    turn.cost.timeToFirstText = reader.measured<Milliseconds>();
    turn.leftOut = static_cast<int>(reader.number());
    turn.parent = {reader.text()};
    turn.order = reader.number();
    turn.rank = reader.number();
    turn.isDeleted = reader.number() != 0;
    turn.callKey = reader.text();
    turn.lost = chargesFromJson(reader.text());
    return turn;
}

void bindTime(Query &query, const QDateTime &time)
{
    if (time.isValid())
        query.bind(time.toMSecsSinceEpoch());
    else
        query.bindNull();
}

QDateTime timeFrom(const Query &row, int column)
{
    return row.isNull(column) ? QDateTime()
                              : QDateTime::fromMSecsSinceEpoch(row.number(column), Utc);
}

} // namespace litedeck
