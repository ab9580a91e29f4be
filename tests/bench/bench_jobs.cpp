// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs table with 100,000 rows in a real view, beside a plain QSortFilterProxyModel over the
// same jobs as a control. Prints times and ratios of one run: time that the main thread works,
// and, "until shown", time that passes. Run with QT_QPA_PLATFORM=offscreen.
#include "core/base/Utc.h"
#include "core/settings/Settings.h"
#include "core/team/LedgerFacts.h"
#include "ui/jobs/JobsModel.h"
#include "ui/jobs/JobsTable.h"
#include "ui/team/TransactionModel.h"
#include "ui/words/JobWords.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>

#include <ctime>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

constexpr int Jobs = 100'000;
constexpr int PageSize = 200;
constexpr int Updates = 1'000;
const QDateTime Epoch(QDate(2026, 11, 22), QTime(9, 0), Utc);

Record makeJob(int number)
{
    static const QStringList types{u"chat"_s, u"document_analysis"_s, u"code_review"_s,
                                   u"translation"_s};
    Record job;
    job.id = {u"%1-7c1e-4d55-9f0a-2b6d8e1f4a90"_s.arg(number, 8, 16, QChar(u'0'))};
    job.userId = u"user-%1"_s.arg(number % 7);
    job.group = types.at(number % types.size());
    job.status = number % 11 == 0 ? RecordStatus::Failed : RecordStatus::Completed;
    job.createdAt = Epoch.addSecs(-qint64(number) * 30);
    job.startedAt = job.createdAt.addSecs(1);
    job.completedAt = job.createdAt.addSecs(2 + number % 40);
    job.models = {u"model-%1"_s.arg(number % 5)};
    job.metadata = {{u"document"_s, u"contract-%1.pdf"_s.arg(number)}, {u"pages"_s, number % 60}};
    job.charging = job.status == RecordStatus::Completed ? Charging::Charged : Charging::None;
    if (job.status == RecordStatus::Failed)
        job.errorMessage =
            u"LLM call failed: 500: Failed to call provider API: OpenAI rate limit: "
            "Error code: 429 - {'error': {'message': 'Limit 500, used %1'}}"_s.arg(number);
    return job;
}

QList<Record> makeJobs(int first, int count)
{
    QList<Record> jobs;
    jobs.reserve(count);
    for (int i = 0; i < count; ++i)
        jobs += makeJob(first + i);
    return jobs;
}

/// Resident memory of this process in bytes.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

/// What the main thread works, whatever else the machine has to do.
double milliseconds(const std::function<void()> &work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    const double start = now();
    work();
    return now() - start;
}

/// How long somebody waits.
double waited(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Runs the event loop until `done`; returns the longest turn of it in ms.
double longestTurn(const std::function<bool()> &done)
{
    double longest = 0;
    while (!done()) {
        longest = std::max(
            longest, milliseconds([] { QApplication::processEvents(QEventLoop::AllEvents, 1); }));
    }
    return longest;
}

/// The same jobs as anybody would show them first: items, and a proxy that filters and sorts.
struct Control
{
    Control()
    {
        items.setColumnCount(5);
        proxy.setSourceModel(&items);
        proxy.setFilterKeyColumn(-1);
        proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        proxy.sort(2, Qt::DescendingOrder);
        view.setModel(&proxy);
        view.resize(1200, 700);
        view.show();
    }

    void add(const Record &job)
    {
        auto *time = new QStandardItem;
        time->setData(job.createdAt, Qt::DisplayRole);
        items.appendRow({new QStandardItem(JobWords::of(job.status).name),
                         new QStandardItem(job.group), time, new QStandardItem(job.id.value),
                         new QStandardItem(job.errorMessage)});
    }

    QStandardItemModel items;
    QSortFilterProxyModel proxy;
    QTableView view;
};

struct Report
{
    void line(const QString &what, double ours, double control, const QString &unit)
    {
        out << u"%1 %2 %4   control %3 %4   ratio %5\n"_s.arg(what, -34)
                   .arg(ours, 9, 'f', 3)
                   .arg(control, 9, 'f', 3)
                   .arg(unit)
                   .arg(control / std::max(ours, 1e-9), 0, 'f', 1);
        out.flush();
    }
    void line(const QString &what, double ours, const QString &unit)
    {
        out << u"%1 %2 %3\n"_s.arg(what, -34).arg(ours, 9, 'f', 3).arg(unit);
        out.flush();
    }

    QTextStream out{stdout};
};

LedgerLine makeLine(int number)
{
    Transaction line;
    line.id = u"line-%1"_s.arg(number);
    line.job = makeJob(number).id;
    line.type = u"deduction"_s;
    line.amount = 1;
    line.before = 2 * Jobs - number;
    line.after = line.before - 1;
    line.reason = u"Job chat completed (job_based mode: 1 credits)"_s;
    line.createdAt = Epoch.addSecs(30 * qint64(number - Jobs));
    return {line, number, false};
}

/// One charge more in a ledger of 100,000 lines that a view shows.
void measureLedger(Report &report)
{
    QList<LedgerLine> kept;
    for (int number = Jobs; number > 0; --number)
        kept += makeLine(number);
    TransactionModel model;
    QTableView view;
    view.setModel(&model);
    view.resize(1200, 700);
    view.show();
    model.setLines(kept, 0);
    QApplication::processEvents();
    QList<LedgerLine> lines;
    LedgerFacts facts;
    const double elsewhere = milliseconds([&] {
        lines = mergedLedger(kept, {makeLine(Jobs + 1).transaction});
        facts = factsOf(lines);
    });
    kept = {};
    report.line(u"a charge: on another thread"_s, elsewhere, u"ms"_s);
    report.line(u"a charge: main thread, painted"_s, milliseconds([&] {
                    model.setLines(lines, Jobs);
                    QApplication::processEvents();
                }),
                u"ms"_s);
    report.line(u"a runway of it"_s, milliseconds([&] {
                    estimateRunway({.lines = facts.forRunway,
                                    .since = facts.audit.since,
                                    .remaining = Jobs,
                                    .now = Epoch});
                }),
                u"ms"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTemporaryDir directory;
    Settings settings(directory.filePath(u"settings.ini"_s));
    JobBook book;
    JobsModel model(book);
    JobsTable table(model, settings, RecordWords({.jobs = true}));
    table.resize(1200, 700);
    table.show();
    Report report;

    const qint64 atStart = residentBytes();
    double longestPage = 0;
    double longestMerge = 0;
    const double loading = milliseconds([&] {
        for (int first = 0; first < Jobs; first += PageSize) {
            const QList<Record> page = makeJobs(first, PageSize);
            const double merge = milliseconds([&] { book.merge(page); });
            const double paint = milliseconds([&] { QApplication::processEvents(); });
            longestMerge = std::max(longestMerge, merge);
            longestPage = std::max(longestPage, merge + paint);
        }
    });
    const auto perRow = double(residentBytes() - atStart) / Jobs;
    report.line(u"100,000 jobs in pages"_s, loading, u"ms"_s);
    report.line(u"longest page of 200, painted"_s, longestPage, u"ms"_s);
    report.line(u"longest page of 200, taken in"_s, longestMerge, u"ms"_s);

    const qint64 beforeControl = residentBytes();
    Control control;
    const double controlLoading = milliseconds([&] {
        for (int number = 0; number < Jobs; ++number)
            control.add(makeJob(number));
        QApplication::processEvents();
    });
    const auto controlPerRow = double(residentBytes() - beforeControl) / Jobs;
    report.line(u"memory of a job"_s, perRow, controlPerRow, u"bytes"_s);
    report.line(u"control: loading"_s, controlLoading, u"ms"_s);

    // One by one, as they arrive: half are new, half have changed.
    const auto update = [](int i) {
        Record job = makeJob(i % 2 == 0 ? Jobs + i : (i * 97) % Jobs);
        job.createdAt = i % 2 == 0 ? Epoch.addSecs(i) : job.createdAt;
        job.status = RecordStatus::InProgress;
        return job;
    };
    double longestUpdate = 0;
    const double updating = milliseconds([&] {
        for (int i = 0; i < Updates; ++i) {
            longestUpdate = std::max(longestUpdate, milliseconds([&] {
                                         book.merge({update(i)});
                                         QApplication::processEvents();
                                     }));
        }
    });
    const double controlUpdating = milliseconds([&] {
        for (int i = 0; i < Updates; ++i) {
            const Record job = update(i);
            if (i % 2 == 0)
                control.add(job);
            else
                control.items.setData(control.items.index((i * 97) % Jobs, 0),
                                      JobWords::of(job.status).name);
            QApplication::processEvents();
        }
    });
    report.line(u"one live update, painted"_s, updating / Updates, controlUpdating / Updates,
                u"ms"_s);
    report.line(u"longest live update"_s, longestUpdate, u"ms"_s);

    // Typing a filter: the main thread's longest turn is what the user feels.
    const QString text = u"contract-77 review"_s;
    double start = 0;
    double blocked = 0;
    double whole = 0;
    for (qsizetype length = 1; length <= text.size(); ++length) {
        whole += waited([&] {
            start = std::max(start, milliseconds([&] {
                                 model.setFilter({.words = searchWords(text.left(length))});
                             }));
            blocked = std::max(blocked, longestTurn([&] { return !model.isArranging(); }));
        });
    }
    double controlBlocked = 0;
    double controlWhole = 0;
    const QString controlText = u"rate limit"_s;
    for (qsizetype length = 1; length <= controlText.size(); ++length) {
        const double one = milliseconds([&] {
            control.proxy.setFilterFixedString(controlText.left(length));
            QApplication::processEvents();
        });
        controlBlocked = std::max(controlBlocked, one);
        controlWhole += one;
    }
    report.line(u"one letter of a filter, until shown"_s, whole / double(text.size()),
                controlWhole / double(controlText.size()), u"ms"_s);
    report.line(u"main thread blocked, longest"_s, std::max(blocked, start), controlBlocked,
                u"ms"_s);

    const auto sortBy = [&](JobField field) {
        double longest = 0;
        const double all = waited([&] {
            longest = milliseconds([&] { model.sort(int(field), Qt::AscendingOrder); });
            longest = std::max(longest, longestTurn([&] { return !model.isArranging(); }));
        });
        report.line(u"sort by %1, until shown"_s.arg(storedName(field)), all, u"ms"_s);
        report.line(u"main thread blocked, longest"_s, longest, u"ms"_s);
    };
    model.setFilter({});
    longestTurn([&] { return !model.isArranging(); });
    sortBy(JobField::Duration);
    sortBy(JobField::Error);
    control.proxy.setFilterFixedString({});
    QApplication::processEvents();
    report.line(u"control: sort by text"_s, milliseconds([&] {
                    control.proxy.sort(4, Qt::AscendingOrder);
                    QApplication::processEvents();
                }),
                u"ms"_s);

    measureLedger(report);

    double longestScroll = 0;
    QScrollBar *bar = table.verticalScrollBar();
    for (int step = 0; step < 400; ++step) {
        bar->setValue(bar->maximum() / 400 * step);
        longestScroll = std::max(longestScroll, milliseconds([&] { table.viewport()->repaint(); }));
    }
    report.line(u"longest of 400 scroll steps"_s, longestScroll, u"ms"_s);
    return 0;
}
