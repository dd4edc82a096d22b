// Run — one rule at work: the facts and thresholds it reads, and what it raises or cannot check.
//
// Shape    every finding is counted, the first kFindingsKept of a rule are kept.
// Threads  one thread.
#pragma once

#include <vector>

#include "audit/base/finding.h"
#include "audit/rules/facts.h"
#include "audit/rules/raised.h"
#include "audit/rules/settings.h"

namespace audit {

inline constexpr std::size_t kFindingsKept = 1000;
inline constexpr std::size_t kEvidenceKept = 64;

enum class Checked { kWhole, kPart, kNot };

struct Outcome {
  const Rule* rule = nullptr;
  RuleSeverity severity = RuleSeverity::kLow;
  Checked checked = Checked::kWhole;
  std::vector<Sentence> missing;  // what could not be checked, and why
  std::uint64_t looked = 0;       // how many things the rule compared
  std::uint64_t raised = 0;
  std::vector<Raised> findings;
};

// What a rule may look at, besides its thresholds.
struct Evidence {
  const State& state;
  const RuleFacts& facts;
  const Findings& integrity;  // of the audit of the log itself
  bool complete = false;      // the whole log was replayed
};

class Run {
 public:
  Run(const Rule& rule, const Evidence& evidence, const Settings& settings);

  const State& state() const { return evidence_.state; }
  const RuleFacts& facts() const { return evidence_.facts; }
  const Findings& integrity() const { return evidence_.integrity; }
  bool complete() const { return evidence_.complete; }
  // Civil day of the last entry, at +05:00.
  std::int64_t today() const { return facts().today; }

  // One that has a default.
  std::int64_t parameter(std::string_view name = {}) const { return given(name).value_or(0); }
  std::optional<std::int64_t> given(std::string_view name = {}) const { return settings_.parameterOf(rule_, name); }

  // That of another rule, which has the same threshold.
  std::optional<std::int64_t> givenOf(std::string_view rule) const;

  void look(std::uint64_t things = 1) { outcome_.looked += things; }
  void raise(Raised raised);
  // A part of the rule is not checked; or nothing of it is.
  void lacks(Sentence why);
  void cannot(Sentence why);

  Outcome&& outcome() { return std::move(outcome_); }

 private:
  const Rule& rule_;
  Evidence evidence_;
  const Settings& settings_;
  Outcome outcome_;
};

}  // namespace audit
