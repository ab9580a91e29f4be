// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "ui/widgets/Card.h"

#include <memory>

class QLabel;
class QPushButton;

namespace litedeck {

class Badge;
class Connection;
class FactList;
class Meter;
class MutedLabel;

/// Where calls go, whether the circuit breaker lets them through, and how many retries are left.
class ServerCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerCard)

public:
    /// Both outlive the card.
    ServerCard(Connection &connection, Clock &clock, QWidget *parent = nullptr);

    /// Reads everything again; for what tells no change, such as the breaker's count.
    void refresh();

private:
    void resetBreaker();

    Connection &m_connection;
    std::unique_ptr<Timer> m_timer;
    Badge *m_state;
    MutedLabel *m_probe;
    QPushButton *m_reset;
    FactList *m_facts;
    QLabel *m_tokens;
    Meter *m_budget;
};

} // namespace litedeck
