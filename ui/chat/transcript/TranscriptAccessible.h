// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAccessibleInterface;
class QObject;

namespace litedeck {

/// Tells assistive technology of a transcript: a list of messages, whose children are the cost
/// line and the actions. A factory for QAccessible::installFactory; null for any other object.
QAccessibleInterface *makeTranscriptAccessible(const QString &className, QObject *object);

} // namespace litedeck
