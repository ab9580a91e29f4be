// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/PlotChart.h"

#include "ui/widgets/Fonts.h"
#include "ui/widgets/StylePainting.h"
#include "ui/widgets/Tone.h"

#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QKeyEvent>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr QSize UsualSize(480, 220);
constexpr int MostTicks = 7;
constexpr qreal LineWidth = 2;
constexpr qreal MarkerSide = 10;
constexpr qreal BarPart = 0.6; // of the room of a bar
constexpr qreal FewBars = 6;   // fewer ones stay as narrow as these

/// A distance of 1, 2 or 5 times a power of ten that divides `top` into a few parts.
double niceStep(double top, bool countsWholes)
{
    constexpr double Parts = 4;
    const double raw = countsWholes || top <= 0 ? std::max(1.0, top / Parts) : top / Parts;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw)
            return factor * power;
    }
    return 10 * power;
}

double largestOf(const Plot &plot)
{
    double top = 0;
    for (const PlotPoint &point : plot.stops())
        top = std::max(top, point.y);
    for (const PlotSpan &span : plot.band)
        top = std::max(top, span.high);
    return top;
}

/// Days between two ticks, so that whole weeks or the like fit and few labels are needed.
int tickDays(qint64 days)
{
    for (const int step : {1, 2, 7, 14, 28}) {
        if (days <= step * MostTicks)
            return step;
    }
    return int((days + MostTicks - 1) / MostTicks);
}

} // namespace

PlotChart::PlotChart(QWidget *parent)
    : QChartView(new QChart, parent)
{
    setObjectName(u"plotChart"_s);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setBackgroundBrush(Qt::NoBrush);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setMargins({Spacing::S, Spacing::S, Spacing::L, Spacing::S});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);
}

QSize PlotChart::sizeHint() const
{
    return UsualSize;
}

void PlotChart::setPlot(const Plot &plot)
{
    if (plot == m_plot)
        return;
    m_plot = plot;
    rebuild();
    setCurrent(m_current < m_plot.stops().size() ? m_current : -1);
}

void PlotChart::rebuild()
{
    m_marker = nullptr;
    m_bars = nullptr;
    m_barSet = nullptr;
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    const Theme theme = Theme::of(palette());
    if (m_plot.points.isEmpty())
        return;
    if (m_plot.kind == Plot::Kind::TimeLine)
        buildTimeLine(theme);
    else
        buildBars(theme);
    markCurrent();
}

QLineSeries *PlotChart::addLine(const QList<PlotPoint> &points, const QPen &pen)
{
    auto *line = new QLineSeries;
    for (const PlotPoint &point : points)
        line->append(point.x, point.y);
    line->setPen(pen);
    chart()->addSeries(line);
    return line;
}

void PlotChart::buildTimeLine(const Theme &theme)
{
    if (!m_plot.band.isEmpty()) {
        auto *high = new QLineSeries;
        auto *low = new QLineSeries;
        for (const PlotSpan &span : m_plot.band) {
            high->append(span.x, span.high);
            low->append(span.x, span.low);
        }
        auto *area = new QAreaSeries(high, low);
        high->setParent(area);
        low->setParent(area);
        area->setPen(Qt::NoPen);
        area->setBrush(theme.accentSoft);
        chart()->addSeries(area);
    }
    addLine(m_plot.points, QPen(theme.accent, LineWidth));
    if (!m_plot.ahead.isEmpty()) {
        const QList<PlotPoint> joined = m_plot.points.last(1) + m_plot.ahead;
        addLine(joined, QPen(theme.accent, LineWidth, Qt::DashLine));
    }
    m_marker = new QScatterSeries;
    m_marker->setMarkerSize(MarkerSide);
    m_marker->setColor(theme.accent);
    m_marker->setBorderColor(theme.surface);
    chart()->addSeries(m_marker);
    addTimeAxis(theme);
    addValueAxis(Qt::AlignLeft, theme);
}

void PlotChart::addTimeAxis(const Theme &theme)
{
    // From noon to noon: a tick stays on its day even where the clocks change in between.
    const auto local = [](double x) { return QDateTime::fromMSecsSinceEpoch(qint64(x)); };
    QDateTime begin = local(m_plot.points.constFirst().x);
    const QDateTime end = local(m_plot.stops().constLast().x);
    begin = QDateTime(begin.date().addDays(begin.time().hour() < 12 ? -1 : 0), QTime(12, 0));
    const qint64 days = begin.daysTo(end) + 1;
    const int step = tickDays(days);
    const int parts = int((days + step - 1) / step);
    auto *axis = new QDateTimeAxis;
    axis->setRange(begin, begin.addDays(parts * step));
    axis->setTickCount(parts + 1);
    //: A date on the axis of a plot, as QDateTime writes it; "22 Nov".
    axis->setFormat(tr("d MMM"));
    axis->setGridLineVisible(false);
    polishAxis(axis, theme);
    chart()->addAxis(axis, Qt::AlignBottom);
    for (QAbstractSeries *series : chart()->series())
        series->attachAxis(axis);
}

QValueAxis *PlotChart::addValueAxis(Qt::Alignment side, const Theme &theme)
{
    const double largest = largestOf(m_plot);
    const double step = niceStep(largest, m_plot.countsWholes);
    const int parts = std::max(1, int(std::ceil(largest / step)));
    auto *axis = new QValueAxis;
    axis->setRange(0, parts * step);
    axis->setTickCount(parts + 1);
    axis->setLabelFormat(u"%.%1f"_s.arg(std::max(0, int(-std::floor(std::log10(step))))));
    axis->setLineVisible(false);
    polishAxis(axis, theme);
    chart()->addAxis(axis, side);
    for (QAbstractSeries *series : chart()->series())
        series->attachAxis(axis);
    return axis;
}

void PlotChart::buildBars(const Theme &theme)
{
    const bool areLying = m_plot.kind == Plot::Kind::Bars;
    m_barSet = new QBarSet({});
    QStringList labels;
    // Lying bars are counted from below.
    for (qsizetype i = 0; i < m_plot.points.size(); ++i) {
        const qsizetype place = areLying ? m_plot.points.size() - 1 - i : i;
        *m_barSet << m_plot.points.at(place).y;
        labels += m_plot.labels.value(place);
    }
    m_barSet->setColor(theme.accent);
    m_barSet->setBorderColor(Qt::transparent);
    m_barSet->setSelectedColor(mixed(theme.accent, theme.text, 0.5));
    if (areLying)
        m_bars = new QHorizontalBarSeries;
    else
        m_bars = new QBarSeries;
    m_bars->append(m_barSet);
    m_bars->setBarWidth(BarPart * std::min(1.0, qreal(m_barSet->count()) / FewBars));
    chart()->addSeries(m_bars);
    auto *names = new QBarCategoryAxis;
    names->append(labels);
    names->setGridLineVisible(false);
    polishAxis(names, theme);
    chart()->addAxis(names, areLying ? Qt::AlignLeft : Qt::AlignBottom);
    m_bars->attachAxis(names);
    addValueAxis(areLying ? Qt::AlignBottom : Qt::AlignLeft, theme);
}

void PlotChart::polishAxis(QAbstractAxis *axis, const Theme &theme) const
{
    axis->setLabelsFont(Fonts::small());
    axis->setLabelsColor(theme.mutedText);
    axis->setGridLineColor(theme.border);
    axis->setLinePen(QPen(theme.border));
}

void PlotChart::setCurrent(int stop)
{
    if (stop == m_current)
        return;
    m_current = stop;
    markCurrent();
    emit currentChanged(stop);
}

void PlotChart::markCurrent()
{
    if (m_marker != nullptr) {
        m_marker->clear();
        const QList<PlotPoint> stops = m_plot.stops();
        if (m_current >= 0 && m_current < stops.size())
            m_marker->append(stops.at(m_current).x, stops.at(m_current).y);
    }
    if (m_barSet != nullptr) {
        m_barSet->deselectAllBars();
        const int last = m_barSet->count() - 1;
        if (m_current >= 0 && m_current <= last)
            m_barSet->selectBar(m_plot.kind == Plot::Kind::Bars ? last - m_current : m_current);
    }
}

int PlotChart::stopAt(const QPointF &position) const
{
    if (!chart()->plotArea().contains(position))
        return -1;
    const int count = int(m_plot.stops().size());
    if (m_bars != nullptr) {
        const bool areLying = m_plot.kind == Plot::Kind::Bars;
        const QPointF value = chart()->mapToValue(position, m_bars);
        const int place = qRound(areLying ? value.y() : value.x());
        return std::clamp(areLying ? count - 1 - place : place, 0, count - 1);
    }
    const double x = chart()->mapToValue(position, m_marker).x();
    int nearest = -1;
    double distance = 0;
    const QList<PlotPoint> stops = m_plot.stops();
    for (int stop = 0; stop < count; ++stop) {
        const double away = std::abs(stops.at(stop).x - x);
        if (nearest < 0 || away < distance) {
            nearest = stop;
            distance = away;
        }
    }
    return nearest;
}

void PlotChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_plot.stops().size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        setCurrent(m_current < 0 ? last : std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        setCurrent(std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        setCurrent(std::min(last, 0));
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    default:
        event->ignore();
    }
}

void PlotChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    if (m_plot.points.isEmpty())
        return;
    if (const int stop = stopAt(event->position()); stop >= 0)
        setCurrent(stop);
}

void PlotChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (!hasFocus())
        setCurrent(-1);
}

void PlotChart::wheelEvent(QWheelEvent *event)
{
    // The page around it scrolls.
    event->ignore();
}

void PlotChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

void PlotChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlotChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void PlotChart::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paint::focusRing(&painter, viewport()->rect(), Radius::S, Theme::of(palette()));
}

} // namespace litedeck
