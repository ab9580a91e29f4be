// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ReplyLibrary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr qsizetype MaxTopicWords = 4;

QByteArray resource(const QString &name)
{
    QFile file(u":/litedeck/demo/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return isThere ? file.readAll() : QByteArray();
}

QStringList wordsOf(const QString &prompt)
{
    static const QRegularExpression gaps(u"[\\s,.!?:;()\"“”]+"_s);
    return prompt.left(2000).split(gaps, Qt::SkipEmptyParts);
}

/// The words of a prompt that say what it is about, for "{topic}".
QString topicOf(const QStringList &words)
{
    static const QStringList filler{
        u"the"_s,       u"this"_s,    u"that"_s,   u"with"_s,      u"from"_s,    u"what"_s,
        u"which"_s,     u"write"_s,   u"give"_s,   u"make"_s,      u"some"_s,    u"please"_s,
        u"about"_s,     u"explain"_s, u"tell"_s,   u"does"_s,      u"have"_s,    u"your"_s,
        u"would"_s,     u"could"_s,   u"should"_s, u"there"_s,     u"their"_s,   u"into"_s,
        u"when"_s,      u"where"_s,   u"draft"_s,  u"summarize"_s, u"compare"_s, u"plan"_s,
        u"translate"_s, u"idea"_s,    u"ideas"_s,  u"short"_s,     u"long"_s,    u"want"_s,
        u"need"_s,      u"email"_s,   u"like"_s,   u"hello"_s,     u"for"_s,     u"and"_s};
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
    const QJsonObject library = QJsonDocument::fromJson(resource(u"topics.json"_s)).object();
    for (const QJsonValue &topic : library[u"topics"].toArray()) {
        if (speaksOf(topic[u"words"].toArray(), words))
            return topic[u"replies"].toArray();
    }
    return library[u"general"].toArray();
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
    const QString paragraph =
        u"Paragraph %1. The committee met in the morning and went through the figures line by "
        u"line. Nobody had expected the autumn to be so strong, and yet the warehouses were empty "
        u"by the second week of October. It was agreed to order earlier next year, to keep a "
        u"reserve for the smaller shops, and to look at the numbers again in January.\n\n"_s;
    QString text;
    for (int number = 1; text.size() < characters; ++number)
        text += paragraph.arg(number);
    return text.left(characters);
}

} // namespace litedeck::demo
