// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/AttachmentBar.h"

#include "base/Background.h"
#include "widgets/FlowLayout.h"
#include "widgets/Icon.h"
#include "widgets/InlineNotice.h"
#include "widgets/Theme.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int LongestName = 28;

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
}

QString limitText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
}

QString problemText(const AttachmentProblem &problem)
{
    switch (problem.kind) {
    case AttachmentProblem::Kind::Unreadable:
        //: %1 is a file name, %2 the system's words, such as "Permission denied".
        return AttachmentBar::tr("%1 cannot be read. %2").arg(problem.name, problem.reason);
    case AttachmentProblem::Kind::Empty:
        return AttachmentBar::tr("%1 is empty.").arg(problem.name);
    case AttachmentProblem::Kind::ImageTooLarge:
        //: %1 is a file name, %2 a size such as "5 MB".
        return AttachmentBar::tr("%1 is larger than the %2 that an image may have.")
            .arg(problem.name, limitText(LargestImage));
    case AttachmentProblem::Kind::TextTooLarge:
        //: %1 is a file name, %2 a size such as "512 kB".
        return AttachmentBar::tr("%1 is larger than the %2 that a text file may have.")
            .arg(problem.name, limitText(LargestText));
    case AttachmentProblem::Kind::NoText:
        return AttachmentBar::tr("%1 is neither text nor a PNG, JPEG, GIF or WebP image.")
            .arg(problem.name);
    }
    Q_UNREACHABLE();
}

AttachmentResult pngFrom(const QImage &image, const QString &name)
{
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return attachmentFrom(name, data);
}

} // namespace

AttachmentBar::AttachmentBar(QWidget *parent)
    : QWidget(parent)
    , m_notice(new InlineNotice({}, Tone::Warning))
    , m_chips(new QWidget)
    , m_flow(new FlowLayout(m_chips))
{
    setObjectName(u"attachments"_s);
    setAccessibleName(tr("Attachments"));
    m_notice->setObjectName(u"attachmentProblem"_s);
    m_notice->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Spacing::XS);
    column->addWidget(m_notice);
    column->addWidget(m_chips);
    connect(m_notice, &InlineNotice::closed, this, &AttachmentBar::rebuild);
    hide();
}

QString AttachmentBar::limits()
{
    //: %1 and %2 are sizes such as "5 MB", %3 a number.
    return tr("Text files up to %1, images up to %2, at most %3 files")
        .arg(limitText(LargestText), limitText(LargestImage))
        .arg(MostAttachments);
}

void AttachmentBar::setAttachments(const QList<Attachment> &attachments)
{
    ++m_round;
    m_reading = 0;
    m_attachments = attachments;
    m_notice->hide();
    rebuild();
}

template <typename Read>
void AttachmentBar::add(Read read)
{
    if (m_attachments.size() + m_reading >= MostAttachments) {
        tell(tr("At most %n file(s) go along with a message.", nullptr,
                static_cast<int>(MostAttachments)));
        return;
    }
    ++m_reading;
    inBackground(read, this, [this, round = m_round](const AttachmentResult &result) {
        if (round == m_round)
            onRead(result);
    });
}

void AttachmentBar::addFiles(const QStringList &paths)
{
    m_problems.clear();
    for (const QString &path : paths)
        add([path] { return readAttachment(path); });
    emit changed();
}

void AttachmentBar::addImage(const QImage &image)
{
    m_problems.clear();
    add([image, name = tr("Pasted image.png")] { return pngFrom(image, name); });
    emit changed();
}

void AttachmentBar::onRead(const AttachmentResult &result)
{
    --m_reading;
    if (result)
        m_attachments.append(*result);
    else
        tell(problemText(result.error()));
    rebuild();
}

void AttachmentBar::tell(const QString &problem)
{
    if (!m_problems.contains(problem))
        m_problems += problem;
    m_notice->setMessage(m_problems.join(u'\n'), Tone::Warning);
    m_notice->show();
    show();
}

void AttachmentBar::removeAt(qsizetype index)
{
    m_attachments.removeAt(index);
    rebuild();
    if (m_attachments.isEmpty())
        emit emptied();
    else
        m_flow->itemAt(static_cast<int>(std::min(index, m_attachments.size() - 1)))
            ->widget()
            ->setFocus();
}

void AttachmentBar::rebuild()
{
    while (const QLayoutItem *item = m_flow->takeAt(0)) {
        // A chip may be what is being pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < m_attachments.size(); ++i) {
        const Attachment &attachment = m_attachments.at(i);
        const QString size = sizeText(attachment.data.size());
        auto *chip = new QPushButton(icon(u"close"_s), {}, m_chips);
        chip->setObjectName(u"attachment"_s);
        chip->setText(fontMetrics().elidedText(attachment.name, Qt::ElideMiddle,
                                               LongestName * fontMetrics().averageCharWidth()) +
                      u"  "_s + size);
        //: %1 is a file name, %2 its size.
        chip->setAccessibleName(tr("Remove %1, %2").arg(attachment.name, size));
        chip->setToolTip(chip->accessibleName());
        chip->setAutoDefault(false);
        chip->installEventFilter(this);
        connect(chip, &QPushButton::clicked, this, [this, i] { removeAt(i); });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!m_attachments.isEmpty());
    setVisible(!m_attachments.isEmpty() || !m_notice->isHidden());
    updateGeometry();
    emit changed();
}

bool AttachmentBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            static_cast<QPushButton *>(watched)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace litedeck
