// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Page.h"

using namespace Qt::StringLiterals;

namespace litedeck {

QString pageName(Page page)
{
    switch (page) {
    case Page::Chats:
        return u"chats"_s;
    case Page::Team:
        return u"team"_s;
    case Page::Jobs:
        return u"jobs"_s;
    case Page::Diagnostics:
        return u"diagnostics"_s;
    }
    Q_UNREACHABLE();
}

Page pageNamed(const QString &name)
{
    // Until 0.1.0 its place in the rail was kept; those four places stay what they were.
    static constexpr std::array Numbered = {Page::Chats, Page::Team, Page::Jobs, Page::Diagnostics};
    bool isNumber = false;
    const uint number = name.toUInt(&isNumber);
    if (isNumber && number < Numbered.size())
        return Numbered.at(number);
    for (const Page page : AllPages) {
        if (pageName(page) == name)
            return page;
    }
    return Page::Chats;
}

} // namespace litedeck
