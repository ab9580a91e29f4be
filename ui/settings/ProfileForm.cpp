// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/ProfileForm.h"

#include "base/NewId.h"
#include "settings/FormField.h"
#include "widgets/Theme.h"

#include <QHostAddress>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString problemText(const ProfileIssue &issue)
{
    switch (issue.problem) {
    case ProfileProblem::Empty:
        return issue.field == ProfileField::Server ? ProfileForm::tr("Enter the server's address.")
                                                   : ProfileForm::tr("Enter the team's name.");
    case ProfileProblem::UrlInvalid:
        return ProfileForm::tr("This is not an address such as https://gateway.example.com.");
    case ProfileProblem::SchemeNotHttp:
        return ProfileForm::tr("Begin the address with https:// or http://.");
    case ProfileProblem::HostMissing:
        return ProfileForm::tr("The name of the server is missing.");
    case ProfileProblem::UserInfoPresent:
        return ProfileForm::tr("Leave user name and password out of the address.");
    case ProfileProblem::QueryPresent:
        return ProfileForm::tr("Leave out everything from the ? or # on.");
    case ProfileProblem::SameAsServer:
        return ProfileForm::tr("The second server is the same as the first.");
    }
    Q_UNREACHABLE();
}

bool isOwnMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_server(new FormField(tr("Server address"), u"profileServer"_s, this))
    , m_team(new FormField(tr("Team"), u"profileTeam"_s, this))
    , m_key(new FormField(tr("Virtual key"), u"profileKey"_s, this))
    , m_showKey(new QPushButton(m_key))
    , m_name(new FormField(tr("Name"), u"profileName"_s, this))
    , m_second(new FormField(tr("Second address"), u"profileSecondServer"_s, this))
{
    m_profile.id = ProfileId{newId()};
    m_server->edit()->setPlaceholderText(u"https://gateway.example.com"_s);
    m_server->edit()->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_name->setHint(tr("What you call this connection; may stay empty."));
    m_second->edit()->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_second->setHint(tr("The same gateway at another address, for when the first does not "
                         "answer; may stay empty."));
    m_key->edit()->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                       Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_key->setHint(tr("Your team's administrator gives it out. It is kept in the keychain."));
    m_showKey->setObjectName(u"profileKeyShow"_s);
    m_showKey->setAutoDefault(false);
    showKey(false);
    m_key->addControl(m_showKey);
    connect(m_showKey, &QPushButton::clicked, this, &ProfileForm::toggleKey);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    for (FormField *field : {m_server, m_team, m_key, m_name, m_second}) {
        column->addWidget(field);
        connect(field->edit(), &QLineEdit::editingFinished, this, [this, field] { leave(field); });
        connect(field->edit(), &QLineEdit::textEdited, this, &ProfileForm::showProblems);
        connect(field->edit(), &QLineEdit::textEdited, this, &ProfileForm::edited);
    }
    setFocusProxy(m_server->edit());
}

ProfileForm::~ProfileForm() = default;

void ProfileForm::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_name->edit()->setText(profile.name);
    m_server->edit()->setText(profile.server.toDisplayString());
    m_team->edit()->setText(profile.team.value);
    m_second->edit()->setText(profile.secondServer.toDisplayString());
    clearKey();
    m_left.clear();
    showProblems();
    setFocusProxy(m_key->edit());
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.server = QUrl(m_server->text(), QUrl::StrictMode);
    profile.team = TeamId{m_team->text()};
    // A strict parser would make nothing of what is no address, and nothing is allowed here.
    profile.secondServer = QUrl(m_second->text(), QUrl::TolerantMode);
    profile.name = m_name->text().isEmpty() ? profile.team.value : m_name->text();
    return profile;
}

QString ProfileForm::key() const
{
    return m_key->text();
}

void ProfileForm::clearKey()
{
    m_key->edit()->clear();
    showKey(false);
}

bool ProfileForm::check()
{
    const QList<FormField *> all{m_server, m_team, m_key, m_name, m_second};
    m_left = all;
    showProblems();
    const auto wrong = std::find_if(all.cbegin(), all.cend(), [](const FormField *field) {
        return !field->problem().isEmpty();
    });
    if (wrong == all.cend())
        return true;
    (*wrong)->edit()->setFocus();
    return false;
}

FormField *ProfileForm::fieldOf(ProfileField field) const
{
    switch (field) {
    case ProfileField::Name:
    case ProfileField::Team:
        // A name is missing only when the team is missing, too.
        return m_team;
    case ProfileField::Server:
        return m_server;
    case ProfileField::SecondServer:
        return m_second;
    }
    Q_UNREACHABLE();
}

void ProfileForm::leave(FormField *field)
{
    if (!m_left.contains(field) && !field->text().isEmpty())
        m_left += field;
    showProblems();
}

void ProfileForm::showProblems()
{
    QHash<FormField *, QString> problems;
    for (const ProfileIssue &issue : validate(profile()))
        problems.insert(fieldOf(issue.field), problemText(issue));
    if (key().isEmpty())
        problems.insert(m_key, tr("Enter the virtual key."));
    for (FormField *field : {m_server, m_team, m_key, m_name, m_second})
        field->setProblem(m_left.contains(field) ? problems.value(field) : QString());
    updateServerHint();
}

void ProfileForm::updateServerHint()
{
    const QUrl server = profile().server;
    const bool open =
        server.scheme() == "http"_L1 && !server.host().isEmpty() && !isOwnMachine(server.host());
    m_server->setHint(open ? tr("http:// is not encrypted: others on the way can read the key.")
                           : QString());
}

void ProfileForm::toggleKey()
{
    showKey(m_key->edit()->echoMode() == QLineEdit::Password);
}

void ProfileForm::showKey(bool shown)
{
    m_key->edit()->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_showKey->setText(shown ? tr("Hide") : tr("Show"));
    m_showKey->setAccessibleName(shown ? tr("Hide key") : tr("Show key"));
}

} // namespace litedeck
