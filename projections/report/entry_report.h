// EntryReport — public entries of the log, the newest first: those that were asked for in words, by kind, or of
// somebody.
//
// Shape    a page of them; what is asked before an entry goes on from there, and comes in one order always. Only facts
// of
//          public kinds in public submissions are here: nothing of hours, and of no person.
// Units    minor units of a currency; minutes.
// Errors   those of askedWords; kNotFound KIND_UNKNOWN, KIND_NOT_PUBLIC; kInvalid BAD_LIMIT; those of the stamp and the
//          database.
// Missing  what an entry says in a document, of which the log holds the hash alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/report/query.h"
#include "projections/report/register_report.h"

namespace projections {

struct EntryQuestion {
  std::string find;
  std::string kind;              // of its command, or its event; empty: any
  ledger::SubjectId of;          // that it is about, or to which what it is about belongs; none: of everybody
  std::optional<Period> period;  // occurred on these days
  ledger::Position before = 0;   // entries before this index; 0: from the newest on
  std::uint64_t limit = kPage;   // 1 to kLimitMost

  static constexpr std::uint64_t kPage = 100;
  static constexpr std::uint64_t kLimitMost = 10'000;
};

// What was recorded later about the same thing, and took it back or changed it.
struct EntryChange {
  ledger::Position index = 0;
  std::string event;
};

struct PublicEntry {
  FactEntry said;
  SubjectRow subject;                // that it is about; an empty row where it is the ledger
  NamedId owner;                     // the organisation or office that this belongs to
  std::vector<EntryChange> changes;  // in the order of the log
};

struct EntryReport {
  Stamp stamp;
  EntryQuestion question;
  std::vector<PublicEntry> entries;
  ledger::Position next = 0;  // what to ask before for the page that follows; 0: this is the last one
};

ledger::Result<EntryReport> readEntryReport(Database& database, EntryQuestion question);

}  // namespace projections
