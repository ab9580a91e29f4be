// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/LinkDialog.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

class tst_LinkDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void showsWhereItLeads_data();
    void showsWhereItLeads();
    void opensNothingElse_data();
    void opensNothingElse();

public slots:
    void take(const QUrl &url) { m_opened += url; }

private:
    QList<QUrl> m_opened;
};

void tst_LinkDialog::initTestCase()
{
    for (const QString &scheme : {u"http"_s, u"https"_s, u"mailto"_s, u"file"_s, u"javascript"_s})
        QDesktopServices::setUrlHandler(scheme, this, "take");
}

void tst_LinkDialog::cleanupTestCase()
{
    for (const QString &scheme : {u"http"_s, u"https"_s, u"mailto"_s, u"file"_s, u"javascript"_s})
        QDesktopServices::unsetUrlHandler(scheme);
}

void tst_LinkDialog::showsWhereItLeads_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("warning");
    QTest::newRow("web") << u"https://example.org/a"_s << u"example.org"_s << QString();
    QTest::newRow("long") << u"https://example.org/"_s + QString(5000, u'x') + u"/end"_s
                          << u"example.org"_s << QString();
    QTest::newRow("another alphabet")
        << u"https://аррӏе.com/"_s << u"xn--80ak6aa92e.com"_s << u"аррӏе.com"_s;
    QTest::newRow("a host as user")
        << u"https://bank.example:x@evil.example/"_s << u"evil.example"_s << u"bank.example"_s;
}

void tst_LinkDialog::showsWhereItLeads()
{
    QFETCH(QString, link);
    QFETCH(QString, warning);
    LinkDialog dialog(link);
    dialog.show();
    QTEST(dialog.findChild<QLabel *>(u"linkHost"_s)->text(), "host");
    const auto *notice = dialog.findChild<QWidget *>(u"linkWarning"_s);
    QCOMPARE(notice->isVisible(), !warning.isEmpty());
    QVERIFY(notice->accessibleName().contains(warning));
    const QString address = dialog.findChild<QPlainTextEdit *>(u"linkAddress"_s)->toPlainText();
    QCOMPARE(address, QString::fromLatin1(QUrl(link).toEncoded()));
    auto *open = dialog.findChild<QPushButton *>(u"linkOpen"_s);
    QVERIFY(open->isVisible());
    QCOMPARE(open->isDefault(), warning.isEmpty());
    QCOMPARE(dialog.findChild<QPushButton *>(u"linkCancel"_s)->isDefault(), !warning.isEmpty());

    m_opened.clear();
    open->click();
    QCOMPARE(m_opened, QList{QUrl(link)});
    QVERIFY(!dialog.isVisible());
}

void tst_LinkDialog::opensNothingElse_data()
{
    QTest::addColumn<QString>("link");
    for (const char *link : {"javascript:alert(1)", "file:///etc/passwd", "docs/a.md", "#top", "",
                             "--help", "smb://evil.example/x"})
        QTest::newRow(link) << QString::fromLatin1(link);
}

void tst_LinkDialog::opensNothingElse()
{
    QFETCH(QString, link);
    LinkDialog dialog(link);
    dialog.show();
    QVERIFY(!dialog.findChild<QPushButton *>(u"linkOpen"_s)->isVisible());
    QVERIFY(dialog.findChild<QWidget *>(u"linkWarning"_s)->isVisible());
    QCOMPARE(dialog.findChild<QPlainTextEdit *>(u"linkAddress"_s)->toPlainText(), link);
    m_opened.clear();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QVERIFY(m_opened.isEmpty());
}

QTEST_MAIN(tst_LinkDialog)
#include "tst_link_dialog.moc"
