// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/Connection.h"
#include "tests/support/FakeClock.h"
#include "ui/diagnostics/DiagnosticsPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QTabWidget>

#include <memory>
#include <optional>

namespace litedeck::test {

using namespace Qt::StringLiterals;

/// The diagnostics page on attempts and errors that a test makes up.
class DiagnosticsFixture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(*qApp, ColorScheme::Light);
    }

    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_connection = std::make_unique<Connection>(
            GatewayAddress{.server = QUrl(u"http://127.0.0.1:1"_s), .team = TeamId{u"acme"_s}},
            RetryPolicy{}, *m_clock);
        m_attempts = std::make_unique<AttemptFeed>();
        m_log = std::make_unique<RequestLog>(*m_attempts, *m_clock);
        m_metrics = std::make_unique<EndpointMetrics>(*m_log);
        m_errors = std::make_unique<ErrorBoard>(*m_clock);
        m_page = std::make_unique<DiagnosticsPage>(
            DiagnosticsContent{*m_log, *m_metrics, *m_errors, *m_connection, *m_clock,
                               u"/home/someone/litedeck/litedeck.log.jsonl"_s});
        m_page->resize(1200, 800);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_errors.reset();
        m_metrics.reset();
        m_log.reset();
        m_attempts.reset();
        m_connection.reset();
    }

protected:
    enum Tab { Overview, Requests, History };

    void show(Tab tab) { find<QTabWidget>("diagnosticsTabs")->setCurrentIndex(tab); }

    void attempt(const QByteArray &path, int status, WireEnd end = WireEnd::Complete,
                 const std::optional<ErrorCategory> &failure = {})
    {
        HttpRequest request;
        request.url = QUrl(u"http://127.0.0.1:1"_s + QString::fromLatin1(path));
        request.endpoint = path;
        request.requestId = "req-" + QByteArray::number(m_log->entries().size() + 1);
        HttpResult result;
        result.status = status;
        result.end = end;
        result.outcome = end == WireEnd::Complete ? Outcome::Committed : Outcome::NotSent;
        result.duration = Milliseconds(120);
        result.timesSent = 1;
        std::optional<Error> error;
        if (failure || !result.isSuccess()) {
            error.emplace();
            error->category = failure.value_or(ErrorCategory::InternalServerError);
            error->outcome = result.outcome;
            error->message = u"It broke."_s;
        }
        emit m_attempts->attemptEnded({request, result, error, std::nullopt});
    }

    template <typename T>
    T *find(const char *objectName) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(objectName));
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<AttemptFeed> m_attempts;
    std::unique_ptr<RequestLog> m_log;
    std::unique_ptr<EndpointMetrics> m_metrics;
    std::unique_ptr<ErrorBoard> m_errors;
    std::unique_ptr<DiagnosticsPage> m_page;
};

} // namespace litedeck::test
