// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Rng.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

QString Rng::uuid()
{
    QString text = hex(32);
    text[12] = u'4';
    text[16] = u"89ab"[between(0, 3)];
    for (const int place : {8, 13, 18, 23})
        text.insert(place, u'-');
    return text;
}

QString Rng::hex(int digits)
{
    QString text;
    for (int i = 0; i < digits; ++i)
        text += u"0123456789abcdef"[between(0, 15)];
    return text;
}

quint32 stableHash(const QByteArray &bytes, quint32 seed)
{
    quint32 hash = 2166136261U ^ seed;
    for (const char byte : bytes) {
        hash ^= quint8(byte);
        hash *= 16777619U;
    }
    return hash;
}

} // namespace litedeck::demo
