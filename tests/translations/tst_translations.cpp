// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QVersionNumber>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QByteArray context;
    QByteArray source;
    QByteArray comment;
    QString type; ///< "unfinished", "vanished", "obsolete"; empty when all is well.
    QStringList translations;
    bool isPlural = false;
};

Message readMessage(QXmlStreamReader &xml, const QByteArray &context)
{
    Message message;
    message.context = context;
    message.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText().toUtf8();
        } else if (xml.name() == "comment"_L1) {
            message.comment = xml.readElementText().toUtf8();
        } else if (xml.name() == "translation"_L1) {
            message.type = xml.attributes().value("type"_L1).toString();
            if (!message.isPlural)
                message.translations += xml.readElementText();
            while (message.isPlural && xml.readNextStartElement())
                message.translations += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readCatalogue(QXmlStreamReader &xml)
{
    QList<Message> messages;
    QByteArray context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText().toUtf8();
        else if (xml.name() == "message"_L1)
            messages += readMessage(xml, context);
    }
    return messages;
}

/// Sorted, since languages differ in their word order.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%(L?n|L?\\d{1,2})"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(text))
        found += match.captured();
    found.sort();
    return found;
}

} // namespace

/// Holds translations/*.ts against their sources, and what the program loads against them.
class tst_Translations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isFinished_data() { addCatalogues(); }
    void isFinished();
    void hasTheTextsOfTheSources_data() { addCatalogues(); }
    void hasTheTextsOfTheSources();
    void keepsPlaceholders_data() { addCatalogues(); }
    void keepsPlaceholders();
    void namesContextsAsTheProgramDoes_data() { addCatalogues(); }
    void namesContextsAsTheProgramDoes();
    void isLoadedByTheProgram_data() { addCatalogues(); }
    void isLoadedByTheProgram();
    void countsInBothLanguages();

private:
    void addCatalogues() const;

    QMap<QString, QList<Message>> m_catalogues; ///< By base name, such as "litedeck_de".
};

void tst_Translations::initTestCase()
{
    const QDir directory(QStringLiteral(LITEDECK_TRANSLATIONS));
    const QFileInfoList files = directory.entryInfoList({u"*.ts"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        QXmlStreamReader xml(&file);
        const QList<Message> messages = readCatalogue(xml);
        QVERIFY2(!xml.hasError(), qPrintable(info.fileName() + u": "_s + xml.errorString()));
        QVERIFY2(!messages.isEmpty(), qPrintable(info.fileName()));
        m_catalogues.insert(info.completeBaseName(), messages);
    }
}

void tst_Translations::addCatalogues() const
{
    QTest::addColumn<QString>("name");
    for (auto it = m_catalogues.keyBegin(); it != m_catalogues.keyEnd(); ++it)
        QTest::newRow(qPrintable(*it)) << *it;
}

void tst_Translations::isFinished()
{
    QFETCH(QString, name);
    for (const Message &message : m_catalogues.value(name)) {
        const QByteArray where = message.context + ": " + message.source;
        QVERIFY2(message.type.isEmpty(), where.constData());
        QVERIFY2(!message.translations.isEmpty(), where.constData());
        for (const QString &text : message.translations)
            QVERIFY2(!text.trimmed().isEmpty(), where.constData());
    }
}

/// A text that moved to another class is found under its old name no more.
void tst_Translations::hasTheTextsOfTheSources()
{
    QFETCH(QString, name);
    // The lupdate of Qt 6.8 takes ConnectDialog to be outside of its namespace.
    if (QLibraryInfo::version() >= QVersionNumber(6, 5))
        QSKIP("Only the older lupdate finds every class");
    const QTemporaryDir directory;
    const QString path = directory.filePath(name + u".ts"_s);
    QVERIFY(QFile::copy(QStringLiteral(LITEDECK_TRANSLATIONS) + u'/' + name + u".ts"_s, path));
    const QString root = QStringLiteral(LITEDECK_SOURCES);
    QStringList arguments{u"-silent"_s,     u"-no-obsolete"_s, u"-locations"_s, u"none"_s,
                          u"-extensions"_s, u"cpp,h"_s,        u"-I"_s,         root,
                          root + u"/ui"_s,  root + u"/app"_s,  u"-ts"_s,        path};
    if (name == "litedeck_en"_L1)
        arguments.prepend(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.start(QStringLiteral(LITEDECK_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    const QList<Message> messages = readCatalogue(xml);
    for (const Message &message : messages)
        QVERIFY2(message.type.isEmpty(), (message.context + ": " + message.source).constData());
    QCOMPARE(messages.size(), m_catalogues.value(name).size());
}

void tst_Translations::keepsPlaceholders()
{
    QFETCH(QString, name);
    for (const Message &message : m_catalogues.value(name)) {
        const QStringList expected = placeholders(QString::fromUtf8(message.source));
        for (const QString &text : message.translations) {
            const QByteArray where =
                message.context + ": " + message.source + " -> " + text.toUtf8();
            QVERIFY2(placeholders(text) == expected, where.constData());
        }
    }
}

void tst_Translations::namesContextsAsTheProgramDoes()
{
    // lupdate leaves the namespace out when it cannot read a header; then no text would be found.
    QFETCH(QString, name);
    for (const Message &message : m_catalogues.value(name))
        QVERIFY2(message.context.startsWith("litedeck::"), message.context.constData());
}

void tst_Translations::isLoadedByTheProgram()
{
    QFETCH(QString, name);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/%1.qm"_s.arg(name)));
    for (const Message &message : m_catalogues.value(name)) {
        const int count = message.isPlural ? 2 : -1;
        QCOMPARE(translator.translate(message.context.constData(), message.source.constData(),
                                      message.comment.constData(), count),
                 message.translations.constLast());
    }
}

void tst_Translations::countsInBothLanguages()
{
    QTranslator english;
    QTranslator german;
    QVERIFY(english.load(u":/i18n/litedeck_en.qm"_s));
    QVERIFY(german.load(QLocale(QLocale::German), u"litedeck"_s, u"_"_s, u":/i18n"_s));
    const auto jobs = [](const QTranslator &translator, int count) {
        return translator.translate("litedeck::RecordWords", "%Ln job(s)", nullptr, count);
    };
    QCOMPARE(jobs(english, 1), u"%Ln job"_s);
    QCOMPARE(jobs(english, 0), u"%Ln jobs"_s);
    QCOMPARE(jobs(german, 1), u"%Ln Job"_s);
    QCOMPARE(jobs(german, 12), u"%Ln Jobs"_s);
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
