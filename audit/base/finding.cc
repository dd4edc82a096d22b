#include "audit/base/finding.h"

#include <algorithm>

namespace audit {
namespace {

bool earlier(const Finding& a, const Finding& b) {
  return a.index.value_or(0) < b.index.value_or(0);
}

}  // namespace

std::string_view wordOf(Wrong wrong) {
  switch (wrong) {
    case Wrong::kBundleDamaged:
      return "BUNDLE_DAMAGED";
    case Wrong::kOriginMismatch:
      return "ORIGIN_MISMATCH";
    case Wrong::kBadNoteSignature:
      return "BAD_SIGNATURE";
    case Wrong::kNoQuorum:
      return "NO_QUORUM";
    case Wrong::kTileTampered:
      return "TILE_TAMPERED";
    case Wrong::kEntryTampered:
      return "ENTRY_TAMPERED";
    case Wrong::kChainBroken:
      return "CHAIN_BROKEN";
    case Wrong::kRollback:
      return "ROLLBACK";
    case Wrong::kFork:
      return "FORK";
    case Wrong::kBadActorSignature:
      return "BAD_SIGNATURE";
    case Wrong::kRuleViolation:
      return "RULE_VIOLATION";
    case Wrong::kIncompleteStream:
      return "INCOMPLETE_STREAM";
    case Wrong::kFiguresDiffer:
      return "FIGURES_DIFFER";
  }
  return "INTERNAL";
}

// The lowest indexes are kept: the first of a kind decides the verdict, and the checks do not come in order.
void Findings::add(Finding finding) {
  ++counts_[finding.wrong];
  auto& kept = kept_[finding.wrong];
  kept.insert(std::upper_bound(kept.begin(), kept.end(), finding, earlier), std::move(finding));
  if (kept.size() > kKeptPerKind) kept.pop_back();
}

void Findings::couldNotCheck(std::string sentence) {
  open_ = true;
  not_checked_.push_back(std::move(sentence));
}

std::vector<Finding> Findings::sorted() const {
  std::vector<Finding> all;
  for (const auto& [wrong, kept] : kept_) all.insert(all.end(), kept.begin(), kept.end());
  return all;
}

std::uint64_t Findings::total() const {
  std::uint64_t sum = 0;
  for (const auto& [wrong, count] : counts_) sum += count;
  return sum;
}

std::optional<std::uint64_t> Findings::altered() const {
  const auto& altered = kept(Wrong::kEntryTampered);
  return altered.empty() || has(Wrong::kTileTampered) ? std::nullopt : altered.front().index;
}

bool Findings::follows(const Finding& finding) const {
  const auto first = altered();
  return first && finding.wrong > Wrong::kEntryTampered && finding.index && *finding.index > *first;
}

std::uint64_t Findings::following(Wrong wrong) const {
  const auto& known = kept(wrong);
  if (known.empty()) return 0;
  const auto of_kept = std::count_if(known.begin(), known.end(), [&](const Finding& one) { return follows(one); });
  // Those that were not kept have no lower index than the last one.
  const std::uint64_t others = follows(known.back()) ? count(wrong) - known.size() : 0;
  return static_cast<std::uint64_t>(of_kept) + others;
}

const std::vector<Finding>& Findings::kept(Wrong wrong) const {
  static const auto& none = *new std::vector<Finding>;
  const auto found = kept_.find(wrong);
  return found == kept_.end() ? none : found->second;
}

std::string Findings::verdict() const {
  if (!kept_.empty()) {
    const Finding& first = kept_.begin()->second.front();
    std::string word(wordOf(first.wrong));
    return first.index ? word + " " + std::to_string(*first.index) : word;
  }
  return open_ ? "COULD_NOT_CHECK" : "OK";
}

int Findings::exitCode() const {
  if (!kept_.empty()) return kExitWrong;
  return open_ ? kExitNotChecked : kExitOk;
}

}  // namespace audit
