#include "audit/answers/related.h"

#include "audit/log/paths.h"

namespace audit {

Related relate(const SignedCheckpoint& older, const SignedCheckpoint& newer, Nodes* nodes) {
  const Sizes sizes{older.checkpoint.size, newer.checkpoint.size};
  if (sizes.older == sizes.newer)
    return {older.checkpoint.root == newer.checkpoint.root ? Relation::kOneLog : Relation::kSplit, {}};
  if (sizes.older == 0) return {older.checkpoint.root == emptyRoot() ? Relation::kOneLog : Relation::kUnknown, {}};
  auto path = nodes != nullptr ? wholePath(*nodes, sizes) : std::nullopt;
  const auto roots = path ? rootsOf(*path, sizes) : std::nullopt;
  if (!roots) return {};
  if (roots->newer != newer.checkpoint.root) return {Relation::kDamaged, {}};
  if (roots->older == older.checkpoint.root) return {Relation::kOneLog, {}};
  return {Relation::kSplit, std::move(*path)};
}

}  // namespace audit
