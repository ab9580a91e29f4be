// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/diagnostics/EndpointMetrics.h"

#include <QWidget>

class QBoxLayout;
class QTabWidget;

namespace litedeck {

class Connection;
class RequestLogView;
class ServerCard;

/// What the page shows; all of it outlives the page.
struct DiagnosticsContent
{
    RequestLog &requests;
    EndpointMetrics &metrics;
    const ErrorBoard &errors;
    Connection &connection;
    Clock &clock;
    QString logPath; ///< Where each attempt is written to.
};

/// What passes between Litedeck and the server, in three tabs: the circuit breaker, the retry
/// budget and the metrics of each endpoint; every attempt; and the errors that ended. Ctrl+F goes
/// to the filter of the attempts.
class DiagnosticsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiagnosticsPage)

public:
    explicit DiagnosticsPage(const DiagnosticsContent &content, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createOverview(const DiagnosticsContent &content);
    void findRequest();

    QBoxLayout *m_cards;
    ServerCard *m_server;
    RequestLogView *m_requests;
    QTabWidget *m_tabs;
};

} // namespace litedeck
