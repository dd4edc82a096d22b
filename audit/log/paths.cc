#include "audit/log/paths.h"

#include <algorithm>
#include <bit>

namespace audit {
namespace {

constexpr std::size_t kPathHashesMax = 64;

// Entries `first` … `end - 1`; `first` is a multiple of a power of two that is not below their count.
struct Span {
  std::uint64_t first = 0;
  std::uint64_t end = 0;

  std::uint64_t count() const { return end - first; }
  // The largest power of two below the count: where RFC 6962 splits.
  std::uint64_t split() const { return std::bit_floor(count() - 1); }
};

// Takes nodes until one is missing; then the path is missing, too.
class Path {
 public:
  explicit Path(Nodes& nodes) : nodes_(nodes) {}

  void take(const Span& span) {
    const auto hash = rootOf(span);
    if (hash) {
      hashes_.push_back(*hash);
    } else {
      missing_ = true;
    }
  }
  // From the leaf upwards: it was taken from the root downwards.
  std::optional<std::vector<Hash>> upwards() {
    if (missing_) return std::nullopt;
    std::reverse(hashes_.begin(), hashes_.end());
    return std::move(hashes_);
  }
  std::optional<Hash> rootOf(const Span& span) {
    std::optional<Hash> root;
    std::uint64_t end = span.end;
    for (std::uint64_t rest = span.count(); rest != 0; rest &= rest - 1) {
      const auto level = static_cast<std::size_t>(std::countr_zero(rest));
      const auto node = nodes_.node(level, (end >> level) - 1);
      if (!node) return std::nullopt;
      root = root ? hasher_.node(*node, *root) : *node;
      end -= std::uint64_t{1} << level;
    }
    return root;
  }

 private:
  Nodes& nodes_;
  Sha256 hasher_;
  std::vector<Hash> hashes_;
  bool missing_ = false;
};

std::optional<std::vector<Hash>> between(Nodes& nodes, const Sizes& sizes, bool whole) {
  Path path(nodes);
  Span span{0, sizes.newer};
  std::uint64_t older = sizes.older;
  while (older != span.count()) {
    const std::uint64_t split = span.split();
    if (older <= split) {
      path.take({span.first + split, span.end});
      span.end = span.first + split;
    } else {
      path.take({span.first, span.first + split});
      span.first += split;
      older -= split;
    }
  }
  // What the older root is alone made of is known to whoever knows that root.
  if (whole || span.first != 0) path.take(span);
  return path.upwards();
}

}  // namespace

std::optional<Hash> TreeNodes::node(std::size_t level, std::uint64_t index) {
  const auto found = tree_.nodes(level, index, 1);
  return found.empty() ? std::nullopt : std::optional(found[0]);
}

std::optional<Hash> rootAt(Nodes& nodes, std::uint64_t size) {
  return size == 0 ? emptyRoot() : Path(nodes).rootOf({0, size});
}

std::optional<std::vector<Hash>> inclusionPath(Nodes& nodes, std::uint64_t index, std::uint64_t size) {
  if (index >= size) return std::nullopt;
  Path path(nodes);
  Span span{0, size};
  while (span.count() > 1) {
    const std::uint64_t middle = span.first + span.split();
    if (index < middle) {
      path.take({middle, span.end});
      span.end = middle;
    } else {
      path.take({span.first, middle});
      span.first = middle;
    }
  }
  return path.upwards();
}

std::optional<std::vector<Hash>> consistencyPath(Nodes& nodes, const Sizes& sizes) {
  if (sizes.older > sizes.newer) return std::nullopt;
  if (sizes.older == 0 || sizes.older == sizes.newer) return std::vector<Hash>{};
  return between(nodes, sizes, false);
}

std::optional<std::vector<Hash>> wholePath(Nodes& nodes, const Sizes& sizes) {
  if (sizes.older == 0 || sizes.older >= sizes.newer) return std::nullopt;
  return between(nodes, sizes, true);
}

std::optional<RootPair> rootsOf(std::span<const Hash> whole_path, const Sizes& sizes) {
  if (sizes.older == 0 || sizes.older >= sizes.newer) return std::nullopt;
  if (whole_path.empty() || whole_path.size() > kPathHashesMax) return std::nullopt;
  Sha256 hasher;
  std::uint64_t node = sizes.older - 1;
  std::uint64_t last = sizes.newer - 1;
  while ((node & 1U) != 0) {
    node >>= 1U;
    last >>= 1U;
  }
  RootPair roots{whole_path[0], whole_path[0]};
  for (const Hash& hash : whole_path.subspan(1)) {
    if (last == 0) return std::nullopt;
    if ((node & 1U) != 0 || node == last) {
      roots.older = hasher.node(hash, roots.older);
      roots.newer = hasher.node(hash, roots.newer);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      roots.newer = hasher.node(roots.newer, hash);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 ? std::optional(roots) : std::nullopt;
}

std::optional<std::uint64_t> firstDifference(Nodes& one, Nodes& other, std::uint64_t size) {
  std::uint64_t first = 0;
  for (std::uint64_t rest = size; rest != 0;) {
    // The complete subtrees of a log of this size stand in the order of its bits, the highest first.
    const auto highest = static_cast<std::size_t>(63 - std::countl_zero(rest));
    const auto a = one.node(highest, first >> highest);
    const auto b = other.node(highest, first >> highest);
    if (!a || !b) return std::nullopt;
    if (*a == *b) {
      first += std::uint64_t{1} << highest;
      rest ^= std::uint64_t{1} << highest;
      continue;
    }
    std::uint64_t index = first >> highest;
    for (std::size_t level = highest; level > 0; --level) {
      index *= 2;
      const auto left = one.node(level - 1, index);
      const auto other_left = other.node(level - 1, index);
      if (!left || !other_left) return std::nullopt;
      if (*left == *other_left) ++index;
    }
    return index;
  }
  return std::nullopt;
}

}  // namespace audit
