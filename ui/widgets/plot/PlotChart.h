// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plot/Plot.h"

#include <QChartView>

class QAbstractAxis;
class QAbstractBarSeries;
class QBarSet;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace litedeck {

struct Theme;

/// Draws a Plot with Qt Charts. The arrow keys, Home and End walk its values, and so does the
/// pointer; currentChanged() tells the value that is marked, -1 for none.
class PlotChart : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotChart)

public:
    explicit PlotChart(QWidget *parent = nullptr);

    void setPlot(const Plot &plot);
    int current() const { return m_current; }
    /// Marks a value by its place in Plot::stops().
    void setCurrent(int stop);

    QSize sizeHint() const override;

signals:
    void currentChanged(int stop);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void buildTimeLine(const Theme &theme);
    void buildBars(const Theme &theme);
    void addTimeAxis(const Theme &theme);
    QValueAxis *addValueAxis(Qt::Alignment side, const Theme &theme);
    void polishAxis(QAbstractAxis *axis, const Theme &theme) const;
    QLineSeries *addLine(const QList<PlotPoint> &points, const QPen &pen);
    void markCurrent();
    int stopAt(const QPointF &position) const;

    Plot m_plot;
    int m_current = -1;
    QScatterSeries *m_marker = nullptr;
    QAbstractBarSeries *m_bars = nullptr;
    QBarSet *m_barSet = nullptr;
};

} // namespace litedeck
