// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/CodeColorist.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/TranscriptView.h"

#include <QScreen>
#include <QScrollBar>
#include <QTest>

namespace litedeck::test {

inline const TurnId TheTurn{QStringLiteral("turn")};

inline Turn turnOf(const QString &id, const QString &prompt, const QString &reply,
                   TurnState state = TurnState::Complete)
{
    Turn turn;
    turn.id.value = id;
    turn.model.value = QStringLiteral("model");
    turn.prompt = prompt;
    turn.reply = reply;
    turn.state = state;
    return turn;
}

/// Markdown with about as many leaves as lines.
inline QString longMarkdown(int lines)
{
    QString text;
    for (int i = 0; i < lines; ++i) {
        switch (i % 6) {
        case 0:
            text += QStringLiteral("\n## Section %1\n\n").arg(i);
            break;
        case 1:
            text += QStringLiteral("- item **%1** of a list\n").arg(i);
            break;
        case 5:
            text += QStringLiteral("\nParagraph %1 with `code` and *emphasis*.\n\n").arg(i);
            break;
        default:
            text += QStringLiteral("- plain item %1\n").arg(i);
        }
    }
    return text;
}

/// How many layouts were made of the entries so far.
inline quint64 layoutsMade(const EntryStack &stack)
{
    quint64 made = 0;
    for (qsizetype i = 0; i < stack.size(); ++i)
        made += stack.isMade(i) ? stack.at(i).layoutsMade() : 0;
    return made;
}

/// How many leaves are kept laid out.
inline qsizetype layoutCount(const EntryStack &stack)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < stack.size(); ++i) {
        for (qsizetype leaf = 0; stack.isMade(i) && leaf < stack.at(i).leafCount(); ++leaf)
            count += stack.at(i).shownLayout(leaf) != nullptr ? 1 : 0;
    }
    return count;
}

/// A shown view, with nothing waiting to be laid out.
class Fixture
{
public:
    explicit Fixture(const QList<Turn> &turns, QSize size = {900, 600})
    {
        view.resize(size);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setTurns(turns);
        settle();
    }

    void settle()
    {
        for (int i = 0; i < 3 || view.isCatchingUp(); ++i) {
            QCoreApplication::processEvents();
            view.processPendingText();
        }
        QTRY_VERIFY(view.stack().frame().colorist->isIdle());
        view.processPendingText();
        QCoreApplication::processEvents();
    }

    /// What stands on the screen after blitting, not a fresh painting.
    QImage shown() { return view.screen()->grabWindow(view.winId()).toImage(); }
    QImage painted() { return view.grab().toImage().convertToFormat(shown().format()); }

    QScrollBar *bar() { return view.verticalScrollBar(); }

    TranscriptView view;
};

} // namespace litedeck::test
