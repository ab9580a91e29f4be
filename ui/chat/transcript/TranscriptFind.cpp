// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptPrivate.h"

#include <chrono>

// How a TranscriptView finds text.
namespace litedeck {

using namespace std::chrono_literals;

namespace {

/// A search may take this long before events are looked at again.
constexpr auto SearchBudget = 4ms;

} // namespace

void TranscriptView::find(const QString &text)
{
    const TextPlace origin =
        d->finder.current() && !text.isEmpty() ? d->finder.current()->place : d->firstPlace();
    d->finder.start(text, origin);
    d->isRevealed = false;
    d->reveal.reset();
    d->searchMore();
}

void TranscriptView::findNext(int direction)
{
    d->finder.step(direction);
    d->reveal = d->finder.current();
    d->revealFound();
    d->tellFound();
}

TextPlace TranscriptPrivate::firstPlace() const
{
    for (const EntryStack::Placed &row : placed) {
        if (row.y >= 0)
            return {row.entry,
                    row.tail ? stack.at(row.entry).leafCount()
                             : std::max<qsizetype>(row.row - 1, 0),
                    0};
    }
    return {0, 0, 0};
}

void TranscriptPrivate::searchMore()
{
    if (finder.isActive() && !finder.isComplete())
        findTimer.start(0, &q);
    else
        findTimer.stop();
    tellFound();
}

void TranscriptPrivate::searchTick()
{
    finder.searchOn(QDeadlineTimer(SearchBudget));
    if (!isRevealed && finder.current()) {
        isRevealed = true;
        reveal = finder.current();
        revealFound();
    }
    searchMore();
}

void TranscriptPrivate::tellFound()
{
    q.viewport()->update();
    emit q.findChanged(finder.currentNumber(), finder.count(), finder.isComplete());
}

void TranscriptPrivate::revealFound()
{
    if (!reveal)
        return;
    const TextPlace place = reveal->place;
    if (place.entry >= stack.size())
        return reveal.reset();
    if (stack.at(place.entry).leafCount() <= place.leaf) {
        stack.read(place.entry, QDeadlineTimer(SearchBudget));
        schedule();
        return;
    }
    reveal.reset();
    if (stack.at(place.entry).isHidden(place.leaf))
        stack.at(place.entry).setFolded(false);
    following = false;
    const int third = q.viewport()->height() / 3;
    QRect line = lineRect(place);
    if (line.isEmpty()) {
        stack.setAnchor({place.entry, place.leaf + 1, 0});
        settle();
        line = lineRect(place);
    }
    const int reach = q.viewport()->height() - Spacing::XL;
    if (line.top() < TranscriptStyle::CodeHeadHeight || line.bottom() > reach)
        userScrolled(line.top() - third);
    settle();
}

QRect TranscriptPrivate::lineRect(TextPlace place) const
{
    for (const EntryStack::Placed &row : placed) {
        if (row.entry != place.entry || row.tail || row.row != place.leaf + 1)
            continue;
        const LeafLayout *layout = stack.at(place.entry).layout(place.leaf);
        return layout != nullptr ? layout->lineRect(place.offset).translated(leafBox(row).topLeft())
                                 : QRect();
    }
    return {};
}

} // namespace litedeck
