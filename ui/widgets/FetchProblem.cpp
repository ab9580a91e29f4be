// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FetchProblem.h"

#include <QCoreApplication>

namespace litedeck {

namespace {

struct FetchProblem
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::FetchProblem)
};

} // namespace

QString fetchProblem(const Error &error)
{
    switch (error.category) {
    case ErrorCategory::TeamSuspended:
        return FetchProblem::tr("The team is suspended, so the server answers nothing to its key. "
                                "Ask your organisation's admin.");
    case ErrorCategory::TeamPaused:
        return FetchProblem::tr("The team is paused, so the server answers nothing to its key. "
                                "Ask your organisation's admin.");
    case ErrorCategory::Authentication:
        return FetchProblem::tr("The server refused the team's virtual key. Check it in the "
                                "settings, or ask your team's admin for a new one.");
    case ErrorCategory::PermissionDenied:
        return FetchProblem::tr("This key may not see it. Ask your team's admin.");
    case ErrorCategory::JobNotFound:
    case ErrorCategory::NotFound:
        return FetchProblem::tr("The server does not know it.");
    case ErrorCategory::ConnectionFailed:
    case ErrorCategory::TlsFailed:
        return FetchProblem::tr("The server could not be reached.");
    case ErrorCategory::Timeout:
        return FetchProblem::tr("The server did not answer in time.");
    case ErrorCategory::CircuitOpen:
        return FetchProblem::tr("Too many requests failed in a row; waiting until the server is "
                                "well again.");
    case ErrorCategory::MalformedReply:
        return FetchProblem::tr("The server's answer could not be understood.");
    default:
        return error.httpStatus > 0 ? FetchProblem::tr("The server answered with an error (%1).")
                                          .arg(error.httpStatus)
                                    : FetchProblem::tr("It could not be fetched.");
    }
}

bool isRefusal(const Error &error)
{
    constexpr int Unauthorized = 401;
    constexpr int Forbidden = 403;
    return error.httpStatus == Unauthorized || error.httpStatus == Forbidden;
}

} // namespace litedeck
