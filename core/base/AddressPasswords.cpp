// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Masking.h"
#include "core/base/SecretNames.h"
#include "core/base/Wording.h"

#include <algorithm>

namespace litedeck {

namespace {

bool isHost(QStringView rest)
{
    qsizetype end = 0;
    if (rest.startsWith(u'[')) {
        end = rest.indexOf(u']') + 1;
    } else {
        while (end < rest.size() &&
               (isAsciiAlnum(rest[end]) || QStringView(u".-_%").contains(rest[end]) ||
                rest[end].isLetter()))
            ++end;
    }
    if (end == 0)
        return false;
    if (end < rest.size() && rest[end] == u':')
        return end + 1 == rest.size() || isAsciiDigit(rest[end + 1]) || rest[end + 1] == u'/';
    return end == rest.size() || QStringView(u"/?#,.)").contains(rest[end]);
}

/// How long user and password are together, with their colon; 0 if `address` has no password.
qsizetype passwordPart(QStringView address)
{
    const qsizetype colon = address.indexOf(u':');
    if (colon < 0)
        return 0;
    const QStringView user = address.first(colon);
    if (std::any_of(user.begin(), user.end(),
                    [](QChar c) { return QStringView(u"/@?#[").contains(c); }))
        return 0;
    // The last @ before the path; one in the path only where a password has a slash.
    qsizetype path = colon + 1;
    while (path < address.size() && !QStringView(u"/?#").contains(address[path]))
        ++path;
    qsizetype at = address.first(path).lastIndexOf(u'@');
    const bool isInPath = at < 0;
    if (isInPath)
        at = address.indexOf(u'@', path);
    if (at < 0 || !isHost(address.sliced(at + 1)))
        return 0;
    const QStringView password = address.sliced(colon + 1, at - colon - 1);
    const QStringView port = isInPath ? address.sliced(colon + 1, path - colon - 1) : password;
    const bool isNumber = port.size() <= 5 && std::all_of(port.begin(), port.end(), isAsciiDigit);
    if (isNumber && (isInPath || user.contains(u'.') || user == u"localhost"))
        return 0;
    if (password.isEmpty() || password.contains(Masking::Blot) || standsForSecret(password) ||
        isVariable(user) || (password == u"pass" && user.startsWith(u"user")))
        return 0;
    return at;
}

} // namespace

void maskAddressPasswords(Masking &masking)
{
    qsizetype at = 0;
    while ((at = masking.text().indexOf(u"://", at)) >= 0) {
        at += 3;
        constexpr qsizetype Longest = 200;
        qsizetype end = at;
        while (end < std::min(masking.text().size(), at + Longest) &&
               !masking.text()[end].isSpace() &&
               !QStringView(u"\"'`<>\\").contains(masking.text()[end]))
            ++end;
        const qsizetype length = passwordPart(masking.text().sliced(at, end - at));
        if (length == 0)
            continue;
        masking.mask(at, at + length);
        at += length;
    }
}

} // namespace litedeck
