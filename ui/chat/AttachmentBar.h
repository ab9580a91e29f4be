// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/AttachmentFile.h"
#include "chat/DraftFile.h"

#include <QHash>
#include <QImage>
#include <QWidget>

#include <functional>

namespace litedeck {

class FlowLayout;
class InlineNotice;

/// The files that go along with the message that is written, each of which can be taken away, and
/// what is wrong with those that do not. Files are read on another thread, one after another, so
/// that they go along in the order in which they were chosen.
class AttachmentBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttachmentBar)

public:
    explicit AttachmentBar(QWidget *parent = nullptr);

    const QList<DraftFile> &files() const { return m_files; }
    /// Files that are still being read are left out. Says of each whether it is still the same.
    void setFiles(const QList<DraftFile> &files);
    /// Puts these before the others; those that are still being read come as well.
    void prependFiles(const QList<DraftFile> &files);
    void addFiles(const QStringList &paths);
    /// Takes a picture along as a PNG.
    void addImage(const QImage &image);
    bool isReading() const { return !m_unread.isEmpty(); }

    /// What can go along, in one sentence.
    static QString limits();

signals:
    /// files() or isReading() changed.
    void changed();
    /// The last file was taken away by keyboard.
    void emptied();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Unread
    {
        std::function<AttachmentResult()> read; ///< For another thread.
        QString path;                           ///< Empty for what is in no file.
    };

    void add(const Unread &unread);
    void readNext();
    void onRead(const AttachmentResult &result);
    void lookAt(const QList<DraftFile> &files);
    void lookAt(const DraftFile &file);
    void tell(const QString &problem);
    void removeAt(qsizetype index);
    void rebuild();

    QList<DraftFile> m_files;
    QHash<QString, DraftFileState> m_states; ///< By path, of those that are not the same.
    QStringList m_problems;                  ///< Of the files that were added together.
    QList<Unread> m_unread;                  ///< The first of which is being read.
    int m_round = 0; ///< Tells late files from those that belong to the message.
    InlineNotice *m_notice;
    QWidget *m_chips;
    FlowLayout *m_flow;
};

} // namespace litedeck
