// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/FailureGroups.h"

#include <QRegularExpression>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxRead = 2000;

bool areAlike(const Record &one, const Record &other, Likeness likeness)
{
    switch (likeness) {
    case Likeness::Type:
        return one.group == other.group;
    case Likeness::Model:
        return one.models == other.models;
    }
    Q_UNREACHABLE();
}

} // namespace

QString failureCause(const QString &errorText)
{
    // An HTTP status belongs to the cause; any other word with a digit in it (a number, an id, hex,
    // the version of a model) and every address is a detail of one job.
    static const QRegularExpression details(
        uR"(https?://\S+|(?<![\w.-])([45]\d\d)(?=:| -| [A-Z])|(?<![\w.-])[\w.-]*\d(?:[\w.-]|,(?=\d))*)"_s);
    static const QRegularExpression quotes(uR"(["'`\\]+)"_s);
    const QString text = errorText.left(MaxRead);
    QString cause;
    qsizetype end = 0;
    for (auto it = details.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        cause += QStringView(text).sliced(end, match.capturedStart() - end);
        cause += match.hasCaptured(1) ? match.captured(1) : u"#"_s;
        end = match.capturedEnd();
    }
    cause += QStringView(text).sliced(end);
    cause = cause.remove(quotes).simplified().toCaseFolded();
    return cause.isEmpty() ? u"-"_s : cause;
}

FailureGroup failureGroup(const JobRows &rows, const QString &cause)
{
    FailureGroup group;
    for (const JobRow *row : rows) {
        if (row->cause != cause)
            continue;
        ++group.jobs;
        if (!group.first.isValid() || row->job.createdAt < group.first)
            group.first = row->job.createdAt;
        if (!group.last.isValid() || row->job.createdAt > group.last)
            group.last = row->job.createdAt;
    }
    return group;
}

const JobRow *lastThatWorked(const JobRows &rows, const Record &failed, Likeness likeness)
{
    const JobRow *before = nullptr;
    const JobRow *after = nullptr;
    for (const JobRow *row : rows) {
        if (row->job.status != RecordStatus::Completed || !areAlike(row->job, failed, likeness))
            continue;
        const JobRow *&best = row->job.createdAt <= failed.createdAt ? before : after;
        if (best == nullptr || row->createdMs > best->createdMs)
            best = row;
    }
    return before != nullptr ? before : after;
}

FailureRelatives relativesOf(const JobRows &rows, const JobRow &failed, Likeness likeness)
{
    const JobRow *worked = lastThatWorked(rows, failed.job, likeness);
    return {failureGroup(rows, failed.cause), worked != nullptr ? worked->job.id : JobId()};
}

} // namespace litedeck
