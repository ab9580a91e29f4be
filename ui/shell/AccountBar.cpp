// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/AccountBar.h"

#include "ui/shell/ConnectionsButton.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StylePainting.h"
#include "ui/words/AllowanceWords.h"
#include "ui/words/Format.h"
#include "ui/words/TeamWords.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int BarHeight = 52;
/// In a narrower bar the server's name needs the room more.
constexpr int WidthForMeter = 900;
constexpr int WidthForAge = 660;
constexpr int LeastNameWidth = 72;
constexpr int DotSide = 9;
constexpr int DotColumn = Spacing::L + DotSide + Spacing::S;

/// How the server's name is read aloud, and the colour of its dot.
struct ServerLook
{
    QString name;
    Tone tone;
};

ServerLook lookOf(AccountBar::Connection connection, const QString &server)
{
    switch (connection) {
    case AccountBar::Connection::Unknown:
        return {AccountBar::tr("Server: %1").arg(server), Tone::Neutral};
    case AccountBar::Connection::Online:
        return {AccountBar::tr("Server: %1, connected").arg(server), Tone::Success};
    case AccountBar::Connection::Offline:
        return {AccountBar::tr("Server: %1, not reachable").arg(server), Tone::Danger};
    case AccountBar::Connection::Paused:
        return {AccountBar::tr("Server: %1, calls are paused").arg(server), Tone::Warning};
    case AccountBar::Connection::KeyRefused:
        return {AccountBar::tr("Server: %1, refuses the key").arg(server), Tone::Danger};
    }
    Q_UNREACHABLE();
}

} // namespace

AccountBar::AccountBar(QWidget *parent)
    : QFrame(parent)
    , m_server(named(u"serverName"_s, new ElidedLabel(this)))
    , m_connections(new ConnectionsButton(this))
    , m_status(named(u"teamStatus"_s, new Badge(this)))
    , m_credits(named(u"credits"_s, new QToolButton(this)))
    , m_meter(named(u"creditsMeter"_s, new Meter(this)))
    , m_age(named(u"accountAge"_s, new ElidedLabel(this)))
    , m_refresh(named(u"refreshAccount"_s, new IconButton(u"refresh"_s, tr("Refresh"), this)))
{
    setObjectName(u"accountBar"_s);
    setFixedHeight(BarHeight);

    QFont serverFont = Fonts::body();
    serverFont.setWeight(QFont::DemiBold);
    m_server->setFont(serverFont);
    m_server->setElideMode(Qt::ElideMiddle);
    m_server->setMinimumWidth(LeastNameWidth);
    m_credits->setAutoRaise(true);
    m_credits->setFocusPolicy(Qt::StrongFocus);
    m_credits->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_credits->setMinimumHeight(ControlHeight);
    m_credits->setToolTip(tr("Show the team's account"));
    m_age->setFont(Fonts::small());
    m_age->setMuted(true);
    connect(m_refresh, &IconButton::clicked, this, &AccountBar::refreshRequested);
    connect(m_credits, &QToolButton::clicked, this, &AccountBar::teamRequested);

    auto *server = rowOf(nullptr, Spacing::XS, {m_connections, {m_server, 1}});
    rowOf(this, Spacing::M,
          {{server, 1}, m_status, m_credits, m_meter, Gap{Spacing::S}, m_age, m_refresh},
          {DotColumn, 0, Spacing::M, 1});
    setServer({}, Connection::Unknown);
    setTeamStatus(TeamState::Unknown, {});
    setAllowance({});
    setUpdated({}, {});
}

void AccountBar::setServer(const QString &name, Connection connection)
{
    m_connection = connection;
    m_server->setText(name.isEmpty() ? tr("No server chosen") : name);
    m_server->setAccessibleName(lookOf(connection, m_server->text()).name);
    update();
}

void AccountBar::setTeamStatus(TeamState state, const QString &word, const Allowance &bound)
{
    const TeamWords::OfState words = TeamWords::of(state, bound);
    m_status->setIconName(words.icon);
    m_status->setStatus(TeamWords::status(state, word, bound), words.tone);
}

void AccountBar::setKeyRefused()
{
    m_status->setIconName(u"warning"_s);
    m_status->setStatus(tr("Team status: key refused"), Tone::Danger);
}

void AccountBar::setAllowance(const std::optional<Allowance> &allowance, AmountUnit unit)
{
    const Tone tone = allowance ? AllowanceWords::tone(levelOf(*allowance)) : Tone::Neutral;
    const QString text = AllowanceWords::readout(allowance, unit);
    m_credits->setText(text);
    m_credits->setAccessibleName(text);
    m_credits->setIcon(icon(u"credits"_s, tone));
    m_hasMeter = allowance && allowance->left && allowance->limit.value_or(0) > 0;
    if (m_hasMeter)
        m_meter->setPart(qreal(*allowance->left) / qreal(*allowance->limit));
    m_meter->setTone(tone);
    updateRoom();
}

void AccountBar::setUpdated(const QDateTime &then, const QDateTime &now)
{
    const QString age = formatAge(then, now);
    m_hasAge = !age.isEmpty();
    m_age->setText(age);
    // In whole minutes, or a screen reader would be told of each look at the clock.
    constexpr qint64 Minute = 60;
    const qint64 whole = then.secsTo(now) / Minute * Minute;
    //: %1 is an age such as "2 min ago".
    const QString name = tr("Updated %1").arg(formatAge(then, then.addSecs(whole)));
    m_age->setAccessibleName(m_hasAge ? name : QString());
    updateRoom();
}

void AccountBar::setLastKnown(const QString &time)
{
    //: The credits beside it are not of now; %1 is a time such as "09:14".
    const QString text = tr("last known, %1").arg(time);
    m_hasAge = true;
    m_age->setText(text);
    m_age->setAccessibleName(text);
    updateRoom();
}

void AccountBar::setRefreshing(bool refreshing)
{
    m_refresh->setEnabled(!refreshing);
}

void AccountBar::updateRoom()
{
    m_meter->setVisible(m_hasMeter && width() >= WidthForMeter);
    m_age->setVisible(m_hasAge && width() >= WidthForAge);
}

void AccountBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateRoom();
}

QRectF AccountBar::dotRect() const
{
    const qreal left =
        layoutDirection() == Qt::RightToLeft ? width() - Spacing::L - DotSide : Spacing::L;
    return {left, (height() - 1 - DotSide) / 2.0, DotSide, DotSide};
}

void AccountBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), theme.border);
    const QColor color = toneColors(theme, lookOf(m_connection, {}).tone).text;
    // A ring, not a disc, when not online: colour alone must not carry the meaning.
    if (m_connection == Connection::Online)
        paint::box(&painter, dotRect(), DotSide / 2.0, color);
    else
        paint::box(&painter, dotRect(), DotSide / 2.0, {}, color, 2);
}

} // namespace litedeck
