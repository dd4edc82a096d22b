// Settings — severities and thresholds: those of the ledger's policy auditThresholds, else the defaults of the table.
//
// Shape    the policy is the one that applies on the civil day of the last entry. It names a rule's severity and its
//          own threshold under the id (`E09`), other thresholds under id and name (`E09.days`), whose severity says
//          nothing. A threshold that is negative, or beyond what its unit can be, is not taken.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/replay/state.h"
#include "audit/rules/rule.h"

namespace audit {

class Settings {
 public:
  Settings() = default;
  Settings(const State& state, std::int64_t today);

  RuleSeverity severityOf(const Rule& rule) const;
  bool namesSeverity(const Rule& rule) const { return severities_.contains(std::string(rule.id)); }
  // Nullopt where neither the policy nor the table has one.
  std::optional<std::int64_t> parameterOf(const Rule& rule, std::string_view name) const;
  // Index of the policy's entry; 0: none applies.
  std::uint64_t policy() const { return policy_; }
  // What the policy names and no rule has, and what it says that was not taken.
  const std::vector<std::string>& notTaken() const { return not_taken_; }

 private:
  void take(const std::string& key, schema::AuditThreshold::Reader threshold);

  std::map<std::string, RuleSeverity> severities_;
  std::map<std::string, std::int64_t> parameters_;
  std::vector<std::string> not_taken_;
  std::uint64_t policy_ = 0;
};

}  // namespace audit
