// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Resource.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

QByteArray resource(const QString &name)
{
    QFile file(u":/litedeck/demo/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return isThere ? file.readAll() : QByteArray();
}

QJsonDocument jsonResource(const QString &name)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(resource(name), &error);
    Q_ASSERT(error.error == QJsonParseError::NoError);
    return document;
}

} // namespace litedeck::demo
