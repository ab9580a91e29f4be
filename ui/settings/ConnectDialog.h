// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/Error.h"
#include "gateway/Account.h"
#include "settings/Profile.h"

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace litedeck {

class ConnectionTest;
class InlineNotice;
class MutedLabel;
class ProfileForm;

/// Asks for a server, a team and its virtual key, and can try them out before it connects.
///
/// Ends in connectRequested(), in demoRequested(), or by being closed; it has closed itself when it
/// emits, and emitting is the last thing it does, so that it may be deleted then. The key is
/// forgotten when the dialog closes.
class ConnectDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectDialog)

public:
    /// `clock` outlives the dialog.
    explicit ConnectDialog(Clock &clock, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /// Changes this profile instead of making a new one, which has its own id.
    void setProfile(const Profile &profile);

    void done(int result) override;

signals:
    void connectRequested(const litedeck::Profile &profile, const QString &key);
    void demoRequested();

private:
    void build();
    void toggleTest();
    void connectNow();
    void tryDemo();
    void onStep(int step);
    void onSucceeded(const Team &team);
    void onFailed(const Error &error);
    void onEdited();
    void showTesting(bool testing);

    ProfileForm *m_form;
    ConnectionTest *m_tester;
    InlineNotice *m_result;
    MutedLabel *m_step;
    QProgressBar *m_progress;
    QPushButton *m_demo;
    QPushButton *m_test;
    QPushButton *m_connect;
};

} // namespace litedeck
