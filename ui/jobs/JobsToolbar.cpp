// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobsToolbar.h"

#include "jobs/JobWords.h"
#include "widgets/Fonts.h"
#include "widgets/IconButton.h"
#include "widgets/SearchField.h"
#include "widgets/SectionHeading.h"
#include "widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int SearchWidth = 420;

} // namespace

JobsToolbar::JobsToolbar(QWidget *parent)
    : QWidget(parent)
    , m_count(new MutedLabel({}, this))
    , m_age(new MutedLabel({}, this))
    , m_refresh(new IconButton(u"refresh"_s, tr("Refresh jobs"), this))
    , m_search(new SearchField(this))
    , m_status(new QComboBox(this))
    , m_older(new QPushButton(tr("Load older jobs"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addLayout(createTitleLine());
    column->addLayout(createFilterLine());
}

QLayout *JobsToolbar::createTitleLine()
{
    auto *title = new SectionHeading(tr("Jobs"), this);
    title->setFont(Fonts::title());
    m_count->setObjectName(u"jobsCount"_s);
    m_count->setWordWrap(false);
    m_age->setObjectName(u"jobsAge"_s);
    m_age->setWordWrap(false);
    m_age->setFont(Fonts::small());
    m_refresh->setObjectName(u"jobsRefresh"_s);
    connect(m_refresh, &IconButton::clicked, this, &JobsToolbar::refreshRequested);

    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::M);
    line->addWidget(title);
    line->addWidget(m_count, 0, Qt::AlignVCenter);
    line->addStretch(1);
    line->addWidget(m_age);
    line->addWidget(m_refresh);
    return line;
}

QLayout *JobsToolbar::createFilterLine()
{
    m_search->setObjectName(u"jobsSearch"_s);
    m_search->setAccessibleName(tr("Search jobs"));
    m_search->setPlaceholderText(tr("Search id, type, model, error, metadata"));
    m_search->setMaximumWidth(SearchWidth);
    connect(m_search, &QLineEdit::textChanged, this, &JobsToolbar::searchChanged);

    m_status->setObjectName(u"jobsStatus"_s);
    m_status->setAccessibleName(tr("Job status"));
    //: All statuses of jobs.
    m_status->addItem(tr("All"));
    for (const JobStatus status : {JobStatus::Failed, JobStatus::Completed, JobStatus::InProgress,
                                   JobStatus::Pending, JobStatus::Cancelled})
        m_status->addItem(JobWords::status(status), int(status));
    connect(m_status, &QComboBox::currentIndexChanged, this, &JobsToolbar::onStatusChosen);

    m_older->setObjectName(u"jobsOlder"_s);
    m_older->hide();
    connect(m_older, &QPushButton::clicked, this, &JobsToolbar::olderRequested);

    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::S);
    line->addWidget(m_search, 3);
    line->addWidget(m_status);
    line->addStretch(1);
    line->addWidget(m_older);
    return line;
}

void JobsToolbar::setCountText(const QString &text)
{
    m_count->setText(text);
}

void JobsToolbar::setAgeText(const QString &text)
{
    m_age->setText(text);
}

void JobsToolbar::setLoading(bool loading)
{
    m_refresh->setEnabled(!loading);
    m_older->setEnabled(!loading);
}

void JobsToolbar::setOlderAvailable(bool available)
{
    m_older->setVisible(available);
}

void JobsToolbar::clearFilters()
{
    m_search->clear();
    m_status->setCurrentIndex(0);
}

void JobsToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JobsToolbar::onStatusChosen(int entry)
{
    const QVariant status = m_status->itemData(entry);
    emit statusChanged(status.isValid() ? std::optional(JobStatus(status.toInt())) : std::nullopt);
}

} // namespace litedeck
