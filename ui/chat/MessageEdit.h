// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPlainTextEdit>

namespace litedeck {

/// The field that a message is written in: grows with its text up to MostLines, and hands on files
/// and images that are pasted or dropped.
class MessageEdit : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageEdit)

public:
    static constexpr int MostLines = 8;

    explicit MessageEdit(QWidget *parent = nullptr);

signals:
    void filesGiven(const QStringList &paths);
    void imageGiven(const QImage &image);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void updateHeight();
};

/// The files of this machine that are carried; empty when something else is.
QStringList localFiles(const QMimeData &data);

} // namespace litedeck
