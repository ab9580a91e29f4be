// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SecretStore.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QPushButton;

namespace litedeck {

class FieldNotes;
class FormField;
class InlineNotice;

/// What a form knows besides the connection that it is about.
struct FormSurroundings
{
    QList<Profile> saved;                ///< All connections.
    QStringList httpHosts;               ///< Hosts that may have a key without encryption.
    std::optional<SecretPlace> keyPlace; ///< Where keys are kept here, as far as is known.
};

/// The fields of a connection and its virtual key. What is wrong with a field is said at the field,
/// once the user has left it or wants to go on.
///
/// A connection never changes its server or team: with another one the form is about another
/// connection, and says so.
class ProfileForm : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileForm)

public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    void setSurroundings(const FormSurroundings &surroundings);
    /// Fills the fields. `hasKey`: an empty field leaves the key as it is; it is never shown.
    void setProfile(const Profile &profile, bool hasKey);
    /// What the server told of itself, for the address that is entered.
    void setKind(ServerKind kind);
    /// Whose calls the key that is entered makes, which the server told, and what they are called.
    void setHolder(const TeamId &holder, const QString &name);
    /// Empty as long as nobody has asked the server.
    std::optional<ServerKind> kind() const;
    /// Whether the server has to be asked before it is known what connection this is.
    bool wantsLook() const;

    /// What the fields say, with the address as all write it; without a name it is called like its
    /// team, or else its server.
    Profile profile() const;
    /// Whether profile() is another connection than the one of setProfile().
    bool isAnother() const;
    QString key() const;
    void clearKey();

    /// Says what is wrong at every field and goes to the first one; true when nothing is.
    bool check();

    static QString problemText(const ProfileIssue &issue);

signals:
    void edited();

private:
    void build();
    bool isAtKnownServer() const;
    Profile entered() const;
    QString usualName() const;
    FormField *fieldOf(ProfileField field) const;
    QHash<FormField *, QString> problems() const;
    void leave(FormField *field);
    void updateAll();
    void updateName();
    /// Says what is wrong with the fields that the user has been to.
    void showProblems();
    void showConsent();
    void toggleKey();
    void showKey(bool shown);
    void updateHints();

    FormSurroundings m_surroundings;
    std::optional<Profile> m_known;
    std::optional<ServerKind> m_kind; ///< Of the server that is entered, if it was asked.
    /// Whose key is entered, and their name, if the server was asked.
    std::optional<std::pair<TeamId, QString>> m_holder;
    bool m_hasKey = false;
    const ProfileId m_freshId; ///< Of a connection that is made here.
    FormField *m_server;
    FormField *m_key;
    QPushButton *m_showKey;
    FormField *m_team;
    FormField *m_name;
    FormField *m_second; // In the order of the Tab key.
    QCheckBox *m_consent;
    FieldNotes *m_consentNotes;
    InlineNotice *m_another;
    const QList<FormField *> m_fields;
    QStringList m_hosts;          ///< What the consent is about.
    bool m_isNameCleared = false; ///< Since the form is about another connection.
    bool m_wantsOn = false;       ///< The user wanted to go on.
    QList<FormField *> m_left;
};

} // namespace litedeck
