// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobFilterBar.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int SearchWidth = 420;
constexpr int ComboWidth = 132;

enum class Span : quint8 { Any, Hour, Today, Week, Month, Between };

QComboBox *newCombo(const QString &objectName, const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setAccessibleName(name);
    combo->setMinimumWidth(ComboWidth);
    return combo;
}

/// Counted from some fixed time; -1 without one.
qint64 minuteOf(const QDateTime &time)
{
    return time.isValid() ? time.toSecsSinceEpoch() / 60 : -1;
}

} // namespace

JobFilterBar::JobFilterBar(const Clock &clock, const RecordWords &words, QMenu *columns,
                           QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_words(words)
    , m_search(named(u"jobsSearch"_s, new SearchField(this)))
    , m_status(newCombo(u"jobsStatus"_s, tr("Job status")))
    , m_unfold(named(u"jobsMoreFilters"_s, new QToolButton(this)))
    , m_export(named(u"jobsExport"_s, new IconButton(u"export"_s, words.exportAll(), this)))
    , m_type(newCombo(u"jobsType"_s, tr("Job type")))
    , m_model(newCombo(u"jobsModel"_s, tr("Model of the job")))
    , m_time(newCombo(u"jobsTime"_s, tr("Time of the job")))
    , m_from(named(u"jobsFrom"_s, new QDateEdit(this)))
    , m_until(named(u"jobsUntil"_s, new QDateEdit(this)))
    , m_cost(newCombo(u"jobsCost"_s, tr("Cost of the job")))
    , m_more(named(u"jobsFilters"_s, new QWidget(this)))
    , m_causeNotice(named(u"jobsCause"_s, new InlineNotice({}, Tone::Neutral, this)))
{
    columnOf(this, Spacing::S, {createFirstLine(columns), createMore(), m_causeNotice});
    m_causeNotice->setClosable(false);
    m_causeNotice->setAction(words.showAll());
    m_causeNotice->hide();
    connect(m_causeNotice, &InlineNotice::actionRequested, this, &JobFilterBar::clear);
    setChoices({}, {});
    updateMore();
}

QLayout *JobFilterBar::createFirstLine(QMenu *columns)
{
    m_search->setAccessibleName(tr("Search jobs"));
    m_search->setPlaceholderText(m_words.searchHint());
    m_search->setMaximumWidth(SearchWidth);
    connect(m_search, &QLineEdit::textChanged, this, &JobFilterBar::update);

    //: All statuses of jobs.
    m_status->addItem(tr("All"));
    for (const RecordStatus status :
         {RecordStatus::Failed, RecordStatus::Completed, RecordStatus::InProgress,
          RecordStatus::Pending, RecordStatus::Cancelled}) {
        // A request is logged when it has ended, one way or the other.
        if (m_words.areJobs() || status == RecordStatus::Failed ||
            status == RecordStatus::Completed)
            m_status->addItem(JobWords::of(status).name, int(status));
    }
    if (m_words.areJobs())
        //: Jobs that are pending or in progress for suspiciously long.
        m_status->addItem(tr("Open for long"), -1);
    connect(m_status, &QComboBox::currentIndexChanged, this, &JobFilterBar::update);

    m_unfold->setCheckable(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setIcon(icon(u"filter"_s));
    connect(m_unfold, &QToolButton::toggled, m_more, &QWidget::setVisible);

    auto *chooser = named(u"jobsColumnsButton"_s, new IconButton(u"more"_s, tr("Columns"), this));
    chooser->setMenu(columns);
    chooser->setPopupMode(QToolButton::InstantPopup);
    connect(m_export, &IconButton::clicked, this, &JobFilterBar::exportRequested);

    auto *line = rowOf(nullptr, Spacing::S,
                       {{m_search, 3}, m_status, m_unfold, Stretch{}, chooser, m_export});
    return line;
}

QWidget *JobFilterBar::createMore()
{
    auto *line = rowOf(m_more, Spacing::S, {m_type, m_model});
    createTimes(line);
    m_cost->addItem(tr("Any cost"), QVariant::fromValue(int(CostKnowledge::Any)));
    m_cost->addItem(tr("Reported"), int(CostKnowledge::Reported));
    m_cost->addItem(tr("Not reported"), int(CostKnowledge::NotReported));
    m_cost->addItem(tr("Not read yet"), int(CostKnowledge::NotRead));
    for (const double dollars : {0.001, 0.01, 0.1, 1.0}) {
        const Usd least = Usd::fromDouble(dollars);
        //: %1 is an amount such as "$0.01".
        m_cost->addItem(tr("%1 or more").arg(formatPrice(least)), least.nano);
    }
    line->addWidget(m_cost);
    line->addStretch(1);
    for (QComboBox *combo : {m_type, m_model, m_cost})
        connect(combo, &QComboBox::currentIndexChanged, this, &JobFilterBar::update);
    m_more->hide();
    return m_more;
}

void JobFilterBar::createTimes(QHBoxLayout *line)
{
    m_time->addItem(tr("Any time"), int(Span::Any));
    m_time->addItem(tr("Last hour"), int(Span::Hour));
    m_time->addItem(tr("Today"), int(Span::Today));
    m_time->addItem(tr("Last 7 days"), int(Span::Week));
    m_time->addItem(tr("Last 30 days"), int(Span::Month));
    //: Two dates follow.
    m_time->addItem(tr("Between…"), int(Span::Between));
    connect(m_time, &QComboBox::currentIndexChanged, this, &JobFilterBar::update);
    line->addWidget(m_time);
    const QDate today = m_clock.utcNow().toLocalTime().date();
    m_from->setAccessibleName(tr("First day"));
    m_from->setDate(today.addDays(-7));
    m_until->setAccessibleName(tr("Last day"));
    m_until->setDate(today);
    for (QDateEdit *edit : {m_from, m_until}) {
        edit->setCalendarPopup(true);
        edit->hide();
        connect(edit, &QDateEdit::dateChanged, this, &JobFilterBar::update);
        line->addWidget(edit);
    }
}

void JobFilterBar::setChoices(const QSet<QString> &types, const QSet<QString> &models)
{
    fill(m_type, tr("All types"), types);
    fill(m_model, tr("All models"), models);
}

void JobFilterBar::fill(QComboBox *combo, const QString &all, const QSet<QString> &choices)
{
    if (combo->count() == choices.size() + 1)
        return;
    QStringList sorted(choices.cbegin(), choices.cend());
    sorted.sort(Qt::CaseInsensitive);
    const QString chosen = combo->currentData().toString();
    const QSignalBlocker quiet(combo);
    combo->clear();
    combo->addItem(all, QString());
    for (const QString &choice : std::as_const(sorted))
        combo->addItem(choice, choice);
    combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
}

void JobFilterBar::setExportEnabled(bool enabled)
{
    m_export->setEnabled(enabled);
}

void JobFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JobFilterBar::clear()
{
    reset();
    update();
}

void JobFilterBar::showCause(const QString &cause)
{
    reset();
    m_cause = cause;
    update();
}

void JobFilterBar::showLongOpen()
{
    reset();
    m_status->setCurrentIndex(m_status->count() - 1);
    update();
}

void JobFilterBar::showText(const QString &text)
{
    reset();
    m_search->setText(text);
    update();
}

void JobFilterBar::reset()
{
    m_resetting = true;
    m_search->clear();
    for (QComboBox *combo : {m_status, m_type, m_model, m_time, m_cost})
        combo->setCurrentIndex(0);
    m_cause.clear();
    m_resetting = false;
}

void JobFilterBar::update()
{
    if (m_resetting)
        return;
    m_filter = chosen();
    updateMore();
    emit filterChanged(m_filter);
}

bool JobFilterBar::followTime()
{
    const JobFilter now = chosen();
    if (minuteOf(now.from) == minuteOf(m_filter.from) &&
        minuteOf(now.openSince) == minuteOf(m_filter.openSince))
        return false;
    m_filter = now;
    emit filterChanged(m_filter);
    return true;
}

JobFilter JobFilterBar::chosen() const
{
    JobFilter filter;
    filter.words = searchWords(m_search->text());
    const QVariant status = m_status->currentData();
    if (status.toInt() < 0)
        filter.openSince = m_clock.utcNow().addMSecs(-LongOpen.count());
    else if (status.isValid())
        filter.status = RecordStatus(status.toInt());
    filter.type = m_type->currentData().toString();
    filter.model = m_model->currentData().toString();
    updateTime(filter);
    const QVariant cost = m_cost->currentData();
    if (cost.typeId() == QMetaType::LongLong)
        filter.leastCost = Usd{cost.toLongLong()};
    else
        filter.cost = CostKnowledge(cost.toInt());
    filter.cause = m_cause;
    return filter;
}

void JobFilterBar::updateTime(JobFilter &filter) const
{
    const QDateTime now = m_clock.utcNow();
    switch (Span(m_time->currentData().toInt())) {
    case Span::Any:
        break;
    case Span::Hour:
        filter.from = now.addSecs(-3600);
        break;
    case Span::Today:
        filter.from = now.toLocalTime().date().startOfDay();
        break;
    case Span::Week:
        filter.from = now.addDays(-7);
        break;
    case Span::Month:
        filter.from = now.addDays(-30);
        break;
    case Span::Between:
        filter.from = std::min(m_from->date(), m_until->date()).startOfDay();
        filter.until = std::max(m_from->date(), m_until->date()).addDays(1).startOfDay();
        break;
    }
}

void JobFilterBar::updateMore()
{
    const bool between = Span(m_time->currentData().toInt()) == Span::Between;
    m_from->setVisible(between);
    m_until->setVisible(between);
    const QList<QComboBox *> combos{m_type, m_model, m_time, m_cost};
    const auto used = int(std::count_if(combos.cbegin(), combos.cend(), [](const QComboBox *combo) {
        return combo->currentIndex() > 0;
    }));
    m_unfold->setText(used > 0
                          //: Button: more filters; %1 of them are in use.
                          ? tr("Filters (%1)").arg(formatCount(used))
                          //: Button: more filters.
                          : tr("Filters"));
    m_unfold->setAccessibleName(m_unfold->text());
    m_causeNotice->setVisible(!m_cause.isEmpty());
    if (!m_cause.isEmpty())
        m_causeNotice->setMessage(m_words.onlyOfCause(), Tone::Neutral);
}

} // namespace litedeck
