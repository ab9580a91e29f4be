// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace litedeck {

/// Labels with their values in two columns, such as "Model" and "gpt-4o-mini". Values wrap and can
/// be selected; each is called by its label for screen readers.
class FactList : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactList)

public:
    explicit FactList(QWidget *parent = nullptr);

    /// Adds a line, or changes the value of the line of that name; `details` is its tool tip, for
    /// values that are shortened.
    void setFact(const QString &label, const QString &value, const QString &details = {});
    /// Takes all lines away.
    void clear();

private:
    QGridLayout *m_grid;
    QHash<QString, QLabel *> m_values;
};

} // namespace litedeck
