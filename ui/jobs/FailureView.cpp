// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/FailureView.h"

#include "core/jobs/FailureGroups.h"
#include "ui/jobs/JobCells.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/ErrorTexts.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The day as people say it: of the last week by its name, an older one by its date.
QString dayOf(const QDateTime &time, const QDateTime &now)
{
    const QDate day = time.toLocalTime().date();
    const QLocale locale;
    return day.daysTo(now.toLocalTime().date()) < 7 ? locale.standaloneDayName(day.dayOfWeek())
                                                    : locale.toString(day, QLocale::ShortFormat);
}

} // namespace

FailureView::FailureView(const RecordWords &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_title(named(u"failureTitle"_s, new QLabel(this)))
    , m_hands(named(u"failureHands"_s, new MutedLabel({}, this)))
    , m_advice(named(u"failureAdvice"_s, new QLabel(this)))
    , m_others(named(u"sameCause"_s, new QPushButton(this)))
    , m_comparison(named(u"failureComparison"_s, new QWidget(this)))
    , m_grid(new QGridLayout)
    , m_showWorked(named(u"showWorked"_s, new QPushButton(words.showThatOne(), this)))
{
    setObjectName(u"jobFailure"_s);
    m_title->setFont(Fonts::heading());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_others->hide();
    connect(m_others, &QPushButton::clicked, this, [this] { emit causeRequested(m_cause); });
    connect(m_showWorked, &QPushButton::clicked, this, [this] { emit jobRequested(m_worked); });

    columnOf(m_comparison, Spacing::S,
             {new SectionHeading(tr("Compared with the last one that worked"), m_comparison),
              m_grid,
              {m_showWorked, 0, Qt::AlignLeading}},
             {0, Spacing::S, 0, 0});
    m_grid->setHorizontalSpacing(Spacing::M);
    m_grid->setVerticalSpacing(Spacing::XS);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);

    columnOf(this, Spacing::XS,
             {m_title, m_hands, m_advice, {m_others, 0, Qt::AlignLeading}, m_comparison},
             {0, 0, 0, Spacing::S});
}

void FailureView::showFailure(const JobRow &failed, const Error &error)
{
    if (m_failed != failed.job.id) {
        m_others->hide();
        m_comparison->hide();
    }
    m_failed = failed.job.id;
    m_cause = failed.cause;
    m_title->setText(errorTitle(error));
    m_hands->setText(error.category == ErrorCategory::Unknown
                         ? m_words.reportedInWords()
                         //: Who can do something about an error; %1 is such as "Your team's
                         //: administrator".
                         : tr("In the hands of: %1").arg(handsName(error.hands)));
    m_advice->setText(errorAdvice(error));
    m_advice->setVisible(!m_advice->text().isEmpty());
}

void FailureView::showRelatives(const JobRow &failed, const FailureGroup &group,
                                const JobRow *worked, const QDateTime &now)
{
    const int others = group.jobs - 1;
    m_others->setVisible(others > 0);
    m_others->setText(m_words.sameCause(others).arg(dayOf(group.first, now)));
    m_comparison->setVisible(worked != nullptr);
    if (worked != nullptr)
        compare(failed, *worked);
}

void FailureView::compare(const JobRow &failed, const JobRow &worked)
{
    m_worked = worked.job.id;
    qDeleteAll(m_comparison->findChildren<QLabel *>(u"compared"_s));
    addRow({}, m_words.thisOne(), tr("Last that worked"));
    for (const JobField field :
         {JobField::Model, JobField::Created, JobField::Waited, JobField::Duration, JobField::Calls,
          JobField::Tokens, JobField::Cost})
        addRow(JobCells::column(field, m_words).heading.text, JobCells::cell(failed, field).aloud(),
               JobCells::cell(worked, field).aloud());
}

void FailureView::addRow(const QString &label, const QString &failed, const QString &worked)
{
    const int row = m_grid->rowCount();
    int column = 0;
    for (const QString &text : {label, failed, worked}) {
        auto *cell = column == 0 || label.isEmpty() ? new MutedLabel(text, m_comparison)
                                                    : new QLabel(text, m_comparison);
        cell->setObjectName(u"compared"_s);
        cell->setTextFormat(Qt::PlainText);
        cell->setWordWrap(true);
        if (column == 1)
            //: Read aloud by screen readers: a fact about this job and about the last that worked.
            cell->setAccessibleName(tr("%1: %2, last that worked: %3").arg(label, failed, worked));
        m_grid->addWidget(cell, row, column++);
    }
}

} // namespace litedeck
