// Heads — the operator's record of how far every stream has come, from which on an export of one can be proved whole.
//
// Units    UTC milliseconds; civil days at +05:00, as for --as-of.
// Errors   those of keys.h and of the ledger: ROLE_MISSING where the key is not an operator's; kCorrupt LOG_DAMAGED.
// Threads  one.
#pragma once

#include <optional>

#include "tools/asar/command.h"
#include "tools/asar/home.h"

namespace tools {

// Signed with --key, at --signed-at where the command has it; --person names the key's owner, where she is not in it.
ledger::Result<ledger::Receipt> recordHeads(Session& session, const Arguments& arguments, Writing& writing);

// Whether the last entry under that checkpoint binds the heads of all before it.
ledger::Result<bool> endsInHeads(const Reading& reading, const ledger::Checkpoint& checkpoint);

// As many entries are looked through for the newest heads, from the last one back.
inline constexpr ledger::Position kHeadsLookBack = 1 << 16;

struct HeadsStanding {
  std::optional<ledger::Position> index;  // of the newest heads; none among those looked through
  ledger::UtcMs recorded_at = 0;          // of these
  ledger::UtcMs now = 0;                  // what an entry recorded now would bear
  ledger::Position looked = 0;            // entries
  bool last = false;                      // nothing came after them

  std::int64_t hours() const;
  // Entries came since, and on this civil day none were recorded.
  bool areDue() const;
  // An export for which they are recorded anew, although nothing came since: who reads it sees when that was so.
  bool areOld() const;
};
// By --signed-at, where the command has it and the ledger is a demonstration, whose time is what its signers say.
ledger::Result<HeadsStanding> headsStanding(const Session& session, const Arguments& arguments, const Reading& reading);

// With --key, where they are due.
ledger::Result<void> recordDueHeads(Session& session, const Arguments& arguments);

// index, recordedAt, due.
ledger::JsonValue headsJson(const HeadsStanding& standing);
// "at position 120, bound 3 hours ago"
std::string headsText(const Session& session, const HeadsStanding& standing);
// Why they are due, and the command that records them; one line.
std::string dueHeadsText(const Session& session, const HeadsStanding& standing);

}  // namespace tools
