// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/JobKinds.h"

#include "core/demo/ModelCatalogue.h"
#include "core/demo/ProviderFailures.h"

#include <QJsonObject>

#include <iterator>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

Model model(const QString &provider, const QString &actual, Behaviour behaviour)
{
    Model made;
    made.provider = provider;
    made.actualModel = actual;
    made.behaviour = behaviour;
    return made;
}

Model gpt(Behaviour behaviour)
{
    return model(u"openai"_s, u"gpt-4o-mini"_s, behaviour);
}

} // namespace

const QList<JobKind> &jobKinds()
{
    static const QList<JobKind> kinds{
        {u"chat"_s,
         38,
         {u"gpt-4o-mini"_s, u"claude-3-5-haiku"_s, u"gemini-1.5-flash"_s},
         1,
         1,
         60,
         2800,
         80,
         900,
         {u"chat"_s}},
        {u"document_analysis"_s,
         16,
         {u"gpt-4o"_s, u"gemini-1.5-flash"_s},
         3,
         9,
         2200,
         14000,
         180,
         1100,
         {u"read_section"_s, u"find_clauses"_s, u"check_figures"_s, u"final_summary"_s}},
        {u"summarization"_s,
         15,
         {u"gpt-4o-mini"_s, u"claude-3-5-haiku"_s},
         1,
         2,
         1500,
         9000,
         120,
         480,
         {u"summary"_s, u"shorten"_s}},
        {u"code_review"_s,
         10,
         {u"gpt-4o"_s, u"claude-3-5-haiku"_s},
         2,
         5,
         1800,
         7600,
         220,
         1300,
         {u"read_diff"_s, u"find_defects"_s, u"write_comment"_s}},
        {u"translation"_s,
         8,
         {u"gpt-4o-mini"_s, u"llama-3.1-70b"_s},
         1,
         3,
         400,
         2600,
         400,
         2700,
         {u"translate"_s, u"check_terms"_s}},
        {u"data_extraction"_s,
         7,
         {u"gpt-4o-mini"_s},
         2,
         6,
         900,
         4200,
         90,
         420,
         {u"extract_fields"_s, u"validate"_s}},
        {u"email_draft"_s, 5, {u"gpt-4o-mini"_s}, 1, 1, 180, 900, 120, 380, {u"draft"_s}},
        {u"report_generation"_s,
         3,
         {u"gpt-4o"_s},
         4,
         12,
         1400,
         8200,
         500,
         2200,
         {u"outline"_s, u"write_chapter"_s, u"check_sources"_s, u"executive_summary"_s}},
    };
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
    static const QStringList documents{
        u"supplier-contract-2026.pdf"_s, u"lease-warehouse-3.pdf"_s,   u"q3-board-pack.pdf"_s,
        u"tender-harbour-cranes.docx"_s, u"privacy-policy-draft.md"_s, u"audit-findings.xlsx"_s};
    static const QStringList repositories{u"billing-service"_s, u"web-shop"_s, u"route-planner"_s};
    static const QStringList languages{u"de"_s, u"fr"_s, u"pl"_s, u"ja"_s, u"pt-BR"_s};
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
    static const QStringList users{u"maria.keller"_s, u"tomasz.nowak"_s, u"aiko.tanaka"_s,
                                   u"sam.oduya"_s,    u"lea.fontaine"_s, u"batch-worker"_s};
    return rng.percent(12) ? QJsonValue(QJsonValue::Null) : QJsonValue(rng.pick(users));
}

QString pickFailure(const JobKind &kind, Rng &rng)
{
    const int dice = rng.between(0, 99);
    if (dice < 24)
        return plainFailure(gpt(Behaviour::RateLimit));
    if (dice < 38)
        return plainFailure(
            model(u"anthropic"_s, u"claude-3-5-haiku-20241022"_s, Behaviour::Overloaded));
    if (dice < 52)
        return streamFailure(gpt(Behaviour::RateLimit));
    if (dice < 64)
        return plainFailure(gpt(Behaviour::Context));
    if (dice < 71)
        return plainFailure(gpt(Behaviour::Authentication));
    if (dice < 77)
        return plainFailure(model(u"gemini"_s, u"gemini-1.5-flash"_s, Behaviour::KeyLeak));
    if (dice < 81)
        return plainFailure(
            model(u"fireworks"_s, u"llama-v3p1-70b-instruct"_s, Behaviour::NoCredentials));
    if (dice < 86)
        return nullContentFailure();
    if (dice < 91)
        return u"500: Failed to call provider API: "_s; // a timeout leaves no text
    if (kind.maxCalls > 1)
        return u"Validation of the extracted fields failed after 3 attempts"_s;
    return u"Stream interrupted: received %1 characters"_s.arg(rng.between(80, 2600));
}

} // namespace litedeck::demo
