// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPlainTextEdit;

namespace litedeck {

class FieldNotes;

/// A label, a few lines to type in, and below them a hint or what is wrong with the input.
class TextField : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextField)

public:
    /// `objectName` is the edit's; `label` is also its accessible name. Shows at least `lines`.
    TextField(const QString &label, const QString &objectName, int lines,
              QWidget *parent = nullptr);

    QPlainTextEdit *edit() const { return m_edit; }
    /// Puts a control beside the label.
    void addControl(QWidget *control);

    void setHint(const QString &hint);
    /// Shown instead of the hint, and told to screen readers with the text; empty for none.
    void setProblem(const QString &problem);
    QString problem() const;

private:
    QPlainTextEdit *m_edit;
    QHBoxLayout *m_head;
    FieldNotes *m_notes;
};

} // namespace litedeck
