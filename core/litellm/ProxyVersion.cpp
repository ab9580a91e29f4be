// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/ProxyVersion.h"

#include "core/resilience/Attempt.h"

#include <QVersionNumber>

namespace litedeck {

ProxyVersion::ProxyVersion(const AttemptFeed &attempts)
{
    connect(&attempts, &AttemptFeed::attemptEnded, this, [this](const Attempt &attempt) {
        const QByteArray version = attempt.result.header("x-litellm-version");
        if (!version.isEmpty())
            m_findsEveryCall =
                QVersionNumber::fromString(QString::fromLatin1(version)) >= QVersionNumber(1, 103);
    });
}

} // namespace litedeck
