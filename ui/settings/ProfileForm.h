// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/Profile.h"

#include <QWidget>

class QPushButton;

namespace litedeck {

class FormField;

/// The fields of a profile and its virtual key. What is wrong with a field is said at the field,
/// once the user has left it or wants to go on.
class ProfileForm : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileForm)

public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    /// Fills the fields; the key is never shown again and has to be entered anew.
    void setProfile(const Profile &profile);
    /// What the fields say; without a name it is called like its team.
    Profile profile() const;
    QString key() const;
    void clearKey();

    /// Says what is wrong at every field and goes to the first one; true when nothing is.
    bool check();

signals:
    void edited();

private:
    FormField *fieldOf(ProfileField field) const;
    void leave(FormField *field);
    /// Says what is wrong with the fields that the user has been to.
    void showProblems();
    void toggleKey();
    void showKey(bool shown);
    void updateServerHint();

    Profile m_profile; ///< What the form does not show stays as it was.
    FormField *m_server;
    FormField *m_team;
    FormField *m_key;
    QPushButton *m_showKey;
    FormField *m_name;
    FormField *m_second; // In the order of the Tab key.
    QList<FormField *> m_left;
};

} // namespace litedeck
