// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/Record.h"

#include "core/base/StoredName.h"

namespace litedeck {

using namespace Qt::StringLiterals;

QLatin1StringView storedName(RecordStatus status)
{
    switch (status) {
    case RecordStatus::Pending:
        return "PENDING"_L1;
    case RecordStatus::InProgress:
        return "IN_PROGRESS"_L1;
    case RecordStatus::Completed:
        return "COMPLETED"_L1;
    case RecordStatus::Failed:
        return "FAILED"_L1;
    case RecordStatus::Cancelled:
        return "CANCELLED"_L1;
    case RecordStatus::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

RecordStatus recordStatusFrom(QStringView name)
{
    return valueNamed(name, RecordStatus::Cancelled, RecordStatus::Unknown);
}

} // namespace litedeck
