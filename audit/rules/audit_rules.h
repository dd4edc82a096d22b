// auditRules — the audit of one export, and then every audit rule over what it says.
//
// Errors   what cannot be read is in `audit`; a rule whose input is not there says what is missing.
// Threads  as verify.
#pragma once

#include "audit/log/place.h"
#include "audit/rules/run.h"
#include "audit/verify/verify.h"

namespace audit {

inline constexpr int kExitRaised = 3;

struct RulesQuestion {
  Place log;                      // a bundle or tile folder
  std::vector<const Rule*> only;  // these rules; none: all of them
  Request request;
  std::filesystem::path evidence{};  // the folder of documents; empty: none is there
};

struct RulesReport {
  Audit audit;
  std::int64_t today = 0;  // civil day of the last command, at +05:00
  Settings settings;
  std::vector<Outcome> outcomes;  // in order of the rules
  bool complete = false;          // the whole log was replayed

  std::uint64_t raised() const;
  // Those that were not kept are counted with the severity of their rule.
  std::uint64_t raised(RuleSeverity severity) const;
  // kExitRaised where a rule raised a finding; else that of the audit of the log.
  int exitCode() const;
};

RulesReport auditRules(const RulesQuestion& question);
// Of an archive that is open already; into the report's audit goes also what opening it found.
void auditRules(const Archive& archive, const RulesQuestion& question, RulesReport& report);

}  // namespace audit
