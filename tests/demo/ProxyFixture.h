// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DemoFixture.h"

#include "core/demo/ProxyStore.h"

#include <QTimeZone>
#include <QUrlQuery>

/// A plain LiteLLM proxy on its own thread and the requests that tests send to it.
class ProxyFixture : public DemoFixture
{
public:
    explicit ProxyFixture(const litedeck::demo::DemoScenario &scenario = small())
        : DemoFixture(scenario)
    {}

    /// Few past requests and no waiting, on a Thursday noon.
    static litedeck::demo::DemoScenario small()
    {
        litedeck::demo::DemoScenario scenario = DemoFixture::small();
        scenario.kind = litedeck::demo::DemoKind::LiteLlm;
        scenario.now = QDateTime(QDate(2026, 5, 14), QTime(12, 0), QTimeZone::utc());
        return scenario;
    }

    WireAnswer get(const QByteArray &target) { return ask("GET", target); }

    static QByteArray body(const QByteArray &model, bool streamed)
    {
        return R"({"model":")" + model + R"(","messages":[{"role":"user","content":"Hello"}])" +
               (streamed ? R"(,"stream":true,"stream_options":{"include_usage":true}})" : "}");
    }

    WireAnswer whole(const QByteArray &model, const QByteArray &id = "call-1")
    {
        return ask("POST", "/v1/chat/completions", body(model, false), header(id));
    }

    WireAnswer stream(const QByteArray &model, const QByteArray &id = "call-1")
    {
        return ask("POST", "/v1/chat/completions", body(model, true), header(id));
    }

    static QByteArray header(const QByteArray &id) { return "x-litellm-call-id: " + id + "\r\n"; }

    /// The rows of that id, as a client reads them.
    QJsonArray rowsOf(const QByteArray &id) { return get("/spend/logs?request_id=" + id).array(); }
    QJsonObject rowOf(const QByteArray &id) { return rowsOf(id).at(0).toObject(); }

    /// The target of the log by pages, over all days, with these parameters.
    static QByteArray page(const QByteArray &parameters)
    {
        return "/spend/logs/v2?start_date=2026-03-01&end_date=2026-05-20+00:00:00&" + parameters;
    }

    double spendOfKey()
    {
        return get("/key/info").object()[QLatin1String("info")][QLatin1String("spend")].toDouble();
    }
};

/// What an answer says went wrong.
inline QString messageOf(const WireAnswer &answer)
{
    return answer.object()[QLatin1String("error")][QLatin1String("message")].toString();
}
