// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace litedeck::gallery {

/// Buttons, fields, badges, notices and readouts in all their states.
QWidget *createControlsPage();
/// A dense table in a card.
QWidget *createTablePage();
/// Two columns like a chat page: a list and an empty state.
QWidget *createListPage();
/// Every icon with its name, and the mark of the program at several sizes.
QWidget *createIconsPage();
/// A stand-in for the error panel.
QWidget *createErrorPanel();

} // namespace litedeck::gallery
