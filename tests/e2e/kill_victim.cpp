// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends one message and tells on its output how far it has come, until tst_kill ends it.
// Arguments: server, team, key, database.
#include "ChatStack.h"

#include <QCoreApplication>

#include <cstdio>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

void tell(const QString &mark)
{
    std::fputs(qPrintable(mark + u'\n'), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SystemClock clock;
    test::ChatStack chats({.server = QUrl(arguments.value(1)),
                           .team = {arguments.value(2)},
                           .virtualKey = arguments.value(3)},
                          arguments.value(4), clock);
    ChatSession *session = chats.library.create({u"gpt-4o-mini"_s});
    int texts = 0;
    QObject::connect(session, &ChatSession::attemptStarted, [] { tell(u"attempt"_s); });
    QObject::connect(session, &ChatSession::textAppended,
                     [&texts] { tell(u"text %1"_s.arg(++texts)); });
    QObject::connect(session, &ChatSession::busyChanged, [](bool busy) {
        if (!busy)
            tell(u"ended"_s);
    });
    QObject::connect(session, &ChatSession::turnSettled, [] { tell(u"settled"_s); });
    session->send(u"Hello"_s);
    return QCoreApplication::exec();
}
