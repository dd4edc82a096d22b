// RuleFacts — what the audit rules read and the replayed state does not keep, gathered entry by entry.
//
// Shape    plain values; ids as in the log, days are civil days counted from 1970-01-01, moments milliseconds, amounts
//          minor units. What was voided later stays here: the state says what stands.
// Threads  one thread.
#pragma once

#include <filesystem>
#include <functional>

#include "audit/replay/listener.h"
#include "audit/rules/hours_facts.h"
#include "audit/rules/money_facts.h"

namespace audit {

struct RuleFacts {
  std::int64_t today = 0;           // civil day of the last command that took effect, at +05:00
  std::size_t old_checkpoints = 0;  // seen earlier, and given to the audit
  bool figures = false;             // the export has published figures
  bool witnesses = false;           // a policy of witnesses was given to the audit
  std::filesystem::path evidence;   // the folder of documents; empty: none was given
  MoneyFacts money;
  HoursFacts hours;
};

class FactsListener final : public Listener {
 public:
  using Ended = std::function<void(const State& state, const RuleFacts& facts, bool complete)>;
  explicit FactsListener(Ended ended) : ended_(std::move(ended)) {}
  RuleFacts& facts() { return facts_; }

  void takesEffect(const State& state, const Case& c, schema::Command::Reader command) override;
  void ended(const State& state, Tree& /*tree*/, bool complete) override { ended_(state, facts_, complete); }

 private:
  Ended ended_;
  RuleFacts facts_;
};

}  // namespace audit
