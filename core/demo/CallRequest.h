// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Room.h"

#include <QJsonArray>

namespace litedeck::demo {

/// What the body of a call of a provider holds.
struct CallRequest
{
    QString teamId;
    QString jobType;
    QString model;
    QJsonValue userId = QJsonValue::Null;
    QJsonValue metadata = QJsonObject{};
    QJsonValue purpose = QJsonValue::Null;
    QJsonObject callMetadata;
    QJsonArray messages;
    int maxTokens = 0;

    /// Whether a job with it fits the server's table.
    bool jobFits() const;
    /// Whether the record of the call fits the server's table.
    bool callFits() const;
};

/// Reads the body; `createsJob` for create-and-call, whose fields make a job as well. Sets the
/// refusal when it is not valid.
CallRequest readCall(const Call &call, bool createsJob, std::optional<Response> *refusal);

} // namespace litedeck::demo
