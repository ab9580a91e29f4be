// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/PromptLibraryDialog.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/FormField.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/TextField.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr QSize FirstSize(680, 460);
constexpr int ListWidth = 210;
constexpr int TextLines = 8;
} // namespace

PromptLibraryDialog::PromptLibraryDialog(PromptLibrary &library, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_prompts(library.prompts())
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_remove(new QPushButton(icon(u"trash"_s), tr("Delete"), this))
    , m_name(new FormField(tr("Name"), u"promptName"_s, this))
    , m_text(new TextField(tr("Text"), u"promptText"_s, TextLines, this))
{
    setObjectName(u"promptLibrary"_s);
    setWindowTitle(tr("Prompt library"));
    m_list->setObjectName(u"savedPrompts"_s);
    m_list->setAccessibleName(tr("Prompts"));
    m_add->setObjectName(u"addPrompt"_s);
    m_add->setAccessibleName(tr("Add a prompt"));
    m_remove->setObjectName(u"deletePrompt"_s);
    m_remove->setAccessibleName(tr("Delete the prompt"));
    build();
    for (const SavedPrompt &prompt : m_prompts)
        m_list->addItem(labelOf(prompt));
    connect(m_list, &QListWidget::currentRowChanged, this, &PromptLibraryDialog::showPrompt);
    connect(m_add, &QPushButton::clicked, this, &PromptLibraryDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &PromptLibraryDialog::remove);
    connect(m_name->edit(), &QLineEdit::textEdited, this, &PromptLibraryDialog::onEdited);
    connect(m_text->edit(), &QPlainTextEdit::textChanged, this, &PromptLibraryDialog::onEdited);
    if (m_prompts.isEmpty())
        add();
    else
        m_list->setCurrentRow(0);
}

void PromptLibraryDialog::build()
{
    auto *title = new QLabel(tr("Prompt library"), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Fonts::title());
    auto *words = new MutedLabel(
        tr("Texts to write again with a few keys: type / at the beginning of a message."), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"promptsCancel"_s);
    cancel->setAccessibleName(tr("Cancel"));
    auto *save = new QPushButton(tr("Save"), this);
    save->setObjectName(u"promptsSave"_s);
    save->setAccessibleName(tr("Save"));
    setButtonRole(save, ButtonRole::Primary);
    for (QPushButton *button : {m_add, m_remove, cancel, save})
        button->setAutoDefault(false);
    save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);

    auto *changes = rowOf(nullptr, Spacing::S, {m_add, m_remove, Stretch{}});
    auto *buttons = rowOf(nullptr, Spacing::S, {Stretch{}, cancel, save});
    auto *fields = columnOf(nullptr, Spacing::M, {m_name, {m_text, 1}});
    m_list->setFixedWidth(ListWidth);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Spacing::XL, Spacing::XL, Spacing::XL, Spacing::L);
    grid->setHorizontalSpacing(Spacing::L);
    grid->setVerticalSpacing(Spacing::M);
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(words, 1, 0, 1, 2);
    grid->addWidget(m_list, 2, 0);
    grid->addLayout(fields, 2, 1);
    grid->addLayout(changes, 3, 0);
    grid->addLayout(buttons, 3, 1);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(1, 1);
    resize(FirstSize);
}

QString PromptLibraryDialog::labelOf(const SavedPrompt &prompt)
{
    return prompt.name.isEmpty() ? tr("Without a name") : prompt.name;
}

void PromptLibraryDialog::add()
{
    m_prompts.append(SavedPrompt());
    m_list->addItem(labelOf(m_prompts.constLast()));
    m_list->setCurrentRow(m_list->count() - 1);
    m_name->edit()->setFocus();
}

void PromptLibraryDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_prompts.removeAt(row);
    delete m_list->takeItem(row);
    showPrompt(m_list->currentRow());
}

void PromptLibraryDialog::showPrompt(int row)
{
    const SavedPrompt prompt = m_prompts.value(row);
    const QSignalBlocker quiet(m_text->edit());
    m_name->edit()->setText(prompt.name);
    m_text->edit()->setPlainText(prompt.text);
    m_name->setProblem({});
    m_text->setProblem({});
    for (QWidget *widget : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_text),
                            static_cast<QWidget *>(m_remove)})
        widget->setEnabled(row >= 0);
}

void PromptLibraryDialog::onEdited()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_prompts[row] = {m_name->text(), m_text->edit()->toPlainText()};
    m_list->item(row)->setText(labelOf(m_prompts.at(row)));
    m_name->setProblem({});
    m_text->setProblem({});
}

void PromptLibraryDialog::accept()
{
    // One that nothing was written into was only looked at.
    const auto isBlank = [](const SavedPrompt &prompt) {
        return prompt.name.isEmpty() && prompt.text.trimmed().isEmpty();
    };
    const auto isHalf = [&isBlank](const SavedPrompt &prompt) {
        return !isBlank(prompt) && (prompt.name.isEmpty() || prompt.text.trimmed().isEmpty());
    };
    const auto half = std::find_if(m_prompts.cbegin(), m_prompts.cend(), isHalf);
    if (half == m_prompts.cend()) {
        m_prompts.removeIf(isBlank);
        m_library.setPrompts(m_prompts);
        QDialog::accept();
        return;
    }
    m_list->setCurrentRow(static_cast<int>(half - m_prompts.cbegin()));
    if (half->name.isEmpty()) {
        m_name->setProblem(tr("Give the prompt a name."));
        m_name->edit()->setFocus();
    } else {
        m_text->setProblem(tr("Write the prompt's text."));
        m_text->edit()->setFocus();
    }
}

} // namespace litedeck
