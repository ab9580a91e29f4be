// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace litedeck {

class IconButton;
class TranscriptView;

/// Finds text in the conversation that is shown: opened by Ctrl+F, F3 and Shift+F3 go on, Escape
/// closes it and leaves the text where it is.
class FindBar : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    /// Its keys work in the parent's window while the parent is visible.
    FindBar(TranscriptView &transcript, QWidget *parent);

    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addKeys(QWidget *parent);
    void search();
    void step(int direction);
    void onFindChanged(int current, int count, bool complete);

    TranscriptView &m_transcript;
    QLineEdit *m_field;
    QLabel *m_count;
    IconButton *m_previous;
    IconButton *m_next;
};

} // namespace litedeck
