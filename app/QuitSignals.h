// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace litedeck {

/// Tells, in the event loop, that the system asks the program to end (SIGTERM, SIGINT, SIGHUP), so
/// that it ends as after its window was closed. At most one lives at a time.
class QuitSignals : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuitSignals)

public:
    explicit QuitSignals(QObject *parent = nullptr);
    /// Signals do again what they did before.
    ~QuitSignals() override;

signals:
    void received();

private:
    void onReadable();

    int m_ends[2] = {-1, -1}; ///< Read here, written where signals are handled.
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace litedeck
