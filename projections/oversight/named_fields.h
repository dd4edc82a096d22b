// NamedFields — what a command of any kind says in the fields whose names mean the same in every kind.
//
// Shape    found by their names in the generated values, so that a new kind is read without a new line here.
// Units    minor units, minutes, civil days; a figure that is not stated is null, a day 0.
// Threads  pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "projections/oversight/subject_rows.h"

namespace projections {

struct NamedFields {
  std::optional<ledger::Instant> occurred_at;
  ledger::CivilDay day = 0;  // that it speaks of: of occurredAt, `starts`, `day`
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
  ledger::CivilDay due = 0;
  ledger::CivilDay until = 0;
  SubjectFigures figures;
  std::optional<std::int64_t> year;
  std::optional<std::int64_t> value;
  std::string kind;
  std::string code;
  std::string number;
  std::string region;
  std::string country;
  std::string reason;
  ledger::Names names;
};
NamedFields namedFieldsOf(const ledger::CommandBody& body);

struct NamedSubject {
  ledger::StreamRole role{};
  ledger::SubjectId id;
  bool mentioned = false;  // by another name than that of its stream
};
// In the order of the fields; absent ones are left out.
std::vector<NamedSubject> subjectsOf(const ledger::CommandBody& body);

struct StateChange {
  ledger::SubjectId subject;
  std::string_view state;
};
// By `becomes` of the schema; as a rule of other subjects than the first one.
std::vector<StateChange> changesOf(const ledger::CommandBody& body);

// The subject it is about; null where it is about the ledger.
ledger::SubjectId primaryOf(const ledger::CommandBody& body);
// It brings that subject into the ledger.
bool opensSubject(ledger::Kind kind);
// The state its subject is in afterwards; empty where it leaves the state as it is.
std::string_view stateAfter(const ledger::CommandBody& body);

}  // namespace projections
