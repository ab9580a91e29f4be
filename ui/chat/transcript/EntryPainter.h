// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/EntryChrome.h"
#include "ui/chat/transcript/LeafLayout.h"

#include <QPainter>

#include <optional>

namespace litedeck {

/// Draws rows of one entry at their places.
class EntryPainter
{
public:
    /// What the pointer and the keyboard do to an entry.
    struct Interaction
    {
        std::optional<EntryAction> hovered;
        std::optional<EntryAction> focused;
        std::optional<EntryAction> copied;
        int hoveredCode = -1; ///< Block whose copy button the pointer is on.
        int copiedCode = -1;  ///< Block that was just copied.
    };

    EntryPainter(QPainter &painter, const Entry &entry, const QRect &clip);
    Q_DISABLE_COPY_MOVE(EntryPainter)

    /// The band behind a user's message; rect is the whole entry.
    void drawBand(const QRect &entryRect);
    void drawHead(const QRect &row, const Interaction &interaction);
    void drawTail(const QRect &row, const Interaction &interaction);

    /// The card behind code leaves of one block; above or below it may go on out of sight.
    void drawCodeCard(const QRect &card);
    void drawCodeBar(const QRect &bar, const QString &language, const Interaction &interaction,
                     int block);
    void drawLeaf(const QRect &row, qsizetype index, const LeafMarks &marks,
                  const Interaction &interaction);

    /// Where a leaf's layout stands inside its row.
    static QRect leafBox(const QRect &row, const Entry &entry, qsizetype index);
    static QRect codeButtonRect(const QRect &bar, const TranscriptStyle &style);

private:
    /// The part of a card within `end`, its top or its bottom.
    void drawCardEnd(const QRect &card, const QRect &end);
    void drawQuoteBars(const QRect &row, const Leaf &leaf, const Leaf *above, bool rightToLeft);
    void drawThoughtHead(const QRect &box, const Interaction &interaction);
    void drawMarkers(const QRect &box, const Leaf &leaf, bool rightToLeft);
    void drawCheckBox(QPointF center, bool checked);
    void drawTableRow(const QRect &row, const Leaf &leaf);
    void drawButtons(const QRect &row, const Interaction &interaction);
    /// Sharp at its edges.
    void drawBox(const QRectF &box, const QPen &pen, const QColor &fill);
    /// What is behind a button that the pointer or the keyboard is on.
    void drawLight(const QRectF &button, bool focused);
    void drawButtonText(const QRect &button, const QString &text, bool lit, bool copied);

    QPainter &m_painter;
    const Entry &m_entry;
    const TranscriptStyle &m_style;
    const QRect m_clip;
};

} // namespace litedeck
