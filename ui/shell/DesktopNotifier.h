// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSystemTrayIcon;

namespace litedeck {

/// Shows messages on the desktop, where it has a tray; elsewhere nothing happens.
class DesktopNotifier : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotifier)

public:
    explicit DesktopNotifier(QObject *parent = nullptr);
    ~DesktopNotifier() override;

    /// False when the desktop has no place for it. The tray icon appears with the first message.
    bool show(const QString &title, const QString &text);

signals:
    /// The user clicked the message or the icon.
    void activated();

private:
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace litedeck
