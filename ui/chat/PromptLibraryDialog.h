// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/PromptLibrary.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace litedeck {

class FormField;
class TextField;

/// Adds, changes and deletes texts of the prompt library; nothing is kept unless it is saved.
class PromptLibraryDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromptLibraryDialog)

public:
    /// `library` outlives the dialog.
    PromptLibraryDialog(PromptLibrary &library, QWidget *parent = nullptr);

    void accept() override;

private:
    void build();
    void add();
    void remove();
    void showPrompt(int row);
    void onEdited();
    static QString labelOf(const SavedPrompt &prompt);

    PromptLibrary &m_library;
    QList<SavedPrompt> m_prompts; ///< As they are listed.
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    FormField *m_name;
    TextField *m_text;
};

} // namespace litedeck
