// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace litedeck {

/// Bounds the retries of all calls together, so that a broken server is not hit harder than a
/// healthy one: a retry takes a token, a success gives back a part of one (after gRPC's retry
/// throttling, proposal A6).
class RetryBudget : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetryBudget)

public:
    static constexpr double Capacity = 10.0;
    static constexpr double Refund = 0.5;

    using QObject::QObject;

    /// Takes the token for one retry; false, and nothing taken, when none is left.
    [[nodiscard]] bool take();
    void recordSuccess();
    /// Tokens left, from 0 to Capacity.
    double tokens() const { return m_tokens; }

signals:
    void changed(double tokens);

private:
    double m_tokens = Capacity;
};

} // namespace litedeck
