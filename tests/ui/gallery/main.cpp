// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GalleryPages.h"

#include "ui/shell/AccountBar.h"
#include "ui/shell/NavigationRail.h"
#include "ui/shell/ShellFrame.h"
#include "ui/widgets/Icon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

QSize parseSize(const QString &text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt()) : QSize(1280, 800);
}

void fill(litedeck::ShellFrame &shell)
{
    using namespace litedeck;
    shell.addPage(Page::Chats, gallery::createListPage());
    shell.addPage(Page::Team, gallery::createControlsPage());
    shell.addPage(Page::Jobs, gallery::createTablePage());
    shell.addPage(Page::Diagnostics, gallery::createIconsPage());
    shell.rail()->setCount(Page::Diagnostics, 3);
    AccountBar *bar = shell.accountBar();
    bar->setServer(u"Acme Research · gateway.example.com"_s, AccountBar::Connection::Online);
    bar->setTeamStatus(TeamState::Active, {});
    bar->setAllowance(Allowance{.limit = 5000, .left = 1412});
    bar->setUpdated(QDateTime::currentDateTimeUtc().addSecs(-120), QDateTime::currentDateTimeUtc());
}

void showFocus(litedeck::ShellFrame &shell)
{
    // Pictures are taken without a window system that would give the focus.
    if (auto *focused = shell.findChild<QWidget *>(u"galleryFocus"_s)) {
        shell.setAttribute(Qt::WA_KeyboardFocusChange);
        focused->setFocus(Qt::TabFocusReason);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setWindowIcon(litedeck::appIcon());
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"grab"_s, u"Write a picture to FILE and quit."_s, u"FILE"_s},
                        {u"dark"_s, u"Use the dark theme."_s},
                        {u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1280x800"_s},
                        {u"page"_s, u"Page to show, 1 to 4."_s, u"N"_s, u"1"_s},
                        {u"errors"_s, u"Show the error panel."_s}});
    options.process(application);

    litedeck::applyTheme(application, options.isSet(u"dark"_s) ? litedeck::ColorScheme::Dark
                                                               : litedeck::ColorScheme::Light);
    litedeck::ShellFrame shell;
    fill(shell);
    if (options.isSet(u"errors"_s))
        shell.setErrorPanel(litedeck::gallery::createErrorPanel());
    shell.setCurrentPage(litedeck::Page(qBound(0, options.value(u"page"_s).toInt() - 1, 3)));
    shell.resize(parseSize(options.value(u"size"_s)));
    shell.show();
    showFocus(shell);
    if (options.isSet(u"grab"_s)) {
        QTimer::singleShot(150, &application, [&] {
            const bool saved = shell.grab().save(options.value(u"grab"_s));
            QApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
