// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/server/Account.h"
#include "ui/settings/ProfileForm.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace litedeck {

class ConnectionTest;
class InlineNotice;
class MutedLabel;

/// What the dialog is to ask.
struct ConnectQuestion
{
    enum class Purpose : quint8 {
        Add,  ///< A new connection.
        Open, ///< What is missing to open one.
        Edit, ///< A connection whose name, key and second address may change.
    };

    Purpose purpose = Purpose::Add;
    std::optional<Profile> profile; ///< None when a new one is added.
    QString presentKey;             ///< Of the profile; stays when no other one is entered.
    QString reason;                 ///< Why the dialog asks; may be empty.
    FormSurroundings surroundings;
};

/// Asks for a server, a team and its virtual key, and can try them out before it connects. What it
/// does not know it asks the server first: its kind, and on a plain LiteLLM proxy whose key it is.
///
/// Ends in connectRequested(), in demoRequested(), or by being closed; it has closed itself when it
/// emits, and emitting is the last thing it does, so that it may be deleted then. The key is
/// forgotten when the dialog closes; an empty one in connectRequested() leaves the present one.
class ConnectDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectDialog)

public:
    /// `clock` outlives the dialog.
    explicit ConnectDialog(Clock &clock, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    void ask(const ConnectQuestion &question);

    void done(int result) override;

signals:
    void connectRequested(const litedeck::Profile &profile, const QString &key);
    void demoRequested();

protected:
    bool event(QEvent *event) override;

private:
    void build();
    /// What the server is asked for.
    enum class Aim : quint8 { Test, Connect };

    void toggleTest();
    void connectNow();
    void look(Aim aim);
    void finish();
    QString keyInUse() const;
    void tryDemo();
    void onStep(int step);
    void onSucceeded(const Account &account);
    void onFoundKind(ServerKind kind);
    void onFoundOther();
    void onFailed(const Error &error);
    void onEdited();
    void showTesting(bool testing);
    void updateConnect();

    ConnectQuestion m_question;
    QLabel *m_title;
    InlineNotice *m_reason;
    ProfileForm *m_form;
    ConnectionTest *m_tester;
    Aim m_aim = Aim::Test;
    InlineNotice *m_result;
    MutedLabel *m_step;
    QProgressBar *m_progress;
    QPushButton *m_demo;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_connect;
};

} // namespace litedeck
