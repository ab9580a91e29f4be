// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Report.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace litedeck::bench {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void printHead()
{
    out() << "| what | CPU s | longest ms | p99 ms | last/first tenth | frames | layouts |\n"
             "|---|--:|--:|--:|--:|--:|--:|"
          << Qt::endl;
}

void print(const QString &name, const Result &result)
{
    out() << u"| %1 | %2 | %3 | %4 | %5 | %6 | %7 |"_s.arg(name, -28)
                 .arg(result.cpu, 7, 'f', 3)
                 .arg(result.blocks.longest(), 7, 'f', 2)
                 .arg(result.blocks.percentile(0.99), 6, 'f', 2)
                 .arg(result.blocks.growth(), 5, 'f', 2)
                 .arg(result.blocks.count(), 6)
                 .arg(result.layouts, 7)
          << Qt::endl;
}

void show(QWidget &widget)
{
    widget.resize(900, 1000);
    widget.show();
    QCoreApplication::processEvents();
}

} // namespace litedeck::bench
