// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/Runway.h"
#include "ui/widgets/Card.h"

class QLabel;

namespace litedeck {

class FactList;
class MutedLabel;

/// How long the credits last, which work takes them, and how that is reckoned.
class RunwayCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunwayCard)

public:
    explicit RunwayCard(QWidget *parent = nullptr);

    /// `remaining` credits are what the runway was reckoned from.
    void setRunway(const Runway &runway, qint64 remaining);

private:
    QLabel *m_headline;
    MutedLabel *m_range;
    FactList *m_types;
    MutedLabel *m_arithmetic;
};

} // namespace litedeck
