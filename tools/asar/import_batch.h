// Import batch — a source read through a mapping: commands judged row by row, rejects, totals, parts to submit.
//
// Shape    the batch id follows from the hashes of source and mapping and from what was set, so that the same import
//          is the same batch. Each row's commands are taken together or rejected together. Parts are of one class,
//          public before scoped before private, each opening with importRecord; the same input gives the same parts.
// Errors   kInvalid of the source and the mapping; rows that do not fit are rejects, never errors.
// Threads  one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/event/values.h"
#include "ledger/rules/state.h"
#include "tools/asar/import_values.h"

namespace tools {

struct ImportInput {
  ImportMapping mapping;
  std::string source;                                   // its bytes
  std::map<std::string, std::string, std::less<>> set;  // --set NAME=VALUE
  ledger::SubjectId batch;                              // none: derived
  ledger::SubjectId system{};                           // that the source came from; none where that is not said
};

struct Reject {
  std::size_t row = 0;
  std::string reason;
  std::string message;
  std::string raw;
};

struct KindTotal {
  std::uint64_t commands = 0;
  std::int64_t minutes = 0;
  std::uint64_t people = 0;
  std::map<std::string, std::int64_t> money;  // minor units by currency
};

struct ImportPart {
  ledger::Visibility visibility = ledger::Visibility::kPublic;
  std::vector<ledger::Command> commands;  // the first is importRecord
};

struct Conversion {
  ledger::SubjectId batch;
  std::size_t rows = 0;
  std::size_t flagged = 0;  // commands that a policy flags
  std::vector<Reject> rejects;
  std::map<std::string, KindTotal> totals;        // by the name of the command
  std::map<std::string, std::uint64_t> unmapped;  // columns that no rule reads, with the values they hold
  std::map<std::string, std::int64_t> reported;
  std::vector<ImportPart> parts;
  std::uint32_t recorded_parts = 0;  // of an earlier run: not to be submitted again
  bool voided = false;
};

// The batch that this import is.
ledger::SubjectId batchOf(const ImportInput& input);
// The rows of its source, columns under the names of the mapping.
ledger::Result<std::vector<ImportRow>> rowsOf(const ImportInput& input);

// `state` is a copy to be judged on; the ledger itself does not change.
ledger::Result<Conversion> convert(const ImportInput& input, ledger::State state, const ledger::PersonId& importer,
                                   ledger::UtcMs now, ledger::Random& random);

// One row of {row, reason, message, row's text} for each reject, as CSV.
std::string rejectsCsv(const std::vector<Reject>& rejects);
ledger::JsonValue summaryJson(const Conversion& conversion);

}  // namespace tools
