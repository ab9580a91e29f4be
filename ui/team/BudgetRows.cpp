// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/BudgetRows.h"

#include "ui/widgets/Meter.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/AllowanceWords.h"

#include <QLabel>

#include <utility>

namespace litedeck {

namespace {

constexpr int MeterWidth = 10000; // as wide as the row

} // namespace

BudgetRows::BudgetRows(QWidget *parent)
    : QWidget(parent)
    , m_rows(columnOf(this, Spacing::M, {}))
{}

void BudgetRows::setAllowances(const QList<Allowance> &allowances, const QDateTime &now)
{
    QStringList words;
    for (const Allowance &allowance : allowances) {
        const QString usage = AllowanceWords::usage(allowance);
        const QString pace = AllowanceWords::pace(allowance, now);
        //: %1 is what is used of a budget, %2 a text such as "lasts to the reset on 1 Dec".
        words += pace.isEmpty() ? usage : tr("%1; %2").arg(usage, pace);
    }
    const bool isOld = std::exchange(m_shown, allowances) == allowances;
    if (std::exchange(m_words, words) == words && isOld)
        return;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype row = 0; row < allowances.size(); ++row)
        m_rows->addWidget(createRow(allowances.at(row), words.at(row)));
    setVisible(!allowances.isEmpty());
}

QWidget *BudgetRows::createRow(const Allowance &allowance, const QString &words)
{
    auto *row = new QWidget(this);
    auto *name = new QLabel(AllowanceWords::name(allowance), row);
    name->setTextFormat(Qt::PlainText);
    auto *text = new MutedLabel(words, row);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    //: Read aloud by screen readers: %1 names a budget, %2 says what is used of it.
    text->setAccessibleName(tr("%1: %2").arg(name->text(), text->text()));
    auto *parts = columnOf(row, Spacing::XS, {name});
    if (allowance.left && allowance.limit.value_or(0) > 0) {
        auto *meter = new Meter(row);
        meter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        meter->setMaximumWidth(MeterWidth);
        meter->setPart(qreal(*allowance.left) / qreal(*allowance.limit));
        meter->setTone(AllowanceWords::tone(levelOf(allowance)));
        parts->addWidget(meter);
    }
    parts->addWidget(text);
    return row;
}

} // namespace litedeck
