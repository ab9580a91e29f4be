// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/base/Redactor.h"
#include "core/errors/Error.h"
#include "core/net/Http.h"
#include "core/resilience/CallPatience.h"
#include "core/resilience/RetryPolicy.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace litedeck {

class AttemptFeed;
class CircuitBreaker;
class HttpClient;
class HttpExchange;
class RetryBudget;
class ServerChoice;

/// What all calls to one server share.
struct Resilience
{
    HttpClient &client;
    Clock &clock;
    RetryBudget &budget;
    CircuitBreaker &breaker;
    AttemptFeed &attempts;
    ServerChoice &servers;
    RetryPolicy policy;
    CallPatience patience = {};
    Redactor redactor;
    QObject &calls; ///< Parent of the calls that nobody else owns, so that none outlives the rest.
};

using CallResult = Expected<HttpResult, Error>;

/// An attempt that follows one that failed.
struct RetryPlan
{
    int next = 0; ///< Counts from 1.
    int most = 0; ///< Attempts, the first one too.
    Milliseconds delay{0};
    Error cause;
};

/// A request over all its attempts.
///
/// Signals: attemptStarted(1), then, as far as the attempts go, headReceived(), bytesReceived()
/// (streamed requests), retryScheduled() and attemptStarted(n); finished() exactly once and last.
/// start() emits nothing before it returned to the event loop, except through cancel(), which makes
/// finished() with ErrorCategory::Cancelled come before it returns, or with the result when the
/// reply is whole already. Deletes itself after finished().
class Call : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Call)

public:
    /// Looks at a reply with a 2xx head and says what is wrong with it, if anything: its failure
    /// may show only inside, and it may be whole although its connection broke. See errorOf().
    using Judge = std::function<std::optional<Error>(const HttpResult &)>;

    /// Looks what became of an attempt that may have cost money, and answers, once and later, with
    /// the error as it is known then: an outcome of Rejected permits another attempt.
    using Inquiry = std::function<void(const Error &, std::function<void(const Error &)> answer)>;

    /// `shared` (and what it refers to) outlives the call.
    Call(HttpRequest request, const Resilience &shared, Judge judge = {},
         QObject *parent = nullptr);
    ~Call() override;

    /// For whoever can only judge once it holds the call; before start().
    void setJudge(Judge judge) { m_judge = std::move(judge); }

    /// Without one, a call that must leave once ends when its outcome is ambiguous.
    void setInquiry(Inquiry inquiry) { m_inquiry = std::move(inquiry); }

    void start() { QMetaObject::invokeMethod(this, &Call::attempt, Qt::QueuedConnection); }
    void cancel();
    /// Ends the wait for the next attempt now.
    void retryNow();
    /// For the attempt that runs; see HttpExchange.
    void limitSilence(Milliseconds silence);
    void endAfterSilence(Milliseconds silence);

    /// What the end of an exchange means by itself, without a judge.
    Error errorOf(const HttpResult &result) const;

signals:
    void attemptStarted(int attempt);
    void retryScheduled(const litedeck::RetryPlan &plan);
    void headReceived(int status);
    void bytesReceived(const QByteArray &bytes);
    void finished(const litedeck::CallResult &result);

private:
    void attempt();
    void onExchangeFinished(const HttpResult &result);
    std::optional<Error> judge(const HttpResult &result) const;
    /// Whether the breaker lets the attempt go out.
    bool isAdmitted();
    void tellBreaker(const std::optional<Error> &error);
    void fail(Error error, const HttpResult &result);
    void tell(const HttpResult &result, const std::optional<Error> &error,
              const std::optional<Milliseconds> &retryIn = std::nullopt);
    bool shallInquire(const Error &error) const;
    void goOn(const Error &error, const HttpResult &result);
    void finish(const CallResult &result);

    /// An attempt whose effect is being inquired about.
    struct Doubt
    {
        Error error;
        HttpResult result;
    };

    HttpRequest m_request;
    QUrl m_attemptUrl;  ///< Where the last attempt went.
    QUrl m_doubtfulUrl; ///< Where an attempt went that may have cost money; the only one it may go.
    const Resilience &m_shared;
    Judge m_judge;
    Inquiry m_inquiry;
    std::optional<Doubt> m_doubt;
    Outcome m_lastOutcome = Outcome::NotSent; ///< Of the last attempt that ended.
    QPointer<HttpExchange> m_exchange;
    std::unique_ptr<Timer> m_retryTimer;
    int m_breaks = 0;          ///< Of the breaker, when the attempt began.
    bool m_isAdmitted = false; ///< The breaker waits for this attempt's end.
    bool m_finished = false;
};

} // namespace litedeck
