// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/litellm/SpendLog.h"
#include "core/server/Inquiry.h"

#include <map>
#include <memory>

namespace litedeck {

class Gateway;
class ProxyVersion;

/// Finds the rows of a call's attempts in the proxy's log, by the ids that these carried.
///
/// What runs has no row, and one comes some seconds after the end. So no row says nothing while the
/// call may run: for as long as a whole reply is waited for, which the proxy is told. That goes
/// also for a call that this side hung up on, since before the provider's first byte the proxy does
/// not notice (1.108.7). After that no row says that the call never ran, unless text of it came, or
/// the proxy is too old to find each call, or the key may not read the log.
class LiteLlmInquiry final : public Inquiry
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiteLlmInquiry)

public:
    /// How late rows are: written every 10 s by default, and up to 5 s later.
    static constexpr Milliseconds LogDelay{20'000};
    /// When the proxy was told no limit it has one of its own.
    static constexpr Milliseconds LongestRun{6'000'000};
    /// How many attempts are looked for when nobody knows how many left.
    static constexpr int MostAttempts = 11;

    /// `gateway` and `version` outlive the inquiry.
    LiteLlmInquiry(const Gateway &gateway, const ProxyVersion &version, const OpenCall &call,
                   const CallEnd &end, QObject *parent = nullptr);
    ~LiteLlmInquiry() override;

    void start() override { look(); }

private:
    void look();
    void lookAt(int attempt);
    void onRows(int attempt, const Expected<QList<SpendRow>, Error> &rows);
    void judge();
    QString idOf(int attempt) const;
    /// Whether text came, or the end, so that no row proves nothing.
    bool hasRun() const;
    /// Whether the last attempt did not arrive, or was refused.
    bool cannotRun() const;
    /// Whether the last attempt is over and in the log.
    bool isLastThere() const;
    /// Whether its row would be there, had it run.
    bool isOverdue() const;
    /// The pause before the next look for the last attempt, or none when its row would be there.
    std::optional<Milliseconds> nextPause();
    void tell(bool isLastKnown);
    void finish(CallFate fate);

    const Gateway &m_gateway;
    const ProxyVersion &m_version;
    const OpenCall m_call;
    const CallEnd m_end;
    CallFinding m_finding;
    std::map<int, QList<SpendRow>> m_rows; ///< By attempt, of those that have any.
    std::unique_ptr<Timer> m_pause;
    size_t m_waits = 0;
};

} // namespace litedeck
