// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/WaitingText.h"

#include "ui/words/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct WaitingText
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::WaitingText)
};

/// Tenths of a second mean nothing here.
Milliseconds rounded(Milliseconds wait)
{
    return std::max(std::chrono::round<std::chrono::seconds>(wait), std::chrono::seconds(1));
}

QString usualText(const ReplyTimes::Usual &usual)
{
    using namespace std::chrono_literals;
    const Milliseconds from = rounded(usual.from);
    const Milliseconds to = rounded(usual.to);
    if (from == to)
        return formatDuration(to);
    if (to < 1min)
        //: A span of seconds, such as "4–9 s".
        return WaitingText::tr("%1–%2 s").arg(from / 1s).arg(to / 1s);
    //: A span of time; %1 and %2 are durations such as "40 s" and "2 min 5 s".
    return WaitingText::tr("%1 to %2").arg(formatDuration(from), formatDuration(to));
}

} // namespace

QString waitingText(const ModelAlias &model, Milliseconds elapsed,
                    const std::optional<ReplyTimes::Usual> &usual)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed).count();
    QStringList sentences{
        WaitingText::tr("Waiting for %1, %n s", nullptr, static_cast<int>(seconds))
            .arg(model.value)};
    if (usual)
        //: %1 is a span of time such as "4–9 s".
        sentences += WaitingText::tr("Usually %1 with this model").arg(usualText(*usual));
    if (usual && usual->comesWhole)
        sentences += WaitingText::tr("This gateway sends replies in one piece");
    return sentences.join(u". "_s);
}

} // namespace litedeck
