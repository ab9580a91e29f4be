// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/EndpointMemory.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

namespace litedeck {

using namespace Qt::StringLiterals;

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
    const QString date = m_settings.object(Keys::StreamsFailed).value(keyOf(stream)).toString();
    const QDateTime failed = QDateTime::fromString(date, Qt::ISODate);
    return !failed.isValid() || failed.daysTo(m_clock.utcNow()) >= DaysKept;
}

void EndpointMemory::noteFailure(Stream stream)
{
    m_settings.setMember(Keys::StreamsFailed, keyOf(stream),
                         m_clock.utcNow().toString(Qt::ISODate));
}

} // namespace litedeck
