// Import judge — whether the ledger would take the commands of a row, found out on a copy of its state.
//
// Shape    a row's commands are judged one after the other; all stay, or none. What an earlier run of the same batch
//          recorded is known by its ids, which only this batch can have, and passes.
// Errors   the ledger's refusals.
// Threads  one.
#pragma once

#include <vector>

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace tools {

class ImportJudge {
 public:
  ImportJudge(ledger::State state, const ledger::PersonId& importer, const ledger::SubjectId& batch, ledger::UtcMs now);

  // Opens the batch; refused where the person may not import, or not from that system.
  ledger::Result<void> begin(const ledger::Digest& source, const ledger::Digest& mapping,
                             const ledger::SubjectId& system);
  ledger::Result<void> take(const std::vector<ledger::Command>& commands);
  std::size_t flagged() const { return flagged_; }

 private:
  ledger::Result<void> takeOne(const ledger::Command& command, bool& known);

  ledger::State state_;
  ledger::Context context_;
  const bool resumed_;  // an earlier run of the batch is in the log
  std::size_t flagged_ = 0;
};

}  // namespace tools
