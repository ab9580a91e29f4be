// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Redactor.h"
#include "core/diagnostics/RequestLog.h"
#include "core/diagnostics/RotatingFile.h"

#include <QObject>

#include <memory>

class QThreadPool;

namespace litedeck {

/// Writes each attempt to a file, one JSON object a line, on a thread of its own.
///
/// Trouble with the file never reaches the calls: failed() tells of the first line that could not
/// be written, and lines after it are tried again in silence.
class StructuredLog : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StructuredLog)

public:
    /// The name that the file has in the data directory.
    static constexpr QStringView FileName = u"litedeck.log.jsonl";
    static constexpr Milliseconds ShutdownLimit{2'000};

    /// `requests` outlives the log.
    StructuredLog(const RequestLog &requests, const TeamId &team, const Redactor &redactor,
                  const RotatingFile &file, QObject *parent = nullptr);
    /// Waits for the lines that are on their way, but no longer than ShutdownLimit.
    ~StructuredLog() override;

signals:
    /// At most once, on the owner's thread; `reason` is in the system's words.
    void failed(const QString &path, const QString &reason);

private:
    class Sink;

    void write(const RequestLogEntry &entry);

    const TeamId m_team;
    std::unique_ptr<Sink> m_sink;
    std::unique_ptr<QThreadPool> m_thread; ///< Of one thread, which keeps the order.
};

} // namespace litedeck
