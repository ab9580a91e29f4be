// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QAbstractButton;
class QWidget;

namespace litedeck {

/// How much a button stands out: at most one Primary in a group, Danger for what cannot be undone.
enum class ButtonRole : quint8 { Plain, Primary, Danger };

/// Gives a push or tool button the look of a role; its icon takes the colour of the text.
void setButtonRole(QAbstractButton *button, ButtonRole role);

/// The role set before, else Plain.
ButtonRole buttonRole(const QWidget *button);

/// Height of buttons and fields in device-independent pixels.
inline constexpr int ControlHeight = 32;

} // namespace litedeck
