// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Root = QStringLiteral(LITEDECK_TEST_DATA "/../../");

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Include
{
    QString from; ///< A file, from the top of the project.
    QString what; ///< As it stands between the quotes.
};

/// A room is a folder: "core/net" of "core/net/Http.h".
QString roomOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

QList<Include> includes()
{
    static const QRegularExpression line(u"^#include \"([^\"]+)\""_s,
                                         QRegularExpression::MultilineOption);
    QList<Include> found;
    for (const QString &top : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator files(Root + top, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            auto matches = line.globalMatch(contentOf(path));
            while (matches.hasNext())
                found.append({path.mid(Root.size()), matches.next().captured(1)});
        }
    }
    return found;
}

/// The picture of ARCHITECTURE.md: each room with the rooms that it uses, from the ground up.
QList<std::pair<QString, QSet<QString>>> picture()
{
    static const QRegularExpression line(u"^((?:core|ui)/[a-z/]+)  *<- *([a-z/ ]*)$"_s,
                                         QRegularExpression::MultilineOption);
    QList<std::pair<QString, QSet<QString>>> rooms;
    auto matches = line.globalMatch(contentOf(Root + u"ARCHITECTURE.md"_s));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringList used = match.captured(2).split(u' ', Qt::SkipEmptyParts);
        rooms.append({match.captured(1), QSet<QString>(used.cbegin(), used.cend())});
    }
    return rooms;
}

bool isRoomOfTheHouse(const QString &room)
{
    return room.startsWith("core/"_L1) || room.startsWith("ui/"_L1);
}

} // namespace

/// The house is built as ARCHITECTURE.md says, and no arrow of it runs back up.
class tst_Rooms : public QObject
{
    Q_OBJECT

private slots:
    void includesNameTheirLayer();
    void layersUseThoseBelow();
    void noRoomReachesUp();
    void thePictureIsTrue();
};

void tst_Rooms::includesNameTheirLayer()
{
    for (const Include &include : includes()) {
        const bool isGenerated = include.what.endsWith(".moc"_L1);
        QVERIFY2(isGenerated || QFile::exists(Root + include.what),
                 qPrintable(include.from + " includes "_L1 + include.what));
    }
}

void tst_Rooms::layersUseThoseBelow()
{
    for (const Include &include : includes()) {
        const QString what = include.from + " includes "_L1 + include.what;
        if (include.from.startsWith("core/"_L1))
            QVERIFY2(!include.what.startsWith("ui/"_L1), qPrintable(what));
        if (!include.from.startsWith("app/"_L1))
            QVERIFY2(!include.what.startsWith("app/"_L1), qPrintable(what));
        // A type that client and embedded gateway share would hide a mistake that both make.
        const bool isDemo = include.from.startsWith("core/demo/"_L1);
        const bool usesDemo = include.what.startsWith("core/demo/"_L1);
        if (isDemo)
            QVERIFY2(usesDemo, qPrintable(what));
        else if (!include.from.startsWith("app/"_L1))
            QVERIFY2(!usesDemo, qPrintable(what));
    }
}

void tst_Rooms::noRoomReachesUp()
{
    QSet<QString> below;
    for (const auto &[room, used] : picture()) {
        for (const QString &other : used)
            QVERIFY2(below.contains(other), qPrintable(room + " uses "_L1 + other));
        below.insert(room);
    }
}

void tst_Rooms::thePictureIsTrue()
{
    QMap<QString, QSet<QString>> code;
    for (const Include &include : includes()) {
        const QString room = roomOf(include.from);
        const QString other = roomOf(include.what);
        if (!isRoomOfTheHouse(room))
            continue;
        code.insert(room, code.value(room));
        if (isRoomOfTheHouse(other) && other != room)
            code[room].insert(other);
    }
    QMap<QString, QSet<QString>> drawn;
    for (const auto &[room, used] : picture())
        drawn.insert(room, used);
    QCOMPARE(drawn.keys(), code.keys());
    for (auto it = code.cbegin(); it != code.cend(); ++it) {
        QVERIFY2(drawn.value(it.key()) == it.value(),
                 qPrintable("ARCHITECTURE.md: "_L1 + it.key() + " <- "_L1 +
                            QStringList(it.value().values()).join(u' ')));
    }
}

QTEST_GUILESS_MAIN(tst_Rooms)
#include "tst_rooms.moc"
