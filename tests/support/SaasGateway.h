// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/Connection.h"
#include "core/saas/SaasServer.h"

namespace litedeck::test {

/// What a connection sends its requests through, for tests of single questions.
inline const Gateway &gatewayOf(const Connection &connection)
{
    return static_cast<const SaasServer &>(connection.server()).gateway();
}

} // namespace litedeck::test
