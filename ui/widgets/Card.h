// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace litedeck {

class SectionHeading;

/// A surface with rounded corners and an optional title; its title is its accessible name.
class Card : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Puts a control at the trailing end of the title line.
    void addHeaderWidget(QWidget *widget);
    /// Where the content goes, below the title.
    QVBoxLayout *content() const { return m_content; }
    /// Lets the content reach the edges, as for a table that fills the card.
    void setFlush(bool flush);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_header;
    QVBoxLayout *m_content;
    SectionHeading *m_title;
    bool m_flush = false;
};

} // namespace litedeck
