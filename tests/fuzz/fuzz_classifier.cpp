// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/Classifier.h"

#include <array>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const QString LiveKey = u"fuzzed live key"_s;

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

} // namespace

/// The first byte chooses how the exchange ended, the second the status; the rest is what arrived.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr std::array Statuses = {0,   103, 200, 307, 400, 401, 402, 403, 404, 408,
                                            413, 422, 429, 500, 502, 503, 504, 529, 599};
    static const Redactor redactor({LiveKey});
    if (size < 2)
        return 0;
    HttpResult result;
    result.end = WireEnd(data[0] % (int(WireEnd::Cancelled) + 1));
    result.status = Statuses[data[1] % Statuses.size()];
    const QByteArray text(reinterpret_cast<const char *>(data + 2), qsizetype(size - 2));
    QByteArray event;
    ((data[0] & 0x80) != 0 ? event : result.body) = text;

    const Error error = classify(result, redactor, event);
    check(error.category <= ErrorCategory::Unknown, "no category");
    check(error.category != ErrorCategory::Unknown || error.verdict == RetryVerdict::Manual,
          "what is not understood is retried");
    check(error.originalText.size() <= 4000 && error.message.size() <= 2000, "unbounded text");
    check(!error.originalText.contains(LiveKey) && !error.message.contains(LiveKey), "leaked key");
    check(redactor.redact(error.message).size() <= error.message.size() + 16, "growing text");
    return 0;
}
