// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/server/Model.h"

#include <QByteArray>
#include <QStringList>

namespace litedeck {

/// The names in the answer to `GET /v1/models`: what the key may call, in the order of the alphabet
/// since the proxy keeps none.
Expected<QStringList, QString> parseModelNames(const QByteArray &bytes);

/// One model of the answer to `GET /model_group/info`, with its prices.
Expected<Model, QString> parseModelInfo(const QByteArray &bytes, const ModelAlias &alias);

} // namespace litedeck
