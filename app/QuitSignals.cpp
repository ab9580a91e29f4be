// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/QuitSignals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace litedeck {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array HandledSignals{SIGTERM, SIGINT, SIGHUP};

// A handler gets nothing but the number of its signal.
std::atomic<int> writingEnd = -1;

void handle(int)
{
    const char byte = 1;
    // When the pipe is full, the program knows already.
    static_cast<void>(!::write(writingEnd, &byte, 1));
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe(m_ends) != 0)
        return;
    // They are no business of the programs that are opened.
    for (const int end : m_ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    writingEnd = m_ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &QuitSignals::onReadable);
    for (const int number : HandledSignals)
        std::signal(number, handle);
}

QuitSignals::~QuitSignals()
{
    for (const int number : HandledSignals)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    writingEnd = -1;
    for (const int end : m_ends) {
        if (end >= 0)
            ::close(end);
    }
}

void QuitSignals::onReadable()
{
    char byte = 0;
    if (::read(m_ends[0], &byte, 1) == 1)
        emit received();
}

#else

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{}

QuitSignals::~QuitSignals() = default;

void QuitSignals::onReadable()
{}

#endif

} // namespace litedeck
