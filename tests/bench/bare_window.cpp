// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control of bench_start: a window of the same outline that does nothing, linked with nothing
// but Qt Widgets.
#include "FirstPaint.h"

#include <QDockWidget>
#include <QListWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTextBrowser>
#include <QVBoxLayout>

int main(int argc, char *argv[])
{
    litedeck::bench::FirstPaintApplication application(argc, argv);
    QMainWindow window;
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    auto *dock = new QDockWidget(QStringLiteral("Conversations"));
    auto *list = new QListWidget;
    for (int i = 0; i < 1000; ++i)
        list->addItem(QStringLiteral("Conversation %1").arg(i));
    dock->setWidget(list);
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    auto *browser = new QTextBrowser;
    browser->setPlainText(QStringLiteral("Hello"));
    layout->addWidget(browser, 1);
    auto *edit = new QPlainTextEdit;
    edit->setMaximumHeight(80);
    layout->addWidget(edit);
    window.setCentralWidget(page);
    window.resize(1200, 900);
    window.show();
    return QApplication::exec();
}
