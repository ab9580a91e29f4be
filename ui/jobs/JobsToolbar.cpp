// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobsToolbar.h"

#include "core/jobs/JobsFeed.h"
#include "ui/jobs/JobsModel.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

JobsToolbar::JobsToolbar(JobsFeed &feed, const JobsModel &model, const RecordWords &words,
                         QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_jobs(model)
    , m_words(words)
    , m_count(named(u"jobsCount"_s, new MutedLabel({}, this)))
    , m_age(named(u"jobsAge"_s, new MutedLabel({}, this)))
    , m_stop(named(u"jobsStop"_s, new QPushButton(tr("Stop loading"), this)))
    , m_older(named(u"jobsOlder"_s, new QPushButton(words.loadOlder(), this)))
    , m_refresh(named(u"jobsRefresh"_s, new IconButton(u"refresh"_s, words.refresh(), this)))
{
    auto *title = new SectionHeading(words.title(), this);
    title->setFont(Fonts::title());
    m_count->setWordWrap(false);
    m_age->setWordWrap(false);
    m_age->setFont(Fonts::small());
    connect(m_stop, &QPushButton::clicked, &feed, &JobsFeed::stop);
    connect(m_older, &QPushButton::clicked, &feed, &JobsFeed::loadOlder);
    connect(m_refresh, &IconButton::clicked, &feed, &JobsFeed::refresh);

    rowOf(this, Spacing::M,
          {title, {m_count, 0, Qt::AlignVCenter}, Stretch{}, m_older, m_stop, m_age, m_refresh});
    refresh();
}

void JobsToolbar::refresh()
{
    const bool loading = m_feed.isLoading();
    // A look that ends within its first page needs no button to stop it.
    m_stop->setVisible(loading && m_feed.isLong());
    m_older->setVisible(!loading && m_feed.hasOlder());
    m_refresh->setEnabled(!loading && m_feed.isAllowed());
    m_count->setText(countText());
}

QString JobsToolbar::countText() const
{
    const auto all = int(m_jobs.book().size());
    if (all == 0 && !m_feed.loadedAt().isValid())
        return {}; // not known, which is not none
    QString text = m_words.count(all);
    if (!m_jobs.filter().isEmpty())
        //: %1 is a number, %2 a text such as "300 jobs".
        text = tr("%1 of %2").arg(formatCount(m_jobs.rowCount()), text);
    if (m_feed.isLoading())
        //: %1 is a text such as "300 jobs"; more are being fetched.
        return tr("%1, loading…").arg(text);
    //: %1 is a text such as "300 jobs"; the server has more.
    return m_feed.hasOlder() ? tr("%1, older ones not loaded").arg(text) : text;
}

void JobsToolbar::setAgeText(const QString &text)
{
    m_age->setText(text);
}

} // namespace litedeck
