// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/OpenCalls.h"
#include "core/server/Inquiry.h"

#include <QObject>

#include <map>
#include <memory>

namespace litedeck {

class Server;

/// Sees every open call through to its end on the server: those of this run when they are
/// handed over, those of earlier runs by itself.
///
/// After settle(): waiting() as with Inquiry, then settled(). While the server cannot be
/// asked, or does not know a call that ran, settled() tells CallFate::Unknown, and the look is
/// repeated with growing pauses until it succeeds, each time followed by settled(). A call leaves
/// the open calls when its fate is known, or when nobody has known it for LongestSearch.
class JobReconciler : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobReconciler)

public:
    static constexpr Milliseconds FirstPause{30'000};
    static constexpr Milliseconds LongestPause{600'000};
    /// A server that could be asked and does not know a call until then will not know it later.
    static constexpr Milliseconds LongestSearch{24 * 3'600'000};

    /// All outlive the reconciler, which is made together with the open calls.
    JobReconciler(const Server &server, OpenCalls &openCalls, Clock &clock,
                  QObject *parent = nullptr);

    void settle(const OpenCall &call, const CallEnd &end);
    /// Whether the fate of that call is still being looked for.
    bool isSettling(const QString &callKey) const { return m_pending.contains(callKey); }

signals:
    void waiting(const litedeck::OpenCall &call, litedeck::CallFate why);
    void settled(const litedeck::OpenCall &call, const litedeck::CallFinding &finding);
    /// A call has ended, and what it did is looked for; settled() follows.
    void settling();

private:
    struct Pending
    {
        OpenCall call;
        CallEnd end;
        Milliseconds pause = FirstPause;
        std::unique_ptr<Timer> timer;
    };

    void onLeftOpen(const QList<OpenCall> &calls);
    bool isOver(const OpenCall &call, const CallFinding &finding) const;
    void look(const QString &callKey);
    void onSettled(const QString &callKey, const CallFinding &finding);

    const Server &m_server;
    OpenCalls &m_openCalls;
    Clock &m_clock;
    std::map<QString, Pending> m_pending; ///< By call key.
};

} // namespace litedeck
