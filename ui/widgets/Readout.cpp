// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Readout.h"

#include "ui/widgets/Fonts.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"

namespace litedeck {

Readout::Readout(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_label(label)
    , m_value(new QLabel(this))
    , m_note(new MutedLabel({}, this))
{
    auto *caption = new MutedLabel(label, this);
    caption->setFont(Fonts::small());
    m_value->setFont(Fonts::title());
    m_value->setTextFormat(Qt::PlainText);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setFont(Fonts::small());
    m_note->hide();

    columnOf(this, 2, {caption, m_value, m_note, Stretch{}});
    setAccessibleName(label);
}

void Readout::setValue(const QString &value, const QString &note)
{
    m_value->setText(value);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    //: Read aloud by screen readers: %1 is a label such as "Credits", %2 its value.
    setAccessibleName(tr("%1: %2").arg(m_label, value));
    setAccessibleDescription(note);
}

} // namespace litedeck
