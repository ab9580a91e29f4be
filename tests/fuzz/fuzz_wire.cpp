// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/Wire.h"

#include <array>

using namespace litedeck;

namespace {

constexpr int PageSize = 5;

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

template <typename T>
void expectSense(const wire::Parsed<T> &first, const wire::Parsed<T> &second)
{
    check(first.hasValue() == second.hasValue(), "two readings differ");
    check(first.hasValue() || !first.error().isEmpty(), "refused without a reason");
    check(first.hasValue() || first.error() == second.error(), "two reasons differ");
    if constexpr (requires { *first == *second; })
        check(!first.hasValue() || *first == *second, "two values differ");
}

wire::Parsed<RecordPage> parsePage(const QByteArray &json)
{
    return wire::parseJobPage(json, 0, PageSize);
}

template <auto Parse>
void read(const QByteArray &json)
{
    expectSense(Parse(json), Parse(json));
}

constexpr std::array Readers = {
    read<wire::parseCreatedJob>,
    read<wire::parseJob>,
    read<parsePage>,
    read<wire::parseJobCosts>,
    read<wire::parseCompletedJob>,
    read<wire::parseCallReply>,
    read<wire::parseSingleCallReply>,
    read<wire::parseObject>,
    read<wire::parseBalance>,
    read<wire::parseTeam>,
    read<wire::parseTransactions>,
    read<wire::parseModel>,
};

} // namespace

/// The first byte chooses what the reply is taken for; the rest is the reply.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray json(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    Readers[data[0] % Readers.size()](json);
    return 0;
}
