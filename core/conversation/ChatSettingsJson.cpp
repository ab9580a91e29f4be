// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/ChatSettingsJson.h"

#include "core/conversation/StoredNames.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr auto SystemPromptMember = "system_prompt"_L1;
constexpr auto ParametersMember = "parameters"_L1;
constexpr auto BillingMember = "billing"_L1;

} // namespace

QString chatSettingsToJson(const ChatSettings &settings)
{
    if (settings == ChatSettings())
        return {};
    const QJsonObject json{{SystemPromptMember, settings.systemPrompt},
                           {ParametersMember, settings.parameters.toJson()},
                           {BillingMember, QString(storedName(settings.billing))}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

ChatSettings chatSettingsFromJson(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    return {.systemPrompt = json.value(SystemPromptMember).toString(),
            .parameters = ChatParameters::fromJson(json.value(ParametersMember).toObject()),
            .billing = valueNamed<Billing>(json.value(BillingMember).toString())};
}

} // namespace litedeck
