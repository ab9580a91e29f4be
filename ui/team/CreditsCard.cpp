// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/CreditsCard.h"

#include "ui/team/BudgetRows.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Readout.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/AllowanceWords.h"

#include <QEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr qreal NumberScale = 2.0; // of the title's size
constexpr int MeterWidth = 10000;  // as wide as the card

QFont numberFont()
{
    QFont font = Fonts::title();
    font.setPointSizeF(font.pointSizeF() * NumberScale);
    return font;
}

} // namespace

CreditsCard::CreditsCard(AmountUnit unit, QWidget *parent)
    : Card(unit == AmountUnit::Credits ? tr("Credits") : tr("Budget"), parent)
    , m_remaining(named(u"creditsRemaining"_s, new QLabel(u"–"_s, this)))
    , m_allocated(new MutedLabel(tr("Not known yet"), this))
    , m_whose(named(u"budgetName"_s, new MutedLabel({}, this)))
    , m_meter(new Meter(this))
    , m_used(named(u"creditsUsed"_s, new Readout(tr("Used"), this)))
    , m_total(named(u"creditsAllocated"_s,
                    new Readout(unit == AmountUnit::Credits ? tr("Allocated") : tr("Limit"), this)))
    , m_limit(named(u"creditsLimit"_s, new Readout(tr("Credit limit"), this)))
    , m_others(named(u"otherBudgets"_s, new BudgetRows(this)))
{
    setObjectName(u"creditsCard"_s);
    m_remaining->setFont(numberFont());
    m_remaining->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_remaining->setAccessibleName(unit == AmountUnit::Credits ? tr("Credits left: not known yet")
                                                               : tr("Budget: not known yet"));
    m_limit->hide();
    m_whose->hide();
    m_others->hide();

    auto *number = rowOf(nullptr, Spacing::S, {m_remaining, {m_allocated, 1, Qt::AlignBottom}});
    auto *readouts = rowOf(nullptr, Spacing::XL, {{m_used, 1}, {m_total, 1}, {m_limit, 1}});
    m_meter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_meter->setMaximumWidth(MeterWidth);
    addParts(content(), {m_whose, number, m_meter, Gap{Spacing::S}, readouts, Gap{Spacing::S},
                         m_others, Stretch{}});
}

void CreditsCard::setAllowances(const QList<Allowance> &allowances, const QDateTime &now)
{
    if (!allowances.isEmpty())
        showBinding(allowances.constFirst());
    m_others->setAllowances(allowances.mid(1), now);
}

void CreditsCard::addDetails(QWidget *details)
{
    content()->insertWidget(content()->indexOf(m_others), details);
}

void CreditsCard::showBinding(const Allowance &allowance)
{
    const auto say = [&allowance](qint64 amount) {
        return AllowanceWords::figure(amount, allowance.unit);
    };
    const qint64 limit = allowance.limit.value_or(0);
    const QString number = say(allowance.left.value_or(allowance.used));
    const QString of = !allowance.left    ? tr("used, no limit")
                       : !allowance.limit ? tr("left")
                                          : tr("left of %1").arg(say(limit));
    m_tone = AllowanceWords::tone(levelOf(allowance));
    m_remaining->setText(number);
    m_allocated->setText(of);
    m_whose->setText(AllowanceWords::name(allowance));
    m_whose->setVisible(allowance.unit == AmountUnit::NanoDollars);
    //: Read aloud by screen readers: %1 is a number, %2 a text such as "left of 1,000".
    m_remaining->setAccessibleName(allowance.unit == AmountUnit::Credits
                                       ? tr("Credits: %1 %2").arg(number, of)
                                       : tr("Budget: %1 %2").arg(number, of));
    m_meter->setVisible(allowance.left && allowance.limit);
    m_meter->setPart(qreal(allowance.left.value_or(0)) / qreal(qMax<qint64>(1, limit)));
    m_meter->setTone(m_tone);
    m_used->setValue(say(allowance.used));
    m_total->setVisible(allowance.limit.has_value());
    m_total->setValue(say(limit));
    m_limit->setVisible(allowance.cap.has_value());
    m_limit->setValue(say(allowance.cap.value_or(0)));
    updateColor();
}

void CreditsCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColor();
}

void CreditsCard::updateColor()
{
    const Theme theme = Theme::of(palette());
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText,
                     m_tone == Tone::Neutral ? theme.text : toneColors(theme, m_tone).text);
    m_remaining->setPalette(changed);
}

} // namespace litedeck
