// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/FontWarmer.h"

#include "ui/chat/transcript/LeafLayout.h"

#include <QTimerEvent>

#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace litedeck {

namespace {

constexpr auto Interval = 40ms;

struct Sample
{
    LeafKind kind = LeafKind::Paragraph;
    quint8 level = 0;
    QStringView source;
};

/// A font each.
constexpr std::array Samples{
    Sample{LeafKind::Paragraph, 0, u"a"},
    Sample{LeafKind::Paragraph, 0, u"**a**"},
    Sample{LeafKind::Paragraph, 0, u"*a*"},
    Sample{LeafKind::Paragraph, 0, u"***a***"},
    Sample{LeafKind::Paragraph, 0, u"~~a~~"},
    Sample{LeafKind::Paragraph, 0, u"`a`"},
    Sample{LeafKind::Paragraph, 0, u"**`a`**"},
    Sample{LeafKind::CodeLine, 0, u"a"},
    Sample{LeafKind::Heading, 1, u"a"},
    Sample{LeafKind::Heading, 2, u"a"},
    Sample{LeafKind::Heading, 3, u"a"},
    Sample{LeafKind::Heading, 4, u"a"},
    Sample{LeafKind::Paragraph, 0, u"\u2192"},
    Sample{LeafKind::Paragraph, 0, u"\u2713"},
    Sample{LeafKind::Paragraph, 0, u"\U0001F642"},
};

} // namespace

FontWarmer::FontWarmer(const TranscriptStyle &style)
    : m_style(style)
{}

void FontWarmer::start()
{
    if (!isDone())
        m_timer.start(int(Interval.count()), this);
}

bool FontWarmer::isDone() const
{
    return m_next == Samples.size();
}

void FontWarmer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    const Sample &sample = Samples[m_next++];
    if (isDone())
        m_timer.stop();
    Leaf leaf;
    leaf.kind = sample.kind;
    leaf.level = sample.level;
    leaf.source = sample.source.toString();
    const LeafLayout layout(leaf, LeafContext{{}, {}, m_style, TranscriptStyle::Measure});
}

} // namespace litedeck
