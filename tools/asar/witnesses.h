// Witnesses — asking those who watch this log, before it signs and after.
//
// Shape    the policy is that of --witness-policy, else the file witnesses.policy in the ledger's folder; likewise
//          --witness-ca and witnesses.pem, the authorities their TLS certificates are believed by. Where there is
//          no policy nobody is asked. First they are asked about the last checkpoint that was signed: what they answer
//          decides whether anything new may be signed. Then about the new one: what they cosign goes into its note.
// Errors   those of ledger/seal/witness_policy.h and witness_check.h; kInvalid POLICY_OTHER_LOG.
// Threads  one; each witness is asked in a thread of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/seal/witness_check.h"
#include "tools/asar/home.h"
#include "tools/asar/keys.h"

namespace tools {

class Witnesses {
 public:
  // None where there is no policy.
  static ledger::Result<std::optional<Witnesses>> of(const Session& session, const Arguments& arguments);

  const ledger::WitnessPolicy& policy() const { return policy_; }
  // The policy may name the logs it is for: then this one has to be among them.
  ledger::Result<void> areFor(const ledger::VerifierKey& log) const;
  std::vector<ledger::WitnessStatement> ask(const ledger::WitnessQuestion& question, const ledger::LogView& log) const;

 private:
  ledger::WitnessPolicy policy_;
  std::shared_ptr<ledger::WitnessTransport> transport_;
};

// What the world may know already: the last checkpoint that was signed or published.
struct LastSigned {
  ledger::Checkpoint checkpoint;
  std::string note;
  bool published = false;                         // there is a published one
  std::map<std::string, ledger::Position> known;  // sizes that witnesses cosigned, by name
};
ledger::Result<LastSigned> lastSigned(const Session& session, const Founding& founding, const LogSigners& signers,
                                      const Witnesses& witnesses);

struct Witnessed {
  Published published;  // its note holds the cosignatures
  std::vector<ledger::WitnessStatement> statements;
};

// Signs, has it witnessed, publishes: the lock of the ledger is held only while it signs and while it publishes, so
// that a witness who does not answer keeps nobody from writing.
ledger::Result<Witnessed> createWitnessed(const Session& session, const Arguments& arguments,
                                          const Witnesses& witnesses);
// publishCheckpoint() for a command that goes on: `writing` is open afterwards. While witnesses were asked others may
// have recorded more.
ledger::Result<Published> publishAndGoOn(const Session& session, const Arguments& arguments, Writing& writing);

// How many witnesses of the policy that applies cosigned this note; 0 where there is no policy.
ledger::Result<std::uint64_t> cosignersIn(const Session& session, const Arguments& arguments, const std::string& note);

// Adds who cosigned, who did not and why, and whether the quorum is met.
void describeWitnesses(Session& session, const Witnesses& witnesses, const Witnessed& witnessed, Answer& answer);

}  // namespace tools
