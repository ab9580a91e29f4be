// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/server/OpenCall.h"

#include <QString>

namespace litedeck {

struct CompletedJob;
struct CreatedJob;
template <typename T>
class Reply;

/// What only a server can do that books calls on jobs.
class JobClosing
{
public:
    virtual ~JobClosing() = default;

    /// Opens a job for several calls; twice makes two of them.
    virtual Reply<CreatedJob> *open(const OpenCall &call) const = 0;
    /// Ends a job and charges it when it succeeded, which is when `failure` is empty. A job that is
    /// completed again and again is charged again, so it is looked at first; see JobCompletion.
    virtual Reply<CompletedJob> *complete(const JobId &id, const QString &failure) const = 0;
};

} // namespace litedeck
