// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LinkTarget.h"

#include <QTest>

#include <optional>

using namespace litedeck;
using namespace Qt::StringLiterals;

class tst_LinkTarget : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhereALinkLeads_data();
    void tellsWhereALinkLeads();
    void refuses_data();
    void refuses();
};

void tst_LinkTarget::tellsWhereALinkLeads_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("lookalike");
    QTest::addColumn<QString>("user");
    const auto row = [](const char *name, const QString &link, const QString &text,
                        const QString &host, const QString &lookalike = {},
                        const QString &user = {}) {
        QTest::newRow(name) << link << text << host << lookalike << user;
    };
    row("https", u"https://example.org/a?b=1&c=2#d"_s, u"https://example.org/a?b=1&c=2#d"_s,
        u"example.org"_s);
    row("http with a port", u"http://127.0.0.1:8080/"_s, u"http://127.0.0.1:8080/"_s,
        u"127.0.0.1"_s);
    row("scheme in capitals", u"HTTPS://Example.ORG/"_s, u"https://example.org/"_s,
        u"example.org"_s);
    row("letters of the path", u"https://example.org/ä b"_s, u"https://example.org/%C3%A4%20b"_s,
        u"example.org"_s);
    row("Cyrillic", u"https://аррӏе.com"_s, u"https://xn--80ak6aa92e.com"_s,
        u"xn--80ak6aa92e.com"_s, u"аррӏе.com"_s);
    row("punycode", u"https://xn--pple-43d.com/"_s, u"https://xn--pple-43d.com/"_s,
        u"xn--pple-43d.com"_s, u"аpple.com"_s);
    row("an honest umlaut", u"https://bücher.example"_s, u"https://xn--bcher-kva.example"_s,
        u"xn--bcher-kva.example"_s, u"bücher.example"_s);
    row("wide letters", u"https://ｅxample.org"_s, u"https://example.org"_s, u"example.org"_s);
    row("a host as user", u"https://bank.example:x@evil.example/"_s,
        u"https://bank.example:x@evil.example/"_s, u"evil.example"_s, {}, u"bank.example:x"_s);
    row("mail", u"mailto:me@example.org"_s, u"mailto:me@example.org"_s, {});
    row("a draft", u"mailto:me@example.org?subject=Hi%20you&body=x"_s,
        u"mailto:me@example.org?subject=Hi%20you&body=x"_s, {});
    row("mail with a file", u"mailto:me@example.org?attach=/etc/passwd&subject=a&Attachment=b"_s,
        u"mailto:me@example.org?subject=a"_s, {});
    row("no shell", u"https://example.org/$(id)%0D%0A;ls"_s,
        u"https://example.org/$(id)%0D%0A;ls"_s, u"example.org"_s);
}

void tst_LinkTarget::tellsWhereALinkLeads()
{
    QFETCH(QString, link);
    const auto target = judgeLink(link);
    QVERIFY(target);
    QTEST(target->text(), "text");
    QTEST(target->host, "host");
    QTEST(target->lookalike, "lookalike");
    QTEST(target->user, "user");
    QCOMPARE(target->isDeceptive(), !target->lookalike.isEmpty() || !target->user.isEmpty());
    QVERIFY(!target->text().startsWith(u'-'));
}

void tst_LinkTarget::refuses_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<LinkRefusal>("expected");
    const auto row = [](const char *name, const QString &link, LinkRefusal expected) {
        QTest::newRow(name) << link << expected;
    };
    using enum LinkRefusal;
    row("nothing", {}, Broken);
    row("blank", u"  "_s, Broken);
    row("relative", u"docs/a.md"_s, Relative);
    row("within the page", u"#top"_s, Relative);
    row("another host's page", u"//evil.example/x"_s, Relative);
    row("an option", u"--help"_s, Relative);
    row("another option", u"-version"_s, Relative);
    row("a path", u"/etc/passwd"_s, Relative);
    row("script", u"javascript:alert(1)"_s, Scheme);
    row("file", u"file:///etc/passwd"_s, Scheme);
    row("a share", u"smb://evil.example/x"_s, Scheme);
    row("an editor", u"vscode://evil/x"_s, Scheme);
    row("data", u"data:text/html,<script>"_s, Scheme);
    row("a settings page", u"ms-settings:privacy"_s, Scheme);
    row("no host", u"https:///x"_s, Broken);
    row("no host at all", u"https:"_s, Broken);
    row("invalid port", u"https://example.org:99999999/"_s, Broken);
    row("invalid host", u"https://exa mple.org/"_s, Broken);
    row("backslash", u"https://evil.example\\@good.example/"_s, Broken);
    row("line break", u"https://example.org/\nx"_s, Broken);
    row("turned around", u"https://example.org/\u202egpj.exe"_s, Broken);
    row("mail to nobody", u"mailto:"_s, Broken);
}

void tst_LinkTarget::refuses()
{
    QFETCH(QString, link);
    const auto target = judgeLink(link);
    QVERIFY2(!target, qPrintable(target ? target->text() : QString()));
    QTEST(target.error(), "expected");
}

QTEST_APPLESS_MAIN(tst_LinkTarget)
#include "tst_link_target.moc"
