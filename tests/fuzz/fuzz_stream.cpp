// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/PlainTextReader.h"
#include "core/gateway/StreamDialect.h"

#include <QList>

using namespace litedeck;

namespace {

constexpr qsizetype LargestEvent = 4'096;

void check(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

struct Event
{
    QByteArray type;
    QByteArray data;
    QByteArray lastEventId;

    friend bool operator==(const Event &, const Event &) = default;
};

struct Read
{
    QList<Event> events;
    int comments = 0;
    bool overflowed = false;
};

/// Reads the stream as it would arrive in pieces of this size.
Read readInPieces(const QByteArray &stream, qsizetype piece)
{
    EventStreamParser parser(LargestEvent);
    PlainTextReader plainText;
    Read read;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        parser.feed(stream.mid(at, piece));
        while (const auto event = parser.next()) {
            const QByteArray data = event->data.toByteArray();
            read.events += {event->type, data, event->lastEventId};
            if (const auto text = plainText.read(*event))
                check(decodeStreamEvent(data) == StreamDelta{.text = QString::fromUtf8(*text)},
                      "plain text that is something else");
        }
    }
    read.comments = parser.commentCount();
    read.overflowed = parser.hasOverflowed();
    return read;
}

} // namespace

/// The first byte chooses the size of the pieces; the rest is the stream.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray stream(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Read pieces = readInPieces(stream, 1 + data[0] % 32);
    const Read bytes = readInPieces(stream, 1);
    if (!pieces.overflowed && !bytes.overflowed) {
        check(pieces.events == bytes.events, "pieces change the events");
        check(pieces.comments == bytes.comments, "pieces change the comments");
    }

    qsizetype total = 0;
    for (const Event &event : bytes.events) {
        total += event.data.size();
        check(event.data.size() <= LargestEvent, "unbounded event");
        const StreamDelta delta = decodeStreamEvent(event.data);
        check(delta == decodeStreamEvent(event.data), "a decoder with a memory");
        check(delta.text.size() + delta.reasoning.size() + delta.finishReason.size() <=
                  event.data.size(),
              "more text than was sent");
        const bool isContent = delta.kind == StreamDelta::Kind::Content;
        check(isContent || (delta.text.isEmpty() && !delta.isEnd), "text from a failure");
    }
    check(total <= stream.size(), "more data than was sent");
    return 0;
}
