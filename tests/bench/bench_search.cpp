// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a search as one types takes among a million messages, beside reading them all: the
// conversations are written as the program writes them, each query is a word grown letter by
// letter. Arguments: the number of messages (1,000,000).
#include "Measure.h"
#include "core/base/Utc.h"
#include "core/conversation/TurnTree.h"
#include "core/store/ConversationTables.h"
#include "core/store/Database.h"
#include "core/store/Query.h"
#include "core/store/TurnSearch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <map>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

constexpr int Limit = 40;
constexpr int WordCount = 30'000;
constexpr int TurnsPerConversation = 50;
constexpr int Words = 100; ///< That are typed.

/// Words of two to four syllables; the first ones are used most, as in any language.
class Language
{
public:
    Language()
    {
        const QStringList syllables =
            u"ka re to mi su la ne do vi pa er in os ul an bri gra sto"_s.split(u' ');
        for (int i = 0; i < WordCount; ++i) {
            QString word;
            for (int n = 2 + m_random.bounded(3); n > 0; --n)
                word += syllables.at(m_random.bounded(static_cast<int>(syllables.size())));
            m_words += word;
        }
    }

    QString word()
    {
        return m_words.at(static_cast<int>(std::pow(WordCount, m_random.generateDouble())) - 1);
    }

    QString text(int words)
    {
        QStringList list;
        for (int i = 0; i < words; ++i)
            list += word();
        return list.join(u' ');
    }

private:
    QRandomGenerator m_random{1};
    QStringList m_words;
};

/// Letters of which the first ones are used most, as in Chinese.
class Han
{
public:
    explicit Han(quint32 seed)
        : m_random(seed)
    {}

    QString text(int letters)
    {
        constexpr int First = 0x4e00;
        constexpr int Count = 3'000;
        QString text;
        for (int i = 0; i < letters; ++i)
            text += QChar(static_cast<char16_t>(
                First + static_cast<int>(std::pow(Count, m_random.generateDouble())) - 1));
        return text;
    }

private:
    QRandomGenerator m_random;
};

void fillJoined(const Database &database, int messages)
{
    Han language(1);
    for (int written = 0, number = 0; written < messages; ++number) {
        Conversation conversation{.id = {u"han-%1"_s.arg(number)}, .title = language.text(8)};
        for (int i = 0; i < TurnsPerConversation && written < messages; ++i, written += 2) {
            Turn turn;
            turn.id = {u"han-%1-%2"_s.arg(number).arg(i)};
            turn.prompt = language.text(30);
            turn.reply = language.text(100);
            turn.state = TurnState::Complete;
            TurnTree::add(conversation, turn,
                          conversation.turns.isEmpty() ? TurnId() : conversation.turns.last().id);
        }
        if (!ConversationTables::saveConversation(database, conversation))
            qFatal("cannot write");
    }
}

void fill(const Database &database, Language &language, int messages)
{
    for (int written = 0, number = 0; written < messages; ++number) {
        Conversation conversation{.id = {QString::number(number)}, .title = language.text(4)};
        conversation.updatedAt = QDateTime::fromMSecsSinceEpoch(number * 1000, Utc);
        for (int i = 0; i < TurnsPerConversation && written < messages; ++i, written += 2) {
            Turn turn;
            turn.id = {u"%1-%2"_s.arg(number).arg(i)};
            turn.prompt = language.text(12);
            turn.reply = language.text(40);
            turn.state = TurnState::Complete;
            TurnTree::add(conversation, turn,
                          conversation.turns.isEmpty() ? TurnId() : conversation.turns.last().id);
        }
        if (!ConversationTables::saveConversation(database, conversation))
            qFatal("cannot write");
    }
}

/// Reads messages, newest first, until enough hold the text.
void scan(const Database &database, const QString &text)
{
    Query query(database, u"SELECT id FROM turns WHERE prompt LIKE ? OR reply LIKE ? "
                          "ORDER BY id DESC LIMIT %1"_s.arg(Limit));
    const QString pattern = u'%' + text + u'%';
    if (!query.bind(pattern).bind(pattern).forEach([](const Query &) {}))
        qFatal("cannot read");
}

/// CPU time of this thread: what is read is in the system's memory.
struct Times
{
    QList<double> milliseconds;

    template <typename Work>
    void measure(Work work)
    {
        const double before = bench::threadCpu();
        work();
        milliseconds += bench::threadCpu() - before;
    }
    double quantile(double q)
    {
        std::sort(milliseconds.begin(), milliseconds.end());
        return milliseconds.at(static_cast<qsizetype>(q * double(milliseconds.size() - 1)));
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int messages = QCoreApplication::arguments().value(1, u"1000000"_s).toInt();
    QTextStream out(stdout);
    QTemporaryDir directory;
    const QString path = directory.filePath(u"bench.db"_s);
    auto opened = Database::open(path, Milliseconds(0));
    if (!opened)
        qFatal("cannot open");
    const Database &database = **opened;
    Language language;
    QElapsedTimer filling;
    filling.start();
    fill(database, language, messages);
    out << messages << " messages, " << QFileInfo(path).size() / 1'000'000 << " MB, written in "
        << filling.elapsed() / 1000 << " s; CPU time of this thread\n"
        << Qt::flush;

    // Every tenth conversation's worth again, in letters without blanks between words.
    const int joined = messages / 10;
    filling.restart();
    fillJoined(database, joined);
    out << joined << " more in Han letters, " << QFileInfo(path).size() / 1'000'000
        << " MB, written in " << filling.elapsed() / 1000 << " s\n"
        << Qt::flush;
    Times han;
    Han writer(2);
    for (int i = 0; i < Words; ++i) {
        const QString word = writer.text(4);
        for (qsizetype length = 1; length <= word.size(); ++length)
            han.measure([&] { (void)searchTurns(database, word.left(length), Limit); });
    }

    Times typed;
    std::map<qsizetype, Times> letters; ///< The same by how many of them are there.
    Times frequent;
    Times missing;
    Times naive;
    for (int i = 0; i < Words; ++i) {
        const QString word = language.word();
        for (qsizetype length = 1; length <= word.size(); ++length) {
            typed.measure([&] { (void)searchTurns(database, word.left(length), Limit); });
            letters[length].milliseconds += typed.milliseconds.constLast();
        }
        frequent.measure(
            [&] { (void)searchTurns(database, word + u' ' + language.word(), Limit); });
        missing.measure([&] { (void)searchTurns(database, word + u"xyzzy"_s, Limit); });
        if (i < 5)
            naive.measure([&] { scan(database, word + u"xyzzy"_s); });
    }
    const auto print = [&out, &naive](const QString &what, Times &times) {
        out << what << ": median " << times.quantile(0.5) << " ms, 95th percentile "
            << times.quantile(0.95) << " ms, 99th " << times.quantile(0.99) << " ms, most "
            << times.quantile(1) << " ms; reading all takes "
            << qRound(naive.quantile(0.5) / std::max(times.quantile(0.95), 0.001))
            << " times the 95th percentile\n";
    };
    print(u"a word as it is typed"_s, typed);
    print(u"Han letters as they are typed"_s, han);
    for (auto &[length, times] : letters)
        print(u"the first %1 of its letters"_s.arg(length), times);
    print(u"two words"_s, frequent);
    print(u"a word that is nowhere"_s, missing);
    out << "reading all: median " << naive.quantile(0.5) << " ms\n";
    return 0;
}
