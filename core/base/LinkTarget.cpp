// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LinkTarget.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Browsers and QUrl read these each in their own way.
bool isTricky(const QString &link)
{
    return std::any_of(link.cbegin(), link.cend(), [](QChar c) {
        return c == u'\\' || c.category() == QChar::Other_Control ||
               c.category() == QChar::Other_Format;
    });
}

Expected<LinkTarget, LinkRefusal> judgeWeb(const QUrl &url)
{
    LinkTarget target{.url = url, .host = url.host(QUrl::FullyEncoded), .user = url.userInfo()};
    if (target.host.isEmpty())
        return Unexpected{LinkRefusal::Broken};
    const QString written = QUrl::fromAce(target.host.toLatin1(), QUrl::IgnoreIDNWhitelist);
    if (written != target.host)
        target.lookalike = written;
    return target;
}

Expected<LinkTarget, LinkRefusal> judgeMail(QUrl url)
{
    if (!url.path().contains(u'@') || !url.host().isEmpty())
        return Unexpected{LinkRefusal::Broken};
    // Others make some mail programs attach files.
    const QStringList kept{u"subject"_s, u"body"_s, u"cc"_s};
    auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    items.removeIf([&kept](const auto &item) { return !kept.contains(item.first.toLower()); });
    QUrlQuery query;
    query.setQueryItems(items);
    url.setQuery(query);
    return LinkTarget{.url = url};
}

} // namespace

Expected<LinkTarget, LinkRefusal> judgeLink(const QString &link)
{
    const QUrl url(link.trimmed(), QUrl::TolerantMode);
    if (link.trimmed().isEmpty() || !url.isValid() || isTricky(link))
        return Unexpected{LinkRefusal::Broken};
    if (url.isRelative())
        return Unexpected{LinkRefusal::Relative};
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        return judgeWeb(url);
    if (url.scheme() == "mailto"_L1)
        return judgeMail(url);
    return Unexpected{LinkRefusal::Scheme};
}

} // namespace litedeck
