// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/AttachmentFile.h"

#include <QObject>

#include <functional>

namespace litedeck {

/// Reads the files that are to go along with a message on another thread, one after another, so
/// that they go along in the order in which they were chosen. read() comes once for each, in that
/// order, and finished() after the last of those that were added so far.
class AttachmentReader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttachmentReader)

public:
    /// Reads one; called on another thread.
    using Read = std::function<AttachmentResult()>;

    using QObject::QObject;

    void add(const Read &read, const QString &path);
    /// How many are not read yet.
    qsizetype count() const { return m_unread.size(); }

signals:
    /// `path` is empty for what is in no file.
    void read(const litedeck::AttachmentResult &result, const QString &path);
    void finished();

private:
    struct Unread
    {
        Read read;
        QString path;
    };

    void readNext();
    void onRead(const AttachmentResult &result);

    QList<Unread> m_unread; ///< The first of which is being read.
};

} // namespace litedeck
