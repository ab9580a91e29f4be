// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace litedeck {

class MutedLabel;

/// What stands below a control of a form: a hint, or what is wrong with the input. Screen readers
/// read it with the control.
class FieldNotes : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldNotes)

public:
    /// `control` has its object name already, from which those of the notes are made.
    explicit FieldNotes(QWidget *control, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Shown instead of the hint; empty for none.
    void setProblem(const QString &problem);
    QString problem() const { return m_problem; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();

    QWidget *m_control;
    MutedLabel *m_hintLabel;
    QLabel *m_problemLabel;
    QString m_hint;
    QString m_problem;
};

} // namespace litedeck
