// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <array>

namespace litedeck {

/// A hash that grows in small steps. A QHash that is full moves all that it holds, which takes the
/// time of several frames when that is a hundred thousand jobs.
template <typename Key, typename Value>
class ShardedHash
{
public:
    /// The value of that key; null when there is none.
    const Value *find(const Key &key) const
    {
        const QHash<Key, Value> &shard = m_shards[shardOf(key)];
        const auto found = shard.constFind(key);
        return found == shard.cend() ? nullptr : &*found;
    }
    bool contains(const Key &key) const { return find(key) != nullptr; }
    void insert(const Key &key, const Value &value) { m_shards[shardOf(key)].insert(key, value); }
    void remove(const Key &key) { m_shards[shardOf(key)].remove(key); }

private:
    static constexpr size_t Shards = 256;

    static size_t shardOf(const Key &key) { return qHash(key, 0) % Shards; }

    std::array<QHash<Key, Value>, Shards> m_shards;
};

} // namespace litedeck
