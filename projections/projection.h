// Projection — one read model: SQL tables that are made from the log and from nothing else.
//
// Shape    a follower calls load() once, fold() for every fact in order, and flush() where its transaction ends.
//          The state is the tables themselves, mirrored in memory (mirrored_table.h): nothing else is kept.
// Errors   fold() returns kCorrupt FACT_WITHOUT_SUBJECT where an entry speaks of what no entry before it made, and
//          SUM_OVERFLOWS.
// Threads  belongs to its follower's thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/values.h"
#include "projections/database.h"

namespace projections {

// A command at the place where it took effect: its own entry, or the entry that endorsed it.
struct Fact {
  ledger::Position index = 0;
  ledger::UtcMs recorded_at = 0;
  const ledger::Command* command = nullptr;
  // Of the command's own entry, wherever the effect is.
  ledger::Position stated = 0;
  ledger::Assurance assurance = ledger::Assurance::kSelf;
  ledger::Visibility visibility = ledger::Visibility::kPrivate;  // of its submission
  ledger::PersonId signer;
  ledger::SubjectId batch;                     // of the import it came with
  const ledger::Decision* decision = nullptr;  // of the entry where the effect is
};

// A table by the name of its view; its first columns are its key.
struct TableShape {
  std::string name;
  std::size_t key_columns = 1;
};

class Projection {
 public:
  virtual ~Projection() = default;
  virtual std::string_view name() const = 0;
  // Raised with every change of tables or fold: the read models are then built anew.
  virtual int version() const = 0;
  // Makes its tables NAME__VERSION and the views NAME over them.
  virtual std::string_view sql() const = 0;
  virtual std::vector<TableShape> tables() const = 0;
  // What an index over them says itself, as views; sorted by its first column, the rows of one come in the order of the
  // others.
  virtual std::vector<TableShape> indexes() const { return {}; }

  virtual ledger::Result<void> load(Database& database) = 0;
  virtual ledger::Result<void> fold(const Fact& fact) = 0;
  virtual ledger::Result<void> flush(Database& database) = 0;
};

inline ledger::Error withoutSubject(const Fact& fact, std::string_view what, const std::string& id) {
  return {ledger::ErrorCode::kCorrupt, "FACT_WITHOUT_SUBJECT",
          "entry " + std::to_string(fact.index) + " speaks of " + std::string(what) + " " + id +
              ", which no entry before it made: check the log with `asar-audit verify`"};
}

inline ledger::Error sumOverflows(const Fact& fact) {
  return {ledger::ErrorCode::kCorrupt, "SUM_OVERFLOWS",
          "with entry " + std::to_string(fact.index) +
              " a sum of money passes what is counted: check the log with `asar-audit verify`"};
}

}  // namespace projections
