// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StoredName.h"

namespace litedeck {

/// Which servers Litedeck knows. Only what makes a Server looks at it.
enum class ServerKind : quint8 { SaasLiteLlm, LiteLlmProxy };

/// In the settings, which knew only one kind at first.
template <>
struct StoredNames<ServerKind>
{
    static constexpr auto Otherwise = ServerKind::SaasLiteLlm;
    static constexpr StoredName<ServerKind> All[] = {
        {ServerKind::SaasLiteLlm, "saas-litellm"},
        {ServerKind::LiteLlmProxy, "litellm"},
    };
};

} // namespace litedeck
