// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/server/Model.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace litedeck {

class Server;

/// What the server tells of the models that were asked for in this run, such as their prices.
class PriceList : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PriceList)

public:
    /// How long to let a server be that did not answer.
    static constexpr Milliseconds Pause{60'000};

    /// Both outlive the list.
    PriceList(const Server &server, Clock &clock, QObject *parent = nullptr);

    /// Empty while the server has not told.
    std::optional<Model> model(const ModelAlias &alias) const;
    /// Asks for a model that is not known; changed() follows when the server has told.
    void ask(const ModelAlias &alias);

signals:
    void changed();

private:
    const Server &m_server;
    Clock &m_clock;
    QHash<ModelAlias, Model> m_models;
    QHash<ModelAlias, Milliseconds> m_askedAt; ///< By the monotonic clock.
};

} // namespace litedeck
