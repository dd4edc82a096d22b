// CommandPaths — from the command of an event to the root that its submission was signed for.
//
// Shape    a submission's commands are leaves in the order of their events; the path is that of RFC 6962, the leaf's
//          neighbour first, and empty where the submission has one command.
// Errors   those of the log; kCorrupt LOG_DAMAGED where a submission has fewer events than it says.
// Threads  one. Keeps the submission that was asked for last.
// Source   ledger/schema/README.md sections 3 and 10.
#pragma once

#include <vector>

#include "ledger/event/codec.h"
#include "ledger/event_reader.h"

namespace tools {

class CommandPaths {
 public:
  // `reader` is used as long as this is.
  explicit CommandPaths(ledger::EventReader& reader) : reader_(reader) {}

  ledger::Result<std::vector<ledger::Digest>> of(const ledger::EventBody& event);

 private:
  ledger::Result<void> readSubmission(ledger::Position index);

  ledger::EventReader& reader_;
  ledger::Position submission_ = 0;
  std::vector<ledger::Digest> leaves_;  // of its commands; empty: none was asked for yet
};

}  // namespace tools
