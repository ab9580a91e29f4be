// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/ProviderRules.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView latin1(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool containsAll(const QString &text, std::string_view patterns)
{
    for (const auto part : QStringTokenizer(latin1(patterns), u'&')) {
        if (!text.contains(part))
            return false;
    }
    return true;
}

double number(QStringView digits)
{
    return digits.toString().remove(u',').toDouble();
}

// "Limit 6000, Used 10, Requested 14368": waiting lowers what is used, never what is requested.
bool neverFits(const QString &lowerText)
{
    static const QRegularExpression numbers(
        uR"(\blimit:? ?(\d[\d,]{0,14})\b[^\n]{0,80}?\brequested:? ?(\d[\d,]{0,14})\b)"_s);
    const auto match = numbers.match(lowerText);
    return match.hasMatch() && number(match.capturedView(2)) > number(match.capturedView(1));
}

const QRegularExpression &compiled(const ProviderRule &rule)
{
    static const std::vector<QRegularExpression> all = [] {
        std::vector<QRegularExpression> result;
        for (const ProviderRule &each : providerRules())
            result.emplace_back(each.kind == RuleKind::Regex ? QString(latin1(each.pattern))
                                                             : QString());
        return result;
    }();
    const auto index = &rule - providerRules().data();
    return all[static_cast<size_t>(index)];
}

bool statusFits(const ProviderRule &rule, int status)
{
    if (status < 400)
        return rule.kind != RuleKind::StatusAlone;
    return status >= rule.status.from && status <= rule.status.to;
}

bool providerFits(const ProviderRule &rule, const FailureFacts &facts)
{
    if (rule.provider.empty())
        return true;
    if (rule.provider == "*")
        return facts.fromProvider;
    if (rule.provider == "-")
        return !facts.fromProvider;
    return facts.provider == latin1(rule.provider);
}

bool patternFits(const ProviderRule &rule, const FailureFacts &facts)
{
    const ErrorText &text = facts.text;
    switch (rule.kind) {
    case RuleKind::Text:
        return containsAll(text.plainLower, rule.pattern);
    case RuleKind::ExactText:
        return text.plain.contains(latin1(rule.pattern));
    case RuleKind::Regex:
        return compiled(rule).match(text.plainLower).hasMatch();
    case RuleKind::Heading:
        return text.isHtml && text.message.compare(latin1(rule.pattern), Qt::CaseInsensitive) == 0;
    case RuleKind::Member:
        return text.hasMember(latin1(rule.pattern));
    case RuleKind::NeverFits:
        return neverFits(text.plainLower);
    case RuleKind::Hint:
        return facts.statusIsVague && containsAll(text.plainLower, rule.pattern);
    case RuleKind::StatusAlone:
        return true;
    }
    return false;
}

template <typename KindFilter>
const ProviderRule *firstMatch(const FailureFacts &facts, KindFilter wanted)
{
    const auto rules = providerRules();
    const auto it = std::find_if(rules.begin(), rules.end(), [&](const ProviderRule &rule) {
        return wanted(rule.kind) && statusFits(rule, facts.status) && providerFits(rule, facts) &&
               patternFits(rule, facts);
    });
    return it == rules.end() ? nullptr : &*it;
}

bool isCertain(RuleKind kind)
{
    return kind != RuleKind::Hint && kind != RuleKind::StatusAlone;
}

} // namespace

const ProviderRule *matchText(const FailureFacts &facts)
{
    return firstMatch(facts, [](RuleKind kind) { return isCertain(kind); });
}

const ProviderRule *matchRest(const FailureFacts &facts)
{
    return firstMatch(facts, [](RuleKind kind) { return !isCertain(kind); });
}

} // namespace litedeck
