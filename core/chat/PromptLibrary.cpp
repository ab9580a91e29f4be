// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/PromptLibrary.h"

#include "core/settings/Settings.h"

#include <QCollator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr auto NameMember = "name"_L1;
constexpr auto TextMember = "text"_L1;
} // namespace

QList<SavedPrompt> PromptLibrary::prompts() const
{
    QList<SavedPrompt> prompts;
    for (const QJsonValue &value : QJsonDocument::fromJson(m_settings.get(Keys::Prompts)).array()) {
        const QJsonObject prompt = value.toObject();
        prompts.append({prompt.value(NameMember).toString(), prompt.value(TextMember).toString()});
    }
    QCollator order;
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(prompts.begin(), prompts.end(),
                     [&order](const SavedPrompt &a, const SavedPrompt &b) {
                         return order.compare(a.name, b.name) < 0;
                     });
    return prompts;
}

void PromptLibrary::setPrompts(const QList<SavedPrompt> &prompts)
{
    QJsonArray array;
    for (const SavedPrompt &prompt : prompts)
        array += QJsonObject{{NameMember, prompt.name}, {TextMember, prompt.text}};
    m_settings.set(Keys::Prompts, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace litedeck
