// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/Classifier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

constexpr quint32 Seed = 20261122;
constexpr int Rounds = 6'000;

// One that looks like nothing, one that needs escapes, and one whose shape alone gives it away.
const QStringList LiveKeys = {u"correct horse battery"_s, u"p\u00e4\"ss/wo\\rd'42"_s};
const QString ForeignKey = u"sk-foreign0123456789"_s;

QStringList textsOf(const Error &error)
{
    QStringList texts = {error.provider,     error.exceptionClass, error.message,
                         error.originalText, error.requestId,      error.jobId.value};
    for (const ValidationIssue &issue : error.validation)
        texts << issue.path << issue.message;
    return texts;
}

/// Makes bodies out of the corpus by cutting, doubling, nesting and spoiling them.
class BodyMaker
{
public:
    BodyMaker()
    {
        QFile file(QStringLiteral(LITEDECK_TEST_DATA "/errors/samples.json"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QJsonArray samples = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &sample : samples)
            m_bodies.append(sample["text"_L1].toString().toUtf8());
    }

    bool isEmpty() const { return m_bodies.isEmpty(); }
    int bounded(qsizetype limit) { return m_random.bounded(int(qMax<qsizetype>(limit, 1))); }
    QByteArray pick() { return m_bodies[bounded(m_bodies.size())]; }

    QByteArray make()
    {
        QByteArray body = pick();
        for (int i = bounded(5); i > 0; --i)
            mutate(body);
        return body;
    }

    QString plantedSecret()
    {
        const QString secret = bounded(2) ? LiveKeys[bounded(LiveKeys.size())] : ForeignKey;
        switch (bounded(7)) {
        case 0:
            return u" "_s + secret;
        case 1:
            return u"?key="_s + secret;
        case 2:
            return u"', 'api_key': '"_s + secret + u"', '"_s;
        case 3:
            return u"\", \"virtual_key\": \""_s + secret + u"\", \""_s;
        case 4:
            return u" Authorization: Bearer "_s + secret + u" "_s;
        case 5:
            return u"\", \"request_id\": \""_s + secret + u"\", \"job_id\": \""_s + secret +
                   u"\", \""_s;
        default:
            return escaped(u" "_s + secret);
        }
    }

private:
    static QString escaped(const QString &text)
    {
        const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(array.sliced(2, array.size() - 4));
    }

    void mutate(QByteArray &body)
    {
        const qsizetype at = bounded(body.size() + 1);
        switch (bounded(7)) {
        case 0:
            body.truncate(at);
            break;
        case 1:
            body.insert(at, char(bounded(256)));
            break;
        case 2:
            body.insert(at, pick());
            break;
        case 3:
            body.remove(at, bounded(20));
            break;
        case 4:
            body.insert(at, QByteArray("{}[]\"'\\:,").sliced(bounded(9), 1));
            break;
        case 5: // nested, as a gateway in front of a gateway would
            body = QJsonDocument(QJsonObject{{"detail"_L1, QString::fromUtf8(body)}}).toJson();
            break;
        default:
            body = "b'" + body + "'";
            break;
        }
    }

    QRandomGenerator m_random{Seed};
    QList<QByteArray> m_bodies;
};

} // namespace

/// Whatever bytes a server answers: a category, no crash, and no secret in any text.
class tst_ClassifierProperties : public QObject
{
    Q_OBJECT

private slots:
    void anyBytes();
    void noSecretSurvives();
    void secretAtTheEdgeOfWhatIsRead();
};

void tst_ClassifierProperties::anyBytes()
{
    BodyMaker maker;
    QVERIFY(!maker.isEmpty());
    for (int round = 0; round < Rounds; ++round) {
        HttpResult result;
        QByteArray event;
        result.end = WireEnd(maker.bounded(int(WireEnd::Cancelled) + 1));
        result.status = maker.bounded(2) ? maker.bounded(700) : 500;
        (maker.bounded(3) ? result.body : event) = maker.make();
        result.headers = {{"retry-after", maker.make().left(20)}, {"x-request-id", maker.make()}};

        const Error error = classify(result, Redactor(), event);
        QVERIFY(error.category <= ErrorCategory::Unknown);
        QVERIFY(error.category != ErrorCategory::Unknown || error.verdict == RetryVerdict::Manual);
        QVERIFY(error.message.size() <= 2000 && error.originalText.size() <= 4000);
        QVERIFY(error.requestId.size() <= 128 && error.provider.size() <= 128);
        QVERIFY(!error.retryAfter || error.retryAfter->count() >= 0);
        QVERIFY(error.exceptionClass.isEmpty() == (error.exceptionStatus == 0));
        QVERIFY(classify(result, Redactor(), event) == error);
    }
}

void tst_ClassifierProperties::noSecretSurvives()
{
    const Redactor redactor(LiveKeys);
    BodyMaker maker;
    for (int round = 0; round < Rounds; ++round) {
        HttpResult result;
        QByteArray event;
        result.status = maker.bounded(4) ? 500 : 200;
        QString body = QString::fromUtf8(maker.make());
        // From back to front, so that none is planted inside another one.
        qsizetype at = body.size();
        for (int i = 1 + maker.bounded(3); i > 0; --i) {
            at = maker.bounded(at + 1);
            body.insert(at, maker.plantedSecret());
        }
        (maker.bounded(2) ? result.body : event) = body.toUtf8();
        result.headers = {{"X-Request-Id", maker.plantedSecret().toUtf8()}};

        const Error error = classify(result, redactor, event);
        for (const QString &text : textsOf(error)) {
            for (const QString &secret : LiveKeys + QStringList{ForeignKey})
                QVERIFY2(!text.contains(secret), qPrintable(text + u"\n<- "_s + body));
        }
    }
}

void tst_ClassifierProperties::secretAtTheEdgeOfWhatIsRead()
{
    // Masks are shorter than keys, so that the end of what is read moves into what is shown.
    const QString key = u"live-"_s + QString(500, u'k');
    const Redactor redactor({key});
    for (int shift = 0; shift < 600; shift += 7) {
        HttpResult result;
        result.status = 500;
        result.body = QByteArray(shift, ' ') + (key + u' ').toUtf8().repeated(400);
        for (const QString &text : textsOf(classify(result, redactor)))
            QVERIFY(!text.contains("live-"_L1));
    }
}

QTEST_GUILESS_MAIN(tst_ClassifierProperties)
#include "tst_classifier_properties.moc"
