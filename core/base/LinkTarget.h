// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"

#include <QString>
#include <QUrl>

namespace litedeck {

/// Why a link of a reply is not opened.
enum class LinkRefusal : quint8 {
    Broken,   ///< Nothing that an address can be made of.
    Relative, ///< It leads from a page that is not there.
    Scheme    ///< Neither a web page nor a mail address.
};

/// Where a link leads, as it goes on the wire.
struct LinkTarget
{
    QUrl url;
    QString host;      ///< In punycode; empty for mail.
    QString lookalike; ///< What the host looks like written out, when that is something else.
    QString user;      ///< What to sign in with, which stands where a host is expected.

    /// What will be asked for, letter by letter.
    QString text() const { return QString::fromLatin1(url.toEncoded()); }
    /// Whether it may seem to lead elsewhere than it does.
    bool isDeceptive() const { return !lookalike.isEmpty() || !user.isEmpty(); }

    friend bool operator==(const LinkTarget &, const LinkTarget &) = default;
};

/// Judges the target of a link that a model wrote: only http, https and mailto are opened. Of mail,
/// what else than a draft's text and receivers is asked for is left out.
Expected<LinkTarget, LinkRefusal> judgeLink(const QString &link);

} // namespace litedeck
