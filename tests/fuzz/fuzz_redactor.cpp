// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Redactor.h"

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const QString LiveKey = u"fuzzed-live-key-0123456789"_s;

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Redactor redactor({LiveKey});
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const Redacted once = redactor.redacted(text);
    check((once.count == 0) == (once.text == text) ||
              text.contains(u"redacted", Qt::CaseInsensitive),
          "the count is of something else");
    check(!once.text.contains(LiveKey, Qt::CaseInsensitive), "leaked key");
    check(redactor.redact(once.text) == once.text, "redacting twice is not redacting once");
    check(once.text.size() <= text.size() + once.count * Redactor::Mask.size(), "growing text");
    check(!redactor.ofLiveSecrets().redact(text).contains(LiveKey), "leaked key of oneself");
    return 0;
}
