// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ConnectDialog.h"

#include "core/connection/ConnectionTest.h"
#include "core/settings/ServerAddress.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/words/AllowanceWords.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/TeamWords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int DialogWidth = 520;

QString titleOf(const ConnectQuestion &question)
{
    const QString name = question.profile ? question.profile->name : QString();
    switch (question.purpose) {
    case ConnectQuestion::Purpose::Add:
        return ConnectDialog::tr("Connect to a gateway");
    case ConnectQuestion::Purpose::Open:
        return ConnectDialog::tr("Connect to “%1”").arg(name);
    case ConnectQuestion::Purpose::Edit:
        return ConnectDialog::tr("Edit “%1”").arg(name);
    }
    Q_UNREACHABLE();
}

QString stepText(int step)
{
    switch (step) {
    case 1:
        return ConnectDialog::tr("Asking what server this is…");
    case 2:
        return ConnectDialog::tr("Asking for the account…");
    default:
        return ConnectDialog::tr("Trying the key…");
    }
}

/// Title, cause and advice; errorSummary() has no advice when it has a cause.
QString failureText(const Error &error)
{
    const QString summary = errorSummary(error);
    const QString advice = errorAdvice(error);
    return summary.endsWith(advice) ? summary : summary + u'\n' + advice;
}

} // namespace

ConnectDialog::ConnectDialog(Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_reason(new InlineNotice({}, Tone::Warning, this))
    , m_form(new ProfileForm(this))
    , m_tester(new ConnectionTest(clock, this))
    , m_result(new InlineNotice({}, Tone::Neutral, this))
    , m_step(new MutedLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_demo(new QPushButton(tr("Try the demo"), this))
    , m_test(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_connect(new QPushButton(this))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(Fonts::title());
    m_title->setWordWrap(true); // a connection may have a long name
    m_reason->setObjectName(u"connectReason"_s);
    m_reason->setClosable(false);
    m_form->setObjectName(u"profileForm"_s);
    m_result->setObjectName(u"connectResult"_s);
    m_result->setClosable(false);
    m_result->hide();
    m_step->setObjectName(u"connectStep"_s);
    m_progress->setObjectName(u"connectProgress"_s);
    m_progress->setAccessibleName(tr("Connection test"));
    m_progress->setRange(0, 2 * ConnectionTest::Steps);
    m_progress->setTextVisible(false);
    m_demo->setObjectName(u"connectDemo"_s);
    m_demo->setAccessibleName(m_demo->text());
    m_demo->setToolTip(tr("Look around with a server inside the program; nothing is sent and "
                          "nothing costs anything."));
    m_test->setObjectName(u"connectTest"_s);
    m_cancel->setObjectName(u"connectCancel"_s);
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setAutoDefault(false);
    m_connect->setObjectName(u"connectNow"_s);
    m_connect->setDefault(true);
    m_demo->setAutoDefault(false);
    m_test->setAutoDefault(false);
    setButtonRole(m_connect, ButtonRole::Primary);
    showTesting(false);
    build();
    ask({});

    connect(m_form, &ProfileForm::edited, this, &ConnectDialog::onEdited);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::toggleTest);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectNow);
    connect(m_demo, &QPushButton::clicked, this, &ConnectDialog::tryDemo);
    connect(m_tester, &ConnectionTest::stepChanged, this, &ConnectDialog::onStep);
    connect(m_tester, &ConnectionTest::foundKind, this, &ConnectDialog::onFoundKind);
    connect(m_tester, &ConnectionTest::succeeded, this, &ConnectDialog::onSucceeded);
    connect(m_tester, &ConnectionTest::foundOther, this, &ConnectDialog::onFoundOther);
    connect(m_tester, &ConnectionTest::failed, this, &ConnectDialog::onFailed);
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::build()
{
    auto *words =
        new MutedLabel(tr("Litedeck works with a LiteLLM proxy and with SaaS LiteLLM."), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(m_demo);
    buttons->addStretch(1);
    buttons->addWidget(m_test);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_connect);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::XL, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(m_title);
    column->addWidget(words);
    column->addWidget(m_reason);
    column->addSpacing(Spacing::XS);
    column->addWidget(m_form);
    column->addWidget(m_result);
    column->addWidget(m_step);
    column->addWidget(m_progress);
    column->addStretch(1);
    column->addSpacing(Spacing::S);
    column->addLayout(buttons);
    setMinimumWidth(DialogWidth);
}

void ConnectDialog::ask(const ConnectQuestion &question)
{
    m_question = question;
    m_form->setSurroundings(question.surroundings);
    if (question.profile)
        m_form->setProfile(*question.profile, !question.presentKey.isEmpty());
    m_title->setText(titleOf(question));
    m_reason->setMessage(question.reason, Tone::Warning);
    m_reason->setVisible(!question.reason.isEmpty());
    m_demo->setVisible(question.purpose != ConnectQuestion::Purpose::Edit);
    updateConnect();
    m_form->setFocus();
}

void ConnectDialog::updateConnect()
{
    const bool isSaved =
        m_question.purpose == ConnectQuestion::Purpose::Edit && !m_form->isAnother();
    m_connect->setText(isSaved ? tr("Save") : tr("Connect"));
    m_connect->setAccessibleName(m_connect->text());
}

void ConnectDialog::done(int result)
{
    m_tester->cancel();
    m_form->clearKey();
    m_question.presentKey.clear();
    QDialog::done(result);
}

bool ConnectDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    // Nothing is squeezed when more is said; a layout with lines that wrap does not see to that.
    if (event->type() == QEvent::LayoutRequest) {
        const int wanted = layout()->totalHeightForWidth(width());
        if (wanted > height())
            resize(width(), qMin(wanted, screen()->availableSize().height()));
    }
    return isHandled;
}

void ConnectDialog::toggleTest()
{
    if (m_tester->isRunning()) {
        m_tester->cancel();
        showTesting(false);
        return;
    }
    if (m_form->check())
        look(Aim::Test);
}

void ConnectDialog::look(Aim aim)
{
    m_aim = aim;
    const Profile profile = m_form->profile();
    m_result->hide();
    showTesting(true);
    m_tester->start({.server = profile.server, .team = profile.team, .virtualKey = keyInUse()});
}

QString ConnectDialog::keyInUse() const
{
    return m_form->key().isEmpty() ? m_question.presentKey : m_form->key();
}

void ConnectDialog::connectNow()
{
    if (!m_form->check())
        return;
    if (m_form->wantsLook())
        look(Aim::Connect);
    else
        finish();
}

void ConnectDialog::finish()
{
    const Profile profile = m_form->profile();
    const QString key = m_form->key();
    accept();
    emit connectRequested(profile, key);
}

void ConnectDialog::tryDemo()
{
    accept();
    emit demoRequested();
}

void ConnectDialog::onStep(int step)
{
    m_step->setText(stepText(step));
    m_progress->setValue(2 * step - 1); // half of the step that is under way
}

void ConnectDialog::onFoundKind(ServerKind kind)
{
    m_form->setKind(kind);
    if (kind == ServerKind::LiteLlmProxy)
        return;
    // Now it is known whether a team is needed.
    if (!m_form->check()) {
        m_tester->cancel();
        showTesting(false);
    } else if (m_aim == Aim::Connect) {
        finish();
    }
}

void ConnectDialog::onSucceeded(const Account &account)
{
    showTesting(false);
    if (m_form->kind() == ServerKind::LiteLlmProxy) {
        const bool wasAnother = m_form->isAnother();
        m_form->setHolder(account.holder.isEmpty() ? keyHolder(keyInUse()) : account.holder,
                          account.name);
        const bool isNews = m_form->isAnother() && !wasAnother;
        updateConnect();
        if (!m_form->check() || isNews)
            return;
    }
    if (m_aim == Aim::Connect) {
        finish();
        return;
    }
    const TeamState state = stateOf(account);
    const Profile profile = m_form->profile();
    const QString team = profile.shownTeam();
    const Allowance bound = account.binding().value_or(Allowance());
    //: %1 is a team's name, %2 its status such as "active", %3 such as "412 credits".
    m_result->setMessage(tr("Connected: team %1, %2, %3")
                             .arg(team.isEmpty() ? profile.name : team,
                                  TeamWords::state(state, account.statusWord, bound),
                                  AllowanceWords::left(account.binding())),
                         TeamWords::of(state, bound).tone);
    m_result->show();
}

void ConnectDialog::onFoundOther()
{
    showTesting(false);
    m_result->setMessage(tr("This answers neither as a LiteLLM proxy nor as SaaS LiteLLM does. The "
                            "key was not sent to it; check the address."),
                         Tone::Danger);
    m_result->show();
}

void ConnectDialog::onFailed(const Error &error)
{
    showTesting(false);
    // One may connect to a server that is away; then the team that was entered says what it is.
    // What answers is no such server, and must not get the key.
    if (m_aim == Aim::Connect && error.httpStatus == 0 && !m_form->kind() &&
        m_form->profile().kind == ServerKind::SaasLiteLlm) {
        finish();
        return;
    }
    m_result->setMessage(failureText(error), Tone::Danger);
    m_result->show();
}

void ConnectDialog::onEdited()
{
    // What a test said holds for what was tested only.
    m_tester->cancel();
    showTesting(false);
    m_result->hide();
    updateConnect();
}

void ConnectDialog::showTesting(bool testing)
{
    m_step->setVisible(testing);
    m_progress->setVisible(testing);
    const QString label = testing ? tr("Cancel test") : tr("Test connection");
    m_test->setText(label);
    m_test->setAccessibleName(label);
}

} // namespace litedeck
