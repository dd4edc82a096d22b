// Witness client — asks the witnesses of a policy to cosign a checkpoint, all at once.
//
// Shape    one POST of the old size, a consistency proof and the note to each; a witness that is at another size says
//          so and is asked again from there. A cosignature is kept only where it verifies. The answers stand in the
//          order of the policy's witnesses; one that has no address, or a key of an unknown kind, is not asked.
// Errors   none: a witness that does not answer or refuses is an answer too, with the reason.
// Threads  called from one; asks in one thread for each witness, so that the slowest decides how long it takes.
//          The view of the log is used by one of them at a time.
// Source   C2SP tlog-witness, tlog-cosignature.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/seal/checkpoint.h"
#include "ledger/seal/witness_policy.h"

namespace ledger {

struct WitnessReply {
  unsigned status = 0;
  std::string body;
};

// How requests travel, with its own time-outs. Used from many threads at once.
class WitnessTransport {
 public:
  virtual ~WitnessTransport() = default;
  // `url` is the whole address of the call.
  virtual Result<WitnessReply> post(const std::string& url, const std::string& body) = 0;
  virtual Result<WitnessReply> get(const std::string& url) = 0;
};

// What is asked of the log, up to the size of the checkpoint.
struct LogView {
  std::function<Result<Digest>(Position size)> root_at;
  std::function<Result<std::vector<Digest>>(Position old_size, Position size)> consistency;
};

enum class WitnessAnswer {
  kCosigned,
  kNotAsked,    // no address, or a key that cannot be verified here
  kSilent,      // no answer in time, or no connection
  kUnknownLog,  // it was never told of this log
  kKeyRefused,  // it knows the log by another key
  kAhead,       // it holds a longer tree
  kOtherTree,   // it says that what it holds is no part of this one
  kUnverified,  // what it answered is no cosignature by its key, or one of the far future
  kRefused,     // anything else
};

struct WitnessStatement {
  std::string name;  // in the policy
  WitnessAnswer answer = WitnessAnswer::kRefused;
  std::string why;                             // for a person; empty where it cosigned
  Position holds = 0;                          // the size it said it has; with kAhead and kOtherTree
  std::optional<Checkpoint> proven = {};       // with kAhead: signed by the log's own key
  std::optional<NoteSignature> cosignature{};  // where it cosigned
  std::uint64_t time = 0;                      // of any cosignature that verified; seconds since 1970, else 0
};

struct WitnessQuestion {
  std::string note;                            // the signed checkpoint
  VerifierKey log;                             // whose it is
  std::map<std::string, Position> known = {};  // by the witness's name: the size it is thought to have, else 0
  std::uint64_t now = 0;                       // seconds since 1970
};

// How far clocks may differ.
inline constexpr std::uint64_t kClockToleranceSeconds = 300;

// Requires a note that openCheckpoint() accepts.
std::vector<WitnessStatement> askWitnesses(const WitnessQuestion& question, const WitnessPolicy& policy,
                                           const LogView& log, WitnessTransport& transport);

// "old N", the proof, a blank line, the note.
std::string addCheckpointBody(Position old_size, const std::vector<Digest>& proof, std::string_view note);
// Under the monitoring prefix: "/<hex of SHA-256 of the origin>/checkpoint".
std::string monitoringPath(std::string_view origin);

// The note with these cosignatures in place of earlier ones by the same keys.
Result<std::string> withCosignatures(std::string_view note, const std::vector<WitnessStatement>& statements);
// The witnesses of the policy that cosigned the note, by their names there, with the moment.
std::map<std::string, std::uint64_t> cosignersOf(std::string_view note, const WitnessPolicy& policy);

}  // namespace ledger
