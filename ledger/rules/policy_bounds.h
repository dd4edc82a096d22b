// Policy bounds — the few checks that all documents share.
//
// Errors   BAD_POLICY.
// Threads  pure functions.
#pragma once

#include <functional>
#include <string>

#include "ledger/rules/refusal.h"

namespace ledger {

inline constexpr std::int64_t kBasisPoints = 10'000;

inline Error badPolicy(const std::string& why) {
  return refuse("BAD_POLICY", why);
}

struct Bounds {
  std::int64_t least;
  std::int64_t most;
};

inline Result<void> checkWithin(const std::string& what, std::int64_t value, Bounds bounds) {
  if (value >= bounds.least && value <= bounds.most) return {};
  return badPolicy(what + " of " + std::to_string(value) + " is not within " + std::to_string(bounds.least) + " to " +
                   std::to_string(bounds.most));
}

// Each item's key is greater than that of the one before: in order, and none twice.
template <class List, class Key>
Result<void> checkAscending(const std::string& what, const List& list, Key key) {
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (std::invoke(key, list[i - 1]) < std::invoke(key, list[i])) continue;
    return badPolicy("item " + std::to_string(i) + " (from 0) of " + what + " does not come after the one before it");
  }
  return {};
}

template <class List>
Result<void> checkAscending(const std::string& what, const List& list) {
  return checkAscending(what, list, std::identity{});
}

template <class List>
Result<void> checkNotEmpty(const std::string& what, const List& list) {
  if (!list.empty()) return {};
  return badPolicy("the document has no " + what);
}

}  // namespace ledger
