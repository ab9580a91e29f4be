// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QByteArray>

namespace litedeck {

class Redaction;

// A conversation as a document that a person reads: the turns that are shown, with their costs and
// the names of what was attached, without what `redaction` takes out. All may be called on any
// thread.

QByteArray conversationMarkdown(const Conversation &conversation, Redaction &redaction);
/// One file that needs nothing else and fetches nothing.
QByteArray conversationHtml(const Conversation &conversation, Redaction &redaction);
/// Pages of A4.
QByteArray conversationPdf(const Conversation &conversation, Redaction &redaction);

} // namespace litedeck
