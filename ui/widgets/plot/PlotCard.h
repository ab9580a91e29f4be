// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

#include <QStringList>

namespace litedeck {

class PlotView;
struct Plot;

/// A card with a plot; its title line has the button that changes between plot and table.
class PlotCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotCard)

public:
    /// `headers` are those of the table behind the plot.
    PlotCard(const QString &title, const QStringList &headers, QWidget *parent = nullptr);

    void setPlot(const Plot &plot);
    /// Why there is nothing to see.
    void setEmpty(const QString &title, const QString &sentence);

private:
    PlotView *m_view;
};

} // namespace litedeck
