// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace litedeck {

/// The pages of the window, in the order of the rail and of Ctrl+1 to Ctrl+4.
enum class Page : quint8 { Chats, Team, Jobs, Diagnostics };

inline constexpr std::array AllPages = {Page::Chats, Page::Team, Page::Jobs, Page::Diagnostics};

/// Its name in the settings, which stays.
QString pageName(Page page);
/// The page of that name; chats for an unknown one.
Page pageNamed(const QString &name);

} // namespace litedeck
