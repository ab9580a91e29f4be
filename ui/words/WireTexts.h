// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// The words for what went wrong between this machine and the model: whose line it was decides what
/// can be done.
class WireTexts
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::WireTexts)

public:
    /// What a page that stood in the gateway's place means; empty for any other error.
    static QString titleOfPage(const Error &error);
    static QString connectionTitle(const Error &error);
    static QString connectionAdvice(const Error &error);
    static QString timeoutAdvice(const Error &error);
    static QString interruptionAdvice(const Error &error);
};

} // namespace litedeck
