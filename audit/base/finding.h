// What the audit found: what is wrong, what could not be checked, what was checked.
//
// Shape    a verdict is the first of the findings in the order of `Wrong`. Nothing wrong and nothing left open
//          is OK. The list is bounded, the counts are not.
// Threads  single-thread.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/base/bytes.h"

namespace audit {

// In the order that decides the verdict.
enum class Wrong {
  kBundleDamaged,
  kOriginMismatch,
  kBadNoteSignature,
  kNoQuorum,
  kTileTampered,
  kEntryTampered,
  kChainBroken,
  kRollback,
  kFork,
  kBadActorSignature,
  kRuleViolation,
  kIncompleteStream,
  kFiguresDiffer,
};
std::string_view wordOf(Wrong wrong);

// What of the chain is broken.
enum class Link { kNone, kIndex, kPrevious, kClock };

struct Finding {
  Wrong wrong = Wrong::kBundleDamaged;
  std::optional<std::uint64_t> index;  // of the entry
  std::string name;                    // the refusal's name, where a rule is broken
  std::string sentence;
  Link link = Link::kNone;
};

// In their order.
inline constexpr std::array kWrongs{Wrong::kBundleDamaged,     Wrong::kOriginMismatch, Wrong::kBadNoteSignature,
                                    Wrong::kNoQuorum,          Wrong::kTileTampered,   Wrong::kEntryTampered,
                                    Wrong::kChainBroken,       Wrong::kRollback,       Wrong::kFork,
                                    Wrong::kBadActorSignature, Wrong::kRuleViolation,  Wrong::kIncompleteStream,
                                    Wrong::kFiguresDiffer};

inline constexpr int kExitOk = 0;
inline constexpr int kExitNotChecked = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitWrong = 4;

class Findings {
 public:
  static constexpr std::size_t kKeptPerKind = 50;

  void add(Finding finding);
  void add(Wrong wrong, std::string sentence) { add({wrong, std::nullopt, {}, std::move(sentence)}); }
  // Something that had to be checked could not be: the audit is no OK.
  void couldNotCheck(std::string sentence);
  // Something nobody asked for, or that is not there to be checked.
  void notChecked(std::string sentence) { not_checked_.push_back(std::move(sentence)); }
  void checked(std::string sentence) { checked_.push_back(std::move(sentence)); }

  // In the order of the verdict, then by index.
  std::vector<Finding> sorted() const;
  std::uint64_t total() const;
  bool has(Wrong wrong) const { return counts_.contains(wrong); }
  std::uint64_t count(Wrong wrong) const {
    const auto found = counts_.find(wrong);
    return found == counts_.end() ? 0 : found->second;
  }
  // The first entry that was altered: its bytes are not those of the leaf hash in its tile, or not canonical. nullopt:
  // there is none, or the tiles do not lead to the signed root either.
  std::optional<std::uint64_t> altered() const;
  // It was found in an entry after that one, which cannot be judged with an altered one before it.
  bool follows(const Finding& finding) const;
  // How many of that kind do, kept or not.
  std::uint64_t following(Wrong wrong) const;
  // Kept of that kind, by index.
  const std::vector<Finding>& kept(Wrong wrong) const;
  bool open() const { return open_; }
  const std::vector<std::string>& notCheckedList() const { return not_checked_; }
  const std::vector<std::string>& checkedList() const { return checked_; }

  std::string verdict() const;  // "OK", "COULD_NOT_CHECK", "RULE_VIOLATION 17"
  int exitCode() const;

 private:
  std::map<Wrong, std::vector<Finding>> kept_;
  std::map<Wrong, std::uint64_t> counts_;
  std::vector<std::string> not_checked_;
  std::vector<std::string> checked_;
  bool open_ = false;
};

}  // namespace audit
