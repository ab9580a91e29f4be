// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WireClient.h"

#include "core/demo/DemoHost.h"

/// A gateway on its own thread and the requests that tests send to it.
class DemoFixture
{
public:
    explicit DemoFixture(const litedeck::demo::DemoScenario &scenario = small())
        : host(scenario)
    {}

    /// Few past jobs and no waiting.
    static litedeck::demo::DemoScenario small()
    {
        litedeck::demo::DemoScenario scenario;
        scenario.pastJobs = 40;
        scenario.slowThinkerMs = 0;
        return scenario;
    }

    litedeck::demo::DemoGateway &gateway() { return host.gateway(); }

    /// A request with key and JSON body.
    QByteArray request(const QByteArray &method, const QByteArray &target,
                       const QByteArray &body = {}, const QByteArray &extra = {})
    {
        QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: demo\r\n" + extra;
        if (!extra.contains("Authorization"))
            text += "Authorization: Bearer " + gateway().virtualKey().toUtf8() + "\r\n";
        if (!body.isEmpty()) {
            text += "Content-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n";
        }
        return text + "\r\n" + body;
    }

    WireAnswer ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                   const QByteArray &extra = {})
    {
        WireClient client(gateway().baseUrl());
        client.send(request(method, target, body, extra));
        return client.read(method == "HEAD");
    }

    QByteArray callBody(const QByteArray &model, const QByteArray &prompt = "Explain caching")
    {
        return R"({"team_id":")" + gateway().teamId().toUtf8() +
               R"(","job_type":"chat","job_metadata":{"client_ref":"t1"},"model":")" + model +
               R"(","messages":[{"role":"user","content":")" + prompt + R"("}]})";
    }

    WireAnswer call(const QByteArray &model)
    {
        return ask("POST", "/api/jobs/create-and-call", callBody(model));
    }

    WireAnswer stream(const QByteArray &model)
    {
        return ask("POST", "/api/jobs/create-and-call-stream", callBody(model));
    }

    /// Creates a job and gives its id.
    QByteArray newJob()
    {
        const WireAnswer answer =
            ask("POST", "/api/jobs/create",
                R"({"team_id":")" + gateway().teamId().toUtf8() + R"(","job_type":"chat"})");
        return answer.object().value(QLatin1String("job_id")).toString().toUtf8();
    }

    /// The job that was created last.
    QJsonObject lastJob() { return gateway().jobs().at(0).toObject(); }
    QString lastStatus() { return lastJob().value(QLatin1String("status")).toString(); }

    litedeck::demo::DemoHost host;
};
