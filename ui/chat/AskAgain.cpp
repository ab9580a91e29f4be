// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/AskAgain.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::AskAgain)
};

/// What asking again may cost beside its own reply; empty for nothing.
QString warning(AskingAgain again)
{
    switch (again) {
    case AskingAgain::CostsOnce:
        return {};
    case AskingAgain::MayCostTwice:
        return Text::tr("The first message may still be charged. Ask again all the same?");
    case AskingAgain::CostsAgain:
        return Text::tr("The first reply was charged. Asking again costs once more.");
    }
    Q_UNREACHABLE();
}

} // namespace

void confirmAskingAgain(AskingAgain asking, QWidget *parent, std::function<void()> ask)
{
    const QString text = warning(asking);
    if (text.isEmpty()) {
        ask();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, Text::tr("Ask again?"), text,
                                QMessageBox::Cancel, parent);
    box->setObjectName(u"askAgain"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *again = box->addButton(Text::tr("Ask again"), QMessageBox::AcceptRole);
    again->setObjectName(u"askAgainButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(again, &QPushButton::clicked, parent, [ask = std::move(ask)] { ask(); });
    box->open();
}

} // namespace litedeck
