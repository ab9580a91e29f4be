// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "core/demo/DemoScenario.h"
#include "ui/settings/ProfileForm.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::CommandLine)
};

const QStringList LogLevels{u"debug"_s, u"info"_s, u"warning"_s, u"critical"_s};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Text::tr(
        "Chat with the models of a LiteLLM proxy or of SaaS LiteLLM, and see what each call costs, "
        "what is left, and why something failed."));
    parser.addOption({u"demo"_s, Text::tr("Try the program with a gateway inside it.")});
    parser.addOption({u"server"_s,
                      Text::tr("The address of a LiteLLM proxy, or of SaaS LiteLLM with --team."),
                      u"URL"_s});
    parser.addOption({u"team"_s, Text::tr("The team's id, for SaaS LiteLLM."), u"ID"_s});
    parser.addOption({u"allow-http"_s, Text::tr("Send the key to a http:// address, where others "
                                                "on the way can read it.")});
    parser.addOption({u"profile"_s, Text::tr("Use the connection of this name."), u"NAME"_s});
    parser.addOption({u"data-dir"_s, Text::tr("Keep conversations and settings there."), u"DIR"_s});
    parser.addOption({u"log-level"_s, Text::tr("debug, info, warning or critical."), u"LEVEL"_s});
    parser.addOption({{u"h"_s, u"help"_s}, Text::tr("Show this help.")});
    parser.addOption({{u"v"_s, u"version"_s}, Text::tr("Show the version.")});
}

QString refusal(ProfileProblem problem, const QString &address)
{
    switch (problem) {
    case ProfileProblem::UserInfoPresent:
    case ProfileProblem::QueryPresent:
        // The address may have a password in it, so it is not repeated.
        return u"--server: "_s + ProfileForm::problemText({ProfileField::Server, problem});
    case ProfileProblem::Empty:
    case ProfileProblem::UrlInvalid:
    case ProfileProblem::SchemeNotHttp:
    case ProfileProblem::HostMissing:
    case ProfileProblem::SameAsServer:
    case ProfileProblem::LessSafe:
        break;
    }
    return Text::tr("“%1” is not a server's address; it looks like https://gateway.example.com.")
        .arg(address);
}

} // namespace

QString CommandLine::helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText() + u'\n' +
           Text::tr("Scenarios of --demo=SCENARIO: %1")
               .arg(demo::DemoScenario::names().join(", "_L1)) +
           u'\n' +
           Text::tr("The virtual key comes from the keychain or from the environment variable "
                    "LITEDECK_VIRTUAL_KEY.") +
           u'\n';
}

Expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    // QCommandLineParser knows no option with an optional value.
    QStringList plain;
    for (const QString &argument : arguments) {
        if (argument.startsWith("--demo="_L1))
            line.demoScenario = argument.section(u'=', 1);
        else if (argument == "--demo"_L1)
            line.demoScenario = demo::DemoScenario::names().constFirst();
        else
            plain += argument;
    }

    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(plain))
        return Unexpected{parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return Unexpected{Text::tr("“%1” is not an option. Try --help.")
                              .arg(parser.positionalArguments().constFirst())};
    line.wantsHelp = parser.isSet(u"help"_s);
    line.wantsVersion = parser.isSet(u"version"_s);
    line.team = {parser.value(u"team"_s)};
    line.allowsHttp = parser.isSet(u"allow-http"_s);
    line.profile = parser.value(u"profile"_s);
    line.dataDirectory = parser.value(u"data-dir"_s);
    line.logLevel = parser.value(u"log-level"_s);
    if (parser.isSet(u"server"_s))
        line.server = QUrl(parser.value(u"server"_s), QUrl::StrictMode);

    if (line.demoScenario && !demo::DemoScenario::named(*line.demoScenario))
        return Unexpected{Text::tr("There is no demo scenario “%1”. There are: %2")
                              .arg(*line.demoScenario, demo::DemoScenario::names().join(", "_L1))};
    const bool hasServer = parser.isSet(u"server"_s);
    if (parser.isSet(u"team"_s) && !hasServer)
        return Unexpected{Text::tr("--team goes with --server.")};
    if (const auto problem = addressProblem(line.server); hasServer && problem)
        return Unexpected{refusal(*problem, parser.value(u"server"_s))};
    if (hasServer && line.demoScenario)
        return Unexpected{Text::tr("--demo brings its own server; leave out --server and --team.")};
    if (!line.logLevel.isEmpty() && !LogLevels.contains(line.logLevel))
        return Unexpected{Text::tr("“%1” is not a log level. There are: %2")
                              .arg(line.logLevel, LogLevels.join(", "_L1))};
    return line;
}

} // namespace litedeck
