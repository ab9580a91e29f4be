// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnostics/ExportDialog.h"

#include "diagnostics/FileWriter.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString filterOf(const ExportFormat &format)
{
    return u"%1 (*.%2)"_s.arg(format.name, format.suffix);
}

void tellProblem(const QString &path, const QString &problem, QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::Warning, ExportDialog::tr("Export"),
                                //: %1 is a file, %2 the system's words, such as "No space left".
                                ExportDialog::tr("%1 could not be written: %2")
                                    .arg(QDir::toNativeSeparators(path), problem),
                                QMessageBox::Close, parent);
    box->setObjectName(u"exportFailed"_s);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

ExportDialog::ExportDialog(const QString &title, const QString &baseName,
                           const QList<ExportFormat> &formats, QWidget *parent)
    : QFileDialog(parent, title)
    , m_formats(formats)
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptMode(AcceptSave);
    setFileMode(AnyFile);
    QStringList filters;
    for (const ExportFormat &format : formats)
        filters += filterOf(format);
    setNameFilters(filters);
    onFormatSelected(filters.constFirst());
    selectFile(baseName + u'.' + formats.constFirst().suffix);
    connect(this, &QFileDialog::filterSelected, this, &ExportDialog::onFormatSelected);
    connect(this, &QFileDialog::fileSelected, this, &ExportDialog::write);
}

void ExportDialog::onFormatSelected(const QString &filter)
{
    const auto found = std::find_if(m_formats.cbegin(), m_formats.cend(),
                                    [&](const auto &format) { return filterOf(format) == filter; });
    if (found != m_formats.cend())
        setDefaultSuffix(found->suffix);
}

void ExportDialog::write(const QString &path)
{
    // The name that the user gave says more than the filter below it.
    const QString suffix = QFileInfo(path).suffix();
    const auto named = std::find_if(m_formats.cbegin(), m_formats.cend(), [&](const auto &format) {
        return format.suffix.compare(suffix, Qt::CaseInsensitive) == 0;
    });
    const auto chosen = std::find_if(m_formats.cbegin(), m_formats.cend(), [&](const auto &format) {
        return filterOf(format) == selectedNameFilter();
    });
    const ExportFormat format = named != m_formats.cend()    ? *named
                                : chosen != m_formats.cend() ? *chosen
                                                             : m_formats.constFirst();
    QWidget *owner = parentWidget();
    writeFile(path, format.content, owner, [owner, path](const std::optional<QString> &problem) {
        if (problem)
            tellProblem(path, *problem, owner);
    });
}

} // namespace litedeck
