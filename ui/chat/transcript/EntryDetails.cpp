// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/EntryDetails.h"

namespace litedeck {

void EntryDetails::take(const Turn &turn)
{
    model = turn.model.value;
    answeredBy = turn.answeredBy.value;
    state = turn.state;
    finish = finishReasonOf(turn.finishReason);
    hasJob = !turn.jobId.isEmpty();
    if (turn.cost.timeToFirstText.isKnown())
        timeToReply = turn.cost.timeToFirstText.value;
    hasError = turn.error.has_value();
    waysOut = turn.error ? litedeck::waysOut(*turn.error) : QList<WayOut>();
}

} // namespace litedeck
