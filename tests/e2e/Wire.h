// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Deck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck::test {

using namespace Qt::StringLiterals;

/// The body of the last request that asked a model for something; empty when there was none.
inline QJsonObject lastCall(const Deck &deck)
{
    const auto requests = deck.gateway.requests();
    for (auto request = requests.crbegin(); request != requests.crend(); ++request) {
        if (request->method == "POST" && request->path.contains("call"_L1))
            return QJsonDocument::fromJson(request->body).object();
    }
    return {};
}

} // namespace litedeck::test
