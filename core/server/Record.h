// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/StoredName.h"
#include "core/server/Charge.h"
#include "core/server/OpenCall.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

enum class RecordStatus : quint8 { Pending, InProgress, Completed, Failed, Cancelled, Unknown };

/// Neither finished nor failed nor cancelled.
constexpr bool isOpen(RecordStatus status)
{
    return status == RecordStatus::Pending || status == RecordStatus::InProgress;
}

template <>
struct StoredNames<RecordStatus>
{
    static constexpr auto Otherwise = RecordStatus::Unknown;
    static constexpr StoredName<RecordStatus> All[] = {
        {RecordStatus::Pending, "PENDING"},     {RecordStatus::InProgress, "IN_PROGRESS"},
        {RecordStatus::Completed, "COMPLETED"}, {RecordStatus::Failed, "FAILED"},
        {RecordStatus::Cancelled, "CANCELLED"}, {RecordStatus::Unknown, ""},
    };
};

/// Whether the server took something for what ran.
enum class Charging : quint8 {
    None, ///< There was nothing to take, or there is not yet.
    Charged,
    Uncharged, ///< It ran, and should have been charged, but was not.
};

/// What ran on a server: a job, or a call that the server has logged.
struct Record
{
    JobId id;
    QString group; ///< What it belongs to: the type of a job, the session or the model of a call.
    QString userId;
    RecordStatus status = RecordStatus::Unknown;
    QDateTime createdAt;
    std::optional<QDateTime> startedAt;
    std::optional<QDateTime> completedAt;
    QStringList models; ///< Those that are known to have been called.
    QString errorMessage;
    Charging charging = Charging::None;
    Charge charge;        ///< As far as the list of records tells it.
    QJsonObject metadata; ///< Whatever else is kept with it.
    OpenCall call;        ///< That made it; without a key when it is none of Litedeck's.

    bool isOpen() const { return litedeck::isOpen(status); }
    bool isCharged() const { return charging == Charging::Charged; }

    friend bool operator==(const Record &, const Record &) = default;
};

/// Some of the records of a server, the newest first.
struct RecordPage
{
    QList<Record> records;
    /// Where the next page begins, in the server's own terms; empty when there is none.
    QString next;

    friend bool operator==(const RecordPage &, const RecordPage &) = default;
};

/// The answer to creating a job.
struct CreatedJob
{
    JobId id;
    RecordStatus status = RecordStatus::Unknown;
    QDateTime createdAt;

    friend bool operator==(const CreatedJob &, const CreatedJob &) = default;
};

} // namespace litedeck
