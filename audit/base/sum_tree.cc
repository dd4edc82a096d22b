#include "audit/base/sum_tree.h"

#include <algorithm>
#include <bit>

namespace audit {
namespace {

constexpr std::size_t kSumPathMost = 63;

std::optional<std::uint64_t> within63Bits(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t kMost = ~std::uint64_t{0} >> 1U;
  if (a > kMost || b > kMost - a) return std::nullopt;
  return a + b;
}

bool isNegative(const Sums& sums) {
  return std::ranges::any_of(sums, [](std::int64_t value) { return value < 0; });
}

}  // namespace

void SumTree::number(std::uint64_t value) {
  for (unsigned shift = 64; shift != 0; shift -= 8) bytes_.push_back(static_cast<std::uint8_t>(value >> (shift - 8)));
}

void SumTree::figures(std::uint64_t count, const Sums& sums) {
  number(count);
  for (std::size_t i = 0; i < sums_; ++i) number(static_cast<std::uint64_t>(sums[i]));
}

SumNode SumTree::leaf(const StreamHead& head) {
  bytes_.assign(1, 0);
  bytes_.insert(bytes_.end(), head.id.begin(), head.id.end());
  number(head.count);
  number(head.last);
  for (std::size_t i = 0; i < sums_; ++i) number(static_cast<std::uint64_t>(head.sums[i]));
  SumNode node{hasher_.of(bytes_), head.count, {}};
  std::copy_n(head.sums.begin(), sums_, node.sums.begin());
  return node;
}

std::optional<SumNode> SumTree::join(const SumNode& left, const SumNode& right) {
  SumNode node;
  const auto count = within63Bits(left.count, right.count);
  if (!count || isNegative(left.sums) || isNegative(right.sums)) return std::nullopt;
  node.count = *count;
  for (std::size_t i = 0; i < sums_; ++i) {
    const auto both = within63Bits(static_cast<std::uint64_t>(left.sums[i]), static_cast<std::uint64_t>(right.sums[i]));
    if (!both) return std::nullopt;
    node.sums[i] = static_cast<std::int64_t>(*both);
  }
  bytes_.assign(1, 1);
  for (const SumNode* side : {&left, &right}) {
    bytes_.insert(bytes_.end(), side->hash.begin(), side->hash.end());
    figures(side->count, side->sums);
  }
  node.hash = hasher_.of(bytes_);
  return node;
}

std::optional<SumNode> SumTree::rootOf(std::span<const StreamHead> heads) {
  if (heads.empty()) return SumNode{sha256({}), 0, {}};
  if (heads.size() == 1) return isNegative(heads[0].sums) ? std::nullopt : std::optional(leaf(heads[0]));
  const std::size_t split = std::bit_floor(heads.size() - 1);
  const auto left = rootOf(heads.first(split));
  const auto right = left ? rootOf(heads.subspan(split)) : std::nullopt;
  return right ? join(*left, *right) : std::nullopt;
}

std::optional<SumNode> SumTree::climb(const StreamHead& head, const LeafPlace& place, std::span<const SumNode> path) {
  if (place.index >= place.size || path.size() > kSumPathMost || isNegative(head.sums)) return std::nullopt;
  std::uint64_t at = place.index;
  std::uint64_t last = place.size - 1;
  std::optional<SumNode> node = leaf(head);
  for (const SumNode& beside : path) {
    if (last == 0 || !node) return std::nullopt;
    if ((at & 1U) != 0 || at == last) {
      node = join(beside, *node);
      for (; (at & 1U) == 0 && at != 0; at >>= 1U) last >>= 1U;
    } else {
      node = join(*node, beside);
    }
    at >>= 1U;
    last >>= 1U;
  }
  return last == 0 ? node : std::nullopt;
}

}  // namespace audit
