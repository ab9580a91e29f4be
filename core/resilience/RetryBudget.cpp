// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/RetryBudget.h"

#include <algorithm>

namespace litedeck {

bool RetryBudget::take()
{
    if (m_tokens < 1.0)
        return false;
    m_tokens -= 1.0;
    emit changed(m_tokens);
    return true;
}

void RetryBudget::recordSuccess()
{
    const double tokens = std::min(Capacity, m_tokens + Refund);
    if (tokens == m_tokens)
        return;
    m_tokens = tokens;
    emit changed(m_tokens);
}

} // namespace litedeck
