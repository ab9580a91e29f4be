// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace litedeck {

class FieldNotes;

/// A label, a line to type in, and below it a hint or what is wrong with the input.
class FormField : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)

public:
    /// `objectName` is the line edit's; `label` is also its accessible name.
    FormField(const QString &label, const QString &objectName, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    QString text() const;
    /// Puts a control at the trailing end of the line.
    void addControl(QWidget *control);

    void setHint(const QString &hint);
    /// Shown instead of the hint, and told to screen readers with the line; empty for none.
    void setProblem(const QString &problem);
    QString problem() const;

private:
    QLineEdit *m_edit;
    QHBoxLayout *m_line;
    FieldNotes *m_notes;
};

} // namespace litedeck
