// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"
#include "app/QuitSignals.h"
#include "app/Translations.h"

#include <QApplication>

#include <cstdio>

using litedeck::CommandLine;

namespace {

/// Answers --help and --version; false for everything else.
bool answer(const CommandLine &commandLine)
{
    if (!commandLine.wantsHelp && !commandLine.wantsVersion)
        return false;
    const QString text = commandLine.wantsHelp ? CommandLine::helpText()
                                               : QStringLiteral("Litedeck " LITEDECK_VERSION "\n");
    std::fputs(qPrintable(text), stdout);
    return true;
}

/// The same without a display. Leaves what only QApplication understands, such as -platform.
bool answerAtOnce(int argc, char *argv[])
{
    const QCoreApplication qtApplication(argc, argv);
    const litedeck::Translations translations;
    const auto commandLine = CommandLine::parse(QCoreApplication::arguments());
    return commandLine && answer(*commandLine);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("Litedeck"));
    QCoreApplication::setOrganizationName(QStringLiteral("Litedeck"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LITEDECK_VERSION));
    if (answerAtOnce(argc, argv))
        return 0;

    QApplication qtApplication(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("io.github.litedeck.Litedeck"));
    const litedeck::Translations translations;
    const auto commandLine = CommandLine::parse(QApplication::arguments());
    if (!commandLine) {
        std::fprintf(stderr, "%s\n", qPrintable(commandLine.error()));
        return 2;
    }
    if (answer(*commandLine))
        return 0;
    const litedeck::QuitSignals quitSignals;
    QObject::connect(&quitSignals, &litedeck::QuitSignals::received, &qtApplication,
                     &QApplication::quit);
    litedeck::Application application(qtApplication, *commandLine);
    application.start();
    return QApplication::exec();
}
