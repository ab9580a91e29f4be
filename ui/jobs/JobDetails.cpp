// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobDetails.h"

#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString orNotRecorded(const QString &text)
{
    return text.isEmpty() ? JobWords::notRecorded() : text;
}

QString timeText(const std::optional<QDateTime> &time)
{
    return orNotRecorded(formatTime(time.value_or(QDateTime())));
}

QString durationText(const std::optional<Milliseconds> &duration)
{
    return duration ? JobWords::duration(*duration) : JobWords::notRecorded();
}

} // namespace

JobDetails::JobDetails(const RecordWords &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_status(named(u"jobStatusBadge"_s, new Badge(this)))
    , m_charge(named(u"jobChargeBadge"_s, new Badge(this)))
    , m_idLabel(named(u"jobId"_s, new ElidedLabel(this)))
    , m_copyId(named(u"copyJobId"_s, new IconButton(u"copy"_s, tr("Copy job id"), this)))
    , m_error(named(u"jobError"_s, new InlineNotice({}, Tone::Danger, this)))
    , m_copyError(named(u"copyJobError"_s, new IconButton(u"copy"_s, tr("Copy error text"), this)))
    , m_facts(named(u"jobFacts"_s, new FactList(this)))
    , m_column(new QVBoxLayout(this))
{
    m_idLabel->setFont(Fonts::mono());
    m_idLabel->setElideMode(Qt::ElideMiddle);
    m_error->setClosable(false);
    connect(m_copyId, &IconButton::clicked, this, &JobDetails::copyId);
    connect(m_copyError, &IconButton::clicked, this, &JobDetails::copyError);

    m_errorPart = createErrorPart();

    auto *badges = rowOf(nullptr, Spacing::S, {m_status, m_charge, Stretch{}});
    auto *id = rowOf(nullptr, Spacing::XS, {{m_idLabel, 1}, m_copyId});
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Spacing::S);
    addParts(m_column, {badges, id, m_errorPart, Gap{Spacing::XS}, m_facts});
}

void JobDetails::insertBelowError(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_errorPart) + 1, widget);
}

QWidget *JobDetails::createErrorPart()
{
    auto *part = new QWidget(this);
    auto *heading = rowOf(nullptr, -1, {{new SectionHeading(tr("Error"), part), 1}, m_copyError});
    columnOf(part, Spacing::XS, {heading, m_error}, {0, Spacing::XS, 0, Spacing::S});
    return part;
}

void JobDetails::showJob(const Record &job, const std::optional<qint64> &credits)
{
    m_id = job.id;
    m_errorText = job.errorMessage;
    m_idLabel->setText(job.id.value);
    const auto [status, tone] = JobWords::of(job.status);
    m_status->setStatus(status, tone);
    showCharge(job, credits);
    m_error->setMessage(job.status == RecordStatus::Failed && job.errorMessage.isEmpty()
                            ? tr("The server recorded no reason for the failure.")
                            : job.errorMessage,
                        Tone::Danger);
    m_copyError->setVisible(!job.errorMessage.isEmpty());
    m_errorPart->setVisible(job.status == RecordStatus::Failed || !job.errorMessage.isEmpty());
    m_facts->setFact(m_words.group(), orNotRecorded(job.group));
    m_facts->setFact(tr("Model"), orNotRecorded(JobWords::models(job)));
    //: The user who started a job.
    m_facts->setFact(tr("Started by"), orNotRecorded(job.userId));
    showTimes(job);
}

void JobDetails::showTimes(const Record &job)
{
    m_facts->setFact(tr("Created"), timeText(job.createdAt));
    const auto orNotYet = [](bool isToCome, const std::optional<QDateTime> &time) {
        return isToCome && !time ? tr("Not yet") : timeText(time);
    };
    m_facts->setFact(tr("Started"), orNotYet(job.status == RecordStatus::Pending, job.startedAt));
    m_facts->setFact(tr("Ended"), orNotYet(job.isOpen(), job.completedAt));
    //: How long a job waited before its work began.
    m_facts->setFact(tr("Waited"), durationText(waitOf(job)));
    m_facts->setFact(tr("Duration"), durationText(durationOf(job)));
}

void JobDetails::showCharge(const Record &job, const std::optional<qint64> &credits)
{
    m_charge->setVisible(m_words.areJobs());
    const bool uncharged = ranUncharged(job) && credits.value_or(0) <= 0;
    m_charge->setStatus(JobWords::charge(job, credits), uncharged ? Tone::Warning : Tone::Neutral);
    m_charge->setToolTip(uncharged ? JobWords::whyUncharged() : QString());
}

void JobDetails::copyId()
{
    QGuiApplication::clipboard()->setText(m_id.value);
}

void JobDetails::copyError()
{
    QGuiApplication::clipboard()->setText(m_errorText);
}

} // namespace litedeck
