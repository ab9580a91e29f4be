// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/EntryChrome.h"

#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"

#include <QFontMetrics>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

bool isUser(const Entry &entry)
{
    return entry.role() == Entry::Role::User;
}

/// Whether the model would have said more.
bool wasCut(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Length:
    case FinishReason::Error:
        return true;
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
    case FinishReason::Filtered:
    case FinishReason::Other:
        return false;
    }
    Q_UNREACHABLE();
}

bool wasCut(const Entry::Details &details)
{
    switch (details.state) {
    case TurnState::Stopped:
    case TurnState::Interrupted:
        return true;
    case TurnState::Complete:
    case TurnState::Failed:
        return wasCut(details.finish);
    case TurnState::Pending:
    case TurnState::Streaming:
        return false;
    }
    Q_UNREACHABLE();
}

/// Some ways out are no business of a single message.
std::optional<EntryAction> actionOf(WayOut way, bool isQueued)
{
    switch (way) {
    case WayOut::ChangeKey:
        return std::nullopt;
    case WayOut::Queue:
        return isQueued ? WayOut::CancelRetry : way;
    case WayOut::Retry:
    case WayOut::CancelRetry:
    case WayOut::ChooseModel:
    case WayOut::ChooseLargerModel:
    case WayOut::SendShorter:
        return way;
    }
    Q_UNREACHABLE();
}

int buttonHeight(const Entry &entry)
{
    return entry.frame().style.smallLineHeight + 6;
}

} // namespace

QString EntryChrome::name(const Entry &entry)
{
    if (isUser(entry))
        //: Name above the user's own messages.
        return tr("You");
    const EntryDetails &details = entry.details();
    if (!details.answeredBy.isEmpty())
        //: Name above a reply: %1 is the model that answered, %2 the one that was asked and failed.
        return tr("%1, in place of %2").arg(details.answeredBy, details.model);
    //: Name above a reply of an unknown model.
    return details.model.isEmpty() ? tr("Assistant") : details.model;
}

QString EntryChrome::accessibleName(const Entry &entry)
{
    if (isUser(entry))
        //: A message as a screen reader says it; %1 is the whole text.
        return tr("You: %1").arg(entry.plainText());
    //: A message as a screen reader says it; %1 is the whole text.
    const QString text = tr("Assistant: %1").arg(entry.plainText());
    if (!entry.hasThoughts() || entry.isFolded())
        return text;
    //: What a model thought aloud before it replied, as a screen reader says it.
    return text + u'\n' + tr("Reasoning: %1").arg(entry.text().plainThoughts());
}

QString EntryChrome::thoughtLabel(const Entry &entry)
{
    const bool hasReply = !entry.source().isEmpty();
    if (entry.details().isRunning() && !hasReply)
        //: Above what a model thinks aloud, while it does.
        return tr("Thinking…");
    if (!hasReply || !entry.details().timeToReply)
        //: Above what a model thought aloud before it replied.
        return tr("Reasoning");
    //: Above what a model thought aloud; %1 is a duration such as "12 s".
    return tr("Thought for %1").arg(formatDuration(*entry.details().timeToReply));
}

QString EntryChrome::actionText(const EntryAction &action)
{
    switch (action.kind) {
    case EntryAction::ShowThoughts:
        //: Unfolds what a model thought aloud.
        return tr("Show reasoning");
    case EntryAction::HideThoughts:
        return tr("Hide reasoning");
    case EntryAction::Copy:
        return tr("Copy");
    case EntryAction::Edit:
        return tr("Edit");
    case EntryAction::Delete:
        return tr("Delete");
    case EntryAction::PreviousVersion:
        //: Shows the version of a message before this one.
        return tr("Previous version");
    case EntryAction::NextVersion:
        //: Shows the version of a message after this one.
        return tr("Next version");
    case EntryAction::CompareVersions:
        //: Shows two versions of a message next to each other.
        return tr("Compare versions");
    case EntryAction::Continue:
        return tr("Continue");
    case EntryAction::Regenerate:
        return tr("Regenerate");
    case EntryAction::ErrorDetails:
        //: Shows what is known about an error.
        return tr("Error details");
    case EntryAction::JobDetails:
        //: Shows the job that a reply belongs to.
        return tr("Job details");
    case EntryAction::TakeWayOut:
        return action.way == WayOut::Retry ? tr("Retry") : wayOutName(action.way);
    }
    Q_UNREACHABLE();
}

QString EntryChrome::buttonText(const Entry &entry, const EntryAction &action)
{
    const Entry::Details &details = entry.details();
    if (action == EntryAction::PreviousVersion)
        //: Button to the version of a message before this one; "2 of 3".
        return tr("‹ %1 of %2").arg(details.version).arg(details.versionCount);
    if (action == EntryAction::NextVersion)
        return u"›"_s;
    if (action == EntryAction::CompareVersions)
        //: Short for "Compare versions".
        return tr("Compare");
    return actionText(action);
}

QString EntryChrome::copiedText()
{
    //: Stands on a Copy button for a moment after it was pressed.
    return tr("Copied");
}

QList<EntryAction> EntryChrome::actions(const Entry &entry)
{
    const bool isReadOnly = entry.details().isReadOnly;
    if (isUser(entry))
        return isReadOnly
                   ? QList<EntryAction>{EntryAction::Copy}
                   : QList<EntryAction>{EntryAction::Copy, EntryAction::Edit, EntryAction::Delete};
    QList<EntryAction> list;
    const bool running = entry.details().isRunning();
    if (entry.hasThoughts())
        list.append(entry.isFolded() ? EntryAction::ShowThoughts : EntryAction::HideThoughts);
    if (entry.details().versionCount > 1)
        list += QList<EntryAction>{EntryAction::PreviousVersion, EntryAction::NextVersion,
                                   EntryAction::CompareVersions};
    if (!entry.source().isEmpty())
        list.append(EntryAction::Copy);
    if (isReadOnly)
        return list;
    if (!entry.source().isEmpty() && wasCut(entry.details()))
        list.append(EntryAction::Continue);
    if (entry.details().state == TurnState::Failed)
        list.append(WayOut::Retry);
    else if (!running)
        list.append(EntryAction::Regenerate);
    for (const WayOut way : entry.details().waysOut) {
        if (const auto action = actionOf(way, entry.details().isQueued))
            list.append(*action);
    }
    if (entry.details().hasError)
        list.append(EntryAction::ErrorDetails);
    if (entry.details().hasJob)
        list.append(EntryAction::JobDetails);
    return list;
}

int EntryChrome::topMargin(const Entry &entry)
{
    return isUser(entry) ? Spacing::XXL : Spacing::XL - 4;
}

int EntryChrome::sidePadding(const Entry &entry)
{
    return isUser(entry) ? Spacing::L : 0;
}

int EntryChrome::headHeight(const Entry &entry)
{
    return topMargin(entry) + (isUser(entry) ? Spacing::M : 0) +
           entry.frame().style.smallLineHeight + (isUser(entry) ? 2 : Spacing::S - 2);
}

QRect EntryChrome::labelRect(const Entry &entry)
{
    const int side = sidePadding(entry);
    return {side, topMargin(entry) + (isUser(entry) ? Spacing::M : 0),
            entry.frame().width - 2 * side, entry.frame().style.smallLineHeight};
}

QRect EntryChrome::waitingRect(const Entry &entry)
{
    const bool shown = !isUser(entry) && entry.source().isEmpty() && entry.details().isRunning();
    const int top = shown && entry.hasThoughts() ? Spacing::M : 0;
    return {0, top, entry.frame().width, shown ? entry.frame().style.lineHeight : 0};
}

QRect EntryChrome::noticeRect(const Entry &entry)
{
    const int width = entry.frame().width;
    const int top = waitingRect(entry).bottom() + 1;
    if (isUser(entry) || entry.details().notice.isEmpty())
        return {0, top, width, 0};
    const QFontMetrics metrics(entry.frame().style.small);
    const QRect text = metrics.boundingRect(QRect(0, 0, width - 2 * Spacing::L, 10000),
                                            Qt::TextWordWrap, entry.details().notice);
    const int gap = entry.leafCount() > 0 || top > 0 ? Spacing::M : 2;
    return {0, top + gap, width, text.height() + 2 * (Spacing::S + 2)};
}

QRect EntryChrome::costRect(const Entry &entry)
{
    const int width = entry.frame().width;
    const int top = noticeRect(entry).bottom() + 1 + Spacing::S + 2;
    const int height = buttonHeight(entry);
    if (entry.details().costText.isEmpty())
        return {0, top, 0, height};
    const QFontMetrics metrics(entry.frame().style.small);
    const int text = metrics.horizontalAdvance(costLine(entry));
    if (text + 2 <= width)
        return {0, top, text + 2, height};
    const QRect lines =
        metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, costLine(entry));
    return {0, top, width,
            std::max(height, lines.height() + height - entry.frame().style.smallLineHeight)};
}

QString EntryChrome::costLine(const Entry &entry)
{
    QString line = entry.details().costText;
    line.replace(u' ', QChar::Nbsp);
    return line.replace(u"\u00a0·\u00a0"_s, u"\u00a0· "_s);
}

QList<EntryChrome::Button> EntryChrome::buttons(const Entry &entry)
{
    QList<Button> list;
    const int entryWidth = entry.frame().width;
    const QFontMetrics metrics(entry.frame().style.small);
    const int height = buttonHeight(entry);
    int total = 0;
    int rows = 0;
    auto endRow = [&list, &total, entryWidth, row = qsizetype(0)]() mutable {
        for (; row < list.size(); ++row)
            list[row].rect.translate(entryWidth - total + Spacing::S, 0);
        total = 0;
    };
    for (const EntryAction &action : actions(entry)) {
        if (action.foldsThoughts())
            continue;
        const QString text = buttonText(entry, action);
        const int advance =
            action == EntryAction::Copy
                ? std::max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(copiedText()))
                : metrics.horizontalAdvance(text);
        const int width = advance + 2 * Spacing::S;
        if (total > 0 && total + width > entryWidth) {
            endRow();
            ++rows;
        }
        list.append({action, text, QRect(total, rows * height, width, height)});
        total += width + 2;
    }
    const int left = rows > 0 ? 0 : entryWidth - total + Spacing::S;
    endRow();
    const QRect cost = costRect(entry);
    QPoint origin(0, cost.top());
    if (isUser(entry)) {
        const QRect label = labelRect(entry);
        origin = {label.right() + 1 - entryWidth, label.center().y() - height / 2};
    } else if (cost.width() + Spacing::L > left) {
        origin.ry() += cost.height();
    }
    for (Button &button : list)
        button.rect.translate(origin);
    return list;
}

int EntryChrome::tailHeight(const Entry &entry)
{
    if (isUser(entry))
        return Spacing::M + 2;
    const QRect cost = costRect(entry);
    int bottom = noticeRect(entry).bottom() + 1;
    if (cost.width() > 0)
        bottom = std::max(bottom, cost.bottom() + 1);
    for (const Button &button : buttons(entry))
        bottom = std::max(bottom, button.rect.bottom() + 1);
    return bottom;
}

} // namespace litedeck
