// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace litedeck {

class MutedLabel;

/// A small label over a large value, such as "Cost this month" over "$12.40". The accessible name
/// is "label: value", and the value can be selected and copied.
class Readout : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Readout)

public:
    explicit Readout(const QString &label, QWidget *parent = nullptr);

    /// `note` stands small below the value, such as where the number comes from.
    void setValue(const QString &value, const QString &note = {});

private:
    QString m_label;
    QLabel *m_value;
    MutedLabel *m_note;
};

} // namespace litedeck
