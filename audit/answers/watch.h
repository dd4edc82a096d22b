// watch — one look at a ledger, its witnesses and its mirrors: does everybody see one log that only grows?
//
// Shape    the checkpoint of each is read and its signature judged. Whatever two of them, or one of them and what was
//          trusted before, contradict each other in is a split view, and its proof is written. What shows less than was
//          seen of it before, or less than a witness or mirror holds, is a rollback. Hash tiles alone are read, and
//          count only where they lead to a signed root; rules and figures are for `verify`. Under a policy the log and
//          each mirror have to show the quorum of cosignatures, as for `verify`.
//          The trust store keeps what was in order: of the log as `verify` does, of the others below `watched/`. A file
//          there is replaced only when its log has grown, so its time is that of the last growth seen.
// Units    entries; seconds.
// Errors   what is wrong is a finding, and what could not be asked is left open; each is an alarm too.
// Threads  single-thread.
#pragma once

#include "audit/answers/answer.h"
#include "audit/answers/trust_store.h"
#include "audit/log/place.h"
#include "audit/log/witness_policy.h"

namespace audit {

enum class Alarm {
  kRollback,
  kSplitView,
  kBadSignature,
  kNoQuorum,
  kDamaged,
  kStale,
  kUnreachable,
};
inline constexpr std::array<Alarm, 7> kAlarms{Alarm::kRollback,   Alarm::kSplitView, Alarm::kBadSignature,
                                              Alarm::kNoQuorum,   Alarm::kDamaged,   Alarm::kStale,
                                              Alarm::kUnreachable};
// "rollback", "split_view" …
std::string_view nameOf(Alarm alarm);

enum class WatchedRole { kLog, kMirror, kWitness };
std::string_view nameOf(WatchedRole role);  // "log", "mirror", "witness"

// Nothing is shown to be wrong, but a person must look.
inline constexpr int kExitStale = 3;

struct WatchedWitness {
  WitnessKey key;
  Place place;
};

struct WatchQuestion {
  Place log;
  std::vector<Place> mirrors;
  std::vector<WatchedWitness> witnesses;
  std::optional<WitnessPolicy> policy;
  VerifierKey vkey;
  std::filesystem::path store;
  std::filesystem::path proofs;     // a folder for proofs of equivocation
  std::int64_t age_max_s = 90'000;  // 25 hours: an hour more than the daily heads take
  std::int64_t pause_ms = 1'000;    // before the log is read again, where it seems to be behind
};

// One that was looked at.
struct Watched {
  WatchedRole role = WatchedRole::kLog;
  std::string name;
  std::optional<std::uint64_t> size;  // nullopt: no checkpoint could be read, or it is not sealed
  Hash root{};
  bool sealed = true;                        // false: one was read, and a signature on it does not hold
  std::optional<std::uint64_t> cosigned_at;  // of a witness
  std::optional<std::size_t> cosignatures;   // of the policy's witnesses that hold, on what the log or a mirror shows
  std::int64_t grew_ago_s = 0;               // since it was last seen to grow
};

struct RaisedAlarm {
  Alarm alarm = Alarm::kRollback;
  std::string name;      // of whom
  std::string sentence;  // in English
};

struct WatchRound {
  std::int64_t at_s = 0;  // since 1970
  std::string origin;
  std::vector<Watched> watched;  // the log first
  std::vector<RaisedAlarm> alarms;
  std::vector<std::string> proofs;  // files that prove a split view
  std::optional<std::uint64_t> trusted_size;
  Findings findings;

  bool raised(Alarm alarm) const;
  std::string verdict() const;  // "STALE" where nothing else is to be told
  int exitCode() const;
};

WatchRound watchOnce(const WatchQuestion& question, std::int64_t now_s);

}  // namespace audit
