// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/PriceList.h"

#include "core/gateway/Reply.h"
#include "core/server/Server.h"

namespace litedeck {

PriceList::PriceList(const Server &server, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
{}

std::optional<Model> PriceList::model(const ModelAlias &alias) const
{
    const auto found = m_models.constFind(alias);
    return found == m_models.cend() ? std::nullopt : std::optional(*found);
}

void PriceList::ask(const ModelAlias &alias)
{
    const Milliseconds now = m_clock.monotonicNow();
    const auto asked = m_askedAt.constFind(alias);
    const bool isTooEarly = asked != m_askedAt.cend() && now - *asked < Pause;
    if (alias.isEmpty() || m_models.contains(alias) || isTooEarly)
        return;
    m_askedAt.insert(alias, now);
    m_server.model(alias)->then(this, [this, alias](const Expected<Model, Error> &model) {
        if (!model)
            return;
        m_models.insert(alias, *model);
        emit changed();
    });
}

} // namespace litedeck
