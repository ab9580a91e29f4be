// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saas/Wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck::test {

/// An account as the server tells it, with this word for its status and so many credits.
inline Account accountTold(const QString &status, qint64 left, const QStringList &models = {})
{
    const QJsonObject credits{{QStringLiteral("credits_allocated"), 1000},
                              {QStringLiteral("credits_used"), 1000 - left},
                              {QStringLiteral("credits_remaining"), left},
                              {QStringLiteral("status"), status}};
    const QJsonObject team{
        {QStringLiteral("team_id"), QStringLiteral("acme")},
        {QStringLiteral("credits"), credits},
        {QStringLiteral("allowed_model_aliases"), QJsonArray::fromStringList(models)}};
    return wire::parseTeam(QJsonDocument(team).toJson()).value();
}

} // namespace litedeck::test
