// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// look_transcript DIRECTORY: grabs the transcript at several sizes in both themes. Not a test; it
// is for eyes.
#include "ui/chat/FindBar.h"
#include "ui/chat/transcript/CodeColorist.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

QString sample()
{
    QFile file(QStringLiteral(LITEDECK_TEST_DATA "/markdown/sample.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No sample: %s", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

QList<Turn> turns()
{
    Turn first;
    first.id.value = u"1"_s;
    first.model.value = u"claude-sonnet"_s;
    first.prompt = u"How do I keep a streaming renderer linear?\nShow me code, please."_s;
    first.reply = sample();
    first.state = TurnState::Complete;
    first.jobId.value = u"job-1"_s;
    Turn second;
    second.id.value = u"2"_s;
    second.model.value = u"gpt-4o"_s;
    second.prompt =
        u"And in Arabic? "_s +
        u"A long question that has to wrap at the measure of the column. "_s.repeated(4);
    second.reply = u"This reply was **cut** by the connection after a few words and"_s;
    second.state = TurnState::Interrupted;
    Turn third;
    third.id.value = u"3"_s;
    third.model.value = u"gpt-4o"_s;
    third.prompt = u"Try again."_s;
    third.state = TurnState::Pending;
    third.reasoning =
        u"The user wants the same again. The connection broke after a few words, so the "
        "reply has to be **whole** this time.\n\n- Keep it short.\n- Write `Arabic` first."_s;
    Turn json;
    json.id.value = u"json"_s;
    json.model.value = u"gpt-4o"_s;
    json.prompt = u"As JSON, please."_s;
    json.reasoning = u"An object with a list will do."_s;
    json.reply = u"{\"city\":\"Kraków\",\"people\":804237,\"sister_cities\":[\"Leipzig\","
                 "{\"name\":\"Lviv\",\"since\":1995,\"active\":true}],\"notes\":[]}"_s;
    json.cost.timeToFirstText = Measured<Milliseconds>::reported(Milliseconds(12000));
    json.state = TurnState::Complete;
    return {first, second, json, third};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QDir out(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    struct Look
    {
        QString name;
        QSize size;
        ColorScheme scheme;
    };
    const QList<Look> looks{{u"light-900x600"_s, {900, 600}, ColorScheme::Light},
                            {u"dark-900x600"_s, {900, 600}, ColorScheme::Dark},
                            {u"light-480x600"_s, {480, 600}, ColorScheme::Light},
                            {u"light-2560x1440"_s, {2560, 1440}, ColorScheme::Light},
                            {u"dark-2560x1440"_s, {2560, 1440}, ColorScheme::Dark}};
    for (const Look &look : looks) {
        applyTheme(app, look.scheme);
        TranscriptView view;
        view.resize(look.size);
        view.show();
        view.setTurns(turns());
        view.setCostText({u"1"_s}, u"Cost: $0.0042 · 1,204 tokens · 3.1 s"_s);
        view.setCostText({u"2"_s}, u"Cost: not known yet"_s);
        view.setNotice({u"2"_s}, u"The connection broke after 12 s. The text so far is kept."_s,
                       Tone::Danger);
        view.setWaitingText({u"3"_s}, u"Waiting for the provider, 14 s"_s);
        QCoreApplication::processEvents();
        const auto shoot = [&](const QString &suffix) {
            QCoreApplication::processEvents();
            while (!view.stack().frame().colorist->isIdle())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            view.processPendingText();
            view.grab().save(out.filePath(look.name + suffix + u".png"_s));
        };
        shoot(u"-end"_s);
        view.setFocusedEntry(1);
        view.scrollToStart();
        shoot(u"-0"_s);
        for (int page = 1; page <= (look.size.height() > 1000 ? 2 : 6); ++page) {
            view.scrollByPage(1);
            shoot(u"-%1"_s.arg(page));
        }
        FindBar bar(view, &view);
        view.scrollToStart();
        bar.open();
        bar.findChild<QLineEdit *>()->setText(u"te"_s);
        bar.setGeometry(0, 0, look.size.width(), bar.sizeHint().height());
        bar.setAutoFillBackground(true);
        bar.show();
        shoot(u"-found"_s);
        view.selectAll();
        shoot(u"-selected"_s);
    }
    return 0;
}
