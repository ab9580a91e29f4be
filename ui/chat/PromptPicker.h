// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/PromptLibrary.h"

#include <QFrame>

class QListWidget;
class QPlainTextEdit;

namespace litedeck {

class SearchField;

/// A popup with the texts of the prompt library: typing filters, Enter takes the chosen one.
/// Deletes itself when it closes.
class PromptPicker : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromptPicker)

public:
    PromptPicker(const QList<SavedPrompt> &prompts, QWidget *parent);

    /// Opens above the widget, at its leading edge.
    void openAbove(const QWidget *anchor);

signals:
    void chosen(const QString &text);
    /// Escape was pressed; `filter` is what had been typed.
    void cancelled(const QString &filter);
    void editRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void choose();
    void step(int rows);

    const QList<SavedPrompt> m_prompts;
    QList<SavedPrompt> m_shown;
    SearchField *m_field;
    QListWidget *m_list;
};

/// Opens a picker above `anchor` that inserts into `edit`. What was typed to open it, such as a
/// slash, is inserted with what follows it when the user chooses nothing. `library` and `edit`
/// outlive it.
void offerPrompts(PromptLibrary &library, QPlainTextEdit *edit, const QWidget *anchor,
                  const QString &typed = {});

} // namespace litedeck
