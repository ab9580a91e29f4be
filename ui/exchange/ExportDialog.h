// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/TableExport.h"

#include <QByteArray>
#include <QFileDialog>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

class QCheckBox;

namespace litedeck {

/// The bytes of a file, and how many secrets were taken out of it.
struct ExportContent
{
    QByteArray bytes;
    qsizetype secrets = 0;
};

/// One way to write an export. `content` is called on another thread and owns what it needs.
struct ExportFormat
{
    QString name;   ///< Such as "CSV table".
    QString suffix; ///< Such as "csv".
    std::function<QByteArray()> content;
    /// Of a content that may take long; null for others.
    std::shared_ptr<ExportProgress> progress;
    qsizetype steps = 0; ///< What ExportProgress::done ends with.
    /// The same without keys and passwords, for others; null where `content` never has any.
    std::function<ExportContent()> contentForOthers = {};
    bool isForOthers = true; ///< Whether that one is suggested.
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

    /// Called when a file for others was written, with how many secrets were taken out of it. The
    /// dialog may be gone by then; the parent is not.
    void onWrittenForOthers(const std::function<void(qsizetype secrets)> &tell) { m_tell = tell; }

private:
    void onFormatSelected(const QString &filter);
    void addChoice();
    void suggestChoice();
    const ExportFormat &formatFor(const QString &path) const;
    void write(const QString &path);

    QList<ExportFormat> m_formats;
    QCheckBox *m_forOthers = nullptr;
    bool m_isChosen = false; ///< By the user, who knows better than the format.
    std::function<void(qsizetype)> m_tell;
};

} // namespace litedeck
