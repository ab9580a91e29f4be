// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/TeamPage.h"

#include "core/team/LedgerHistory.h"
#include "core/team/RecentJobs.h"
#include "core/team/TeamMonitor.h"
#include "ui/team/AlertsDialog.h"
#include "ui/team/CreditsCard.h"
#include "ui/team/KeyCard.h"
#include "ui/team/LedgerCard.h"
#include "ui/team/RunwayCard.h"
#include "ui/team/SharesCard.h"
#include "ui/team/TeamPlots.h"
#include "ui/team/TeamsCard.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FactList.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/plot/PlotCard.h"
#include "ui/words/AllowanceWords.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"
#include "ui/words/TeamWords.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr Milliseconds AgeInterval{15'000};
constexpr int NarrowWidth = 1060;  // below, the credits stand above the rest
constexpr int LargestWidth = 1440; // wider lines are hard to follow

QString listText(const QStringList &items)
{
    return items.join(", "_L1);
}

/// The first few items and how many more there are, since some servers have dozens of models.
QString shortListText(const QStringList &items)
{
    constexpr qsizetype Shown = 6;
    if (items.size() <= Shown + 1)
        return listText(items);
    //: %1 is a list of names; %Ln more are left out.
    return TeamPage::tr("%1 and %Ln more", nullptr, int(items.size() - Shown))
        .arg(listText(items.first(Shown)));
}

} // namespace

TeamPage::TeamPage(const TeamContent &content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_monitor(content.monitor)
    , m_ledger(content.ledger)
    , m_status(named(u"teamStatus"_s, new Badge(tr("Not known yet"), Tone::Neutral, this)))
    , m_age(named(u"teamAge"_s, new MutedLabel({}, this)))
    , m_refresh(named(u"teamRefresh"_s, new IconButton(u"refresh"_s, tr("Refresh team"), this)))
    , m_notice(named(u"teamNotice"_s, new InlineNotice({}, Tone::Warning, this)))
    , m_uncharged(named(u"unchargedNotice"_s, new InlineNotice({}, Tone::Warning, this)))
    , m_credits(new CreditsCard(m_monitor.bound().unit, this))
    , m_key(new KeyCard(this))
    , m_shares(new SharesCard(this))
    , m_runway(new RunwayCard(this))
    , m_balance(new PlotCard(tr("Balance"), TeamPlots::balanceHeaders(), this))
    , m_months(new PlotCard(tr("Used by month"), TeamPlots::monthHeaders(), this))
    , m_types(new PlotCard(tr("Used by type of job"), TeamPlots::typeHeaders(), this))
    , m_budget(named(u"teamBudget"_s, new FactList(this)))
    , m_accessFacts(named(u"teamAccess"_s, new FactList(this)))
    , m_ledgerCard(new LedgerCard(content.ledger, content.clock, content.redactor, this))
    , m_teams(new TeamsCard(content.settings, content.clock, this))
    , m_ageTimer(content.clock.createTimer())
{
    setObjectName(u"teamPage"_s);
    m_notice->setClosable(false);
    m_notice->hide();
    m_uncharged->setClosable(false);
    m_uncharged->setAction(tr("Show the newest"));
    m_uncharged->hide();
    m_credits->addDetails(m_budget);
    auto *access = new Card(tr("Access"), this);
    addParts(access->content(), {m_accessFacts, Stretch{}});
    m_access = access;
    m_key->hide();
    if (!content.features.ledger) {
        for (QWidget *card : QList<QWidget *>{m_runway, m_balance, m_months, m_types, m_ledgerCard})
            card->hide();
    }
    m_balance->setObjectName(u"balancePlot"_s);
    m_months->setObjectName(u"monthPlot"_s);
    m_types->setObjectName(u"typePlot"_s);
    const QString charges = tr("Charges in the ledger make bars here.");
    m_balance->setEmpty(tr("No balance to plot yet"),
                        tr("It needs lines of the ledger from two days or more."));
    m_months->setEmpty(tr("Nothing used yet"), charges);
    m_types->setEmpty(tr("Nothing used in the last days"), charges);

    auto *area = named(u"teamScroll"_s, new QScrollArea(this));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(createSheet());
    columnOf(this, -1, {area});

    connect(m_refresh, &IconButton::clicked, this, &TeamPage::refresh);
    connect(&m_monitor, &TeamMonitor::changed, this, &TeamPage::onMonitorChanged);
    connect(m_uncharged, &InlineNotice::actionRequested, this,
            [this] { emit jobRequested(m_newestUncharged); });
    connect(&content.jobs, &RecentJobs::changed, this, &TeamPage::showForecast);
    connect(m_ledgerCard, &LedgerCard::jobRequested, this, &TeamPage::jobRequested);
    connect(&m_ledger, &LedgerHistory::changed, this, &TeamPage::onHistoryChanged);
    connect(&m_ledger, &LedgerHistory::failed, this, [this](const Error &error) {
        if (isVisible()) // else it is another page that waits for the ledger
            emit errorOccurred(error);
    });
    connect(m_ageTimer.get(), &Timer::fired, this, &TeamPage::updateAge);
    connect(m_teams, &TeamsCard::profileRequested, this, &TeamPage::profileRequested);
    arrangeCards();
    onMonitorChanged();
}

TeamPage::~TeamPage() = default;

QWidget *TeamPage::createHeader()
{
    auto *title = new SectionHeading(tr("Team"), this);
    title->setFont(Fonts::title());
    m_age->setWordWrap(false);
    m_age->setFont(Fonts::small());

    auto *header = new QWidget(this);
    auto *alerts = named(u"teamAlerts"_s, new QPushButton(tr("Alerts…"), this));
    alerts->setToolTip(tr("Choose what you want to be told of"));
    connect(alerts, &QPushButton::clicked, this, &TeamPage::openAlerts);
    rowOf(header, Spacing::M,
          {title, {m_status, 0, Qt::AlignVCenter}, Stretch{}, m_age, m_refresh, alerts});
    return header;
}

QWidget *TeamPage::createSheet()
{
    auto *content = new QWidget;
    content->setMaximumWidth(LargestWidth);
    m_grid = new QGridLayout;
    m_grid->setSpacing(Spacing::L);
    columnOf(content, Spacing::L, {createHeader(), m_notice, m_uncharged, m_grid, Stretch{}},
             {Spacing::XL, Spacing::L, Spacing::XL, Spacing::L});

    auto *sheet = new QWidget;
    rowOf(sheet, -1, {Stretch{}, {content, 1000}, Stretch{}});
    return sheet;
}

QList<QWidget *> TeamPage::cards() const
{
    if (!m_content.features.ledger)
        return {m_credits, m_key, m_shares, m_access, m_teams};
    return {m_credits, m_runway, m_balance, m_months, m_types, m_ledgerCard, m_access, m_teams};
}

void TeamPage::arrangeCards()
{
    const int columns = width() < NarrowWidth ? 1 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget *card : cards())
        m_grid->removeWidget(card);
    int row = 0;
    int column = 0;
    const QList<QWidget *> wide{m_balance, m_ledgerCard, m_shares, m_access, m_teams};
    for (QWidget *card : cards()) {
        const bool isWide = wide.contains(card);
        m_grid->addWidget(card, row, column, 1, isWide ? columns : 1);
        column += isWide ? columns : 1;
        if (column >= columns) {
            column = 0;
            ++row;
        }
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns - 1);
}

void TeamPage::refresh()
{
    m_content.monitor.refresh();
    if (isVisible())
        m_ledger.refresh();
}

void TeamPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ledger.setWatched(*this, true);
    m_ledger.refresh();
    showForecast();
    updateAge();
}

void TeamPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ledger.setWatched(*this, false);
    m_ageTimer->stop();
}

void TeamPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeCards();
}

void TeamPage::onMonitorChanged()
{
    const auto &account = m_monitor.account();
    if (account)
        showAccount(*account);
    showStanding();
    showNotice();
    if (account && m_forecastFor != account->creditsLeft())
        showForecast();
    updateAge();
}

void TeamPage::onHistoryChanged()
{
    if (m_ledger.isLoading())
        return;
    showForecast();
    if (isVisible() && m_jobsFor != m_ledger.loadedAt()) {
        m_jobsFor = m_ledger.loadedAt();
        m_content.jobs.refresh();
    }
}

void TeamPage::showForecast()
{
    if (!isVisible())
        return;
    const QDateTime now = m_ledger.knownUntil();
    const LedgerFacts &facts = *m_ledger.facts();
    const QHash<JobId, QString> jobTypes = m_content.jobs.types();
    const Runway runway = m_ledger.runway(jobTypes);
    const auto &account = m_monitor.account();
    m_forecastFor = account ? account->creditsLeft() : std::nullopt;
    m_runway->setRunway(runway, m_forecastFor.value_or(0));
    m_balance->setPlot(TeamPlots::balance(m_ledger.lines(), facts.audit.since, runway, now));
    m_months->setPlot(TeamPlots::months(facts.months));
    m_types->setPlot(
        TeamPlots::types(burnByType(facts.forRunway, now.addDays(-TeamPlots::Days), jobTypes)));
    showUncharged();
}

void TeamPage::showUncharged()
{
    const ChargeReview review =
        reviewCharges(m_content.jobs.jobs(), m_ledger.facts()->charged, m_ledger.knownSince());
    QStringList sentences;
    if (!review.uncharged.isEmpty())
        sentences += tr("%Ln of the newest job(s) ran without being charged: too few credits were "
                        "left.",
                        nullptr, int(review.uncharged.size()));
    if (!review.unsure.isEmpty())
        sentences += tr("%Ln older job(s) are marked as not charged; the ledger is not known far "
                        "enough back to tell.",
                        nullptr, int(review.unsure.size()));
    m_uncharged->setMessage(sentences.join(u' '), Tone::Warning);
    m_uncharged->setVisible(!sentences.isEmpty());
    m_newestUncharged = (review.uncharged + review.unsure).value(0);
}

void TeamPage::openAlerts()
{
    auto *dialog = new AlertsDialog(m_content.alerts, m_content.settings, m_content.features, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TeamPage::showAccount(const Account &account)
{
    m_budget->setFact(tr("Price"), TeamWords::chargeRule(account.charges));
    m_budget->setFact(tr("Next call"), TeamWords::nextCall(account.charges));
    m_credits->setAllowances(account.allowances, m_content.clock.utcNow());
    // What is remembered says nothing of the key.
    if (!m_content.features.ledger && m_monitor.isConfirmed()) {
        m_key->setAccount(account, m_content.clock.utcNow());
        m_key->show();
        m_shares->setShares(account.shares);
    }
    if (const auto binding = account.binding())
        showRenewal(*binding);
    const QString none = tr("None");
    const auto setKnown = [this, &none](const QString &label, const QString &value) {
        if (!value.isEmpty() || m_content.features.ledger)
            m_accessFacts->setFact(label, value.isEmpty() ? none : value);
    };
    setKnown(tr("Team"), account.name.isEmpty() ? account.team.value : account.name);
    setKnown(tr("Organisation"), account.organization);
    setKnown(tr("Access groups"), listText(account.accessGroups));
    m_accessFacts->setFact(tr("Models"),
                           account.models.isEmpty() ? none : shortListText(account.models),
                           listText(account.models));
}

void TeamPage::showRenewal(const Allowance &allowance)
{
    if (const QString again = AllowanceWords::renewal(allowance); !again.isEmpty())
        m_budget->setFact(tr("Begins again"), again);
    const QString pace = AllowanceWords::pace(allowance, m_content.clock.utcNow());
    if (allowance.resetsAt)
        m_budget->setFact(tr("Pace"), pace.isEmpty() ? u"–"_s : pace);
    if (const auto &refill = allowance.refill) {
        m_budget->setFact(tr("Auto refill"), TeamWords::autoRefill(*refill));
        if (refill->lastAt)
            m_budget->setFact(tr("Last refill"), formatTime(*refill->lastAt));
    }
}

void TeamPage::showStanding()
{
    const TeamState state = m_monitor.standing().state;
    if (m_monitor.standing().source == TeamStanding::Source::None)
        return;
    const QString word = m_monitor.account() ? m_monitor.account()->statusWord : QString();
    const Allowance bound = m_monitor.bound();
    const TeamWords::OfState words = TeamWords::of(state, bound);
    m_status->setStatus(TeamWords::stateTitle(state, word, bound), words.tone);
    m_status->setAccessibleName(TeamWords::status(state, word, bound));
    m_status->setToolTip(words.explanation);
}

void TeamPage::showNotice()
{
    const auto &error = m_monitor.error();
    const TeamStanding &standing = m_monitor.standing();
    m_notice->setVisible(error || standing.holds());
    if (error)
        m_notice->setMessage(problemText(*error), Tone::Danger);
    else if (standing.holds())
        m_notice->setMessage(heldText(), TeamWords::of(standing.state).tone);
}

QString TeamPage::problemText(const Error &error) const
{
    const QString text = tr("The account could not be refreshed. %1").arg(errorInShort(error));
    if (!m_monitor.account())
        return text;
    //: %1 are sentences; %2 is a text such as "412 credits", %3 a time of day.
    return tr("%1 Last known: %2, %3.")
        .arg(text, AllowanceWords::left(m_monitor.account()->binding()),
             formatTimeOfDay(m_monitor.updatedAt()));
}

QString TeamPage::heldText() const
{
    const TeamStanding &standing = m_monitor.standing();
    //: %1 are sentences about why the team may not work; %2 is a date and time.
    return tr("%1 Known since %2. Litedeck looks again by itself, less often the longer it lasts; "
              "work goes on when the team is active again.")
        .arg(TeamWords::of(standing.state, m_monitor.bound()).explanation,
             formatTime(standing.since));
}

void TeamPage::updateAge()
{
    const QDateTime now = m_content.clock.utcNow();
    const QString age = formatAsOf(m_monitor.updatedAt(), now);
    const bool isOld = m_monitor.error() || !m_monitor.isConfirmed();
    //: %1 is a text such as "as of 09:14, 2 min ago".
    m_age->setText(isOld && !age.isEmpty() ? tr("Last known, %1").arg(age) : age);
    m_ledgerCard->updateAge();
    m_teams->updateAges();
    if (isVisible())
        m_ageTimer->start(AgeInterval);
}

} // namespace litedeck
