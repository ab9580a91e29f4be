// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobQuery.h"
#include "ui/widgets/RowTable.h"
#include "ui/words/RecordWords.h"

class QMenu;

namespace litedeck {

class JobsModel;
class Settings;
template <typename T>
struct SettingKey;

/// The table of jobs, with columns that the user chooses; the choice is kept in the settings.
class JobsTable : public RowTable
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsTable)

public:
    /// `model` and `settings` outlive the table.
    JobsTable(JobsModel &model, Settings &settings, const RecordWords &words,
              QWidget *parent = nullptr);

    /// The columns of the user's choice, in the order of the table.
    QList<JobField> fields() const { return m_fields; }
    /// One entry a column, to show or hide it. Owned by the table.
    QMenu *columnsMenu() const { return m_menu; }
    /// While the details of a job stand beside the table, they show its error.
    void setErrorShownElsewhere(bool elsewhere);

private:
    void createMenu();
    void readFields();
    const SettingKey<QString> &key() const;
    bool isUsual(JobField field) const;
    bool isThere(JobField field) const;
    void setShown(JobField field, bool shown);
    void updateColumns();

    Settings &m_settings;
    const RecordWords m_words;
    QMenu *m_menu;
    QList<JobField> m_fields;
    bool m_errorElsewhere = false;
};

} // namespace litedeck
