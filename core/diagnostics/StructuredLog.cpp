// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/StructuredLog.h"

#include "core/base/Background.h"
#include "core/diagnostics/RequestRecord.h"

#include <QJsonObject>
#include <QLoggingCategory>
#include <QPointer>
#include <QThreadPool>

namespace litedeck {

namespace {
Q_LOGGING_CATEGORY(logFile, "litedeck.log")
} // namespace

/// What the thread works with; outlives a thread that hangs.
class StructuredLog::Sink : public QObject
{
    Q_DISABLE_COPY_MOVE(Sink)

public:
    Sink(StructuredLog *log, const Redactor &redactor, const RotatingFile &file)
        : m_log(log)
        , m_redactor(redactor)
        , m_file(file)
    {}

    /// On the thread of the log.
    void write(const QJsonObject &record);

private:
    QPointer<StructuredLog> m_log; ///< Only looked into on the owner's thread.
    const Redactor m_redactor;
    const RotatingFile m_file;
    bool m_told = false;
};

void StructuredLog::Sink::write(const QJsonObject &record)
{
    const auto problem = m_file.append(jsonLine(record, m_redactor));
    if (!problem || std::exchange(m_told, true))
        return;
    qCWarning(logFile) << "cannot write" << m_file.path() << *problem;
    later(this, [this, reason = *problem] {
        if (m_log)
            emit m_log->failed(m_file.path(), reason);
    });
}

StructuredLog::StructuredLog(const RequestLog &requests, const TeamId &team,
                             const Redactor &redactor, const RotatingFile &file, QObject *parent)
    : QObject(parent)
    , m_team(team)
    , m_sink(std::make_unique<Sink>(this, redactor, file))
    , m_thread(std::make_unique<QThreadPool>())
{
    m_thread->setMaxThreadCount(1);
    connect(&requests, &RequestLog::entryAdded, this, &StructuredLog::write);
}

StructuredLog::~StructuredLog()
{
    if (m_thread->waitForDone(static_cast<int>(ShutdownLimit.count())))
        return;
    qCWarning(logFile) << "the disk does not answer; leaving the log's thread behind";
    static_cast<void>(m_sink.release());
    static_cast<void>(m_thread.release());
}

void StructuredLog::write(const RequestLogEntry &entry)
{
    m_thread->start(
        [sink = m_sink.get(), record = requestRecord(entry, m_team)] { sink->write(record); });
}

} // namespace litedeck
