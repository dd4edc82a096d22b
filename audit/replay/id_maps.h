// Collections by id, and sums wide enough for any amounts.
//
// Shape    what is found in an IdMap stays where it is while others are added.
#pragma once

#include <absl/container/flat_hash_set.h>
#include <absl/container/node_hash_map.h>

#include "audit/base/bytes.h"

namespace audit {

// Sums of amounts: 4,096 × 10^15 and more must not wrap.
__extension__ using Sum = __int128;

template <class Value>
using IdMap = absl::node_hash_map<Id, Value, IdHash>;
using IdSet = absl::flat_hash_set<Id, IdHash>;

template <class Map>
auto* find(Map& map, const Id& id) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace audit
