// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Allowance.h"

#include <QWidget>

class QVBoxLayout;

namespace litedeck {

/// Allowances one below the other: whose each is, what is used of it and left, how long that
/// lasts, and a bar.
class BudgetRows : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BudgetRows)

public:
    explicit BudgetRows(QWidget *parent = nullptr);

    /// Without any, the rows are hidden.
    void setAllowances(const QList<Allowance> &allowances, const QDateTime &now);

private:
    QWidget *createRow(const Allowance &allowance, const QString &words);

    QVBoxLayout *m_rows;
    QList<Allowance> m_shown;
    QStringList m_words;
};

} // namespace litedeck
