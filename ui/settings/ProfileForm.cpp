// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ProfileForm.h"

#include "core/base/NewId.h"
#include "core/settings/HttpConsent.h"
#include "core/settings/ServerAddress.h"
#include "ui/widgets/FieldNotes.h"
#include "ui/widgets/FormField.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString keyPlaceText(std::optional<SecretPlace> place)
{
    if (!place)
        return ProfileForm::tr("It is kept in the keychain, where there is one.");
    switch (*place) {
    case SecretPlace::Keychain:
        return ProfileForm::tr("It is kept in the keychain.");
    case SecretPlace::ThisRun:
        return ProfileForm::tr("There is no keychain here, so it is kept for this run only.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString ProfileForm::problemText(const ProfileIssue &issue)
{
    switch (issue.problem) {
    case ProfileProblem::Empty:
        return issue.field == ProfileField::Server ? tr("Enter the server's address.")
                                                   : tr("Enter the team's name.");
    case ProfileProblem::UrlInvalid:
        return tr("This is not an address such as https://gateway.example.com.");
    case ProfileProblem::SchemeNotHttp:
        return tr("Begin the address with https:// or http://.");
    case ProfileProblem::HostMissing:
        return tr("The name of the server is missing.");
    case ProfileProblem::UserInfoPresent:
        return tr("Leave user name and password out of the address.");
    case ProfileProblem::QueryPresent:
        return tr("Leave out everything from the ? or # on.");
    case ProfileProblem::SameAsServer:
        return tr("The second server is the same as the first.");
    case ProfileProblem::LessSafe:
        return tr("The first address is encrypted, so the second one must begin with https:// "
                  "too.");
    }
    Q_UNREACHABLE();
}

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_freshId{newId()}
    , m_server(new FormField(tr("Server address"), u"profileServer"_s, this))
    , m_key(new FormField(tr("Virtual key"), u"profileKey"_s, this))
    , m_showKey(new QPushButton(m_key))
    , m_team(new FormField(tr("Team"), u"profileTeam"_s, this))
    , m_name(new FormField(tr("Name"), u"profileName"_s, this))
    , m_second(new FormField(tr("Second address"), u"profileSecondServer"_s, this))
    , m_consent(new QCheckBox(this))
    , m_another(new InlineNotice({}, Tone::Neutral, this))
    , m_fields{m_server, m_key, m_team, m_name, m_second}
{
    m_server->edit()->setPlaceholderText(u"https://gateway.example.com"_s);
    m_server->edit()->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_name->setHint(tr("What you call this connection; may stay empty."));
    m_second->edit()->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_second->setHint(tr("The same gateway at another address, for when the first does not "
                         "answer; may stay empty."));
    m_key->edit()->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData |
                                       Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_showKey->setObjectName(u"profileKeyShow"_s);
    m_showKey->setAutoDefault(false);
    showKey(false);
    m_key->addControl(m_showKey);
    m_consent->setObjectName(u"profileConsent"_s);
    m_consent->hide();
    m_consentNotes = new FieldNotes(m_consent, this);
    m_another->setObjectName(u"profileAnother"_s);
    m_another->setClosable(false);
    m_another->hide();
    // What a server told holds for what it was asked about.
    connect(m_server->edit(), &QLineEdit::textChanged, this, [this] {
        m_kind.reset();
        m_holder.reset();
    });
    connect(m_key->edit(), &QLineEdit::textChanged, this, [this] { m_holder.reset(); });
    connect(m_showKey, &QPushButton::clicked, this, &ProfileForm::toggleKey);
    connect(m_consent, &QCheckBox::toggled, this, &ProfileForm::showProblems);
    build();
    updateHints();
    setFocusProxy(m_server->edit());
}

ProfileForm::~ProfileForm() = default;

void ProfileForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    for (FormField *field : m_fields) {
        column->addWidget(field);
        connect(field->edit(), &QLineEdit::editingFinished, this, [this, field] { leave(field); });
        connect(field->edit(), &QLineEdit::textChanged, this, &ProfileForm::updateAll);
        connect(field->edit(), &QLineEdit::textChanged, this, &ProfileForm::edited);
    }
    auto *consent = new QVBoxLayout;
    consent->setSpacing(Spacing::XS);
    consent->addWidget(m_consent);
    consent->addWidget(m_consentNotes);
    column->addLayout(consent);
    column->addWidget(m_another);
}

void ProfileForm::setSurroundings(const FormSurroundings &surroundings)
{
    m_surroundings = surroundings;
    showProblems();
}

void ProfileForm::setProfile(const Profile &profile, bool hasKey)
{
    m_server->edit()->setText(profile.server.toDisplayString());
    m_team->edit()->setText(profile.kind == ServerKind::SaasLiteLlm ? profile.team.value
                                                                    : QString());
    m_known = profile;
    m_hasKey = hasKey;
    // A name that it has anyway follows the team when that is changed.
    m_name->edit()->setText(profile.name == profile.shownTeam() ? QString() : profile.name);
    m_second->edit()->setText(profile.secondServer.toDisplayString());
    clearKey();
    m_left.clear();
    updateAll();
    setFocusProxy(hasKey ? m_name->edit() : m_key->edit());
}

void ProfileForm::setKind(ServerKind kind)
{
    m_kind = kind;
    updateAll();
}

void ProfileForm::setHolder(const TeamId &holder, const QString &name)
{
    m_holder = {holder, name};
    // The command line named a server only; now it is known which connection that is.
    if (m_known && m_known->team.isEmpty())
        m_known.reset();
    updateAll();
}

bool ProfileForm::isAtKnownServer() const
{
    return m_known &&
           normalised(QUrl(m_server->text(), QUrl::StrictMode)) == normalised(m_known->server);
}

std::optional<ServerKind> ProfileForm::kind() const
{
    return !m_kind && isAtKnownServer() ? m_known->kind : m_kind;
}

bool ProfileForm::wantsLook() const
{
    if (!kind())
        return true;
    const bool isKeyKnown = m_holder || (isAtKnownServer() && key().isEmpty());
    return *kind() == ServerKind::LiteLlmProxy && !isKeyKnown;
}

Profile ProfileForm::entered() const
{
    Profile profile;
    profile.server = QUrl(m_server->text(), QUrl::StrictMode);
    profile.team = TeamId{m_team->text()};
    // A team that may be missing is no problem as long as nobody knows that it is needed.
    profile.kind = kind().value_or(profile.team.isEmpty() ? ServerKind::LiteLlmProxy
                                                          : ServerKind::SaasLiteLlm);
    if (profile.kind == ServerKind::LiteLlmProxy) {
        profile.team = {};
        if (m_holder)
            std::tie(profile.team, profile.teamName) = *m_holder;
        else if (isAtKnownServer())
            std::tie(profile.team, profile.teamName) = std::tie(m_known->team, m_known->teamName);
    }
    // A strict parser would make nothing of what is no address, and nothing is allowed here.
    profile.secondServer = QUrl(m_second->text(), QUrl::TolerantMode);
    profile.id = m_freshId;
    if (m_known && placeOf(profile.server, profile.team) == placeOf(m_known->server, m_known->team))
        profile.id = m_known->id;
    profile.name = m_name->text();
    return profile;
}

Profile ProfileForm::profile() const
{
    Profile profile = entered();
    profile.server = normalised(profile.server);
    profile.secondServer = normalised(profile.secondServer);
    if (profile.name.isEmpty())
        profile.name = usualName();
    return profile;
}

QString ProfileForm::usualName() const
{
    const Profile own = entered();
    const QString team = own.shownTeam();
    if (team.isEmpty())
        return own.server.authority();
    const bool isTaken =
        std::any_of(m_surroundings.saved.cbegin(), m_surroundings.saved.cend(),
                    [&](const Profile &other) { return other.id != own.id && other.name == team; });
    //: The name of a connection: %1 is a team, %2 a server.
    return isTaken ? tr("%1 on %2").arg(team, own.server.authority()) : team;
}

bool ProfileForm::isAnother() const
{
    return m_known && entered().id != m_known->id;
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
    m_left = m_fields;
    m_wantsOn = true;
    showProblems();
    const auto wrong = std::find_if(m_fields.cbegin(), m_fields.cend(), [](const FormField *field) {
        return !field->problem().isEmpty();
    });
    if (wrong != m_fields.cend()) {
        (*wrong)->edit()->setFocus();
        return false;
    }
    if (!m_consentNotes->problem().isEmpty()) {
        m_consent->setFocus();
        return false;
    }
    return true;
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

QHash<FormField *, QString> ProfileForm::problems() const
{
    QHash<FormField *, QString> problems;
    Profile own = entered();
    for (const Profile &other : m_surroundings.saved) {
        const bool isOwn = other.id == own.id || (m_known && other.id == m_known->id);
        const bool isSame = placeOf(other.server, other.team) == placeOf(own.server, own.team);
        if (!isOwn && isSame && !m_team->isHidden())
            problems.insert(
                m_team, tr("There is a connection to this team already: “%1”.").arg(other.name));
        else if (!isOwn && isSame && m_holder)
            problems.insert(m_key, tr("There is a connection with a key of the same team and user "
                                      "already: “%1”. Change its key there.")
                                       .arg(other.name));
        if (other.id != own.id && other.name == own.name)
            problems.insert(m_name, tr("Another connection has this name."));
    }
    own.name = profile().name;
    for (const ProfileIssue &issue : validate(own))
        problems.insert(fieldOf(issue.field), problemText(issue));
    if (key().isEmpty() && (!m_hasKey || isAnother()))
        problems.insert(m_key, tr("Enter the virtual key."));
    return problems;
}

void ProfileForm::leave(FormField *field)
{
    if (!m_left.contains(field) && !field->text().isEmpty())
        m_left += field;
    showProblems();
}

void ProfileForm::updateAll()
{
    m_team->setVisible(kind() != ServerKind::LiteLlmProxy);
    updateName();
    showProblems();
}

void ProfileForm::updateName()
{
    // The name belongs to the connection that it was given to.
    const QString name = m_known ? m_known->name : QString();
    if (isAnother() && m_name->text() == name) {
        m_isNameCleared = true;
        m_name->edit()->clear();
    } else if (!isAnother() && m_isNameCleared && m_name->text().isEmpty()) {
        m_isNameCleared = false;
        m_name->edit()->setText(name);
    }
}

void ProfileForm::showProblems()
{
    const QHash<FormField *, QString> all = problems();
    for (FormField *field : m_fields)
        field->setProblem(m_left.contains(field) ? all.value(field) : QString());
    showConsent();
    updateHints();
}

void ProfileForm::showConsent()
{
    const QStringList hosts = HttpConsent::hostsOf(profile());
    if (hosts != m_hosts) {
        m_hosts = hosts;
        const auto isGiven = [this](const QString &host) {
            return m_surroundings.httpHosts.contains(host);
        };
        m_consent->setChecked(std::all_of(hosts.cbegin(), hosts.cend(), isGiven));
        //: Joins the names of two servers.
        const QString names = hosts.join(tr(" and "));
        m_consent->setText(tr("Send my key to %1 without encryption").arg(names));
        m_consent->setAccessibleName(m_consent->text());
        m_consent->setVisible(!hosts.isEmpty());
    }
    const bool isMissing = m_wantsOn && !hosts.isEmpty() && !m_consent->isChecked();
    m_consentNotes->setProblem(isMissing ? tr("Use an address with https://, or tick this.")
                                         : QString());
}

void ProfileForm::updateHints()
{
    m_server->setHint(isReadOnTheWay(entered().server)
                          ? tr("http:// is not encrypted: others on the way can read the key.")
                          : QString());
    m_team->setHint(kind()
                        ? QString()
                        : tr("Only SaaS LiteLLM needs it; a LiteLLM proxy knows it by the key."));
    m_key->setHint(m_hasKey && !isAnother() ? tr("Leave this empty to keep the present key.")
                                            : tr("Your team's administrator gives it out.") + u' ' +
                                                  keyPlaceText(m_surroundings.keyPlace));
    m_another->setVisible(isAnother());
    if (isAnother())
        m_another->setMessage(tr("This will be another connection; the chats of “%1” stay with "
                                 "“%1”.")
                                  .arg(m_known->name),
                              Tone::Neutral);
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
