// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Workspace.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <numeric>
#include <utility>

namespace litedeck {

namespace {

QString logPathBeside(const QString &databasePath)
{
    return QFileInfo(databasePath).dir().filePath(StructuredLog::FileName.toString());
}

QString damageText(const StoreError &damage)
{
    const Salvaged salvaged = damage.salvaged.value_or(Salvaged());
    if (salvaged.knownChats == 0)
        return Workspace::tr("The file with the conversations was damaged. It is kept as %1, and a "
                             "new one was begun. No chat could be read in the damaged one.")
            .arg(damage.setAsidePath);
    const QLocale locale;
    //: %1 is a file; the others are numbers: so many of so many.
    return Workspace::tr("The file with the conversations was damaged. It is kept as %1, and a new "
                         "one was begun with what could be recovered: %2 of %3 chats, %4 of %5 "
                         "messages.")
        .arg(damage.setAsidePath, locale.toString(salvaged.chats),
             locale.toString(salvaged.knownChats), locale.toString(salvaged.messages),
             locale.toString(salvaged.knownMessages));
}

constexpr Milliseconds LookInterval{3'000};

} // namespace

Workspace::Workspace(const GatewayAddress &address, const QString &name,
                     const QString &databasePath, Settings &settings, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(address, RetryPolicy{.maxRetries = settings.get(Keys::MaxRetries)}, clock, this)
    , m_requests(m_connection.attempts(), clock)
    , m_metrics(m_requests)
    , m_log(m_requests, address.team, m_connection.redactor(),
            RotatingFile(logPathBeside(databasePath)))
    , m_errors(clock)
    , m_store(databasePath)
    , m_conversations(m_store, clock)
    , m_endpoints(settings, address.server, clock)
    , m_openCalls(m_store)
    , m_reconciler(m_connection.server(), m_openCalls, clock)
    , m_monitor(m_connection.server(), clock)
    , m_key(m_connection.server(), m_connection.attempts())
    , m_memory(address.team, m_store, m_monitor)
    , m_ledger(m_connection.server(), address.team, clock, m_store, m_monitor)
    , m_recentJobs(m_connection.server(), clock)
    , m_alerts(placeOf(address.server, address.team), settings, m_monitor, m_ledger, m_recentJobs,
               clock)
    , m_glance(
          address.server, address.team,
          {.settings = settings, .monitor = m_monitor, .ledger = m_ledger, .jobs = m_recentJobs})
    , m_costs(m_connection.server(), address.team, clock, m_store)
    , m_live({m_connection.server(), clock, m_openCalls, m_reconciler, m_endpoints, m_replyTimes},
             m_conversations, m_errors)
    , m_catalogue(m_conversations, m_live)
    , m_reporter(m_errors, {.monitor = m_monitor, .ledger = m_ledger, .key = m_key, .live = m_live})
    , m_lateCharges(m_store, m_reconciler)
    , m_queue(m_store, m_live, m_errors, m_monitor, m_connection.breaker(), clock)
    , m_retries({.live = m_live,
                 .queue = m_queue,
                 .monitor = m_monitor,
                 .breaker = m_connection.breaker(),
                 .errors = m_errors})
    , m_backups(m_store, settings, clock, databasePath)
    , m_window({.serverName = name,
                .connection = m_connection,
                .monitor = m_monitor,
                .key = m_key,
                .ledger = m_ledger,
                .recentJobs = m_recentJobs,
                .alerts = m_alerts,
                .catalogue = m_catalogue,
                .live = m_live,
                .lateCharges = m_lateCharges,
                .queue = m_queue,
                .retries = m_retries,
                .errors = m_errors,
                .requests = m_requests,
                .metrics = m_metrics,
                .logPath = logPathBeside(databasePath),
                .costs = m_costs,
                .settings = settings,
                .clock = clock})
    , m_databasePath(databasePath)
    , m_lookTimer(clock.createTimer())
{
    applySettings(settings);
    connect(&settings, &Settings::changed, this, [this, &settings] { applySettings(settings); });
    connect(&m_reconciler, &JobReconciler::settling, &m_monitor, &TeamMonitor::expectSpending);
    connect(&m_reconciler, &JobReconciler::settled, this, &Workspace::onCallSettled);
    connect(&m_recentJobs, &RecentJobs::changed, &m_lateCharges,
            [this] { m_lateCharges.examine(m_recentJobs.jobs()); });
    connect(&m_live, &LiveChats::turnSettled, &m_monitor, &TeamMonitor::noteSpending);
    connect(&m_log, &StructuredLog::failed, this, &Workspace::onLogFailed);
    connect(&m_store, &Store::opened, this, &Workspace::onStoreOpened);
    connect(&m_store, &Store::failed, this, &Workspace::onStoreFailed);
    connect(&m_conversations, &ConversationStore::caughtUp, this, &Workspace::onCaughtUp);
    connect(&m_backups, &Backups::failed, this, &Workspace::onBackupFailed);
    connect(&m_conversations, &ConversationStore::recovered, this, &Workspace::onRecovered);
    connect(m_lookTimer.get(), &Timer::fired, this, &Workspace::lookAtStore);
}

void Workspace::applySettings(const Settings &settings)
{
    using std::chrono::seconds;
    m_connection.setMaxRetries(settings.get(Keys::MaxRetries));
    m_connection.setPatience({.wholeReply = seconds(settings.get(Keys::WholeReplySeconds)),
                              .streamSilence = seconds(settings.get(Keys::StreamSilenceSeconds))});
}

void Workspace::start()
{
    m_window.show();
    m_catalogue.load();
    m_queue.load();
    m_costs.load();
    m_memory.load();
    m_ledger.load();
    m_monitor.start();
    m_lookTimer->start(LookInterval);
    m_key.ask();
    m_backups.start();
}

void Workspace::onCallSettled(const OpenCall &, const CallFinding &finding)
{
    if (finding.costs)
        m_costs.keep(*finding.costs);
}

void Workspace::onStoreOpened(const StoreOpening &opening)
{
    if (!opening.problem)
        return;
    const StoreError &problem = *opening.problem;
    switch (problem.kind) {
    case StoreErrorKind::Newer:
        m_window.showNotice(tr("The conversations in %1 were written by a newer Litedeck. The file "
                               "is left as it is; this run keeps nothing. Update Litedeck to see "
                               "them.")
                                .arg(problem.path),
                            Tone::Warning);
        break;
    case StoreErrorKind::Damaged:
        m_window.showNotice(damageText(problem), Tone::Warning);
        break;
    case StoreErrorKind::Locked:
        m_window.showNotice(tr("Another Litedeck has the conversations open. This run keeps "
                               "nothing; close the other one and start again."),
                            Tone::Warning);
        break;
    case StoreErrorKind::ReadOnly:
    case StoreErrorKind::Full:
    case StoreErrorKind::Interrupted:
    case StoreErrorKind::Other:
        m_window.showNotice(tr("Conversations cannot be kept in %1 (%2). This run goes on in "
                               "memory; copy what you need before you close it.")
                                .arg(problem.path, problem.message),
                            Tone::Danger);
        break;
    }
}

void Workspace::onStoreFailed(const StoreError &error)
{
    if (!error.setAsidePath.isEmpty()) {
        saveAgain();
        m_window.showNotice(damageText(error), Tone::Warning);
        return;
    }
    // What was on its way to the old file does not fit the new one, where it comes whole.
    if (m_savesAgain)
        return;
    m_notWritten = error.kind == StoreErrorKind::Full
                       ? tr("The disk is full: what arrives now is not kept. Make room; Litedeck "
                            "tries again by itself.")
                       : tr("Conversations could not be written: %1").arg(error.message);
    m_window.showNotice(m_notWritten, Tone::Danger);
}

void Workspace::onCaughtUp()
{
    m_window.takeNotice(m_notWritten);
}

void Workspace::onBackupFailed(const QString &path, const QString &reason)
{
    // Nothing is lost by it yet, so it takes no other notice's place.
    if (!m_window.hasNotice())
        m_window.showNotice(tr("The backup of the conversations could not be written to %1 (%2).")
                                .arg(QDir::toNativeSeparators(path), reason),
                            Tone::Warning);
}

void Workspace::saveAgain()
{
    m_catalogue.saveAgain();
    m_savesAgain = true;
    m_store.post([](Database &) -> StoreResult<> { return Done{}; }, this,
                 [this](const StoreResult<> &) { m_savesAgain = false; });
}

void Workspace::lookAtStore()
{
    m_store.look(this, [this](StorePlace place) {
        onStorePlace(place);
        m_lookTimer->start(LookInterval);
    });
}

void Workspace::onStorePlace(StorePlace place)
{
    const bool wasGone = std::exchange(m_isStoreGone, place == StorePlace::Gone);
    const QString directory = QDir::toNativeSeparators(QFileInfo(m_databasePath).path());
    switch (place) {
    case StorePlace::Gone:
        if (!wasGone)
            m_window.showNotice(tr("The data directory %1 is gone: nothing is kept. As soon as it "
                                   "is there again, Litedeck writes to it.")
                                    .arg(directory),
                                Tone::Danger);
        break;
    case StorePlace::Replaced:
        saveAgain();
        m_window.showNotice(tr("The data directory %1 is there again, with conversations in it. "
                               "Those that are open were added.")
                                .arg(directory),
                            Tone::Warning);
        break;
    case StorePlace::There:
    case StorePlace::Restored:
        if (wasGone)
            m_window.showNotice(
                tr("The data directory %1 is there again, and all is kept in it.").arg(directory),
                Tone::Success);
        break;
    }
}

void Workspace::onLogFailed(const QString &path, const QString &reason)
{
    // Nothing that the user works on is lost, so it takes no other notice's place.
    if (!m_window.hasNotice())
        m_window.showNotice(tr("The log of requests cannot be written to %1 (%2). All else goes "
                               "on as usual.")
                                .arg(QDir::toNativeSeparators(path), reason),
                            Tone::Warning);
}

void Workspace::onRecovered(const QList<RecoveredTurn> &turns)
{
    if (turns.isEmpty())
        return;
    const qint64 characters = std::accumulate(
        turns.cbegin(), turns.cend(), qint64(0),
        [](qint64 sum, const RecoveredTurn &turn) { return sum + turn.characters; });
    if (characters == 0) {
        m_window.showNotice(tr("Litedeck ended while %n reply(s) were awaited. Nothing of them had "
                               "arrived.",
                               nullptr, static_cast<int>(turns.size())),
                            Tone::Neutral);
        return;
    }
    m_window.showNotice(tr("Litedeck ended while replies were arriving. Recovered %n character(s).",
                           nullptr, static_cast<int>(characters)),
                        Tone::Neutral);
}

} // namespace litedeck
