// Context — the circumstances in which a command is judged: who, when, where in the log.
//
// Threads  a value type.
#pragma once

#include <optional>
#include <vector>

#include "ledger/event/signature_rules.h"
#include "ledger/event/values.h"

namespace ledger {

// Raised by any new or stricter rule; an entry is judged for ever by its own version.
inline constexpr std::uint16_t kRulesVersion = 3;
// Since this version a command of any kind asks for the states that `inState` names, and money of a grant waits for
// its reports and findings.
inline constexpr std::uint16_t kConditionsSince = 2;
// What stands in README.md under "since version 3" is judged from this version on.
inline constexpr std::uint16_t kRules3 = 3;

struct Context {
  std::uint16_t rules = kRulesVersion;
  PersonId person;                   // who asks: the proposer, where a proposal is judged again
  std::optional<PersonId> endorser;  // the second person, then
  PersonId acting_for;               // whose role the asker uses by a delegation (acting.h); none where her own
  PersonId endorser_for;             // whose the second person uses
  std::vector<PersonId> also_asker;  // further profiles (profiles.h) of the asker and of whom she acts for
  std::vector<PersonId> also_second;
  ActorKey key;  // that signed
  Assurance assurance = Assurance::kSelf;
  Visibility visibility = Visibility::kPublic;
  UtcMs recorded_at = 0;
  Position seen = 0;   // size of the log whose root the signer names in the header
  Position index = 0;  // of the entry being made
  Digest leaf;         // leaf hash of that entry, once it is made
  std::uint32_t ordinal = 0;
  std::uint32_t count = 0;  // commands in the submission
  SubjectId batch;          // of the import under way; none otherwise
  const SignatureRules* signatures = nullptr;

  bool imported() const { return assurance == Assurance::kImported; }
  // The recorded day of a command that says it was done then.
  CivilDay recordedDay(const Instant& occurred_at) const {
    return Instant{recorded_at, occurred_at.offset_minutes}.civilDay();
  }
  // By which gates and deadlines go: what is said of the time moves none.
  CivilDay gateDay(const Instant& occurred_at) const {
    return rules < kRules3 || imported() ? occurred_at.civilDay() : recordedDay(occurred_at);
  }
};

}  // namespace ledger
