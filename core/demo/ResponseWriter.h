// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"

namespace litedeck::demo {

/// How the length of a body is told to the client.
enum class Framing : quint8 { Length, Chunked, UntilClose };

/// The status line and headers, up to and with the empty line, in the way uvicorn writes them.
QByteArray responseHead(const Response &response, Framing framing, bool keepAlive);

/// One chunk of a chunked body; an empty text gives nothing, since it would end the body.
QByteArray chunk(const QByteArray &text);

/// The last chunk, which ends a chunked body.
QByteArray lastChunk();

} // namespace litedeck::demo
