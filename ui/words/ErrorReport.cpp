// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ErrorReport.h"

#include "core/base/Redactor.h"
#include "ui/words/ErrorEvidence.h"
#include "ui/words/ErrorTexts.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct ErrorReport
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::ErrorReport)
};

QString utc(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

/// One line in a code span; a backtick inside would end it.
QString span(QString text)
{
    return u'`' + text.replace(u'`', u'\'').simplified() + u'`';
}

/// A fence longer than any run of backticks in the text.
QString fenced(const QString &text)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return u"%1text\n%2\n%1\n"_s.arg(fence, text.trimmed());
}

} // namespace

QString errorReport(const ErrorEntry &entry)
{
    const Redactor redactor;
    const Error &error = entry.error;
    QStringList lines{u"### "_s + errorTitle(error), {}};
    const auto fact = [&lines](const QString &label, const QString &value) {
        lines += u"- %1: %2"_s.arg(label, value);
    };
    fact(ErrorReport::tr("When"), utc(entry.lastAt));
    if (entry.count > 1)
        fact(ErrorReport::tr("Repeated"),
             ErrorReport::tr("%n time(s) since %1", nullptr, entry.count).arg(utc(entry.firstAt)));
    fact(ErrorReport::tr("In whose hands"), handsName(error.hands));
    if (entry.origin.kind == ErrorOrigin::Kind::Turn)
        fact(ErrorReport::tr("Effect"), effectText(error));
    for (const EvidenceLine &evidence : errorEvidence(error))
        fact(evidence.label, span(redactor.redact(evidence.value)));

    QString text = lines.join(u'\n') + u'\n';
    if (const QString cause = errorExplanation(error); !cause.isEmpty())
        text += u'\n' + fenced(redactor.redact(cause));
    if (const QString headers = replyHeaders(error); !headers.isEmpty()) {
        text += u'\n' + ErrorReport::tr("Headers of the reply:") + u"\n\n"_s;
        text += fenced(redactor.redact(headers));
    }
    if (!error.originalText.isEmpty() && error.originalText != error.message) {
        text += u'\n' + ErrorReport::tr("The whole text, with secrets taken out:") + u"\n\n"_s;
        text += fenced(redactor.redact(error.originalText));
    }
    return text;
}

} // namespace litedeck
