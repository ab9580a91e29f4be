// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plot/Plot.h"

#include <QWidget>

class QAbstractButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace litedeck {

class EmptyState;
class MutedLabel;
class PlotChart;
class PlotTableModel;

/// A plot with its exact values: by pointer and arrow keys in a line below it, and as a table.
///
/// The accessible name of the plot is its own name, followed by the value that is marked.
class PlotView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotView)

public:
    /// `name` says what is plotted; `headers` are those of the table behind it.
    PlotView(const QString &name, const QStringList &headers, QWidget *parent = nullptr);

    /// A plot without points shows what setEmpty() said.
    void setPlot(const Plot &plot);
    /// Why there is nothing to see.
    void setEmpty(const QString &title, const QString &sentence);
    /// Changes between plot and table; its owner gives it a place.
    QAbstractButton *tableButton() const;

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
