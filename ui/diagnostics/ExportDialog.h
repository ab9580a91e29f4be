// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnostics/TableExport.h"

#include <QByteArray>
#include <QFileDialog>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace litedeck {

/// One way to write an export. `content` is called on another thread and owns what it needs.
struct ExportFormat
{
    QString name;   ///< Such as "CSV table".
    QString suffix; ///< Such as "csv".
    std::function<QByteArray()> content;
    /// Of a content that may take long; null for others.
    std::shared_ptr<ExportProgress> progress;
    qsizetype steps = 0; ///< What ExportProgress::done ends with.
};

/// A table as CSV, JSON or Markdown, without secrets.
QList<ExportFormat> tableFormats(const ExportTable &table, const Redactor &redactor);

/// Asks where an export goes and writes it there; says how far a long one is and lets the user stop
/// it; when it fails, says why. For open().
class ExportDialog : public QFileDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    /// `baseName` is the suggested name without its suffix; the first format is suggested.
    ExportDialog(const QString &title, const QString &baseName, const QList<ExportFormat> &formats,
                 QWidget *parent);

private:
    void onFormatSelected(const QString &filter);
    void write(const QString &path);

    QList<ExportFormat> m_formats;
};

} // namespace litedeck
