// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/TlsFailure.h"

#include <QSslCertificate>
#include <QSslError>

#include <optional>

namespace litedeck {

/// What Qt found wrong with the certificate of the other side.
TlsFailure tlsFailure(const QList<QSslError> &errors, const QSslCertificate &peer);

/// What the TLS library says about a handshake that failed before or after the certificate; nothing
/// when its words are about something else, such as a connection that broke.
std::optional<TlsFailure> tlsFailureIn(const QString &libraryText);

} // namespace litedeck
