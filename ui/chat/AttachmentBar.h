// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/AttachmentReader.h"
#include "core/conversation/DraftFile.h"

#include <QHash>
#include <QImage>
#include <QWidget>

#include <memory>

namespace litedeck {

class FlowLayout;
class InlineNotice;

/// The files that go along with the message that is written, each of which can be taken away, and
/// what is wrong with those that do not.
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
    void appendFile(const DraftFile &file);
    void addFiles(const QStringList &paths);
    /// Takes a picture along as a PNG.
    void addImage(const QImage &image);
    bool isReading() const { return m_reader->count() > 0; }
    /// What reads the files that are not read yet, for somebody else to wait for; null for none.
    std::unique_ptr<AttachmentReader> takeReader();
    /// Says why a file does not go along.
    void tell(const AttachmentProblem &problem);

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
    void startReader();
    void add(const AttachmentReader::Read &read, const QString &path);
    void onRead(const AttachmentResult &result, const QString &path);
    void lookAt(const QList<DraftFile> &files);
    void tell(const QString &problem);
    void removeAt(qsizetype index);
    void rebuild();

    QList<DraftFile> m_files;
    QHash<QString, DraftFileState> m_states; ///< By path, of those that are not the same.
    QStringList m_problems;                  ///< Of the files that were added together.
    std::unique_ptr<AttachmentReader> m_reader;
    int m_round = 0; ///< Tells late looks from those at the files of the message.
    InlineNotice *m_notice;
    QWidget *m_chips;
    FlowLayout *m_flow;
};

} // namespace litedeck
