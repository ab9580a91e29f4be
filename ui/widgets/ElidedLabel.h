// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

namespace litedeck {

/// One line of plain text that gives way when space is short: a shorter text takes its place, or it
/// ends in an ellipsis, and the tool tip and the accessible name carry the whole.
class ElidedLabel : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);

    /// What to show where the text does not fit, the longest first; lasts until the next text.
    void setShorter(const QStringList &texts);
    /// More for the tool tip and for screen readers; lasts until the next text.
    void setDetails(const QString &details);
    /// The text as it is painted.
    QString shownText() const;

    /// Where to leave text out; ElideMiddle suits paths and ids.
    void setElideMode(Qt::TextElideMode mode);
    /// Second-rank text is painted in Theme::mutedText.
    void setMuted(bool muted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateToolTip();

    QString m_text;
    QStringList m_shorter;
    QString m_details;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_muted = false;
};

} // namespace litedeck
