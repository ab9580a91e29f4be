// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"
#include "ui/widgets/IconButton.h"

class QMenu;

namespace litedeck {

/// The button in the account bar that opens the menu of connections. Ctrl+Shift+1 to 9 open the
/// first of them from anywhere in the window. A view only: it tells what the user wants.
class ConnectionsButton : public IconButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsButton)

public:
    explicit ConnectionsButton(QWidget *parent = nullptr);

    /// `current` is the one that is open, if any.
    void setConnections(const QList<Profile> &connections, const ProfileId &current);

signals:
    void chosen(const litedeck::ProfileId &profile);
    void addRequested();
    void manageRequested();

private:
    QMenu *m_menu;
};

} // namespace litedeck
