// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"
#include "Translations.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    QApplication qtApplication(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Litedeck"));
    QApplication::setOrganizationName(QStringLiteral("Litedeck"));
    QApplication::setApplicationVersion(QStringLiteral(LITEDECK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.litedeck.Litedeck"));

    const litedeck::Translations translations;
    const auto commandLine = litedeck::CommandLine::parse(QApplication::arguments());
    if (!commandLine) {
        std::fprintf(stderr, "%s\n", qPrintable(commandLine.error()));
        return 2;
    }
    if (commandLine->wantsHelp || commandLine->wantsVersion) {
        const QString text = commandLine->wantsHelp
                                 ? litedeck::CommandLine::helpText()
                                 : QStringLiteral("Litedeck " LITEDECK_VERSION "\n");
        std::fputs(qPrintable(text), stdout);
        return 0;
    }
    litedeck::Application application(qtApplication, *commandLine);
    application.start();
    return QApplication::exec();
}
