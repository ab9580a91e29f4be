// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"

#include <QMetaType>

namespace litedeck::demo {

/// What a test may ask about a request that reached the gateway.
struct SeenRequest
{
    quint64 serial = 0; ///< Counts all requests of the gateway from 1.
    QByteArray method;
    QString path; ///< Percent-decoded, without the query.
    QUrlQuery query;
    QList<Header> headers;
    QByteArray body;
    int connection = 0;           ///< Counts the connections of the gateway from 1.
    bool clientLeftEarly = false; ///< The client disconnected before the answer was finished.

    /// The value of the first header of that name (case-insensitive), null when there is none.
    QByteArray header(const QByteArray &name) const { return headerValue(headers, name); }
};

} // namespace litedeck::demo

Q_DECLARE_METATYPE(litedeck::demo::SeenRequest)
