// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace litedeck {

/// The settings that people change by hand; each holds at once, without a button.
class SettingsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    /// `settings` outlives the dialog.
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

    /// Offers to keep copies of the conversations in that directory.
    void setBackupDirectory(const QString &directory);

signals:
    /// The user wants to change the connection; the dialog has closed itself.
    void connectRequested();

private:
    void build();
    QSpinBox *addSeconds(const NumberKey &key, const QString &name);
    void read();
    void onSchemeChosen(int entry);
    void askToConnect();
    void openBackups();

    Settings &m_settings;
    QComboBox *m_scheme;
    QCheckBox *m_sendOnEnter;
    QSpinBox *m_retries;
    QSpinBox *m_wholeReply;
    QSpinBox *m_streamSilence;
    QSpinBox *m_backups;
    QWidget *m_backupGroup;
    QLabel *m_backupPlace;
    QString m_backupDirectory;
};

} // namespace litedeck
