// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/SummariesPlot.h"

#include "ui/jobs/SummariesModel.h"

#include <QDate>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

double dollars(const CostGroup &group)
{
    return group.cost.isKnown() ? double(group.cost.value.nano) / 1e9 : 0;
}

/// The day of the month, since whole dates of a month of columns have no room. Columns are told
/// apart by their labels, so a second one of that day gets what nobody sees.
QString dayLabel(const QString &key, const QStringList &taken)
{
    constexpr char16_t ZeroWidthSpace = 0x200b;
    QString label = QLocale().toString(QDate::fromString(key, Qt::ISODate).day());
    while (taken.contains(label))
        label += ZeroWidthSpace;
    return label;
}

} // namespace

QStringList SummariesPlot::headers()
{
    return {tr("Group"), tr("Jobs"), tr("Cost")};
}

Plot SummariesPlot::plot(const SummariesModel &model)
{
    const bool byDay = model.grouping() == CostGrouping::Day;
    Plot plot{.kind = byDay ? Plot::Kind::Columns : Plot::Kind::Bars};
    QList<qsizetype> order;
    for (qsizetype row = 0; row < model.rows().size(); ++row)
        order.append(row);
    const auto isCosted = [&model](qsizetype row) { return model.rows().at(row).cost.isKnown(); };
    const bool hasCosts = std::any_of(order.cbegin(), order.cend(), isCosted);
    const auto height = [&model, hasCosts](qsizetype row) {
        const CostGroup &group = model.rows().at(row);
        return hasCosts ? dollars(group) : double(group.jobs);
    };
    if (!byDay)
        std::stable_sort(order.begin(), order.end(),
                         [&height](qsizetype a, qsizetype b) { return height(a) > height(b); });
    order.resize(std::min(order.size(), byDay ? MostDays : MostBars));
    // The newest day is the first of the groups and the last of the columns.
    if (byDay)
        std::reverse(order.begin(), order.end());
    for (const qsizetype row : order) {
        const auto cell = [&model, row](int column) {
            return model.index(static_cast<int>(row), column).data().toString();
        };
        const QString name = cell(SummariesModel::Key);
        //: %1 is a type, model, day or conversation; %2 is an amount of money.
        const QString readout = tr("%1: %n job(s), cost %2", nullptr, model.rows().at(row).jobs)
                                    .arg(name, cell(SummariesModel::Cost));
        plot.points += {0, height(row), readout};
        plot.labels += byDay ? dayLabel(model.rows().at(row).key, plot.labels) : name;
        plot.rows += {name, cell(SummariesModel::Jobs), cell(SummariesModel::Cost)};
    }
    plot.countsWholes = !hasCosts;
    plot.caption = hasCosts ? tr("US dollars, as far as the costs are known.")
                            : tr("Numbers of jobs; none of their costs is known yet.");
    return plot;
}

} // namespace litedeck
