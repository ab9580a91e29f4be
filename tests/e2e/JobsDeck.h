// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Deck.h"
#include "core/base/Utc.h"
#include "ui/jobs/JobsModel.h"
#include "ui/shell/ShellFrame.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTableView>

namespace litedeck::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString ListPath = u"/api/teams/*/jobs"_s;
inline const QString JobPath = u"/api/jobs/*"_s;
inline const QString CostsPath = u"/api/jobs/*/costs"_s;
inline const QString CompletePath = u"/api/jobs/*/complete"_s;

/// A team with some jobs behind it, at the time of the fake clock.
inline demo::DemoScenario scenario()
{
    return {.pastJobs = 120, .now = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Utc)};
}

/// The Jobs page of the real window, with all jobs fetched.
class JobsDeck : public Deck
{
public:
    explicit JobsDeck(const demo::DemoScenario &demo = scenario())
        : Deck(demo)
    {
        window().resize(1400, 900);
    }

    bool showJobs()
    {
        window().findChild<ShellFrame *>()->setCurrentPage(Page::Jobs);
        return QTest::qWaitFor([this] { return isLoaded(); });
    }
    bool isLoaded()
    {
        return table()->model()->rowCount() > 0 &&
               find<QAbstractButton>(u"jobsRefresh"_s)->isEnabled();
    }
    QTableView *table() { return find<QTableView>(u"jobsTable"_s); }
    JobsModel &jobs() { return *qobject_cast<JobsModel *>(table()->model()); }
    int rows() { return table()->model()->rowCount(); }
    QStringList ids()
    {
        QStringList ids;
        for (int row = 0; row < rows(); ++row)
            ids += jobs().at(row).job.id.value;
        return ids;
    }
    void choose(const QString &combo, const QString &entry)
    {
        auto *box = find<QComboBox>(combo);
        QVERIFY2(box->findText(entry) >= 0, qPrintable(entry));
        box->setCurrentIndex(box->findText(entry));
    }
    /// The gateway's own jobs of which `wanted(job)` is true, the newest first.
    template <typename Wanted>
    QStringList idsWhere(Wanted wanted)
    {
        QStringList ids;
        for (const QJsonValue value : gateway.jobs()) {
            const QJsonObject job = value.toObject();
            if (wanted(job))
                ids += job[u"job_id"_s].toString();
        }
        return ids;
    }
    /// What the table's book has of a job; an empty row when it does not know the job.
    JobRow row(const QString &id)
    {
        const JobRowPtr row = jobs().book().row({id});
        return row ? *row : JobRow();
    }
    /// What another program sends with the team's key; empty when the gateway refuses it.
    QJsonObject postElsewhere(const QString &path, const QJsonObject &body)
    {
        QNetworkRequest request(gateway.baseUrl().resolved(QUrl(path)));
        request.setRawHeader("Authorization", "Bearer " + gateway.virtualKey().toUtf8());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = m_program.post(request, QJsonDocument(body).toJson());
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!finished.wait() || reply->error() != QNetworkReply::NoError)
            return {};
        return QJsonDocument::fromJson(reply->readAll()).object();
    }
    /// Another program opens a job; its id.
    QString openElsewhere()
    {
        return postElsewhere(u"/api/jobs/create"_s,
                             {{u"team_id"_s, gateway.teamId()}, {u"job_type"_s, u"nightly"_s}})
            .value("job_id"_L1)
            .toString();
    }
    /// Another program ends a job well.
    bool completeElsewhere(const QString &id)
    {
        return !postElsewhere(u"/api/jobs/%1/complete"_s.arg(id), {{u"status"_s, u"completed"_s}})
                    .isEmpty();
    }
    /// Selects the first row with the keyboard.
    void selectFirst()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Up);
    }
    /// Presses a button that asks for a file and answers with `path`.
    bool exportTo(const QString &button, const QString &path)
    {
        find<QAbstractButton>(button)->click();
        auto *dialog = window().findChild<QFileDialog *>(u"exportDialog"_s);
        if (dialog == nullptr)
            return false;
        emit dialog->fileSelected(path);
        dialog->close();
        return QTest::qWaitFor([&path] { return QFile::exists(path); });
    }

private:
    QNetworkAccessManager m_program;
};

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace litedeck::test
