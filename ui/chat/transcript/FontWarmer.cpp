// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/FontWarmer.h"

#include "core/markdown/BlockScanner.h"
#include "ui/chat/transcript/LeafLayout.h"

#include <QTimerEvent>

#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace litedeck {

namespace {

constexpr auto Interval = 40ms;

/// Markdown in a font each.
constexpr std::array<QStringView, 15> Samples{
    u"a",   u"**a**", u"*a*",   u"***a***", u"~~a~~",  u"`a`",    u"**`a`**",   u"```\na",
    u"# a", u"## a",  u"### a", u"#### a",  u"\u2192", u"\u2713", u"\U0001F642"};

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
    BlockScanner scanner;
    scanner.feed(Samples[m_next++]);
    if (isDone())
        m_timer.stop();
    for (const Leaf &leaf : scanner.leaves())
        const LeafLayout layout(leaf, LeafContext{{}, {}, m_style, TranscriptStyle::Measure});
}

} // namespace litedeck
