// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/server/ChatRequest.h"

namespace litedeck {

// Files that go along with a message: text as text, and the images that the providers read.

inline constexpr qsizetype MostAttachments = 10;
inline constexpr qint64 LargestImage = qint64(5) * 1024 * 1024; ///< Bytes.
inline constexpr qint64 LargestText = qint64(512) * 1024;       ///< Bytes.

/// Why a file does not go along.
struct AttachmentProblem
{
    enum class Kind : quint8 {
        Unreadable,
        Empty,
        ImageTooLarge,
        TextTooLarge,
        NoText, ///< Neither text in UTF-8 or UTF-16 nor an image of a known kind.
    };

    QString name;
    Kind kind = Kind::Unreadable;
    QString reason = {}; ///< The system's words, for Unreadable.

    friend bool operator==(const AttachmentProblem &, const AttachmentProblem &) = default;
};

using AttachmentResult = Expected<Attachment, AttachmentProblem>;

/// Reads a file; to be called on another thread than the window's.
AttachmentResult readAttachment(const QString &path);
/// Tells the kind of what is in memory by its content, and makes UTF-8 of UTF-16.
AttachmentResult attachmentFrom(const QString &name, const QByteArray &data);

} // namespace litedeck
