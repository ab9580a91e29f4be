// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/PlainTextReader.h"

#include <simdjson.h>

#include <cstring>
#include <string_view>
#include <utility>

namespace litedeck {

namespace ondemand = simdjson::ondemand;

struct PlainTextReader::Parser
{
    /// In bytes of the longest event; the parser keeps about six times as much.
    static constexpr size_t Capacity = 64 * 1024;

    ondemand::parser json{Capacity};
};

namespace {

static_assert(ReadAheadBuffer::ReadAhead >= simdjson::SIMDJSON_PADDING);

simdjson_inline bool isNull(ondemand::value &value)
{
    bool null = false;
    return !value.is_null().get(null) && null;
}

/// Whether a value that nobody reads is sound. Strings are, unless they have escapes.
simdjson_inline bool isPlain(ondemand::value &value)
{
    ondemand::json_type type{};
    if (value.type().get(type))
        return false;
    switch (type) {
    case ondemand::json_type::string:
        return !value.get_raw_json_string().error();
    case ondemand::json_type::null:
        return isNull(value);
    case ondemand::json_type::boolean:
        return !value.get_bool().error();
    case ondemand::json_type::number:
        return !value.get_uint64().error();
    default:
        return false;
    }
}

/// Whether this is an object all of whose members are taken by `read(key, value)`.
template <typename Read>
simdjson_inline bool readObject(simdjson::simdjson_result<ondemand::object> result, Read read)
{
    if (result.error())
        return false;
    ondemand::object object = result.value_unsafe();
    for (auto member : object) {
        ondemand::field field;
        if (std::move(member).get(field) || !read(field.key(), field.value()))
            return false;
    }
    return true;
}

/// One event. Each function returns whether what it read may be part of a chunk with nothing but
/// text: sound JSON, each member that is read once, no other member that decodeStreamEvent() reads,
/// and escapes nowhere but in the text.
class Chunk
{
public:
    explicit Chunk(QByteArrayView data)
        : m_unchecked(data.begin())
        , m_end(data.end())
    {}

    bool read(ondemand::parser &parser);
    QByteArrayView text() const { return m_text; }

private:
    bool readChoices(ondemand::value &choices);
    bool readChoice(ondemand::value &choice);
    bool readDelta(ondemand::value &delta);
    bool readText(ondemand::value &value);
    bool hasNoEscapes(const char *end) const;

    QByteArrayView m_text;
    const char *m_unchecked; ///< For escapes.
    const char *m_end;
    bool m_hasChoices = false;
    bool m_hasDelta = false;
    bool m_hasText = false;
};

bool Chunk::read(ondemand::parser &parser)
{
    const auto size = static_cast<size_t>(m_end - m_unchecked);
    ondemand::document document;
    if (parser.iterate(m_unchecked, size, size + simdjson::SIMDJSON_PADDING).get(document))
        return false;
    const bool isSound = readObject(
        document.get_object(), [this](ondemand::raw_json_string key, ondemand::value &value) {
            if (key == "choices")
                return readChoices(value);
            ondemand::raw_json_string name;
            if (key == "object")
                return !value.get_raw_json_string().get(name) && !(name == "error");
            return key == "error" ? isNull(value) : isPlain(value);
        });
    const bool isAtEnd = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    // Without a delta the text may stand elsewhere.
    return isSound && m_hasChoices && m_hasDelta && isAtEnd && hasNoEscapes(m_end);
}

bool Chunk::readChoices(ondemand::value &choices)
{
    ondemand::array list;
    if (std::exchange(m_hasChoices, true) || choices.get_array().get(list))
        return false;
    int count = 0;
    for (auto element : list) {
        if (element.error())
            return false;
        ondemand::value choice = element.value_unsafe();
        if (!readChoice(choice))
            return false;
        ++count;
    }
    return count == 1;
}

bool Chunk::readChoice(ondemand::value &choice)
{
    return readObject(choice.get_object(),
                      [this](ondemand::raw_json_string key, ondemand::value &value) {
                          if (key == "delta")
                              return !std::exchange(m_hasDelta, true) && readDelta(value);
                          return key == "finish_reason" ? isNull(value) : isPlain(value);
                      });
}

bool Chunk::readDelta(ondemand::value &delta)
{
    return readObject(delta.get_object(), [this](ondemand::raw_json_string key,
                                                 ondemand::value &value) {
        if (key == "content")
            return !std::exchange(m_hasText, true) && readText(value);
        const bool isOther = key == "refusal" || key == "reasoning" || key == "reasoning_content";
        return isOther ? isNull(value) : isPlain(value);
    });
}

bool Chunk::readText(ondemand::value &value)
{
    const std::string_view token = value.raw_json_token();
    std::string_view text;
    if (!hasNoEscapes(token.data()) || value.get_string().get(text))
        return false;
    m_unchecked = token.data() + token.size();
    m_text = text;
    return !text.starts_with("\xEF\xBB\xBF");
}

bool Chunk::hasNoEscapes(const char *end) const
{
    return std::memchr(m_unchecked, '\\', static_cast<size_t>(end - m_unchecked)) == nullptr;
}

} // namespace

PlainTextReader::PlainTextReader()
    : m_parser(std::make_unique<Parser>())
{}

PlainTextReader::~PlainTextReader() = default;

std::optional<QByteArrayView> PlainTextReader::read(const ServerSentEvent &event)
{
    Chunk chunk(event.data);
    return chunk.read(m_parser->json) ? std::optional(chunk.text()) : std::nullopt;
}

} // namespace litedeck
