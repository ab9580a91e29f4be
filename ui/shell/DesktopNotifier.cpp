// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/DesktopNotifier.h"

#include "ui/widgets/Icon.h"

#include <QSystemTrayIcon>

namespace litedeck {

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{}

DesktopNotifier::~DesktopNotifier() = default;

bool DesktopNotifier::show(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return false;
    if (!m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>(appIcon());
        m_icon->setToolTip(tr("Litedeck"));
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &DesktopNotifier::activated);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, &DesktopNotifier::activated);
        m_icon->show();
    }
    m_icon->showMessage(title, text, appIcon());
    return true;
}

} // namespace litedeck
