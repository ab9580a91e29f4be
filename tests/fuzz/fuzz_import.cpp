// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Redactor.h"
#include "core/base/Utc.h"
#include "core/exchange/ConversationFile.h"

using namespace litedeck;

namespace {

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

QByteArray written(const QList<Conversation> &conversations, const QDateTime &now)
{
    Redaction whole(Redactor().ofLiveSecrets());
    return conversationFile(conversations, now, whole);
}

} // namespace

/// Whatever is taken in can be given out and taken in again, and nothing is lost on the way.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Utc);
    const QByteArray file(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto first = readConversations(file, now);
    if (!first)
        return 0;
    check(!first->conversations.isEmpty(), "nothing was taken in");
    const auto second = readConversations(written(first->conversations, now), now);
    check(second.hasValue(), "what was given out is not taken in");
    check(second->conversations.size() == first->conversations.size(), "lost conversations");
    for (qsizetype i = 0; i < first->conversations.size(); ++i) {
        const Conversation &a = first->conversations[i];
        const Conversation &b = second->conversations[i];
        check(a.title == b.title && a.model == b.model, "another conversation");
        check(a.turns.size() + a.asides.size() == b.turns.size() + b.asides.size(), "lost turns");
        for (qsizetype turn = 0; turn < qMin(a.turns.size(), b.turns.size()); ++turn) {
            check(a.turns[turn].prompt == b.turns[turn].prompt, "another prompt");
            check(a.turns[turn].reply == b.turns[turn].reply, "another reply");
        }
    }
    return 0;
}
