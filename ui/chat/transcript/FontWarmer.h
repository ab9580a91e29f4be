// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/TranscriptStyle.h"

#include <QBasicTimer>
#include <QObject>

namespace litedeck {

/// Has the fonts that replies are made of loaded one after the other while little else happens:
/// a reply that comes in one burst would otherwise wait for all of them in its first frame.
class FontWarmer : public QObject
{
public:
    /// The style must live as long.
    explicit FontWarmer(const TranscriptStyle &style);

    /// Begins or goes on.
    void start();
    bool isDone() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    const TranscriptStyle &m_style;
    QBasicTimer m_timer;
    size_t m_next = 0;
};

} // namespace litedeck
