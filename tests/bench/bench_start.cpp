// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_start [RUNS]: from the start of the program to its painted window with a thousand
// conversations, beside a bare window, by turns; see README.md here.
#include "FirstPaint.h"
#include "app/Application.h"
#include "app/Translations.h"
#include "core/store/ConversationTables.h"
#include "core/store/Database.h"
#include "ui/widgets/Theme.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::bench;

namespace {

constexpr int Conversations = 1000;
constexpr QLatin1StringView ProfileName("benchmark");

/// The program as it is, but for its first paint being told; argument 2 is the data directory.
int runLitedeck(int argc, char *argv[])
{
    FirstPaintApplication qtApplication(argc, argv);
    QApplication::setApplicationName(u"Litedeck"_s);
    const Translations translations;
    const auto commandLine =
        CommandLine::parse({u"litedeck"_s, u"--data-dir"_s, QCoreApplication::arguments().at(2)});
    if (!commandLine)
        return 2;
    Application application(qtApplication, *commandLine);
    application.start();
    qtApplication.setSettled([&application] {
        const auto *list =
            application.workspace()->window().findChild<QListView *>(u"conversations"_s);
        return list->model()->rowCount() >= Conversations;
    });
    return QApplication::exec();
}

/// Fills a data directory as a year of work would; false when it cannot be written.
bool fill(const QString &directory, const demo::DemoGateway &gateway)
{
    Settings settings(DataDirectory::prepare(directory)->settingsPath());
    settings.setProfiles({{.id = {ProfileName},
                           .name = u"Benchmark"_s,
                           .server = gateway.baseUrl(),
                           .team = {gateway.teamId()}}});
    settings.set(Keys::CurrentProfile, ProfileName);
    settings.sync();
    const auto opened =
        Database::open(QDir(directory).filePath(ProfileName + ".sqlite"_L1), Milliseconds(0));
    if (!opened)
        return false;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < Conversations; ++i) {
        Conversation conversation{.id = {u"c%1"_s.arg(i)},
                                  .title = u"What was asked in conversation %1"_s.arg(i)};
        conversation.createdAt = conversation.updatedAt = now.addSecs(-i * 30'000);
        TurnId parent;
        for (int n = 0; n < 5; ++n) {
            Turn turn;
            turn.id = {u"c%1-%2"_s.arg(i).arg(n)};
            turn.parent = parent;
            turn.prompt = u"A question of a few words"_s;
            turn.reply = u"A sentence of the answer, with *some* Markdown. "_s.repeated(20);
            turn.state = TurnState::Complete;
            turn.sentAt = conversation.updatedAt;
            turn.order = n;
            parent = turn.id;
            conversation.turns += turn;
        }
        if (!ConversationTables::saveConversation(**opened, conversation))
            return false;
    }
    return true;
}

QJsonObject measure(const QString &program, QStringList arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    arguments += QString::number(sharedMilliseconds(), 'f', 3);
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

double median(const QList<QJsonObject> &runs, const QString &name)
{
    QList<double> values;
    for (const QJsonObject &run : runs)
        values += run.value(name).toDouble();
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

int compare(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int rounds = QCoreApplication::arguments().value(1, u"11"_s).toInt();
    demo::DemoHost demo({});
    const QTemporaryDir directory;
    if (!fill(directory.path(), demo.gateway()))
        return 1;
    qputenv("LITEDECK_VIRTUAL_KEY", demo.gateway().virtualKey().toUtf8());
    const QString self = QCoreApplication::applicationFilePath();
    const QString bare = QCoreApplication::applicationDirPath() + u"/bare_window"_s;
    QList<QJsonObject> ours;
    QList<QJsonObject> theirs;
    for (int round = 0; round < rounds; ++round) {
        ours += measure(self, {u"litedeck"_s, directory.path()});
        theirs += measure(bare, {});
    }
    QTextStream out(stdout);
    out << "| median of " << rounds << ", " << Conversations
        << " conversations | Litedeck | bare window | ratio |\n|---|--:|--:|--:|\n";
    const std::map<QString, QString> rows{{u"painted"_s, u"start to first paint, ms"_s},
                                          {u"paintedCpu"_s, u"the same, CPU ms"_s},
                                          {u"paintedPss"_s, u"PSS then, MB"_s},
                                          {u"settled"_s, u"start to painted list, ms"_s},
                                          {u"settledCpu"_s, u"the same, CPU ms"_s},
                                          {u"settledPss"_s, u"PSS 1.5 s later, MB"_s},
                                          {u"settledRss"_s, u"RSS then, MB"_s}};
    for (const auto &[name, words] : rows) {
        const double our = median(ours, name);
        const double their = median(theirs, name);
        out << u"| %1 | %2 | %3 | %4 |\n"_s.arg(words)
                   .arg(our, 0, 'f', 1)
                   .arg(their, 0, 'f', 1)
                   .arg(our / their, 0, 'f', 2);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isChild = argc > 1 && qstrcmp(argv[1], "litedeck") == 0;
    return isChild ? runLitedeck(argc, argv) : compare(argc, argv);
}
