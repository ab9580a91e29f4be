// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/FindBar.h"

#include "ui/chat/transcript/TranscriptView.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"

#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace litedeck {

FindBar::FindBar(TranscriptView &transcript, QWidget *parent)
    : QFrame(parent)
    , m_transcript(transcript)
    , m_field(new SearchField)
    , m_count(new QLabel)
    , m_previous(new IconButton(u"chevron-up"_s, tr("Previous match")))
    , m_next(new IconButton(u"chevron-down"_s, tr("Next match")))
{
    setObjectName(u"findBar"_s);
    m_field->setObjectName(u"findInConversation"_s);
    m_field->setAccessibleName(tr("Find in conversation"));
    m_field->setPlaceholderText(tr("Find in conversation"));
    m_field->setMaximumWidth(420);
    m_field->installEventFilter(this);
    m_transcript.installEventFilter(this);
    m_count->setObjectName(u"findCount"_s);
    m_count->setFont(Fonts::small());
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(u"00,000 / 00,000"_s));
    m_previous->setObjectName(u"findPrevious"_s);
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_next->setObjectName(u"findNext"_s);
    m_next->setToolTip(tr("Next match (F3)"));
    auto *close = new IconButton(u"close"_s, tr("Close search"));
    close->setObjectName(u"findClose"_s);

    rowOf(this, Spacing::XS,
          {{m_field, 1}, Gap{Spacing::S}, m_count, m_previous, m_next, Stretch{0}, close},
          {Spacing::L, Spacing::S, Spacing::S, 0});
    hide();

    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_previous, &IconButton::clicked, this, [this] { step(-1); });
    connect(m_next, &IconButton::clicked, this, [this] { step(1); });
    connect(close, &IconButton::clicked, this, &FindBar::close);
    connect(&m_transcript, &TranscriptView::findChanged, this, &FindBar::onFindChanged);
    onFindChanged(0, 0, true);
    addKeys(parent);
}

void FindBar::addKeys(QWidget *parent)
{
    connect(new QShortcut(QKeySequence::Find, parent), &QShortcut::activated, this, &FindBar::open);
    connect(new QShortcut(QKeySequence::FindNext, parent), &QShortcut::activated, this,
            [this] { step(1); });
    connect(new QShortcut(QKeySequence::FindPrevious, parent), &QShortcut::activated, this,
            [this] { step(-1); });
}

void FindBar::open()
{
    const QString selected = m_transcript.selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_field->setText(selected);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!isVisible()) {
        show();
        search();
    }
}

void FindBar::close()
{
    if (!isVisible())
        return;
    hide();
    m_transcript.find({});
    m_transcript.setFocus(Qt::OtherFocusReason);
}

void FindBar::search()
{
    if (isVisible())
        m_transcript.find(m_field->text());
}

void FindBar::step(int direction)
{
    if (!isVisible())
        open();
    else
        m_transcript.findNext(direction);
}

void FindBar::onFindChanged(int current, int count, bool complete)
{
    const bool searches = !m_field->text().isEmpty();
    QString text;
    if (searches && count == 0 && complete)
        text = tr("Not found");
    else if (searches && count > 0)
        //: Which match of how many is shown: "3 / 120".
        text = tr("%1 / %2").arg(formatCount(current), formatCount(count));
    if (searches && !complete)
        text += u"…"_s;
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (text == m_count->text())
        return;
    m_count->setText(text);
    m_count->setAccessibleName(
        count == 0 ? text
                   //: What a screen reader says of "3 / 120".
                   : tr("Match %1 of %2").arg(formatCount(current), formatCount(count)));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape && isVisible())
        close();
    else if (isReturn && watched == m_field)
        step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

} // namespace litedeck
