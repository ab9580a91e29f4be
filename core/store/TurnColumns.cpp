// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TurnColumns.h"

#include "core/base/BareNumber.h"
#include "core/conversation/ConversationJson.h"
#include "core/conversation/StoredNames.h"
#include "core/store/Query.h"

#include <QStringList>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

const QString Columns =
    u"uuid, model, prompt, reply, reasoning, finish_reason, state, sent_at, job_id, error, "
    "prompt_tokens, prompt_tokens_provenance, completion_tokens, completion_tokens_provenance, "
    "total_tokens, total_tokens_provenance, cost_nano_usd, cost_provenance, credits, "
    "credits_provenance, latency_ms, latency_provenance, first_text_ms, first_text_provenance, "
    "left_out, parent_uuid, ordinal, rank, deleted, call_key, lost, "
    "answered_by"_s;
const QString Comma = u", "_s;

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
    QDateTime time() { return m_row.time(m_column++); }

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
    return Columns;
}

QString turnPlaceholders()
{
    return QStringList(Columns.count(Comma) + 1, u"?"_s).join(Comma);
}

QString turnUpdates()
{
    QStringList updates;
    for (const QString &column : Columns.split(Comma).sliced(1))
        updates.append(column + " = excluded."_L1 + column);
    return updates.join(Comma);
}

void bindTurn(Query &query, const Turn &turn)
{
    query.bind(turn.id.value).bind(turn.model.value).bind(turn.prompt).bind(turn.reply);
    query.bind(turn.reasoning).bind(turn.finishReason).bind(QString(storedName(turn.state)));
    query.bind(turn.sentAt).bind(turn.jobId.value).bind(errorToJson(turn.error));
    bindMeasured(query, turn.cost.promptTokens);
    bindMeasured(query, turn.cost.completionTokens);
    bindMeasured(query, turn.cost.totalTokens);
    bindMeasured(query, turn.cost.cost);
    bindMeasured(query, turn.cost.credits);
    bindMeasured(query, turn.cost.latency);
    bindMeasured(query, turn.cost.timeToFirstText);
    query.bind(qint64(turn.leftOut)).bind(turn.parent.value);
    query.bind(turn.order).bind(turn.rank).bind(qint64(turn.isDeleted));
    query.bind(turn.callKey).bind(chargesToJson(turn.lost)).bind(turn.answeredBy.value);
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
    turn.answeredBy = {reader.text()};
    return turn;
}

} // namespace litedeck
