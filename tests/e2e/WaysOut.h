// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Deck.h"
#include "ui/chat/transcript/EntryStack.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>

namespace litedeck::test {

using namespace Qt::StringLiterals;

inline bool isReady(Deck &deck)
{
    auto *model = deck.find<QComboBox>(u"model"_s);
    // What is known from the last run does not tell that the server has answered in this one.
    const auto *age = deck.find(u"accountAge"_s);
    const bool isAnswered = age != nullptr && age->accessibleName().startsWith(u"Updated"_s);
    return model != nullptr && model->count() > 0 && isAnswered;
}

inline void choose(Deck &deck, const QString &model)
{
    auto *combo = deck.find<QComboBox>(u"model"_s);
    const int index = combo->findText(model);
    QVERIFY2(index >= 0, qPrintable(model));
    combo->setCurrentIndex(index);
    emit combo->activated(index);
}

/// The text of the first label of that name in the panel; empty when there is no panel.
inline QString panelText(Deck &deck, const QString &objectName)
{
    const QWidget *panel = deck.find(u"errorPanel"_s);
    const auto *label = panel->findChild<QLabel *>(objectName);
    return panel->isVisible() && label != nullptr ? label->text() : QString();
}

inline void press(Deck &deck, const QString &accessibleName)
{
    auto *button = deck.named<QAbstractButton>(accessibleName);
    QVERIFY2(button != nullptr, qPrintable(accessibleName));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
}

/// What stands under the newest reply beside its cost.
inline QString notice(Deck &deck)
{
    const EntryStack &stack = deck.transcript()->stack();
    return stack.size() > 0 ? stack.at(stack.size() - 1).details().notice : QString();
}

inline demo::Fault rateLimit(int times)
{
    return {.method = "POST",
            .pathPattern = StreamPath,
            .times = times,
            .status = 429,
            .body = R"({"detail":"Rate limit exceeded"})"};
}

/// The first failure of a call is its last.
inline void openWithoutRetries(Deck &deck)
{
    deck.settings.set(Keys::MaxRetries, 0);
    deck.open();
    QTRY_VERIFY(isReady(deck));
    choose(deck, u"gpt-4o-mini"_s);
}

/// What the newest turn failed of.
inline std::optional<ErrorCategory> category(Deck &deck)
{
    const Turn turn = deck.lastTurn();
    return turn.error ? std::optional(turn.error->category) : std::nullopt;
}

/// How many errors the panel shows.
inline qsizetype entryCount(Deck &deck)
{
    return deck.find(u"errorPanel"_s)->findChildren<QWidget *>(u"errorEntry"_s).size();
}

} // namespace litedeck::test
