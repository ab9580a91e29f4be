// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ServerKind.h"

using namespace Qt::StringLiterals;

namespace litedeck {

QString storedName(ServerKind kind)
{
    switch (kind) {
    case ServerKind::SaasLiteLlm:
        return u"saas-litellm"_s;
    case ServerKind::LiteLlmProxy:
        return u"litellm"_s;
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
