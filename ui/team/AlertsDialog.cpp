// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/AlertsDialog.h"

#include "core/settings/Settings.h"
#include "core/team/TeamAlerts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

// What is offered while nothing was ever chosen.
constexpr int UsualCredits = 100;
constexpr int UsualDays = 3;
constexpr int UsualPercent = 20;
constexpr int UsualBudget = 80;

} // namespace

AlertsDialog::AlertsDialog(TeamAlerts &alerts, Settings &settings, const Features &features,
                           QWidget *parent)
    : QDialog(parent)
    , m_alerts(alerts)
    , m_settings(settings)
{
    setObjectName(u"alertsDialog"_s);
    setWindowTitle(tr("Alerts"));
    auto *intro = new MutedLabel(tr("Tell me once, each time one of these comes to pass:"), this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    grid->setHorizontalSpacing(Spacing::L);
    grid->setVerticalSpacing(Spacing::M);
    grid->setColumnStretch(0, 1);
    grid->addWidget(intro, 0, 0, 1, 2);

    const AlertThresholds now = alerts.thresholds();
    const auto fill = [](const Limit &limit, int most, int usual, std::optional<qint64> value) {
        limit.number->setRange(1, most);
        limit.number->setValue(int(value.value_or(usual)));
        limit.choice->setChecked(value.has_value());
        limit.number->setEnabled(value.has_value());
    };
    m_credits = addLimit(grid, tr("Credits fall below"), u"alertCredits"_s);
    fill(m_credits, Keys::AlertCredits.maximum, UsualCredits, now.credits);
    m_days = addLimit(grid, tr("The runway falls below"), u"alertDays"_s);
    m_days.number->setSuffix(tr(" days"));
    fill(m_days, Keys::AlertDays.maximum, UsualDays, now.days);
    m_budget = addLimit(grid, tr("Used of a budget reaches"), u"alertBudget"_s);
    m_budget.number->setSuffix(tr(" %"));
    fill(m_budget, Keys::AlertBudget.maximum, UsualBudget, now.budgetPercent);
    const QList<Limit> unfit = features.ledger ? QList{m_budget} : QList{m_credits, m_days};
    for (const Limit &limit : unfit) {
        limit.choice->hide();
        limit.number->hide();
    }
    m_failures = addLimit(grid,
                          features.jobs ? tr("Failed jobs of a day exceed")
                                        : tr("Failed requests of a day exceed"),
                          u"alertFailures"_s);
    m_failures.number->setSuffix(tr(" %"));
    fill(m_failures, Keys::AlertFailures.maximum, UsualPercent, now.failurePercent);
    m_status = addChoice(grid, tr("The team's status changes"), u"alertStatus"_s);
    m_status->setChecked(now.status);
    m_onDesktop = addChoice(grid, tr("Also show alerts on the desktop"), u"alertOnDesktop"_s);
    m_onDesktop->setChecked(settings.get(Keys::AlertOnDesktop));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &AlertsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AlertsDialog::reject);
    grid->addWidget(buttons, grid->rowCount(), 0, 1, 2);
}

AlertsDialog::Limit AlertsDialog::addLimit(QGridLayout *grid, const QString &text,
                                           const QString &name)
{
    const int row = grid->rowCount();
    const Limit limit{new QCheckBox(text, this), new QSpinBox(this)};
    limit.choice->setObjectName(name);
    limit.number->setObjectName(name + u"Number"_s);
    limit.number->setAccessibleName(text);
    limit.number->setGroupSeparatorShown(true);
    connect(limit.choice, &QCheckBox::toggled, limit.number, &QWidget::setEnabled);
    grid->addWidget(limit.choice, row, 0);
    grid->addWidget(limit.number, row, 1);
    return limit;
}

QCheckBox *AlertsDialog::addChoice(QGridLayout *grid, const QString &text, const QString &name)
{
    auto *choice = new QCheckBox(text, this);
    choice->setObjectName(name);
    grid->addWidget(choice, grid->rowCount(), 0, 1, 2);
    return choice;
}

void AlertsDialog::accept()
{
    const auto number = [](const Limit &limit) {
        return limit.choice->isChecked() ? std::optional(limit.number->value()) : std::nullopt;
    };
    m_alerts.setThresholds({.credits = number(m_credits),
                            .days = number(m_days),
                            .status = m_status->isChecked(),
                            .failurePercent = number(m_failures),
                            .budgetPercent = number(m_budget)});
    m_settings.set(Keys::AlertOnDesktop, m_onDesktop->isChecked());
    QDialog::accept();
}

} // namespace litedeck
