// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_stream [read FILE|write FILE [MEGABYTES]]: how fast the bytes of an event stream become
// text; see README.md here. The text goes the way that ChatStream takes it.
#include "Measure.h"
#include "Streams.h"
#include "core/gateway/PlainTextReader.h"
#include "core/gateway/StreamDialect.h"
#include "core/gateway/TextJoiner.h"
#include "core/net/EventStreamParser.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::bench;

namespace {

/// What a socket hands over at once when there is much to read.
constexpr qsizetype ReadSize = 16 * 1024;

/// An event as OpenAI sends it and the server passes it on, its members in the same order.
QByteArray event(const QJsonObject &delta)
{
    return R"(data: {"id":"chatcmpl-CeW7mB2uJrKq4Z1x0yTnV8hLsPdEa","object":"chat.completion.chunk",)"
           R"("created":1763800000,"model":"gpt-4o-mini-2024-07-18","service_tier":"default",)"
           R"("system_fingerprint":"fp_0ba0d124f1","choices":[{"index":0,"delta":)" +
           QJsonDocument(delta).toJson(QJsonDocument::Compact) +
           R"(,"logprobs":null,"finish_reason":null}],"usage":null})" + "\n\n";
}

QByteArray eventStream(qsizetype size)
{
    QByteArray stream = ": keepalive\n\n" + event({{u"role"_s, u"assistant"_s}});
    stream.reserve(size + 4096);
    while (stream.size() < size) {
        for (const QString &piece : pieces(reply(u"mixed"_s, 1'000'000))) {
            // No provider cuts a character in two.
            const bool isWhole = !piece.front().isLowSurrogate() && !piece.back().isHighSurrogate();
            stream += event({{u"content"_s, isWhole ? piece : u"🎉"_s}});
            if (stream.size() >= size)
                break;
        }
    }
    return stream + "data: [DONE]\n\n";
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

/// What reading all of it cost, as a line of JSON.
QByteArray read(const QByteArray &stream)
{
    EventStreamParser parser;
    PlainTextReader plainText;
    TextJoiner arrived;
    QString text;
    int events = 0;
    const double before = processCpu();
    for (qsizetype at = 0; at < stream.size(); at += ReadSize) {
        parser.feed(stream.mid(at, ReadSize));
        while (const auto next = parser.next()) {
            if (const auto plain = plainText.read(*next))
                arrived.add(*plain);
            else
                arrived.add(decodeStreamEvent(next->data.toByteArray()).text);
            ++events;
        }
        text += arrived.take();
    }
    const double cpu = processCpu() - before;
    const QJsonObject line{{u"megabytesPerSecond"_s, double(stream.size()) / 1e6 / cpu},
                           {u"events"_s, events},
                           {u"characters"_s, text.size()},
                           {u"cpu"_s, cpu},
                           {u"sha256"_s, fingerprint(text)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    if (what == "write"_L1) {
        const qsizetype megabytes = arguments.value(3, u"32"_s).toLongLong();
        return writeFile(arguments.value(2), eventStream(megabytes * 1'000'000)) ? 0 : 1;
    }
    QByteArray stream;
    if (what == "read"_L1) {
        QFile file(arguments.value(2));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        stream = file.readAll();
    } else {
        stream = eventStream(32'000'000);
    }
    QTextStream(stdout) << read(stream) << Qt::endl;
    return 0;
}
