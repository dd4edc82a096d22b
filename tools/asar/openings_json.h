// Openings as people write them: {"field":"iin","value":"…"} beside the fields of a command.
//
// Shape    the field by its name or "tag" by its number; "salt" (64 hex digits) is drawn where it is left out, and the
//          command then commits to what was drawn. Names are brought into Unicode NFC.
// Errors   kInvalid OPENING_SHAPE, those of ledger/vault/field.h; kRefused OPENING_UNKNOWN where the command holds no
//          commitments. None holds a value.
// Threads  pure functions but for `random`.
#pragma once

#include <vector>

#include "ledger/base/clock.h"
#include "ledger/event/json_value.h"
#include "ledger/event/values.h"

namespace tools {

struct TakenOpenings {
  std::vector<ledger::Opening> openings;
  bool drawn = false;  // a salt
};

// Takes the field "openings" out of the command's object.
ledger::Result<TakenOpenings> takeOpenings(ledger::JsonValue& command, ledger::Random& random);
// Those of a command that commits to personal values; null of any other. Valid until the body is copied or edited.
std::vector<ledger::Commitment>* commitmentsIn(ledger::CommandBody& body);
// Adds the commitments that the command does not hold yet.
ledger::Result<void> commitTo(const std::vector<ledger::Opening>& openings, ledger::Command& command);

}  // namespace tools
