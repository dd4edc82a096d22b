// WitnessPolicy — whose cosignatures make a checkpoint believable, from a tlog-policy file.
//
// Shape    logs, witnesses, groups of k of n, and one quorum; a group names only what stands above it.
// Errors   kInvalid BAD_POLICY with the number of the line and what to write there.
// Threads  a value type.
// Source   C2SP tlog-policy.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/seal/vkey.h"

namespace ledger {

struct PolicyLog {
  VerifierKey key;
  std::string url;  // empty where none is given
};

struct PolicyWitness {
  std::string name;  // within this file; opaque bytes
  VerifierKey key;   // of a kind that cannot be verified here: type kMlDsaCosignature
  std::string url;   // submission prefix; empty where none is given
};

struct PolicyGroup {
  std::string name;
  std::size_t needed = 0;            // of the members
  std::vector<std::string> members;  // witnesses and groups above
};

struct WitnessPolicy {
  std::vector<PolicyLog> logs;
  std::vector<PolicyWitness> witnesses;
  std::vector<PolicyGroup> groups;
  std::string quorum;  // the name of a witness or group; empty for "none"

  // Whether these witnesses, by their names, are enough.
  bool isMetBy(const std::set<std::string>& cosigners) const;
};

Result<WitnessPolicy> parseWitnessPolicy(std::string_view text);

}  // namespace ledger
