// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WindowPages.h"

#include "core/chat/LateCharges.h"
#include "core/chat/RetryDesk.h"
#include "core/connection/Connection.h"
#include "core/errors/Verdict.h"
#include "core/team/TeamMonitor.h"
#include "ui/chat/ChatPage.h"
#include "ui/chat/ChatView.h"
#include "ui/diagnostics/DiagnosticsPage.h"
#include "ui/jobs/JobsPage.h"
#include "ui/shell/ShellFrame.h"
#include "ui/team/TeamPage.h"

namespace litedeck {

WindowPages::WindowPages(const WindowContent &content, ShellFrame &frame, QObject *parent)
    : QObject(parent)
    , m_content(content)
    , m_frame(frame)
    , m_chats(new ChatPage(content.catalogue, content.live, content.queue, content.connection,
                           content.monitor, content.ledger, content.costs, content.settings))
{
    connect(m_chats->view(), &ChatView::jobRequested, this, &WindowPages::jobRequested);
    connect(&content.retries, &RetryDesk::pageRetried, this, &WindowPages::refresh);
    frame.addPage(Page::Chats, m_chats);
    frame.addPageLater(Page::Team, [this] { return makeTeam(); });
    frame.addPageLater(Page::Jobs, [this] { return makeJobs(); });
    frame.addPageLater(Page::Diagnostics, [this] { return makeDiagnostics(); });
}

JobsPage &WindowPages::jobs()
{
    m_frame.makePage(Page::Jobs);
    return *m_jobs;
}

void WindowPages::report(ErrorOrigin::Kind kind, const Error &error)
{
    // A refused key is told once, by whoever watches it.
    if (!isKeyRefusal(error))
        m_content.errors.report({.kind = kind}, error);
}

void WindowPages::resolve(ErrorOrigin::Kind kind)
{
    m_content.errors.resolve({.kind = kind});
}

void WindowPages::refresh(ErrorOrigin::Kind kind)
{
    const bool isOfJobs = kind == ErrorOrigin::Kind::Jobs || kind == ErrorOrigin::Kind::Job;
    if (isOfJobs)
        jobs().refresh();
    else if (m_team != nullptr)
        m_team->refresh();
}

QWidget *WindowPages::makeTeam()
{
    m_team = new TeamPage({.features = m_content.connection.server().features(),
                           .clock = m_content.connection.clock(),
                           .redactor = m_content.connection.redactor(),
                           .monitor = m_content.monitor,
                           .ledger = m_content.ledger,
                           .jobs = m_content.recentJobs,
                           .alerts = m_content.alerts,
                           .settings = m_content.settings});
    connect(m_team, &TeamPage::jobRequested, this, &WindowPages::jobRequested);
    connect(m_team, &TeamPage::profileRequested, this, &WindowPages::profileRequested);
    connect(m_team, &TeamPage::errorOccurred, this,
            [this](const Error &error) { report(ErrorOrigin::Kind::Ledger, error); });
    return m_team;
}

QWidget *WindowPages::makeJobs()
{
    m_jobs = new JobsPage(
        {.server = m_content.connection.server(),
         .clock = m_content.connection.clock(),
         .redactor = m_content.connection.redactor(),
         .settings = m_content.settings,
         .costs = m_content.costs,
         .ledger = &m_content.ledger,
         .conversationTitle = [&catalogue = m_content.catalogue](const ConversationId &id) {
             return catalogue.titleOf(id);
         }});
    const auto tellSight = [this] {
        if (const auto &account = m_content.monitor.account())
            m_jobs->setSight(account->sight.requests);
    };
    connect(&m_content.monitor, &TeamMonitor::changed, m_jobs, tellSight);
    tellSight();
    connect(m_jobs, &JobsPage::turnRequested, this, &WindowPages::turnRequested);
    connect(m_jobs, &JobsPage::retryRequested, this, &WindowPages::retryRequested);
    connect(m_jobs, &JobsPage::jobsListed, &m_content.lateCharges, &LateCharges::examine);
    connect(m_jobs, &JobsPage::errorOccurred, this,
            [this](const Error &error) { report(ErrorOrigin::Kind::Jobs, error); });
    connect(m_jobs, &JobsPage::recovered, this, [this] { resolve(ErrorOrigin::Kind::Jobs); });
    connect(m_jobs, &JobsPage::detailFailed, this,
            [this](const Error &error) { report(ErrorOrigin::Kind::Job, error); });
    connect(m_jobs, &JobsPage::detailRecovered, this, [this] { resolve(ErrorOrigin::Kind::Job); });
    connect(&m_content.live, &LiveChats::turnSettled, m_jobs, &JobsPage::look);
    return m_jobs;
}

QWidget *WindowPages::makeDiagnostics()
{
    return new DiagnosticsPage({.requests = m_content.requests,
                                .metrics = m_content.metrics,
                                .errors = m_content.errors,
                                .connection = m_content.connection,
                                .clock = m_content.clock,
                                .logPath = m_content.logPath});
}

} // namespace litedeck
