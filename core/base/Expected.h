// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <variant>

namespace litedeck {

/// Wraps an error on its way into an Expected, so that a T and an E of the same type stay apart.
template <typename E>
struct Unexpected
{
    E error;
};

template <typename E>
Unexpected(E) -> Unexpected<E>;

/// Either a value or the reason why there is none; std::expected needs C++23.
template <typename T, typename E>
class [[nodiscard]] Expected
{
public:
    Expected(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {}
    Expected(Unexpected<E> unexpected)
        : m_content(std::in_place_index<1>, std::move(unexpected.error))
    {}

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// The value; calling this without one is a programming error (std::bad_variant_access).
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }

    /// The error; calling this on a value is a programming error (std::bad_variant_access).
    const E &error() const & { return std::get<1>(m_content); }
    E &&error() && { return std::get<1>(std::move(m_content)); }

    friend bool operator==(const Expected &, const Expected &) = default;

private:
    std::variant<T, E> m_content;
};

} // namespace litedeck
