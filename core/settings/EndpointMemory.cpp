// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/EndpointMemory.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

/// Servers and the dates on which their streams failed.
QJsonObject readDates(const Settings &settings)
{
    return QJsonDocument::fromJson(settings.get(Keys::StreamsFailed)).object();
}

} // namespace

EndpointMemory::EndpointMemory(Settings &settings, const QUrl &server, Clock &clock)
    : m_settings(settings)
    , m_server(addressText(server))
    , m_clock(clock)
{}

QString EndpointMemory::keyOf(Stream stream) const
{
    return stream == Stream::InJob ? m_server + " llm-call-stream"_L1 : m_server;
}

bool EndpointMemory::canStream(Stream stream) const
{
    const QString date = readDates(m_settings).value(keyOf(stream)).toString();
    const QDateTime failed = QDateTime::fromString(date, Qt::ISODate);
    return !failed.isValid() || failed.daysTo(m_clock.utcNow()) >= DaysKept;
}

void EndpointMemory::noteFailure(Stream stream)
{
    QJsonObject dates = readDates(m_settings);
    dates.insert(keyOf(stream), m_clock.utcNow().toString(Qt::ISODate));
    m_settings.set(Keys::StreamsFailed, QJsonDocument(dates).toJson(QJsonDocument::Compact));
}

} // namespace litedeck
