// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBoxLayout>
#include <QMargins>

#include <initializer_list>

class QScrollArea;

namespace litedeck {

/// Gives a widget the object name that it is found by.
template <typename Widget>
Widget *named(const QString &name, Widget *widget)
{
    widget->setObjectName(name);
    return widget;
}

/// What pushes the parts of a layout apart, as far as there is room.
struct Stretch
{
    int share = 1;
};

/// A fixed distance in device-independent pixels, beside that between all parts.
struct Gap
{
    int pixels;
};

/// What stands in a row or a column; `share` is of the room that is left.
class LayoutPart
{
public:
    LayoutPart(QWidget *widget, int share = 0, Qt::Alignment alignment = {});
    LayoutPart(QLayout *layout, int share = 0);
    LayoutPart(Stretch stretch);
    LayoutPart(Gap gap);

    /// Appends it.
    void addTo(QBoxLayout &layout) const;

private:
    QWidget *m_widget = nullptr;
    QLayout *m_layout = nullptr;
    int m_number = 0; ///< Its share, or the pixels of a gap.
    bool m_isGap = false;
    Qt::Alignment m_alignment;
};

/// Puts a sheet into an area, as wide as that and on the ground below both; it scrolls up and down.
void showSheet(QScrollArea *area, QWidget *sheet);

/// Appends these parts.
void addParts(QBoxLayout *layout, std::initializer_list<LayoutPart> parts);

/// Parts side by side; without an owner, to be put into another layout. A `spacing` of -1 is the
/// style's.
QHBoxLayout *rowOf(QWidget *owner, int spacing, std::initializer_list<LayoutPart> parts,
                   const QMargins &margins = {});

/// The same, one below the other.
QVBoxLayout *columnOf(QWidget *owner, int spacing, std::initializer_list<LayoutPart> parts,
                      const QMargins &margins = {});

} // namespace litedeck
