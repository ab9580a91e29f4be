// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ReplyLibrary.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

QString reply(const QString &prompt, quint32 hash, qsizetype turns)
{
    Q_UNUSED(turns)
    return u"Here is a short answer (%1) to: %2"_s.arg(hash % 100).arg(prompt.left(200));
}

QString markdownTour()
{
    return u"# A tour\n\n- one\n- two\n"_s;
}

QString longText(qsizetype characters)
{
    return u"The quick brown fox jumps over the lazy dog. "_s.repeated(characters / 45 + 1)
        .left(characters);
}

} // namespace litedeck::demo
