// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Redactor.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

class tst_Redactor : public QObject
{
    Q_OBJECT

private slots:
    void shapes_data();
    void shapes();
    void secretsOfTheList_data();
    void secretsOfTheList();
    void innocentTextOfTheList_data();
    void innocentTextOfTheList();
    void wholePageOfInnocentText();
    void tellsHowMany_data();
    void tellsHowMany();
    void keepsTheRestOfTheText();
    void ofLiveSecretsOnly();
    void valuesBesideTheirNames_data();
    void valuesBesideTheirNames();
    void objects();
    void ordinaryTextStays_data();
    void ordinaryTextStays();
    void liveSecret_data();
    void liveSecret();
    void shortSecretsAreIgnored();
    void longerSecretGoesFirst();
    void secretThatLooksLikeTheMask();
    void loneSurrogatesHideNothing();
    void isIdempotentOnRandomText();
    void endsOnHostileLines_data();
    void endsOnHostileLines();
};

namespace {

// Its forms are in the list of secrets.
const QString LiveKey = u"sk-probe-key-0123456789"_s;

QStringList linesOf(const QString &file)
{
    QFile list(QStringLiteral(LITEDECK_TEST_DATA "/redaction/") + file);
    if (!list.open(QIODevice::ReadOnly))
        qFatal("no list of %s", qPrintable(file));
    return QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

QString withLineEnds(QString text)
{
    return text.replace(u"\\n"_s, u"\n"_s);
}

} // namespace

void tst_Redactor::shapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");

    const auto row = [](const char *name, const QString &text, const QString &redacted) {
        QTest::newRow(name) << text << redacted;
    };
    row("sk", u"key sk-abcDEF123456 end"_s, u"key [redacted] end"_s);
    row("sk masked by others", u"provided: sk-qVL45***. You"_s, u"provided: [redacted]. You"_s);
    row("sk-ant", u"(sk-ant-api03-aB_c-d)"_s, u"([redacted])"_s);
    row("sk-proj in JSON", uR"({"k":"sk-proj-aaaa1111"})"_s, uR"({"k":"[redacted]"})"_s);
    row("after an escaped newline", uR"(a\nsk-aaaa1111)"_s, uR"(a\n[redacted])"_s);
    row("after a percent escape", u"Bearer%20sk-aaaa1111"_s, u"Bearer%20[redacted]"_s);
    row("google", u"AIzaSyD-1234567890abcdef"_s, u"[redacted]"_s);
    row("groq", u"gsk_abcd1234efgh"_s, u"[redacted]"_s);
    row("huggingface", u"hf_AbCdEfGh12345678"_s, u"[redacted]"_s);
    row("fireworks", u"fw_3ZabcdEFGH1234"_s, u"[redacted]"_s);
    row("xai", u"xai-abcdEFGH1234"_s, u"[redacted]"_s);
    row("replicate", u"r8_abcdEFGH1234"_s, u"[redacted]"_s);
    row("jwt", u"eyJhbGciOiJI.eyJzdWIiOiI.abc_-123"_s, u"[redacted]"_s);
    row("header", u"Authorization: Bearer abcdefgh"_s, u"Authorization: Bearer [redacted]"_s);
    row("header, basic", u"authorization: Basic dXNlcjpw"_s, u"authorization: Basic [redacted]"_s);
    row("header, bare", u"Authorization: abcdefgh"_s, u"Authorization: [redacted]"_s);
    row("header in JSON", uR"({"Authorization":"Bearer abcdefgh"})"_s,
        uR"({"Authorization":"Bearer [redacted]"})"_s);
    row("header in Python", uR"({'authorization': 'Bearer abcdefgh'})"_s,
        uR"({'authorization': 'Bearer [redacted]'})"_s);
    row("header in curl", uR"(curl -H "Authorization: Bearer abcdefgh" x)"_s,
        uR"(curl -H "Authorization: Bearer [redacted]" x)"_s);
    row("escaped JSON", uR"({\"api_key\": \"ab1cdef\"})"_s, uR"({\"api_key\": \"[redacted]\"})"_s);
    row("bearer alone", u"used Bearer abc123def to"_s, u"used Bearer [redacted] to"_s);
    row("x-api-key header", u"x-api-key: abcdef"_s, u"x-api-key: [redacted]"_s);
    row("x-goog-api-key", u"X-Goog-Api-Key: abcdef"_s, u"X-Goog-Api-Key: [redacted]"_s);
    row("x-api-key in curl", u"-H 'x-api-key: abcdef'"_s, u"-H 'x-api-key: [redacted]'"_s);
    row("virtual_key in JSON", uR"({"virtual_key": "abc"})"_s,
        uR"({"virtual_key": "[redacted]"})"_s);
    row("virtual_key in Python", uR"({'virtual_key': 'abc'})"_s,
        uR"({'virtual_key': '[redacted]'})"_s);
    row("value with brackets", uR"({"api_key":"a[b]c1d2e3"})"_s, uR"({"api_key":"[redacted]"})"_s);
    row("api_key=", u"OPENAI_API_KEY=abcd run"_s, u"OPENAI_API_KEY=[redacted] run"_s);
    row("key in an address", u"https://h/v1:generate?key=ab'\nmore"_s,
        u"https://h/v1:generate?key=[redacted]'\nmore"_s);
    row("token in an address", u"https://h/?a=1&access_token=xyz&b=2"_s,
        u"https://h/?a=1&access_token=[redacted]&b=2"_s);
    row("encoded address", u"u=https%3A%2F%2Fh%3Fkey%3Dabc"_s,
        u"u=https%3A%2F%2Fh%3Fkey%3D[redacted]"_s);
    row("key= in text", u"passed. key=3990abcd, not found"_s,
        u"passed. key=[redacted], not found"_s);
    row("user and password", u"https://me:pass@host/x"_s, u"https://[redacted]@host/x"_s);
    row("curl -u", u"curl -u me:pass https://h"_s, u"curl -u [redacted] https://h"_s);
}

void tst_Redactor::shapes()
{
    QFETCH(QString, text);
    const Redactor redactor;
    const QString once = redactor.redact(text);
    QTEST(once, "redacted");
    QCOMPARE(redactor.redact(once), once);
}

void tst_Redactor::secretsOfTheList_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    // NAME|TEXT|SECRET, and the text may have bars of its own.
    for (const QString &line : linesOf(u"secrets.txt"_s)) {
        const qsizetype first = line.indexOf(u'|');
        const qsizetype last = line.lastIndexOf(u'|');
        QVERIFY2(first > 0 && last > first, qPrintable(line));
        QTest::newRow(qPrintable(line))
            << line.sliced(first + 1, last - first - 1) << line.sliced(last + 1);
    }
}

void tst_Redactor::secretsOfTheList()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const Redactor redactor({LiveKey});
    for (const QString &form :
         {text, withLineEnds(text), u"before it "_s + text,
          u"{\"text\": \"%1\"}"_s.arg(QString(text).replace(u'"', u"\\\""_s))}) {
        const QString once = redactor.redact(form);
        QVERIFY2(!once.contains(secret), qPrintable(once));
        QCOMPARE(redactor.redact(once), once);
    }
}

void tst_Redactor::innocentTextOfTheList_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &line : linesOf(u"innocent.txt"_s))
        QTest::newRow(qPrintable(line)) << line;
}

void tst_Redactor::innocentTextOfTheList()
{
    QFETCH(QString, text);
    const Redactor redactor({LiveKey});
    for (const QString &form : {text, withLineEnds(text), u"    "_s + text, u"// "_s + text,
                                u"`"_s + text + u"`"_s, QString(text).replace(u'"', u"\\\""_s)})
        QCOMPARE(redactor.redacted(form), (Redacted{form, 0}));
}

void tst_Redactor::wholePageOfInnocentText()
{
    const QString page = linesOf(u"innocent.txt"_s).join(u'\n');
    QCOMPARE(Redactor({LiveKey}).redact(page), page);
}

void tst_Redactor::tellsHowMany_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << u"api_key=os.environ['KEY']"_s << 0;
    QTest::newRow("one") << u"api_key=ab12cd34"_s << 1;
    QTest::newRow("a key as a value is one") << u"api_key=sk-ab12cd34ef"_s << 1;
    QTest::newRow("three") << u"api_key=ab12cd34 https://me:pw@h/ sk-ab12cd34ef"_s << 3;
    QTest::newRow("those of before are none") << u"api_key=[redacted], sk-ab12cd34ef"_s << 1;
}

void tst_Redactor::tellsHowMany()
{
    QFETCH(QString, text);
    QTEST(int(Redactor().redacted(text).count), "count");
}

void tst_Redactor::keepsTheRestOfTheText()
{
    // Lone surrogates, characters without width and noncharacters stay where no secret is.
    const QString odd = u"a\u200bb \ufdd0 \\u200b "_s + QChar(0xd800) + u" Zürich 日本"_s;
    QCOMPARE(Redactor().redact(odd), odd);
    QCOMPARE(Redactor().redact(odd + u" sk-ab12cd34ef "_s + odd), odd + u" [redacted] "_s + odd);
}

void tst_Redactor::ofLiveSecretsOnly()
{
    const Redactor redactor = Redactor({LiveKey}).ofLiveSecrets();
    QCOMPARE(redactor.redact(u"api_key=ab12cd34, sk-ab12cd34ef, "_s + LiveKey),
             u"api_key=ab12cd34, sk-ab12cd34ef, [redacted]"_s);
    QCOMPARE(redactor.redactValue(u"password"_s, u"hunter2"_s), u"hunter2"_s);
}

void tst_Redactor::valuesBesideTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("redacted");
    const QString mask = Redactor::Mask.toString();
    QTest::newRow("api_key") << u"api_key"_s << u"LEAKazure0123456789"_s << mask;
    QTest::newRow("path") << u"provider.api_key"_s << u"LEAKazure0123456789"_s << mask;
    QTest::newRow("password") << u"password"_s << u"hunter2"_s << mask;
    QTest::newRow("no secret") << u"api_key"_s << u"required"_s << u"required"_s;
    QTest::newRow("other name") << u"customer"_s << u"hunter2"_s << u"hunter2"_s;
    QTest::newRow("by its looks") << u"customer"_s << u"a sk-ab12cd34ef"_s << u"a [redacted]"_s;
}

void tst_Redactor::valuesBesideTheirNames()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QTEST(Redactor().redactValue(name, value), "redacted");
}

void tst_Redactor::objects()
{
    const auto object = [](const char *json) { return QJsonDocument::fromJson(json).object(); };
    QCOMPARE(Redactor().redact(object(R"({"a": {"api_key": "ab12cd34", "n": 1, "ok": true},
                                          "tokens": ["sk-ab12cd34ef", null],
                                          "password": ["hunter2", {"secret": "s3cr3tly"}],
                                          "sk-ab12cd34ef": "x"})")),
             object(R"({"a": {"api_key": "[redacted]", "n": 1, "ok": true},
                        "tokens": ["[redacted]", null],
                        "password": ["[redacted]", {"secret": "[redacted]"}],
                        "[redacted]": "x"})"));
}

void tst_Redactor::ordinaryTextStays_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"The task-force took a risk-free desk-based ask-again approach",
                             "sk- alone",
                             "sk-",
                             "Bearer token required",
                             "Bearer authentication",
                             "a key and a token",
                             "Incorrect API key provided",
                             "Invalid or missing API key",
                             "max_tokens: 1000000",
                             "timeout value=20.0, time taken=20.26 seconds",
                             "api_key=None",
                             "monkey=banana123",
                             "Expected either api_key or auth_token to be set.",
                             "hf_transfer is not installed",
                             "model xai/grok-2-latest and pplx-7b-online",
                             "x-litellm-key-rpm-limit: 100000",
                             "https://example.org:8080/path?model=gpt-4o&limit=100",
                             "key: value",
                             "[redacted]",
                             "job 3f2b8c1e-0000-4000-8000-123456789abc not found",
                             "tokens per min (TPM): Limit 7000"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_Redactor::ordinaryTextStays()
{
    QFETCH(QString, text);
    QCOMPARE(Redactor({u"live-secret"_s}).redact(text), text);
}

void tst_Redactor::liveSecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("exact") << uR"(a"b/c'd+e)"_s;
    QTest::newRow("JSON") << uR"(a\"b/c'd+e)"_s;
    QTest::newRow("JSON, escaped slash") << uR"(a\"b\/c'd+e)"_s;
    QTest::newRow("Python") << uR"(a"b/c\'d+e)"_s;
    QTest::newRow("percent-encoded") << u"a%22b%2Fc%27d%2Be"_s;
    QTest::newRow("percent-encoded, lower case") << u"a%22b%2fc%27d%2be"_s;
    QTest::newRow("HTML") << u"a&quot;b/c'd+e"_s;
}

void tst_Redactor::liveSecret()
{
    QFETCH(QString, text);
    const Redactor redactor({uR"(a"b/c'd+e)"_s});
    QCOMPARE(redactor.redact(u"<%1%1>"_s.arg(text)), u"<[redacted][redacted]>"_s);
}

void tst_Redactor::shortSecretsAreIgnored()
{
    Redactor redactor({u"abc"_s});
    redactor.addSecret(QString());
    QCOMPARE(redactor.redact(u"abcabc"_s), u"abcabc"_s);
}

void tst_Redactor::longerSecretGoesFirst()
{
    Redactor redactor({u"team"_s});
    redactor.addSecret(u"team-key-of-mine"_s);
    QCOMPARE(redactor.redact(u"x team-key-of-mine"_s), u"x [redacted]"_s);
}

void tst_Redactor::secretThatLooksLikeTheMask()
{
    const Redactor redactor({u"redact"_s, u"acted"_s});
    const QString once = redactor.redact(u"unredacted words, acted out"_s);
    QCOMPARE(once, u"un[redacted]ed words, [redacted] out"_s);
    QCOMPARE(redactor.redact(once), once);
}

void tst_Redactor::loneSurrogatesHideNothing()
{
    const QString text = QChar(0xd800) + u" sk-aaaa1111 "_s + QChar(0xdc00);
    QVERIFY(!Redactor().redact(text).contains(u"aaaa1111"));
}

void tst_Redactor::isIdempotentOnRandomText()
{
    static const QStringList pieces = {
        u"sk-"_s,       u"api_key"_s,    u"="_s,       u": "_s,
        u"\""_s,        u"'"_s,          u"\\"_s,      u"key="_s,
        u"?"_s,         u"&"_s,          u"Bearer "_s, u"["_s,
        u"]"_s,         u"[redacted]"_s, u"abc123"_s,  u"://"_s,
        u"@"_s,         u":"_s,          u" "_s,       u"%20"_s,
        u"eyJhbGciO"_s, u"."_s,          u"AIza"_s,    u"secret9"_s,
        u"hf_"_s,       u"\n"_s,         u"token"_s,   u"Authorization"_s};
    const Redactor redactor({u"secret9"_s, u"c123"_s});
    QRandomGenerator random(20261122);
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int i = random.bounded(1, 14); i > 0; --i)
            text += pieces[random.bounded(int(pieces.size()))];
        const QString once = redactor.redact(text);
        QVERIFY2(redactor.redact(once) == once, qPrintable(text + u" -> "_s + once));
        QVERIFY2(!once.contains(u"secret9"), qPrintable(text));
    }
}

void tst_Redactor::endsOnHostileLines_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"a", "api_key=", "\"api_key\":\"", "token:", "://a:b@", "sk-", "Bearer ", "-eyJaaaaaa",
          "-u a:", "-----BEGIN PRIVATE KEY-----\n", "Cookie: a=b; ", "\\u200b", "[redacted]"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

// What is quadratic takes hours for a megabyte, and the test's time limit ends it.
void tst_Redactor::endsOnHostileLines()
{
    QFETCH(QString, piece);
    const QString text = piece.repeated(1'000'000 / piece.size());
    const Redactor redactor({u"live-secret-of-the-team"_s});
    QVERIFY(!redactor.redact(text).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Redactor)
#include "tst_redactor.moc"
