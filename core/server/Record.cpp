// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/Record.h"

namespace litedeck {

using namespace Qt::StringLiterals;

QString nameOf(RecordStatus status)
{
    switch (status) {
    case RecordStatus::Pending:
        return u"PENDING"_s;
    case RecordStatus::InProgress:
        return u"IN_PROGRESS"_s;
    case RecordStatus::Completed:
        return u"COMPLETED"_s;
    case RecordStatus::Failed:
        return u"FAILED"_s;
    case RecordStatus::Cancelled:
        return u"CANCELLED"_s;
    case RecordStatus::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

RecordStatus recordStatusFrom(const QString &name)
{
    for (const RecordStatus status :
         {RecordStatus::Pending, RecordStatus::InProgress, RecordStatus::Completed,
          RecordStatus::Failed, RecordStatus::Cancelled}) {
        if (nameOf(status) == name)
            return status;
    }
    return RecordStatus::Unknown;
}

} // namespace litedeck
