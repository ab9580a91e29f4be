// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace litedeck::demo {

/// Replies for prompts that hold one of the words; `{topic}` stands for the prompt's own words.
struct ReplyTopic
{
    QStringList words; ///< Lower case; a word of the prompt must begin with one of them.
    QStringList texts;
};

/// Topics in the order in which they are tried.
const QList<ReplyTopic> &replyTopics();

/// Replies for every other prompt.
const QStringList &generalReplies();

} // namespace litedeck::demo
