// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/MessageEdit.h"

#include "ui/widgets/Fonts.h"

#include <QMimeData>
#include <QTextBlock>
#include <QUrl>

#include <algorithm>

namespace litedeck {

MessageEdit::MessageEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setFont(Fonts::body());
    viewport()->setAutoFillBackground(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &MessageEdit::updateHeight);
    updateHeight();
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateHeight();
}

void MessageEdit::updateHeight()
{
    const int line = fontMetrics().lineSpacing();
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines <= MostLines;
         block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    const int shown = std::clamp(lines, 1, MostLines);
    const int margins = qRound(2 * document()->documentMargin());
    setFixedHeight(shown * line + margins);
    setVerticalScrollBarPolicy(lines > MostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !localFiles(*source).isEmpty() || source->hasImage() ||
           QPlainTextEdit::canInsertFromMimeData(source);
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    const QStringList files = localFiles(*source);
    // Programs that copy text often add a picture of it.
    if (!files.isEmpty())
        emit filesGiven(files);
    else if (source->hasImage() && !source->hasText())
        emit imageGiven(qvariant_cast<QImage>(source->imageData()));
    else
        QPlainTextEdit::insertFromMimeData(source);
}

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files += url.toLocalFile();
    }
    return files;
}

} // namespace litedeck
