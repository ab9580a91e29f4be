// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/AttachmentFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

using Kind = AttachmentProblem::Kind;

const QByteArray png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==");
const QByteArray jpeg = QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000ffd9");

QByteArray utf16(const QString &text)
{
    QByteArray data("\xff\xfe");
    data.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return data;
}

} // namespace

class tst_AttachmentFile : public QObject
{
    Q_OBJECT

private slots:
    void takesTextAndImages_data();
    void takesTextAndImages();
    void saysWhyAFileDoesNotGoAlong_data();
    void saysWhyAFileDoesNotGoAlong();
    void readsAFileByItsContent();
    void saysWhatCannotBeRead();
};

void tst_AttachmentFile::takesTextAndImages_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QByteArray>("sent");
    const QByteArray umlauts = u"Grüße 👋\n"_s.toUtf8();
    QTest::newRow("ascii") << "plain\n"_ba << u"text/plain"_s << "plain\n"_ba;
    QTest::newRow("utf-8") << umlauts << u"text/plain"_s << umlauts;
    QTest::newRow("utf-8 with mark") << "\xef\xbb\xbf"_ba + umlauts << u"text/plain"_s << umlauts;
    QTest::newRow("utf-16") << utf16(u"Grüße 👋\n"_s) << u"text/plain"_s << umlauts;
    QTest::newRow("code") << "#include <stdio.h>\nint main() {}\n"_ba << u"text/plain"_s
                          << "#include <stdio.h>\nint main() {}\n"_ba;
    QTest::newRow("svg is text") << "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"_ba
                                 << u"text/plain"_s
                                 << "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"_ba;
    QTest::newRow("png") << png << u"image/png"_s << png;
    QTest::newRow("jpeg") << jpeg << u"image/jpeg"_s << jpeg;
    const QByteArray most(LargestText, 'x');
    QTest::newRow("largest text") << most << u"text/plain"_s << most;
    const QByteArray image = png + QByteArray(LargestImage - png.size(), 'x');
    QTest::newRow("largest image") << image << u"image/png"_s << image;
}

void tst_AttachmentFile::takesTextAndImages()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, mediaType);
    QFETCH(QByteArray, sent);
    const AttachmentResult result = attachmentFrom(u"name.bin"_s, data);
    QVERIFY(result);
    QCOMPARE(result->name, u"name.bin"_s);
    QCOMPARE(result->mediaType, mediaType);
    QVERIFY(result->data == sent);
}

void tst_AttachmentFile::saysWhyAFileDoesNotGoAlong_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("empty") << QByteArray() << Kind::Empty;
    QTest::newRow("zeros") << QByteArray(10, '\0') << Kind::NoText;
    QTest::newRow("latin-1") << "Gr\xfc\xdf"
                                "e"_ba
                             << Kind::NoText;
    QTest::newRow("pdf") << "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"_ba << Kind::NoText;
    QTest::newRow("elf") << QByteArray::fromHex("7f454c460201010000000000") << Kind::NoText;
    QTest::newRow("long text") << QByteArray(LargestText + 1, 'x') << Kind::TextTooLarge;
    QTest::newRow("text cut in a letter")
        << QByteArray(LargestText - 1, 'x') + u"ü"_s.toUtf8() << Kind::TextTooLarge;
    QTest::newRow("long noise") << QByteArray(LargestText + 1, '\xff') << Kind::NoText;
    QTest::newRow("large image") << png + QByteArray(LargestImage, 'x') << Kind::ImageTooLarge;
}

void tst_AttachmentFile::saysWhyAFileDoesNotGoAlong()
{
    QFETCH(QByteArray, data);
    QFETCH(Kind, kind);
    const AttachmentResult result = attachmentFrom(u"name.txt"_s, data);
    QVERIFY(!result);
    QVERIFY(result.error().kind == kind);
    QCOMPARE(result.error().name, u"name.txt"_s);
}

void tst_AttachmentFile::readsAFileByItsContent()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"größer.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(png);
    file.close();
    const AttachmentResult result = readAttachment(path);
    QVERIFY(result);
    QCOMPARE(*result, (Attachment{u"größer.txt"_s, u"image/png"_s, png}));
}

void tst_AttachmentFile::saysWhatCannotBeRead()
{
    const QTemporaryDir directory;
    for (const QString &path : {directory.path(), directory.filePath(u"none"_s), u"/dev/zero"_s}) {
        const AttachmentResult result = readAttachment(path);
        QVERIFY(!result);
        QVERIFY(result.error().kind == Kind::Unreadable);
    }
}

QTEST_GUILESS_MAIN(tst_AttachmentFile)
#include "tst_attachment_file.moc"
