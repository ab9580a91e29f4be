// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileDialog>
#include <QList>
#include <QString>

#include <functional>

namespace litedeck {

/// One way to write an export. `content` is called on another thread and owns what it needs.
struct ExportFormat
{
    QString name;   ///< Such as "CSV table".
    QString suffix; ///< Such as "csv".
    std::function<QByteArray()> content;
};

/// Asks where an export goes and writes it there; when that fails, says why. For open().
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
