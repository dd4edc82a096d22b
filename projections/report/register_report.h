// RegisterReport — the subjects of one register, such as campaigns or applications, as they stood at a size of the log.
//
// Shape    a question asks for a state, for what belongs to one subject, for the days on which they were opened, and
//          for an earlier size or the end of a day; facts are listed where they are asked for.
// Units    minor units, each currency for itself; minutes; quantities, each unit for itself.
// Errors   kNotFound REGISTER_UNKNOWN and STATE_UNKNOWN with the words there are, SIZE_UNKNOWN past the end;
//          kCorrupt SUM_OVERFLOWS; those of the stamp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "projections/oversight/subject_rows.h"
#include "projections/report/stamp.h"

namespace projections {

struct RegisterQuestion {
  ledger::StreamRole role{};
  std::string state;           // empty: any
  ledger::SubjectId of;        // none: of everybody
  ledger::Position at = 0;     // a size of the log; 0: the newest
  ledger::CivilDay as_of = 0;  // as it was known at the end of that day
  ledger::CivilDay from = 0;   // opened, and facts, on these days
  ledger::CivilDay to = 0;
  bool facts = false;
};

// The register of that name; kNotFound REGISTER_UNKNOWN.
ledger::Result<ledger::StreamRole> registerNamed(std::string_view name);
// kNotFound STATE_UNKNOWN.
ledger::Result<void> checkStateName(std::string_view state);

struct FactEntry {
  FactRow fact;
  std::vector<FactWordRow> words;
};

struct RegisterEntry {
  SubjectRow subject;
  SubjectStateRow standing;
  std::vector<SubjectLinkRow> links;
  ledger::Names owner;  // of the first organisation or office it belongs to
  std::vector<FactEntry> facts;
};

struct RegisterSums {
  std::int64_t count = 0;
  std::map<std::string, std::int64_t> amounts;     // by currency
  std::map<std::string, std::int64_t> quantities;  // by unit
  std::int64_t minutes = 0;
  std::int64_t people = 0;
  std::int64_t votes = 0;
  std::int64_t points = 0;
  std::int64_t credits = 0;
};

struct RegisterReport {
  Stamp stamp;
  RegisterQuestion question;           // with the size it was answered for
  std::vector<RegisterEntry> entries;  // in the order they were opened
  RegisterSums total;
  std::map<std::string, RegisterSums> by_state;
  std::map<std::string, RegisterSums> by_event;  // of the facts
};

ledger::Result<RegisterReport> readRegisterReport(Database& database, RegisterQuestion question);

}  // namespace projections
