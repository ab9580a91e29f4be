// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ProxyReply.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <optional>

class QTimer;

namespace litedeck::demo {

class Exchange;
class ProxyStore;

/// What a call is made of before its provider has answered.
struct ProxyCallPlan
{
    ProxyRequest request;
    ProxyReply reply;
    std::optional<ProxyFailure> failure; ///< How its provider fails, if it does.
    qsizetype eventsBefore = 0;          ///< How many events a stream has before it fails.
};

/// One call on its way: silence, a whole reply or a stream, and its row in the log once it is over.
///
/// Outlives its exchange and deletes itself at the end. A whole call goes on without its client; a
/// stream is given up as soon as the proxy notices, which is not before its provider's first byte.
class ProxyCall final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyCall)

public:
    /// `store` and `scenario` outlive the call.
    ProxyCall(Exchange *exchange, ProxyCallPlan plan, ProxyStore &store,
              const DemoScenario &scenario, QObject *parent);

    /// Lets the silence begin.
    void start();

private:
    void providerAnswered();
    void fail();
    void respondWhole();
    void beginStream();
    void sendNext();
    void endStream();
    void breakStream();
    void clientLeft();
    void giveUp();
    /// The row of the call as it stands now, a success.
    ProxyRow row() const;
    /// What is billed of a stream that ends with the events so far.
    ProxyTokens tokensSoFar() const;
    void book(const ProxyRow &row);
    QList<Header> headers() const;

    QPointer<Exchange> m_exchange;
    ProxyCallPlan m_plan;
    ProxyStore &m_store;
    const DemoScenario &m_scenario;
    QTimer *m_timer;
    const QDateTime m_startedAt;
    QDateTime m_firstTokenAt;
    QList<QByteArray> m_events;
    qsizetype m_eventsOfAll = 0; ///< Of the whole reply, from where it may be cut.
    qsizetype m_next = 0;
    bool m_left = false;
    bool m_answered = false;
    bool m_isOver = false;
};

} // namespace litedeck::demo
