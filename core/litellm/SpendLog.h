// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Expected.h"
#include "core/server/Charge.h"
#include "core/server/JobCosts.h"

#include <QByteArray>
#include <QList>

namespace litedeck {

/// A row of a proxy's log: something that was asked and is over. What still runs has none.
struct SpendRow
{
    QString requestId; ///< The provider's when it answered, else the call's.
    QString callId;    ///< That the client chose; empty before LiteLLM 1.103.
    QString kind; ///< "acompletion"; questions to the proxy itself that failed are logged, too.
    bool hasFailed = false;
    Usd spend; ///< Also 0 when the model has no price.
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    QDateTime startedAt;
    QDateTime endedAt;
    QString model; ///< The alias that answered.
    QString user;
    QString failure;      ///< Why it failed.
    QJsonObject metadata; ///< What the client sent along.
    OpenCall call;        ///< That made it; without a key when it is none of Litedeck's.
    RequestDetail detail;

    /// Whether it has to be paid for, as far as the proxy knows.
    bool isCharged() const { return spend > Usd() || (!hasFailed && !detail.isFromCache); }

    friend bool operator==(const SpendRow &, const SpendRow &) = default;
};

/// The answer to `GET /spend/logs?request_id=`.
Expected<QList<SpendRow>, QString> parseSpendRows(const QByteArray &bytes);
/// The same rows as they are, but for the traces of the proxy's own code.
Expected<QList<QJsonObject>, QString> parseRawRows(const QByteArray &bytes);
/// The answer to `GET /spend/logs/v2`.
Expected<QList<SpendRow>, QString> parseSpendPage(const QByteArray &bytes);

/// What all rows of one attempt took together; unknown where a model has no price.
Charge chargeOf(const QList<SpendRow> &rows);

/// A call of ours is known by the id of its attempt, all else by the proxy's id.
Record recordOf(const SpendRow &row);
JobCosts costsOf(const QList<SpendRow> &rows);

} // namespace litedeck
