// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/TeamStanding.h"
#include "ui/widgets/Tone.h"

#include <QFrame>

#include <optional>

class QToolButton;

namespace litedeck {

class Badge;
class ConnectionsButton;
class ElidedLabel;
class IconButton;
class Meter;

/// The strip at the top of every page: which server, whether the team may work, what is left on its
/// account, and how old these numbers are. A view only: it shows what it is told.
class AccountBar : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountBar)

public:
    enum class Connection : quint8 {
        Unknown,
        Online,
        Offline,
        Paused, ///< It answers, but calls are held after many failures.
        KeyRefused,
    };

    explicit AccountBar(QWidget *parent = nullptr);

    ConnectionsButton *connections() const { return m_connections; }

    /// `name` is the profile's or the server's name.
    void setServer(const QString &name, Connection connection);
    /// `word` is the server's, for a state that is not one of ours; `bound` is what binds first.
    void setTeamStatus(TeamState state, const QString &word, const Allowance &bound = {});
    /// In place of a status: the team may work, but not with this key.
    void setKeyRefused();
    /// What is left of the allowance that binds; empty while it is not known.
    void setAllowance(const std::optional<Allowance> &allowance,
                      AmountUnit unit = AmountUnit::Credits);
    /// When the server confirmed the numbers; nothing is shown for an invalid time.
    void setUpdated(const QDateTime &then, const QDateTime &now);
    /// In place of an age: the numbers are what was last known, at a time such as "09:14".
    void setLastKnown(const QString &time);
    /// While refreshing, Refresh is disabled.
    void setRefreshing(bool refreshing);

signals:
    /// Refresh was pressed.
    void refreshRequested();
    /// The credits were pressed: the user wants to see the account.
    void teamRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRectF dotRect() const;
    void updateRoom();

    Connection m_connection = Connection::Unknown;
    bool m_hasMeter = false;
    bool m_hasAge = false;
    ElidedLabel *m_server;
    ConnectionsButton *m_connections;
    Badge *m_status;
    QToolButton *m_credits;
    Meter *m_meter;
    ElidedLabel *m_age;
    IconButton *m_refresh;
};

} // namespace litedeck
