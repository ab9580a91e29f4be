// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

#include <QApplication>
#include <QPaintEvent>
#include <QTextStream>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <utility>

namespace litedeck::bench {

/// Milliseconds of a clock that all processes share.
inline double sharedMilliseconds()
{
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Proportional set size of this process, in mebibytes.
inline double proportionalMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// A program that says when its first window was painted, as a line of JSON, and ends once it has
/// settled. Its last argument is the time at which it was asked to start.
class FirstPaintApplication : public QApplication
{
public:
    using QApplication::QApplication;

    /// What has to be seen before the program counts as settled; at once unless set.
    void setSettled(std::function<bool()> settled) { m_settled = std::move(settled); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        if (event->type() == QEvent::Paint && receiver->isWidgetType() &&
            static_cast<QWidget *>(receiver)->isWindow())
            m_painted = true;
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        if (m_depth == 0 && std::exchange(m_painted, false))
            onPainted();
        return done;
    }

private:
    double sinceStart() const { return sharedMilliseconds() - arguments().constLast().toDouble(); }

    void onPainted()
    {
        if (m_firstPaint == 0) {
            m_firstPaint = sinceStart();
            m_cpu = processCpu() * 1000;
            m_megabytes = proportionalMegabytes();
        }
        if (m_isDone || (m_settled && !m_settled()))
            return;
        m_isDone = true;
        const double settled = sinceStart();
        const double settledCpu = processCpu() * 1000;
        // What was put off until the window is there counts as memory, too.
        QTimer::singleShot(1500, this, [this, settled, settledCpu] {
            QTextStream(stdout) << "{\"painted\":" << m_firstPaint << ",\"paintedCpu\":" << m_cpu
                                << ",\"paintedPss\":" << m_megabytes << ",\"settled\":" << settled
                                << ",\"settledCpu\":" << settledCpu
                                << ",\"settledPss\":" << proportionalMegabytes()
                                << ",\"settledRss\":" << double(memory("VmRSS")) / 1024 << "}"
                                << Qt::endl;
            quit();
        });
    }

    std::function<bool()> m_settled;
    double m_firstPaint = 0;
    double m_cpu = 0;
    double m_megabytes = 0;
    int m_depth = 0;
    bool m_painted = false;
    bool m_isDone = false;
};

} // namespace litedeck::bench
