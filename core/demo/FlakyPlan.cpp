// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FlakyPlan.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

Fault onCalls(int skip)
{
    Fault fault;
    fault.method = "POST";
    fault.pathPattern = u"/api/jobs/create-and-call*"_s;
    fault.skip = skip;
    fault.every = 14; // seven kinds, every other call
    return fault;
}

} // namespace

void addFlakyFaults(FaultPlan &plan)
{
    Fault busy = onCalls(1);
    busy.status = 503;
    busy.contentType = "text/plain";
    busy.body = "upstream connect error or disconnect/reset before headers";
    busy.headers = {{"retry-after", "2"}};
    plan.add(busy);

    Fault limited = onCalls(3);
    limited.status = 429;
    limited.body = R"({"detail":"Rate limit exceeded"})";
    limited.headers = {{"retry-after", "3"}};
    plan.add(limited);

    Fault cut = onCalls(5);
    cut.cutAfterBytes = 6000;
    plan.add(cut);

    Fault error = onCalls(7);
    error.errorInStream = true;
    error.errorText = u"500: Failed to call provider API: Server error '502 Bad Gateway' for url "
                      u"'https://api.openai.com/v1/chat/completions'\nFor more information check: "
                      u"https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/502"_s;
    plan.add(error);

    Fault dropped = onCalls(9);
    dropped.drop = true;
    plan.add(dropped);

    Fault crashed = onCalls(11);
    crashed.status = 500;
    crashed.contentType = "text/plain; charset=utf-8";
    crashed.body = "Internal Server Error";
    crashed.closesAfter = true;
    plan.add(crashed);

    Fault overloaded = onCalls(13);
    overloaded.errorObjectInStream = true;
    overloaded.afterEvents = 30;
    overloaded.errorText = u"Overloaded"_s;
    plan.add(overloaded);

    Fault list;
    list.method = "GET";
    list.pathPattern = u"/api/teams/*/jobs"_s;
    list.skip = 2;
    list.every = 6;
    list.status = 502;
    list.contentType = "text/html";
    list.body = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad "
                "Gateway</h1></center></body></html>";
    plan.add(list);
}

} // namespace litedeck::demo
