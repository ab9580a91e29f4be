// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/PromptPicker.h"

#include "ui/chat/PromptLibraryDialog.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/ToolTipText.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr QSize PopupSize(340, 300);
} // namespace

PromptPicker::PromptPicker(const QList<SavedPrompt> &prompts, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_prompts(prompts)
    , m_field(new SearchField)
    , m_list(new QListWidget)
{
    setObjectName(u"promptPicker"_s);
    setAccessibleName(tr("Prompts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_field->setObjectName(u"promptFilter"_s);
    m_field->setAccessibleName(tr("Find a prompt"));
    m_field->setPlaceholderText(tr("Find a prompt"));
    m_field->installEventFilter(this);
    m_list->setObjectName(u"prompts"_s);
    m_list->setAccessibleName(tr("Prompts"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *edit = new QPushButton(icon(u"edit"_s), tr("Edit prompts…"));
    edit->setObjectName(u"editPrompts"_s);
    edit->setAccessibleName(tr("Edit prompts"));
    edit->setFlat(true);

    columnOf(this, Spacing::S, {m_field, {m_list, 1}, edit},
             {Spacing::S, Spacing::S, Spacing::S, Spacing::S});
    connect(m_field, &QLineEdit::textChanged, this, &PromptPicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, &PromptPicker::choose);
    connect(edit, &QPushButton::clicked, this, [this] {
        close();
        emit editRequested();
    });
    resize(PopupSize);
    filter();
}

void PromptPicker::openAbove(const QWidget *anchor)
{
    const bool isRightToLeft = anchor->layoutDirection() == Qt::RightToLeft;
    const int left = isRightToLeft ? anchor->width() - width() : 0;
    move(anchor->mapToGlobal(QPoint(left, -height() - Spacing::XS)));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PromptPicker::filter()
{
    m_shown.clear();
    m_list->clear();
    const QString wanted = m_field->text().trimmed();
    for (const SavedPrompt &prompt : m_prompts) {
        if (!prompt.name.contains(wanted, Qt::CaseInsensitive) &&
            !prompt.text.contains(wanted, Qt::CaseInsensitive))
            continue;
        m_shown.append(prompt);
        auto *item = new QListWidgetItem(prompt.name, m_list);
        item->setToolTip(plainToolTip(prompt.text));
    }
    m_list->setCurrentRow(0);
}

void PromptPicker::choose()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const QString text = m_shown.at(row).text;
    close();
    emit chosen(text);
}

void PromptPicker::step(int rows)
{
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + rows, 0, m_list->count() - 1));
}

bool PromptPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape: {
        const QString typed = m_field->text();
        close();
        emit cancelled(typed);
        return true;
    }
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void offerPrompts(PromptLibrary &library, QPlainTextEdit *edit, const QWidget *anchor,
                  const QString &typed)
{
    auto *picker = new PromptPicker(library.prompts(), edit);
    QObject::connect(picker, &PromptPicker::chosen, edit, &QPlainTextEdit::insertPlainText);
    QObject::connect(picker, &PromptPicker::cancelled, edit, [edit, typed](const QString &filter) {
        if (!typed.isEmpty())
            edit->insertPlainText(typed + filter);
    });
    QObject::connect(picker, &PromptPicker::editRequested, edit, [&library, edit] {
        auto *dialog = new PromptLibraryDialog(library, edit->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    picker->openAbove(anchor);
}

} // namespace litedeck
