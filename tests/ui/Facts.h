// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

/// The value that a FactList shows beside a label, found as screen readers name it; empty when
/// there is none of that name.
inline QString factOf(const QWidget *facts, const QString &label)
{
    for (const QLabel *value : facts->findChildren<QLabel *>()) {
        if (value->accessibleName().startsWith(label + QStringLiteral(": ")))
            return value->text();
    }
    return {};
}
