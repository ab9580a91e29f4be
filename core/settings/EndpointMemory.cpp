// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/EndpointMemory.h"

#include "settings/Settings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck {

namespace {

/// Servers and the dates on which their streams failed.
QJsonObject readDates(const Settings &settings)
{
    return QJsonDocument::fromJson(settings.get(Keys::StreamsFailed)).object();
}

} // namespace

EndpointMemory::EndpointMemory(Settings &settings, const QUrl &server, Clock &clock)
    : m_settings(settings)
    , m_server(server.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash))
    , m_clock(clock)
{}

bool EndpointMemory::canStream() const
{
    const QString date = readDates(m_settings).value(m_server).toString();
    const QDateTime failed = QDateTime::fromString(date, Qt::ISODate);
    return !failed.isValid() || failed.daysTo(m_clock.utcNow()) >= DaysKept;
}

void EndpointMemory::noteThatStreamsFail()
{
    QJsonObject dates = readDates(m_settings);
    dates.insert(m_server, m_clock.utcNow().toString(Qt::ISODate));
    m_settings.set(Keys::StreamsFailed, QJsonDocument(dates).toJson(QJsonDocument::Compact));
}

} // namespace litedeck
