// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxySeed.h"

#include "core/demo/JobKinds.h"
#include "core/demo/PastTimes.h"
#include "core/demo/ProxyModels.h"
#include "core/demo/Resource.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// The whole of seed.json.
const QJsonObject &catalogue()
{
    static const QJsonObject read = jsonResource(u"litellm/seed.json"_s).object();
    return read;
}

std::optional<double> limitOf(const QJsonValue &entry)
{
    return entry[u"limit"].isDouble() ? std::optional(entry[u"limit"].toDouble()) : std::nullopt;
}

void seedPeople(ProxyAccount &account, KeyOwner owner)
{
    const QJsonObject &all = catalogue();
    const bool hasUser = owner != KeyOwner::Service && owner != KeyOwner::Nobody;
    const bool hasTeam = owner != KeyOwner::Solo && owner != KeyOwner::Nobody;
    account.keyAlias = all[u"key"][u"alias"].toString();
    account.tokensPerMinute = all[u"key"][u"tpm"].toInt();
    if (hasUser) {
        account.user = all[u"user"][u"id"].toString();
        account.email = all[u"user"][u"email"].toString();
        account.homeTeam = all[u"team"][u"id"].toString();
    }
    account.teamAlias = all[u"team"][u"alias"].toString();
    if (hasTeam)
        account.team = all[u"team"][u"id"].toString();
    const QJsonArray colleagues = all[u"colleagues"].toArray();
    for (const QJsonValue &entry : colleagues) {
        account.colleagues.append({.user = entry[u"user"].toString(),
                                   .email = entry[u"email"].toString(),
                                   .keyAlias = entry[u"key"].toString(),
                                   .spend = entry[u"spend"].toDouble(),
                                   .limit = limitOf(entry)});
    }
}

/// A row of that model, which began then, with the tokens of its kind of work.
ProxyRow pastRow(ProxyStore &store, const ProxyModel &model, const JobKind &kind,
                 const QDateTime &at)
{
    Rng &rng = store.rng();
    ProxyRow row;
    row.callId = rng.uuid();
    row.requestId = u"chatcmpl-"_s + rng.hex(20);
    row.session = rng.uuid();
    row.model = model.provider + u'/' + model.model.actualModel;
    row.group = row.askedGroup = model.model.alias;
    row.provider = model.provider;
    row.tokens.prompt = rng.between(kind.minPrompt, kind.maxPrompt);
    row.tokens.completion = rng.between(kind.minCompletion, kind.maxCompletion);
    if (rng.percent(30))
        row.tokens.cached = row.tokens.prompt / 2;
    row.cost = costOf(model, row.tokens);
    row.startedAt = at;
    row.firstTokenAt = at.addMSecs(rng.between(240, 1400));
    row.endedAt = row.firstTokenAt.addMSecs(row.tokens.completion * rng.between(8, 16));
    row.tags = QStringList{kind.type};
    return row;
}

void failRow(ProxyRow &row, ProxyStore &store)
{
    const QJsonArray failures = catalogue()[u"failures"].toArray();
    int total = 0;
    for (const QJsonValue &entry : failures)
        total += entry[u"weight"].toInt();
    int place = store.rng().between(0, total - 1);
    const QJsonValue entry =
        *std::find_if(failures.begin(), failures.end(), [&place](const QJsonValue &candidate) {
            place -= candidate[u"weight"].toInt();
            return place < 0;
        });
    const QString alias = entry[u"model"].toString();
    const ProxyModel *model = findProxyModel(alias);
    const ProxyFailure failure = store.failure(
        entry[u"failure"].toString(),
        {{u"model"_s, model == nullptr ? alias : model->model.actualModel},
         {u"group"_s, alias},
         {u"seconds"_s, u"60"_s},
         {u"hash"_s, store.account().keyHash},
         {u"limit"_s, u"60"_s},
         {u"reset"_s, row.startedAt.addSecs(41).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)}});
    row.askedGroup = alias;
    if (model != nullptr) {
        row.group = alias;
        row.provider = model->provider;
        row.model = model->provider + u'/' + model->model.actualModel;
    }
    row.tokens.completion = failure.isMidway ? row.tokens.completion / 3 : 0;
    row.endedAt = row.firstTokenAt;
    fail(row, failure, model);
}

void addPastRow(ProxyStore &store, const DemoScenario &scenario, const QDateTime &at)
{
    Rng &rng = store.rng();
    const JobKind &kind = pickKind(rng);
    const ProxyModel &model = *findProxyModel(rng.pick(kind.models));
    ProxyRow row = pastRow(store, model, kind, at);
    const int dice = rng.between(0, 99);
    if (dice < scenario.failurePercent) {
        failRow(row, store);
    } else if (dice < scenario.failurePercent + 3) {
        row.isFromCache = true;
    } else if (dice < scenario.failurePercent + 5) {
        row.askedGroup = u"busy-gpt"_s;
        row.fallbacks = 1;
    } else if (dice < scenario.failurePercent + 7 && !scenario.proxy.isOld) {
        row.tokens.completion /= 4;
        row.cost = costOf(model, row.tokens);
        row.error = clientLeftError();
    }
    store.book(row);
}

void addSession(ProxyStore &store, const QJsonValue &entry, const QDateTime &now)
{
    Rng &rng = store.rng();
    const QString id = entry[u"id"].toString();
    const ProxyModel &model = *findProxyModel(entry[u"model"].toString());
    QDateTime at = now.addDays(-entry[u"days_ago"].toInt());
    for (int turn = 1; turn <= entry[u"turns"].toInt(); ++turn) {
        ProxyRow row = pastRow(store, model, jobKinds().constFirst(), at);
        row.session = id;
        row.tags = QStringList{u"litedeck"_s};
        row.clientMetadata = QJsonObject{{u"task"_s, entry[u"task"]}, {u"turn"_s, turn}};
        store.book(row);
        at = row.endedAt.addSecs(rng.between(25, 240));
    }
}

/// What was spent of a budget since its period began, besides what the log tells.
void seedBudget(ProxyStore &store, Payer payer, const QString &name, const QDateTime &now)
{
    const QJsonValue entry = catalogue()[name];
    ProxyBudget &budget = store.budget(payer);
    budget = {.limit = limitOf(entry), .period = entry[u"duration"].toString()};
    budget.resetIfDue(now);
    const QDateTime begin = budget.period == u"1d"_s   ? budget.resetsAt.addDays(-1)
                            : budget.period == u"7d"_s ? budget.resetsAt.addDays(-7)
                                                       : budget.resetsAt.addMonths(-1);
    budget.spend = budget.total = entry[u"elsewhere"].toDouble();
    for (const ProxyRow &row : store.rows()) {
        budget.total += row.spend();
        budget.spend += row.endedAt >= begin ? row.spend() : 0.0;
    }
}

} // namespace

void seedProxy(ProxyStore &store, const DemoScenario &scenario)
{
    const QDateTime now = store.now();
    seedPeople(store.account(), scenario.proxy.owner);
    for (const QDateTime &at : pastTimes(store.rng(), scenario.pastJobs, now))
        addPastRow(store, scenario, at);
    if (scenario.pastJobs > 0) {
        const QJsonArray sessions = catalogue()[u"sessions"].toArray();
        for (const QJsonValue &entry : sessions)
            addSession(store, entry, now);
    }
    seedBudget(store, Payer::Key, u"key"_s, now);
    seedBudget(store, Payer::Member, u"member"_s, now);
    seedBudget(store, Payer::User, u"user"_s, now);
    seedBudget(store, Payer::Team, u"team"_s, now);
    if (scenario.proxy.isOverBudget) {
        ProxyBudget &key = store.budget(Payer::Key);
        key.spend = *key.limit + 0.0137;
        key.total = std::max(key.total, key.spend);
    }
}

} // namespace litedeck::demo
