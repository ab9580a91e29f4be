// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/Http.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace litedeck {

/// Which of two addresses of a gateway the attempts go to (row A10 of the error guide: a second
/// endpoint is tried where there is one).
///
/// Requests are made for the first server and routed when they leave. When the server in use cannot
/// be reached, the attempts from then on go to the other one. As long as that is the second,
/// lookNeeded() asks for a look at the first, at growing intervals, and the first one's answer
/// brings the attempts back to it.
class ServerChoice : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerChoice)

public:
    static constexpr Milliseconds FirstLook{60'000};
    static constexpr Milliseconds LongestLook{600'000};

    /// `second` may be empty; `clock` outlives the choice.
    ServerChoice(const QUrl &first, const QUrl &second, Clock &clock, QObject *parent = nullptr);

    bool usesSecond() const { return m_usesSecond; }
    const QUrl &current() const { return m_usesSecond ? m_second : m_first; }

    /// The same resource on the server in use; `url` is one of the first server's.
    QUrl route(const QUrl &url) const;

    /// An attempt to `url`, as it was routed, has ended.
    void recordAttempt(const QUrl &url, Effect effect, const HttpResult &result);
    /// The look that lookNeeded() asked for has ended.
    void recordLook(bool answered);

    /// Whether an attempt ended so that another server should be tried: nobody answered. A request
    /// that must leave once counts only when it did not leave.
    static bool wasUnreachable(Effect effect, const HttpResult &result);

signals:
    void changed();
    void lookNeeded();

private:
    void use(bool second);

    const QUrl m_first;
    const QUrl m_second;
    bool m_usesSecond = false;
    Milliseconds m_pause = FirstLook;
    std::unique_ptr<Timer> m_lookTimer;
};

} // namespace litedeck
