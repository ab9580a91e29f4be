// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"
#include "ui/widgets/plot/Plot.h"

class QStackedWidget;
class QTableView;
class QToolButton;

namespace litedeck {

class EmptyState;
class MutedLabel;
class PlotChart;
class PlotTableModel;

/// A card with a plot and its exact values: by pointer and arrow keys in a line below it, and as a
/// table; the title line has the button that changes between the two.
///
/// The accessible name of the plot is its own name, followed by the value that is marked.
class PlotCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotCard)

public:
    /// `name` says what is plotted; `headers` are those of the table behind it.
    PlotCard(const QString &name, const QStringList &headers, QWidget *parent = nullptr);

    /// A plot without points shows what setEmpty() said.
    void setPlot(const Plot &plot);
    /// Why there is nothing to see.
    void setEmpty(const QString &title, const QString &sentence);

private:
    void updatePage();
    void onCurrentChanged(int stop);

    const QString m_name;
    Plot m_plot;
    QToolButton *m_button;
    QStackedWidget *m_stack;
    PlotChart *m_chart;
    PlotTableModel *m_model;
    QTableView *m_table;
    EmptyState *m_empty;
    MutedLabel *m_readout;
};

} // namespace litedeck
