// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Utc.h"
#include "core/conversation/TurnTree.h"
#include "core/store/Database.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>
#include <QTimeZone>

namespace litedeck::samples {

using namespace Qt::StringLiterals;

inline QDateTime utc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Utc);
}

/// An error with every member set to something.
inline Error fullError()
{
    Error error;
    error.category = ErrorCategory::RateLimited;
    error.hands = Hands::Provider;
    error.verdict = RetryVerdict::Automatic;
    error.outcome = Outcome::Rejected;
    error.httpStatus = 500;
    error.innerStatus = 429;
    error.provider = u"openai"_s;
    error.exceptionClass = u"RateLimitError"_s;
    error.exceptionStatus = 429;
    error.message = u"slow down \"please\" – später"_s;
    error.originalText = u"litellm.RateLimitError: …\nline two"_s;
    error.validation = {{u"body.messages.0"_s, u"field required"_s}, {u"body.n"_s, u"too small"_s}};
    error.retryAfter = Milliseconds(1500);
    error.silence = Milliseconds(125'000);
    error.requestLine = u"POST /api/jobs/create"_s;
    error.requestId = u"req-1"_s;
    error.headers = {{u"retry-after"_s, u"5"_s}, {u"server"_s, u"größer"_s}};
    error.jobId = {u"job-1"_s};
    error.isGuess = true;
    error.isPage = true;
    error.hadText = false;
    error.proxy = u"proxy.example:3128"_s;
    error.redirectTarget = u"https://sso.example/login"_s;
    error.tls = TlsFailure{.reasons = {TlsReason::Expired, TlsReason::Other},
                           .text = u"The certificate has expired"_s,
                           .subject = u"gateway.example"_s,
                           .names = {u"gateway.example"_s, u"größer.example"_s},
                           .issuer = u"Example CA"_s,
                           .validFrom = QDateTime({2020, 1, 1}, {0, 0}, Utc),
                           .validUntil = QDateTime({2021, 1, 1}, {0, 0}, Utc)};
    error.earlierMessages = 4;
    error.allowedModels = {u"small"_s, u"größer"_s};
    return error;
}

inline Turn emptyTurn(const QString &id, TurnState state = TurnState::Pending)
{
    Turn turn;
    turn.id = {id};
    turn.prompt = u"prompt of "_s + id;
    turn.state = state;
    return turn;
}

/// A turn with every member set to something.
inline Turn fullTurn(const QString &id)
{
    Turn turn = emptyTurn(id, TurnState::Complete);
    turn.model = {u"gpt-small"_s};
    turn.answeredBy = {u"gpt-spare"_s};
    turn.prompt = u"Grüße 👋\n\tund 日本語 العربية 'quoted' \"twice\"; --"_s;
    turn.reply = u"# Title\n\n| a | b |\n|---|---|\n"_s + QString(u'x').repeated(10'000);
    turn.reasoning = u"let me think"_s;
    turn.finishReason = u"stop"_s;
    turn.sentAt = utc(1'700'000'000'123);
    turn.jobId = {u"6a1f"_s};
    turn.callKey = u"key-1"_s;
    turn.leftOut = 3;
    turn.cost.promptTokens = Measured<qint64>::reported(12);
    turn.cost.completionTokens = Measured<qint64>::estimated(9'000'000'000);
    turn.cost.totalTokens = {7, Provenance::Unknown};
    turn.cost.cost = Measured<Usd>::reported({123'456'789'012});
    turn.cost.credits = Measured<qint64>::reported(1);
    turn.cost.latency = Measured<Milliseconds>::reported(Milliseconds(2345));
    turn.cost.timeToFirstText = Measured<Milliseconds>::estimated(Milliseconds(210));
    turn.lost = {{.job = {u"6a1e"_s},
                  .credits = Measured<qint64>::reported(2),
                  .cost = Measured<Usd>::reported({54'000})},
                 {.job = {u"6a1d"_s}, .cost = Measured<Usd>::reported({1})}};
    turn.error = fullError();
    return turn;
}

inline Conversation conversation(const QString &id, const QList<Turn> &turns = {})
{
    Conversation made{.id = {id},
                      .title = u"About "_s + id,
                      .createdAt = utc(1'600'000'000'001),
                      .updatedAt = utc(1'600'000'000'002),
                      .model = {u"claude"_s}};
    for (const Turn &turn : turns)
        TurnTree::add(made, turn, made.turns.isEmpty() ? TurnId() : made.turns.constLast().id);
    return made;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Runs statements on a file with a connection of its own, as another program would.
inline bool runSql(const QString &path, const QStringList &statements)
{
    bool good = true;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        connection.setDatabaseName(path);
        good = connection.open();
        for (const QString &statement : statements) {
            QSqlQuery query(connection);
            if (!query.exec(statement)) {
                qWarning() << query.lastError() << statement;
                good = false;
            }
        }
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
    return good;
}

inline qint64 numberFrom(const Database &database, const QString &sql)
{
    const auto number = database.readNumber(sql);
    return number ? *number : -1;
}

} // namespace litedeck::samples
