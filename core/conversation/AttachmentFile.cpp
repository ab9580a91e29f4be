// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/AttachmentFile.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QStringDecoder>

#include <optional>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

using Kind = AttachmentProblem::Kind;

/// The kinds of images that all of the gateway's providers read.
bool isKnownImage(const QString &mediaType)
{
    static const QStringList known{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s,
                                   u"image/webp"_s};
    return known.contains(mediaType);
}

/// The text in UTF-8, or nothing when it is none.
std::optional<QByteArray> textFrom(const QByteArray &data)
{
    const auto encoding = QStringConverter::encodingForData(data).value_or(QStringConverter::Utf8);
    QStringDecoder decode(encoding);
    const QString text = decode(data);
    if (decode.hasError() || text.contains(QChar::Null))
        return std::nullopt;
    return text.toUtf8();
}

} // namespace

AttachmentResult readAttachment(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Unexpected{AttachmentProblem{name, Kind::Unreadable, file.errorString()}};
    // One byte more tells that the file is too large, without reading all of it.
    const QByteArray data = file.read(LargestImage + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected{AttachmentProblem{name, Kind::Unreadable, file.errorString()}};
    return attachmentFrom(name, data);
}

AttachmentResult attachmentFrom(const QString &name, const QByteArray &data)
{
    if (data.isEmpty())
        return Unexpected{AttachmentProblem{name, Kind::Empty}};
    const QString mediaType = QMimeDatabase().mimeTypeForData(data).name();
    if (isKnownImage(mediaType)) {
        if (data.size() > LargestImage)
            return Unexpected{AttachmentProblem{name, Kind::ImageTooLarge}};
        return Attachment{name, mediaType, data};
    }
    const auto text = textFrom(data.first(std::min<qint64>(data.size(), LargestText)));
    if (!text)
        return Unexpected{AttachmentProblem{name, Kind::NoText}};
    if (data.size() > LargestText)
        return Unexpected{AttachmentProblem{name, Kind::TextTooLarge}};
    return Attachment{name, u"text/plain"_s, *text};
}

} // namespace litedeck
