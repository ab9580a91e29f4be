// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/JobKinds.h"

#include "core/demo/ModelCatalogue.h"
#include "core/demo/ProviderFailures.h"
#include "core/demo/Resource.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

QStringList texts(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

JobKind kindFrom(const QJsonValue &entry)
{
    const QJsonValue calls = entry[u"calls"];
    const QJsonValue prompt = entry[u"prompt"];
    const QJsonValue completion = entry[u"completion"];
    return {.type = entry[u"type"].toString(),
            .weight = entry[u"weight"].toInt(),
            .models = texts(entry[u"models"]),
            .minCalls = calls[0].toInt(),
            .maxCalls = calls[1].toInt(),
            .minPrompt = prompt[0].toInt(),
            .maxPrompt = prompt[1].toInt(),
            .minCompletion = completion[0].toInt(),
            .maxCompletion = completion[1].toInt(),
            .purposes = texts(entry[u"purposes"])};
}

/// The whole of job-kinds.json.
const QJsonObject &catalogue()
{
    static const QJsonObject read = jsonResource(u"job-kinds.json"_s).object();
    return read;
}

QList<JobKind> readKinds()
{
    QList<JobKind> kinds;
    const QJsonArray entries = catalogue()[u"kinds"].toArray();
    for (const QJsonValue &entry : entries)
        kinds.append(kindFrom(entry));
    return kinds;
}

QString failureFrom(const QJsonValue &entry)
{
    Model model;
    model.provider = entry[u"provider"].toString();
    model.actualModel = entry[u"model"].toString();
    model.behaviour = behaviourNamed(entry[u"behaviour"].toString().toLatin1());
    return entry[u"streamed"].toBool() ? streamFailure(model) : plainFailure(model);
}

} // namespace

const QList<JobKind> &jobKinds()
{
    static const QList<JobKind> kinds = readKinds();
    return kinds;
}

const JobKind &pickKind(Rng &rng)
{
    int total = 0;
    for (const JobKind &kind : jobKinds())
        total += kind.weight;
    int place = rng.between(0, total - 1);
    for (const JobKind &kind : jobKinds()) {
        place -= kind.weight;
        if (place < 0)
            return kind;
    }
    return jobKinds().constFirst();
}

QJsonValue pickMetadata(const JobKind &kind, Rng &rng)
{
    static const QStringList documents = texts(catalogue()[u"documents"]);
    static const QStringList repositories = texts(catalogue()[u"repositories"]);
    static const QStringList languages = texts(catalogue()[u"languages"]);
    if (rng.percent(5))
        return QJsonValue::Null;
    if (rng.percent(12))
        return QJsonObject{};
    if (kind.type == u"document_analysis"_s || kind.type == u"summarization"_s)
        return QJsonObject{{u"document"_s, rng.pick(documents)}, {u"pages"_s, rng.between(2, 64)}};
    if (kind.type == u"code_review"_s) {
        return QJsonObject{{u"repository"_s, rng.pick(repositories)},
                           {u"pull_request"_s, rng.between(210, 940)}};
    }
    if (kind.type == u"translation"_s)
        return QJsonObject{{u"from"_s, u"en"_s}, {u"to"_s, rng.pick(languages)}};
    return QJsonObject{{u"source"_s, rng.percent(70) ? u"web"_s : u"api"_s},
                       {u"ticket"_s, u"NW-%1"_s.arg(rng.between(1200, 4800))}};
}

QJsonValue pickUser(Rng &rng)
{
    static const QStringList users = texts(catalogue()[u"users"]);
    return rng.percent(12) ? QJsonValue(QJsonValue::Null) : QJsonValue(rng.pick(users));
}

QString pickFailure(const JobKind &kind, Rng &rng)
{
    const int dice = rng.between(0, 99);
    const QJsonArray failures = catalogue()[u"failures"].toArray();
    for (const QJsonValue &failure : failures) {
        if (dice < failure[u"below"].toInt())
            return failureFrom(failure);
    }
    if (kind.maxCalls > 1)
        return catalogue()[u"failure_of_many_calls"].toString();
    return catalogue()[u"failure_of_one_call"].toString().arg(rng.between(80, 2600));
}

} // namespace litedeck::demo
