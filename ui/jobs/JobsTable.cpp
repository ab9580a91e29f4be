// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobsTable.h"

#include "core/settings/Settings.h"
#include "ui/jobs/JobCells.h"
#include "ui/jobs/JobsModel.h"
#include "ui/widgets/BadgeDelegate.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr std::array UsualOfJobs{JobField::Status,  JobField::Type,     JobField::Model,
                                 JobField::Created, JobField::Duration, JobField::Cost,
                                 JobField::Credit,  JobField::Error};
constexpr std::array UsualOfRequests{JobField::Status,   JobField::Model, JobField::Created,
                                     JobField::Duration, JobField::Cost,  JobField::Error,
                                     JobField::Tokens};

template <typename Function>
void forEachField(Function function)
{
    for (int field = 0; field < JobFieldCount; ++field)
        function(JobField(field));
}

RecordStatus statusOf(const QModelIndex &index)
{
    return RecordStatus(index.data(JobsModel::StatusRole).toInt());
}

/// Paints jobs: statuses as badges, rows that failed on red, open ones muted.
class JobsDelegate final : public BadgeDelegate
{
public:
    using BadgeDelegate::BadgeDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        BadgeDelegate::initStyleOption(option, index);
        const Theme theme = Theme::of(option->palette);
        if (isOpen(statusOf(index)))
            option->palette.setColor(QPalette::Text, theme.mutedText);
        else if (isFailed(index) && JobField(index.column()) == JobField::Error)
            option->palette.setColor(QPalette::Text, theme.danger);
    }

    bool isFailed(const QModelIndex &index) const override
    {
        return statusOf(index) == RecordStatus::Failed;
    }
};

} // namespace

JobsTable::JobsTable(JobsModel &model, Settings &settings, const RecordWords &words,
                     QWidget *parent)
    : RowTable(parent)
    , m_settings(settings)
    , m_words(words)
    , m_menu(new QMenu(tr("Columns"), this))
{
    setObjectName(u"jobsTable"_s);
    setAccessibleName(tr("Jobs"));
    setModel(&model);
    setItemDelegate(new JobsDelegate(this));
    sortByColumn(int(JobField::Created), Qt::DescendingOrder);
    setSortingEnabled(true);
    // What is left goes to the error, or to whatever comes last.
    horizontalHeader()->setStretchLastSection(true);
    forEachField([this](JobField field) {
        setColumnWidth(int(field), JobCells::column(field, m_words).width);
    });
    createMenu();
    readFields();
}

void JobsTable::createMenu()
{
    m_menu->setObjectName(u"jobsColumns"_s);
    forEachField([this](JobField field) {
        QAction *action = m_menu->addAction(JobCells::column(field, m_words).heading.text);
        action->setObjectName(storedName(field));
        action->setCheckable(true);
        action->setVisible(isThere(field));
        connect(action, &QAction::toggled, this,
                [this, field](bool checked) { setShown(field, checked); });
    });
    QHeaderView *header = horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &place) { m_menu->popup(header->mapToGlobal(place)); });
}

bool JobsTable::isThere(JobField field) const
{
    return m_words.areJobs() || field != JobField::Credit;
}

bool JobsTable::isUsual(JobField field) const
{
    const auto among = [field](const auto &fields) {
        return std::find(fields.cbegin(), fields.cend(), field) != fields.cend();
    };
    return m_words.areJobs() ? among(UsualOfJobs) : among(UsualOfRequests);
}

const SettingKey<QString> &JobsTable::key() const
{
    return m_words.areJobs() ? Keys::JobColumns : Keys::RequestColumns;
}

void JobsTable::readFields()
{
    const QStringList names = m_settings.get(key()).split(u',', Qt::SkipEmptyParts);
    const auto take = [this](auto &&wanted) {
        forEachField([&](JobField field) {
            if (isThere(field) && wanted(field))
                m_fields.append(field);
        });
    };
    take([&names](JobField field) { return names.contains(storedName(field)); });
    if (m_fields.isEmpty()) // nothing was chosen, or somebody has edited the file
        take([this](JobField field) { return isUsual(field); });
    updateColumns();
}

void JobsTable::setShown(JobField field, bool shown)
{
    if (m_fields.contains(field) == shown)
        return;
    if (shown)
        m_fields.insert(std::upper_bound(m_fields.begin(), m_fields.end(), field), field);
    else
        m_fields.removeOne(field);
    QStringList names;
    for (const JobField each : std::as_const(m_fields))
        names += storedName(each);
    m_settings.set(key(), names.join(u','));
    updateColumns();
}

void JobsTable::setErrorShownElsewhere(bool elsewhere)
{
    m_errorElsewhere = elsewhere;
    updateColumns();
}

void JobsTable::updateColumns()
{
    forEachField([this](JobField field) {
        const bool wanted = m_fields.contains(field);
        setColumnHidden(int(field), !wanted || (field == JobField::Error && m_errorElsewhere));
        auto *action = m_menu->findChild<QAction *>(storedName(field));
        action->setChecked(wanted);
        // A table without columns says nothing, not even how to get them back.
        action->setEnabled(!wanted || m_fields.size() > 1);
    });
}

} // namespace litedeck
