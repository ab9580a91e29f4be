// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace litedeck::demo {

/// A file of resources/demo.
QByteArray resource(const QString &name);
/// The same, read as JSON.
QJsonDocument jsonResource(const QString &name);

} // namespace litedeck::demo
