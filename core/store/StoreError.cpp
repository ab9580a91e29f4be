// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreError.h"

#include <QSqlError>

namespace litedeck {

namespace {

StoreErrorKind kindOf(int extendedCode)
{
    // The primary result code is the low byte of the extended one.
    switch (extendedCode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return StoreErrorKind::Locked;
    case 8: // SQLITE_READONLY
        return StoreErrorKind::ReadOnly;
    case 9: // SQLITE_INTERRUPT
        return StoreErrorKind::Interrupted;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return StoreErrorKind::Damaged;
    case 13: // SQLITE_FULL
        return StoreErrorKind::Full;
    default:
        return StoreErrorKind::Other;
    }
}

} // namespace

StoreError storeErrorFrom(const QSqlError &error, const QString &path)
{
    return {kindOf(error.nativeErrorCode().toInt()), error.text(), path, {}};
}

} // namespace litedeck
