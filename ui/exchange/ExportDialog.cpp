// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ExportDialog.h"

#include "core/exchange/FileWriter.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QProgressDialog>

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

/// Shows up when an export takes long, and stops it.
class LongExport final : public QProgressDialog
{
    Q_DISABLE_COPY_MOVE(LongExport)

public:
    LongExport(const ExportFormat &format, QWidget *parent)
        : QProgressDialog(ExportDialog::tr("Writing the file…"), ExportDialog::tr("Stop"), 0,
                          int(format.steps), parent)
        , m_progress(format.progress)
    {
        setObjectName(u"exportProgress"_s);
        setWindowTitle(ExportDialog::tr("Export"));
        setMinimumDuration(600);
        setValue(0);
        startTimer(100);
        connect(this, &QProgressDialog::canceled, this,
                [progress = m_progress] { progress->cancelled = true; });
    }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        QProgressDialog::timerEvent(event);
        // The last step is the end of the file, which the writer tells.
        setValue(int(std::min(m_progress->done.load(), qsizetype(maximum()) - 1)));
    }

private:
    std::shared_ptr<ExportProgress> m_progress;
};

} // namespace

QList<ExportFormat> tableFormats(const ExportTable &table, const Redactor &redactor)
{
    const auto format = [&](const QString &name, const QString &suffix, TableFormat kind) {
        const auto progress = std::make_shared<ExportProgress>();
        return ExportFormat{name, suffix,
                            [table, redactor, progress, kind] {
                                return tableBytes(table, kind, redactor, *progress);
                            },
                            progress, table.rows};
    };
    return {format(ExportDialog::tr("CSV table"), u"csv"_s, TableFormat::Csv),
            format(ExportDialog::tr("JSON"), u"json"_s, TableFormat::Json),
            format(ExportDialog::tr("Markdown table"), u"md"_s, TableFormat::Markdown)};
}

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
    addChoice();
    onFormatSelected(filters.constFirst());
    selectFile(baseName + u'.' + formats.constFirst().suffix);
    connect(this, &QFileDialog::filterSelected, this, &ExportDialog::onFormatSelected);
    connect(this, &QFileDialog::fileSelected, this, &ExportDialog::write);
}

void ExportDialog::addChoice()
{
    if (std::none_of(m_formats.cbegin(), m_formats.cend(),
                     [](const ExportFormat &format) { return bool(format.contentForOthers); }))
        return;
    // The desktop's own dialog has no place for it.
    setOption(DontUseNativeDialog);
    m_forOthers = new QCheckBox(tr("Take out keys and passwords (to give it to others)"), this);
    m_forOthers->setObjectName(u"exportForOthers"_s);
    if (auto *grid = qobject_cast<QGridLayout *>(layout()))
        grid->addWidget(m_forOthers, grid->rowCount(), 0, 1, -1);
    connect(m_forOthers, &QCheckBox::clicked, this, [this] { m_isChosen = true; });
    if (auto *name = findChild<QLineEdit *>(u"fileNameEdit"_s))
        connect(name, &QLineEdit::textChanged, this, &ExportDialog::suggestChoice);
}

void ExportDialog::suggestChoice()
{
    const auto *name = findChild<QLineEdit *>(u"fileNameEdit"_s);
    if (m_forOthers && !m_isChosen && name)
        m_forOthers->setChecked(formatFor(name->text()).isForOthers);
}

void ExportDialog::onFormatSelected(const QString &filter)
{
    const auto found = std::find_if(m_formats.cbegin(), m_formats.cend(),
                                    [&](const auto &format) { return filterOf(format) == filter; });
    if (found != m_formats.cend())
        setDefaultSuffix(found->suffix);
    suggestChoice();
}

const ExportFormat &ExportDialog::formatFor(const QString &path) const
{
    // The name that the user gave says more than the filter below it.
    const QString suffix = QFileInfo(path).suffix();
    const auto named = std::find_if(m_formats.cbegin(), m_formats.cend(), [&](const auto &format) {
        return format.suffix.compare(suffix, Qt::CaseInsensitive) == 0;
    });
    const auto chosen = std::find_if(m_formats.cbegin(), m_formats.cend(), [&](const auto &format) {
        return filterOf(format) == selectedNameFilter();
    });
    return named != m_formats.cend()    ? *named
           : chosen != m_formats.cend() ? *chosen
                                        : m_formats.constFirst();
}

void ExportDialog::write(const QString &path)
{
    const ExportFormat format = formatFor(path);
    const bool isForOthers = m_forOthers && m_forOthers->isChecked() && format.contentForOthers;
    const auto secrets = std::make_shared<qsizetype>(0);
    const auto contentForOthers = [make = format.contentForOthers, secrets] {
        const ExportContent content = make();
        *secrets = content.secrets;
        return content.bytes;
    };
    QWidget *owner = parentWidget();
    QPointer<LongExport> progress = format.progress ? new LongExport(format, owner) : nullptr;
    writeFile(path, isForOthers ? std::function<QByteArray()>(contentForOthers) : format.content,
              owner,
              [owner, path, progress, secrets,
               tell = isForOthers ? m_tell : nullptr](const std::optional<QString> &problem) {
                  delete progress.data();
                  if (problem)
                      tellProblem(path, *problem, owner);
                  else if (tell)
                      tell(*secrets);
              });
}

} // namespace litedeck
