// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ConnectionsButton.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr int MostShortcuts = 9;
} // namespace

ConnectionsButton::ConnectionsButton(QWidget *parent)
    : IconButton(u"server"_s, tr("Connections"), parent)
    , m_menu(new QMenu(this))
{
    setObjectName(u"connections"_s);
    m_menu->setObjectName(u"connectionsMenu"_s);
    setMenu(m_menu);
    setPopupMode(InstantPopup);
    setConnections({}, {});
}

void ConnectionsButton::setConnections(const QList<Profile> &connections, const ProfileId &current)
{
    for (QAction *action : m_menu->actions())
        action->deleteLater(); // it may be the one that was just chosen
    m_menu->clear();
    auto *group = new QActionGroup(m_menu);
    for (int n = 0; n < connections.size(); ++n) {
        const Profile &profile = connections.at(n);
        QString text = profile.name;
        auto *action = new QAction(text.replace(u'&', "&&"_L1), group);
        action->setCheckable(true);
        action->setChecked(profile.id == current);
        if (n < MostShortcuts) {
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key(Qt::Key_1 + n)));
            addAction(action); // the shortcut works while the menu is closed
        }
        m_menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = profile.id] { emit chosen(id); });
    }
    m_menu->addSeparator();
    QAction *add = m_menu->addAction(tr("Add connection…"));
    connect(add, &QAction::triggered, this, &ConnectionsButton::addRequested);
    QAction *manage = m_menu->addAction(tr("Manage connections…"));
    connect(manage, &QAction::triggered, this, &ConnectionsButton::manageRequested);
}

} // namespace litedeck
