// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/resilience/Call.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace litedeck {

/// The error of a reply that does not fit the protocol; `problem` says where.
Error malformedReply(const HttpResult &result, const QString &problem);

/// What all typed replies have in common, since a template cannot have signals.
///
/// An answer comes from one call, or from whoever puts it together from the replies to several
/// questions. retryScheduled() any number of times, then finished() exactly once. Deletes itself
/// after that; cancel() makes finished() with ErrorCategory::Cancelled come before it returns.
class ReplyBase : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplyBase)

public:
    void cancel();
    void retryNow();
    /// Whether finished() has come, or is being told.
    bool isFinished() const { return m_isFinished; }

signals:
    void retryScheduled(const litedeck::RetryPlan &plan);
    void finished();

protected:
    explicit ReplyBase(Call *call);
    explicit ReplyBase(QObject *parent);

    virtual void take(const CallResult &result);
    Error errorOf(const HttpResult &result) const { return m_call->errorOf(result); }
    void add(ReplyBase *part);
    void finish();

private:
    void onCallFinished(const CallResult &result);

    QPointer<Call> m_call;
    QList<QPointer<ReplyBase>> m_parts; ///< The replies that the answer is put together from.
    bool m_isFinished = false;
};

/// The answer of one API function, some time from now.
template <typename T>
class Reply final : public ReplyBase
{
public:
    using Result = Expected<T, Error>;
    using Parser = std::function<Expected<T, QString>(const QByteArray &)>;

    /// Takes the ownership of `call`, which has not been started, and its place below its parent.
    Reply(Call *call, Parser parser)
        : ReplyBase(call)
        , m_parser(std::move(parser))
    {
        call->setJudge([this](const HttpResult &reply) { return judge(reply); });
    }

    /// For an answer that its maker puts together with with() and settle().
    explicit Reply(QObject *parent)
        : ReplyBase(parent)
    {}

    /// Makes the reply to one of the questions a part of this one, which is cancelled with it.
    template <typename Part>
    Part *with(Part *part)
    {
        add(part);
        return part;
    }

    /// Ends it; what comes after the first time is not told.
    void settle(Result result)
    {
        if (isFinished())
            return;
        m_result.emplace(std::move(result));
        finish();
    }

    /// Calls `callback` with the result, unless `context` is gone by then.
    template <typename Callback>
    Reply *then(const QObject *context, Callback callback)
    {
        connect(this, &ReplyBase::finished, context,
                [this, callback = std::move(callback)] { callback(*m_result); });
        return this;
    }

private:
    // A reply that does not fit is a failed attempt, also for the log and the metrics. One that is
    // all there is good, even when its connection broke a moment later.
    std::optional<Error> judge(const HttpResult &reply)
    {
        auto parsed = m_parser(reply.body);
        if (!parsed)
            return reply.isSuccess() ? malformedReply(reply, parsed.error()) : errorOf(reply);
        m_result.emplace(std::move(parsed).value());
        return std::nullopt;
    }

    void take(const CallResult &result) override
    {
        if (!result)
            m_result.emplace(Unexpected{result.error()});
    }

    Parser m_parser;
    std::optional<Result> m_result;
};

} // namespace litedeck
