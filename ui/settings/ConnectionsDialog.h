// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace litedeck {

class ConnectionsModel;
class InlineNotice;
class Settings;

/// The list of connections, to open, add, change and remove one.
///
/// Only tells what the user wants: the dialog stays, and follows the settings, until it is closed.
class ConnectionsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsDialog)

public:
    /// `open` is the connection in use, if any; `settings` outlive the dialog.
    ConnectionsDialog(const Settings &settings, const ProfileId &open, QWidget *parent = nullptr);

    /// Says above the list why it is shown; an empty text says nothing.
    void setReason(const QString &reason);

signals:
    void openRequested(const litedeck::ProfileId &profile);
    void addRequested();
    void editRequested(const litedeck::ProfileId &profile);
    void removeRequested(const litedeck::ProfileId &profile);
    void demoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *button(const QString &text, const QString &objectName);
    void build();
    ProfileId chosen() const;
    void updateButtons();

    ConnectionsModel *m_model;
    InlineNotice *m_reason;
    QTableView *m_table;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_demo;
    QPushButton *m_close;
    QPushButton *m_open; // In the order of the Tab key.
};

} // namespace litedeck
