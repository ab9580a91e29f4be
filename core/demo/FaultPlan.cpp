// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FaultPlan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

bool glob(QStringView pattern, QStringView text)
{
    while (!pattern.isEmpty()) {
        if (pattern.front() != u'*') {
            if (text.isEmpty() || text.front() != pattern.front())
                return false;
            pattern = pattern.sliced(1);
            text = text.sliced(1);
            continue;
        }
        const bool deep = pattern.startsWith(u"**");
        pattern = pattern.sliced(deep ? 2 : 1);
        for (qsizetype i = 0; i <= text.size(); ++i) {
            if (glob(pattern, text.sliced(i)))
                return true;
            if (i < text.size() && !deep && text[i] == u'/')
                return false;
        }
        return false;
    }
    return text.isEmpty();
}

} // namespace

bool matchesPath(const QString &pattern, const QString &path)
{
    return pattern == u"*"_s || pattern.isEmpty() || glob(pattern, path);
}

void FaultPlan::add(const Fault &fault)
{
    m_entries.append({fault, 0, 0});
}

void FaultPlan::clear()
{
    m_entries.clear();
}

std::optional<Fault> FaultPlan::take(const QByteArray &method, const QString &path)
{
    std::optional<Fault> found;
    for (Entry &entry : m_entries) {
        const Fault &fault = entry.fault;
        if ((!fault.method.isEmpty() && fault.method != method) ||
            !matchesPath(fault.pathPattern, path))
            continue;
        const int turn = entry.seen++ - fault.skip;
        const bool due = turn >= 0 && turn % std::max(1, fault.every) == 0 &&
                         (fault.times < 0 || entry.struck < fault.times);
        if (due && !found) {
            ++entry.struck;
            found = fault;
        }
    }
    return found;
}

} // namespace litedeck::demo
