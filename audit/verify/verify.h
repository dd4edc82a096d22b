// verify — the whole audit of one export, in the order: checkpoint, entries and root, chain, tiles, earlier
// checkpoints, replay, recount.
//
// Errors   everything wrong is a finding, everything left open is said; nothing is thrown for what an export holds.
// Threads  call it from one thread; it uses up to `threads`.
#pragma once

#include "audit/log/archive.h"
#include "audit/log/note.h"
#include "audit/log/place.h"
#include "audit/log/witness_policy.h"
#include "audit/verify/judged.h"

namespace audit {

class Listener;

struct Request {
  std::optional<VerifierKey> vkey;
  std::optional<Id> ledger;
  std::vector<std::pair<std::string, Buffer>> old_checkpoints;  // name, bytes
  std::optional<Judged> judged;                                 // an earlier checkpoint, and what was judged then
  std::optional<WitnessDemand> witnesses;                       // who has to have cosigned the checkpoint
  bool integrity_only = false;                                  // bytes, chain, root, checkpoint
  unsigned threads = 2;
  Listener* listener = nullptr;  // told of the replay, where there is one; it has to outlive the audit
};

struct Facts {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};
  Id ledger{};
  bool demo = false;
  bool pinned = false;
  std::size_t other_signatures = 0;      // lines of the checkpoint that are of no key given
  std::optional<std::size_t> witnesses;  // whose cosignatures hold, where a policy named some
  std::uint64_t events = 0;
  std::uint64_t signatures = 0;          // of actors that were judged
  std::uint64_t trusted = 0;             // entries, from the first on, whose signatures were judged before
  std::optional<SignedCheckpoint> seen;  // what was judged
  std::optional<VerifierKey> log_key;    // at that size, where the founding says
};

// In seconds; CPU seconds for the replay.
struct Timings {
  double open = 0;
  double entries = 0;
  double replay_cpu = 0;
  double tiles = 0;
  double total = 0;
};

struct Audit {
  Findings findings;
  Facts facts;
  Timings timings;
};

// Into `audit.findings` goes also what opening the archive found.
void verify(const Archive& archive, const Request& request, Audit& audit);
void verifyPath(const Place& place, const Request& request, Audit& audit);

}  // namespace audit
