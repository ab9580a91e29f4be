// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/JobWords.h"

#include <QCoreApplication>
#include <QList>

namespace litedeck {

struct RequestDetail;

/// What a server logged of a request beyond its cost, as a person reads it.
class RequestFacts
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::RequestFacts)

public:
    /// Those that are known.
    static QList<Fact> of(const RequestDetail &detail);
};

} // namespace litedeck
