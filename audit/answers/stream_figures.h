// StreamFigures — minutes of a person and money of a grant, counted from the entries of one stream alone.
//
// Shape    takes commands in the order in which they took effect. Whether the rules allowed them is not judged here:
// who
//          holds the whole log does that.
// Units    minutes; minor units of the grant's currency.
// Source   ledger/schema/README.md sections 6 and 7.
#pragma once

#include <span>

#include "audit/answers/shown_entries.h"

namespace audit {

// A command that took effect.
struct ToldCommand {
  schema::Command::Reader command;
  bool imported = false;
  bool voided = false;  // with its batch
};

std::int64_t minutesOf(const Id& person, std::span<const ToldCommand> commands);

struct GrantMoney {
  std::string currency;  // none: no award is among the commands
  Sums sums{};           // awarded, disbursed, spent, returned
};
GrantMoney moneyOf(const Id& grant, std::span<const ToldCommand> commands);

}  // namespace audit
