// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/ConversationJson.h"
#include "core/team/AccountJson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace litedeck;

namespace {

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

void readChatSettings(const QByteArray &json)
{
    const ChatSettings first = chatSettingsFromJson(QString::fromUtf8(json));
    const ChatSettings second = chatSettingsFromJson(chatSettingsToJson(first));
    check(chatSettingsToJson(first) == chatSettingsToJson(second), "settings change");
}

void readError(const QByteArray &json)
{
    const auto first = errorFromJson(QString::fromUtf8(json));
    if (!first)
        return;
    const auto second = errorFromJson(errorToJson(first));
    check(second.has_value(), "a stored error is gone");
    check(errorToJson(first) == errorToJson(second), "an error changes");
}

void readParameters(const QByteArray &json)
{
    ChatParameters::fromJson(QJsonDocument::fromJson(json).object());
}

void readAccount(const QByteArray &json)
{
    const auto first = accountFromJson(json);
    check(first.hasValue() || !first.error().isEmpty(), "refused without a reason");
    if (!first)
        return;
    const auto second = accountFromJson(accountToJson(*first));
    check(second.hasValue() && *first == *second, "an account changes");
}

constexpr std::array Readers = {readChatSettings, readError, readParameters, readAccount};

} // namespace

/// What files and rows of before hold. The first byte chooses what it is taken for.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray json(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    Readers[data[0] % Readers.size()](json);
    return 0;
}
