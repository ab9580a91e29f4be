// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ReplyLibrary.h"

#include "core/demo/Resource.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr qsizetype MaxTopicWords = 4;

/// The whole of topics.json.
const QJsonObject &library()
{
    static const QJsonObject read = jsonResource(u"topics.json"_s).object();
    return read;
}

QStringList wordsOf(const QString &prompt)
{
    static const QRegularExpression gaps(u"[\\s,.!?:;()\"“”]+"_s);
    return prompt.left(2000).split(gaps, Qt::SkipEmptyParts);
}

/// The words of a prompt that say what it is about, for "{topic}".
QString topicOf(const QStringList &words)
{
    static const QStringList filler = library()[u"filler"].toVariant().toStringList();
    QStringList kept;
    for (const QString &word : words) {
        const bool telling = word.size() > 3 && word.size() < 30 && word.front().isLetter();
        if (telling && !filler.contains(word.toLower()) && kept.size() < MaxTopicWords)
            kept.append(word);
    }
    return kept.isEmpty() ? u"this"_s : kept.join(u' ');
}

/// Whether a word of a prompt begins with this word of a topic.
bool begins(const QString &word, const QString &start)
{
    // Short words such as "hi" or "vs" would begin too many others.
    return start.size() <= 4 ? word == start || word == start + u's' : word.startsWith(start);
}

bool speaksOf(const QJsonArray &topic, const QStringList &words)
{
    return std::any_of(words.cbegin(), words.cend(), [&](const QString &word) {
        return std::any_of(topic.cbegin(), topic.cend(), [&](const QJsonValue &start) {
            return begins(word.toLower(), start.toString());
        });
    });
}

/// Names of the replies that fit; topics are tried in the order of the file.
QJsonArray repliesFor(const QStringList &words)
{
    const QJsonArray topics = library()[u"topics"].toArray();
    for (const QJsonValue &topic : topics) {
        if (speaksOf(topic[u"words"].toArray(), words))
            return topic[u"replies"].toArray();
    }
    return library()[u"general"].toArray();
}

} // namespace

QString reply(const QString &prompt, quint32 hash)
{
    const QStringList words = wordsOf(prompt);
    const QJsonArray names = repliesFor(words);
    const QString name = names.at(qsizetype(hash % quint32(names.size()))).toString();
    QString text = QString::fromUtf8(resource(u"replies/%1.md"_s.arg(name)));
    text.chop(1); // the line end of the file
    return text.replace(u"{topic}"_s, topicOf(words));
}

QString markdownTour()
{
    return QString::fromUtf8(resource(u"markdown-tour.md"_s));
}

QString longText(qsizetype characters)
{
    const QString paragraph = library()[u"paragraph"].toString();
    QString text;
    for (int number = 1; text.size() < characters; ++number)
        text += paragraph.arg(number);
    return text.left(characters);
}

} // namespace litedeck::demo
