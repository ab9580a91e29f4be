// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

/// A file that goes along with a message.
struct Attachment
{
    QString name;
    QString mediaType; ///< Such as "image/png" or "text/plain".
    QByteArray data;

    bool isImage() const { return mediaType.startsWith(u"image/"); }
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// One message of the list that a model reads.
struct ChatMessage
{
    QString role; ///< "system", "user" or "assistant".
    QString content;
    /// Sent as parts of the message: images as such, everything else as text with its name.
    QList<Attachment> attachments = {};

    friend bool operator==(const ChatMessage &, const ChatMessage &) = default;
};

/// The settings of a call; what is not set is not sent, so that the server's default holds.
struct ChatParameters
{
    std::optional<double> temperature;
    std::optional<int> maxTokens;
    std::optional<double> topP;
    std::optional<double> frequencyPenalty;
    std::optional<double> presencePenalty;
    QStringList stop;

    /// Under the names of the API; fromJson() takes it back.
    QJsonObject toJson() const;
    static ChatParameters fromJson(const QJsonObject &json);

    friend bool operator==(const ChatParameters &, const ChatParameters &) = default;
};

/// What to ask a model.
struct ChatRequest
{
    ModelAlias model;
    QList<ChatMessage> messages;
    ChatParameters parameters;
    /// The server counts calls of one purpose in a job as retries of each other.
    QString purpose;

    /// The members that all calling endpoints share.
    QJsonObject toJson() const;

    friend bool operator==(const ChatRequest &, const ChatRequest &) = default;
};

} // namespace litedeck
