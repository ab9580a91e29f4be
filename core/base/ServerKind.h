// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace litedeck {

/// Which servers Litedeck knows. Only what makes a Server looks at it.
enum class ServerKind : quint8 { SaasLiteLlm, LiteLlmProxy };

/// The name that the settings keep it by.
QString storedName(ServerKind kind);

} // namespace litedeck
