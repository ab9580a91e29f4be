// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/Composer.h"

#include "core/conversation/AttachmentFile.h"
#include "ui/chat/AttachmentBar.h"
#include "ui/chat/MessageEdit.h"
#include "ui/chat/ModelChoice.h"
#include "ui/widgets/InlineNotice.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace litedeck;
using namespace Qt::StringLiterals;

class tst_Composer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesFilesAlong();
    void saysWhatDoesNotFit();
    void takesTenFilesAtMost();
    void removesFilesByKeyboard();
    void takesWhatIsPasted();
    void holdsSendingWhileAFileIsRead();
    void readsFilesOnAnotherThread();
    void keepsTheOrderOfFiles();
    void bringsTheDraftBackAfterAnEdit();
    void showsTheEstimateWhileThereIsSomethingToSend();
    void saysWhenThereIsNoModelToAsk();
    void marksAModelThatIsNotOffered();
    void asksForPromptsAtTheBeginningOnly();
    void saysTheLimitsUpFront();

private:
    QString write(const QString &name, const QByteArray &content);
    QList<QPushButton *> chips() const;
    QString hint() const;
    InlineNotice *problem() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Composer> m_composer;
};

void tst_Composer::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_composer = std::make_unique<Composer>();
    m_composer->models()->offer({u"m"_s});
    m_composer->resize(600, 200);
    m_composer->show();
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
}

QString tst_Composer::write(const QString &name, const QByteArray &content)
{
    QFile file(m_directory->filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write(content);
    return file.fileName();
}

QList<QPushButton *> tst_Composer::chips() const
{
    QList<QPushButton *> chips;
    for (auto *chip : m_composer->findChildren<QPushButton *>(u"attachment"_s)) {
        if (chip->isVisible())
            chips.append(chip);
    }
    return chips;
}

QString tst_Composer::hint() const
{
    return m_composer->findChild<QWidget *>(u"composerHint"_s)->accessibleName();
}

InlineNotice *tst_Composer::problem() const
{
    return m_composer->findChild<InlineNotice *>(u"attachmentProblem"_s);
}

void tst_Composer::takesFilesAlong()
{
    m_composer->attachmentBar()->addFiles(
        {write(u"notes.txt"_s, "hello"), write(u"b.md"_s, "# B")});
    QTRY_COMPARE(m_composer->attachments().size(), 2);
    QCOMPARE(chips().size(), 2);
    QStringList names;
    for (const QPushButton *chip : chips())
        names += chip->accessibleName();
    QCOMPARE(names, (QStringList{u"Remove notes.txt, 5 bytes"_s, u"Remove b.md, 3 bytes"_s}));
    QVERIFY(!problem()->isVisible());
    // A file says enough.
    auto *send = m_composer->findChild<QAbstractButton *>(u"sendOrStop"_s);
    QVERIFY(send->isEnabled());
    const QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    QTest::keyClick(m_composer->edit(), Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
}

void tst_Composer::saysWhatDoesNotFit()
{
    m_composer->attachmentBar()->addFiles({write(u"long.txt"_s, QByteArray(LargestText + 1, 'x')),
                                           write(u"program"_s, QByteArray(10, '\0')),
                                           write(u"empty.txt"_s, {}),
                                           write(u"good.txt"_s, "good")});
    QTRY_COMPARE(m_composer->attachments().size(), 1);
    QTRY_COMPARE(problem()->accessibleName().count(u'\n'), 2);
    const QString text = problem()->accessibleName();
    QVERIFY2(text.contains("long.txt is larger than the 512 kB"_L1) ||
                 text.contains("long.txt is larger than the 512 KB"_L1),
             qPrintable(text));
    QVERIFY(text.contains("program is neither text nor a PNG, JPEG, GIF or WebP image."_L1));
    QVERIFY(text.contains("empty.txt is empty."_L1));
    QVERIFY(problem()->isVisible());
    // The next files begin anew.
    m_composer->attachmentBar()->addFiles({write(u"void.txt"_s, {})});
    QTRY_COMPARE(problem()->accessibleName(), u"void.txt is empty."_s);
}

void tst_Composer::takesTenFilesAtMost()
{
    QStringList paths;
    for (int n = 0; n < MostAttachments + 2; ++n)
        paths += write(u"%1.txt"_s.arg(n), "text");
    m_composer->attachmentBar()->addFiles(paths);
    QTRY_COMPARE(m_composer->attachments().size(), MostAttachments);
    QCOMPARE(problem()->accessibleName(), u"At most 10 file(s) go along with a message."_s);
}

void tst_Composer::removesFilesByKeyboard()
{
    m_composer->setAttachments({{u"a"_s, u"text/plain"_s, "a"},
                                {u"b"_s, u"text/plain"_s, "b"},
                                {u"c"_s, u"text/plain"_s, "c"}});
    QCOMPARE(chips().size(), 3);
    chips().at(1)->setFocus();
    QTest::keyClick(chips().at(1), Qt::Key_Delete);
    QCOMPARE(m_composer->attachments().size(), 2);
    QCOMPARE(m_composer->attachments().at(1).name, u"c"_s);
    QVERIFY(chips().at(1)->hasFocus());
    QTest::keyClick(chips().at(1), Qt::Key_Space);
    QVERIFY(chips().at(0)->hasFocus());
    QTest::keyClick(chips().at(0), Qt::Key_Backspace);
    QVERIFY(m_composer->attachments().isEmpty());
    QVERIFY(m_composer->edit()->hasFocus());
    QVERIFY(!m_composer->findChild<QWidget *>(u"attachments"_s)->isVisible());
}

void tst_Composer::takesWhatIsPasted()
{
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(write(u"pasted.txt"_s, "text"))});
    QApplication::clipboard()->setMimeData(data);
    m_composer->edit()->paste();
    QTRY_COMPARE(m_composer->attachments().size(), 1);
    QVERIFY(m_composer->text().isEmpty());

    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    QApplication::clipboard()->setImage(image);
    m_composer->edit()->paste();
    QTRY_COMPARE(m_composer->attachments().size(), 2);
    QCOMPARE(m_composer->attachments().at(1).mediaType, u"image/png"_s);
    QCOMPARE(QImage::fromData(m_composer->attachments().at(1).data).size(), QSize(40, 30));

    QApplication::clipboard()->setText(u"just text"_s);
    m_composer->edit()->paste();
    QCOMPARE(m_composer->text(), u"just text"_s);
    QCOMPARE(m_composer->attachments().size(), 2);
}

void tst_Composer::holdsSendingWhileAFileIsRead()
{
    m_composer->setText(u"look"_s);
    auto *send = m_composer->findChild<QAbstractButton *>(u"sendOrStop"_s);
    QVERIFY(send->isEnabled());
    m_composer->attachmentBar()->addFiles({write(u"a.txt"_s, "text")});
    QVERIFY(!send->isEnabled());
    QTRY_VERIFY(send->isEnabled());
    QCOMPARE(m_composer->attachments().size(), 1);
    // What comes late for a message that is gone stays away.
    m_composer->attachmentBar()->addFiles({write(u"b.txt"_s, "text")});
    m_composer->setAttachments({});
    QVERIFY(send->isEnabled());
    m_composer->attachmentBar()->addFiles({write(u"c.txt"_s, "text")});
    QTRY_COMPARE(m_composer->attachments().size(), 1);
    QCOMPARE(m_composer->attachments().at(0).name, u"c.txt"_s);
}

void tst_Composer::readsFilesOnAnotherThread()
{
    QStringList paths;
    for (int n = 0; n < 10; ++n)
        paths += write(u"%1.txt"_s.arg(n), QByteArray(LargestText, 'x'));
    QElapsedTimer timer;
    timer.start();
    m_composer->attachmentBar()->addFiles(paths);
    const qint64 asked = timer.elapsed();
    QVERIFY(m_composer->attachments().isEmpty());
    QTRY_COMPARE(m_composer->attachments().size(), 10);
    qInfo("asked for 10 files of 512 kB in %lld ms", asked);
}

void tst_Composer::keepsTheOrderOfFiles()
{
    QStringList paths;
    QStringList names;
    // The first take longest.
    for (int n = 0; n < MostAttachments - 1; ++n) {
        names += u"%1.txt"_s.arg(n);
        paths += write(names.constLast(), QByteArray(LargestText >> n, 'x'));
    }
    m_composer->attachmentBar()->addFiles(paths.first(1));
    m_composer->attachmentBar()->addFiles(paths.sliced(1));
    QTRY_COMPARE(m_composer->attachments().size(), paths.size());
    QStringList read;
    for (const Attachment &attachment : m_composer->attachments())
        read += attachment.name;
    QCOMPARE(read, names);
}

void tst_Composer::bringsTheDraftBackAfterAnEdit()
{
    const QList<Attachment> draftFiles{{u"draft"_s, u"text/plain"_s, "d"}};
    const QList<Attachment> oldFiles{{u"old"_s, u"text/plain"_s, "o"}};
    QTest::keyClicks(m_composer->edit(), u"my draft"_s);
    m_composer->setAttachments(draftFiles);
    const QSignalSpy cancelled(m_composer.get(), &Composer::editCancelled);
    m_composer->beginEdit(u"old message"_s, oldFiles);
    QCOMPARE(m_composer->text(), u"old message"_s);
    QCOMPARE(m_composer->attachments(), oldFiles);
    // Another message to edit keeps the same draft.
    m_composer->beginEdit(u"older message"_s, {});
    QTest::keyClick(m_composer->edit(), Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(!m_composer->isEditing());
    QCOMPARE(m_composer->text(), u"my draft"_s);
    QCOMPARE(m_composer->attachments(), draftFiles);
}

void tst_Composer::showsTheEstimateWhileThereIsSomethingToSend()
{
    QCOMPARE(hint(), u"Enter sends, Shift+Enter starts a new line"_s);
    m_composer->setEstimate({u"≈ 2 tokens"_s}, u"How it was estimated"_s);
    QCOMPARE(hint(), u"≈ 2 tokens"_s);
    QVERIFY(m_composer->findChild<QWidget *>(u"composerHint"_s)
                ->toolTip()
                .contains("How it was estimated"_L1));
    m_composer->beginEdit(u"again"_s, {});
    QCOMPARE(hint(), u"New version, Esc cancels: ≈ 2 tokens"_s);
    m_composer->setHold(u"The team is suspended"_s);
    QCOMPARE(hint(), u"The team is suspended"_s);
}

void tst_Composer::saysWhenThereIsNoModelToAsk()
{
    m_composer = std::make_unique<Composer>();
    QCOMPARE(hint(), u"Enter sends, Shift+Enter starts a new line"_s);
    m_composer->models()->offer({});
    QCOMPARE(hint(), u"The team may use no model: ask its administrator for one"_s);
    m_composer->models()->offer({u"model"_s});
    QCOMPARE(hint(), u"Enter sends, Shift+Enter starts a new line"_s);
}

void tst_Composer::marksAModelThatIsNotOffered()
{
    const auto *models = m_composer->findChild<QComboBox *>(u"model"_s);
    m_composer->models()->choose({u"gone"_s});
    QCOMPARE(m_composer->model().value, u"gone"_s);
    QCOMPARE(hint(), u"The team may not use gone: choose another model"_s);
    m_composer->models()->offer({u"a"_s, u"b"_s});
    QCOMPARE(m_composer->model().value, u"gone"_s);
    QCOMPARE(hint(), u"The team may not use gone: choose another model"_s);

    m_composer->models()->choose({u"b"_s});
    QCOMPARE(hint(), u"Enter sends, Shift+Enter starts a new line"_s);
    QCOMPARE(models->findText(u"gone"_s), -1);
    m_composer->models()->choose({u"gone"_s});
    m_composer->models()->chooseOffered();
    QCOMPARE(m_composer->model().value, u"a"_s);
    QCOMPARE(models->count(), 2);
}

void tst_Composer::asksForPromptsAtTheBeginningOnly()
{
    const QSignalSpy asked(m_composer.get(), &Composer::slashTyped);
    QTest::keyClick(m_composer->edit(), '/');
    QCOMPARE(asked.size(), 1);
    QVERIFY(m_composer->text().isEmpty());
    QTest::keyClicks(m_composer->edit(), u"a/b"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(m_composer->text(), u"a/b"_s);
}

void tst_Composer::saysTheLimitsUpFront()
{
    const QString tip = m_composer->findChild<QWidget *>(u"attach"_s)->toolTip();
    QVERIFY(tip.contains("at most 10 files"_L1));
    QVERIFY(tip.contains("5 MB"_L1));
    QVERIFY(tip.contains("Ctrl+Shift+A"_L1));
}

QTEST_MAIN(tst_Composer)
#include "tst_composer.moc"
