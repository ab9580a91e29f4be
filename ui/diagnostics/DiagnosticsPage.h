// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnostics/EndpointMetrics.h"

#include <QWidget>

class QBoxLayout;

namespace litedeck {

class Connection;
class RequestLogView;
class ServerCard;

/// What passes between Litedeck and the server: the circuit breaker and the retry budget, the
/// metrics of each endpoint, and every attempt. Ctrl+F goes to the filter.
class DiagnosticsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiagnosticsPage)

public:
    /// All outlive the page.
    DiagnosticsPage(RequestLog &log, EndpointMetrics &metrics, Connection &connection, Clock &clock,
                    QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_cards;
    ServerCard *m_server;
    RequestLogView *m_requests;
};

} // namespace litedeck
