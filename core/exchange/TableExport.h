// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Redactor.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantList>

#include <atomic>
#include <functional>

namespace litedeck {

/// A table to be written as a file. A cell is a text, a whole number, a bool, a QDateTime, a
/// decimal number as QByteArray ("0.0042", so that no digit is lost), or invalid when the value is
/// not known.
struct ExportTable
{
    QStringList names; ///< Of the columns; stay the same over versions.
    qsizetype rows = 0;
    /// The cells of one row; owns what it needs, since it is called on another thread.
    std::function<QVariantList(qsizetype row)> cells;
};

/// How far a long export is, shared between the thread that writes and the one that shows.
struct ExportProgress
{
    std::atomic<qsizetype> done = 0;
    std::atomic_bool cancelled = false;
};

enum class TableFormat : quint8 {
    Csv,      ///< RFC 4180 with a line of names; texts that a spreadsheet would run are defused.
    Json,     ///< An array with one object a line; what is not known is null.
    Markdown, ///< A pipe table.
};

/// The table in UTF-8, without secrets; null once `progress` was cancelled.
QByteArray tableBytes(const ExportTable &table, TableFormat format, const Redactor &redactor,
                      ExportProgress &progress);

/// A text as a quoted field of RFC 4180. One that begins as a formula does gets an apostrophe in
/// front, by which spreadsheets know it for a text (OWASP, CSV injection).
QByteArray csvText(const QString &text);

} // namespace litedeck
