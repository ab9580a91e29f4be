// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/AttachmentBar.h"

#include "core/base/Background.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/ToolTipText.h"

#include <QBuffer>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

#include <utility>

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

QString stateText(DraftFileState state)
{
    switch (state) {
    case DraftFileState::Same:
        return {};
    case DraftFileState::Changed:
        //: Said of a file.
        return AttachmentBar::tr("changed since");
    case DraftFileState::Gone:
        //: Said of a file that was deleted or moved.
        return AttachmentBar::tr("no longer there");
    }
    Q_UNREACHABLE();
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
    columnOf(this, Spacing::XS, {m_notice, m_chips});
    connect(m_notice, &InlineNotice::closed, this, &AttachmentBar::rebuild);
    hide();
    startReader();
}

QString AttachmentBar::limits()
{
    //: %1 and %2 are sizes such as "5 MB", %3 a number.
    return tr("Text files up to %1, images up to %2, at most %3 files")
        .arg(limitText(LargestText), limitText(LargestImage))
        .arg(MostAttachments);
}

void AttachmentBar::setFiles(const QList<DraftFile> &files)
{
    ++m_round;
    startReader();
    m_files = files;
    m_states.clear();
    m_notice->hide();
    rebuild();
    lookAt(m_files);
}

void AttachmentBar::prependFiles(const QList<DraftFile> &files)
{
    m_files = files + m_files;
    rebuild();
    lookAt(files);
}

void AttachmentBar::lookAt(const QList<DraftFile> &files)
{
    for (const DraftFile &file : files) {
        if (file.path.isEmpty())
            continue;
        const auto take = [this, path = file.path, round = m_round](DraftFileState state) {
            if (round != m_round || state == DraftFileState::Same)
                return;
            m_states.insert(path, state);
            rebuild();
        };
        inBackground([file] { return stateOf(file); }, this, take);
    }
}

void AttachmentBar::startReader()
{
    m_reader = std::make_unique<AttachmentReader>();
    connect(m_reader.get(), &AttachmentReader::read, this, &AttachmentBar::onRead);
}

std::unique_ptr<AttachmentReader> AttachmentBar::takeReader()
{
    if (!isReading())
        return nullptr;
    m_reader->disconnect(this);
    std::unique_ptr<AttachmentReader> taken = std::move(m_reader);
    startReader();
    return taken;
}

void AttachmentBar::add(const AttachmentReader::Read &read, const QString &path)
{
    if (m_files.size() + m_reader->count() >= MostAttachments) {
        tell(tr("At most %n file(s) go along with a message.", nullptr,
                static_cast<int>(MostAttachments)));
        return;
    }
    m_reader->add(read, path);
}

void AttachmentBar::addFiles(const QStringList &paths)
{
    m_problems.clear();
    for (const QString &path : paths)
        add([path] { return readAttachment(path); }, QFileInfo(path).absoluteFilePath());
    emit changed();
}

void AttachmentBar::addImage(const QImage &image)
{
    m_problems.clear();
    add([image, name = tr("Pasted image.png")] { return pngFrom(image, name); }, {});
    emit changed();
}

void AttachmentBar::onRead(const AttachmentResult &result, const QString &path)
{
    if (result) {
        appendFile({*result, path});
        return;
    }
    tell(result.error());
    rebuild();
}

void AttachmentBar::appendFile(const DraftFile &file)
{
    m_files.append(file);
    rebuild();
}

void AttachmentBar::tell(const AttachmentProblem &problem)
{
    tell(problemText(problem));
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
    m_files.removeAt(index);
    rebuild();
    if (m_files.isEmpty())
        emit emptied();
    else
        m_flow->itemAt(static_cast<int>(std::min(index, m_files.size() - 1)))->widget()->setFocus();
}

void AttachmentBar::rebuild()
{
    while (const QLayoutItem *item = m_flow->takeAt(0)) {
        // A chip may be what is being pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const Attachment &attachment = m_files.at(i).content;
        const DraftFileState state = m_states.value(m_files.at(i).path);
        QString facts = sizeText(attachment.data.size());
        if (const QString text = stateText(state); !text.isEmpty())
            facts += u", "_s + text;
        auto *chip = new QPushButton(icon(u"close"_s), {}, m_chips);
        chip->setObjectName(u"attachment"_s);
        chip->setText(fontMetrics().elidedText(attachment.name, Qt::ElideMiddle,
                                               LongestName * fontMetrics().averageCharWidth()) +
                      u"  "_s + facts);
        //: %1 is a file name, %2 its size and perhaps what became of it.
        chip->setAccessibleName(tr("Remove %1, %2").arg(attachment.name, facts));
        chip->setToolTip(plainToolTip(chip->accessibleName()));
        if (state != DraftFileState::Same) {
            const QString kept = tr("What the file held when it was attached goes along.");
            chip->setToolTip(plainToolTip(chip->accessibleName() + u'\n' + kept));
            chip->setAccessibleDescription(kept);
        }
        chip->setAutoDefault(false);
        chip->installEventFilter(this);
        connect(chip, &QPushButton::clicked, this, [this, i] { removeAt(i); });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!m_files.isEmpty());
    setVisible(!m_files.isEmpty() || !m_notice->isHidden());
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
