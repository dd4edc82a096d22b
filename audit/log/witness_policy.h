// WitnessPolicy — which witnesses have to have cosigned a checkpoint before it is believed.
//
// Shape    logs, witnesses, groups of k of n, one quorum; a line names only what stands above it.
// Errors   a text that is no such policy has none, and says why and in which line.
// Source   C2SP tlog-policy.
#pragma once

#include <map>
#include <set>

#include "audit/base/finding.h"
#include "audit/log/cosignature.h"
#include "audit/log/log_keys.h"

namespace audit {

inline constexpr std::uint64_t kPolicyBytesMax = 1U << 20U;

struct WitnessGroup {
  std::uint64_t needed = 0;
  std::vector<std::string> members;  // witnesses and other groups
};

struct WitnessPolicy {
  std::vector<VerifierKey> logs;                 // none: of any log
  std::map<std::string, WitnessKey> witnesses;   // by their names in the policy
  std::map<std::string, std::string> addresses;  // of those that have one
  std::map<std::string, WitnessGroup> groups;
  std::optional<std::string> quorum;  // of a witness or group; nothing for "none"

  bool isMetBy(const std::set<std::string>& cosigners) const;
  // The key of that log here: that which signed the note, where there are several.
  std::optional<VerifierKey> logOf(const Note& note, std::string_view origin) const;
};

struct PolicyRead {
  std::optional<WitnessPolicy> policy;
  std::string why;  // where there is none
};
PolicyRead readPolicy(std::string_view text);

// A policy, and the time of who asks: a cosignature of a later one counts for nothing. In seconds since 1970.
struct WitnessDemand {
  WitnessPolicy policy;
  std::uint64_t not_after = 0;
};

// The names of those whose cosignatures hold; too few of them, a line that does not hold, and a policy that is for
// other logs are findings. `name` is what the sentences call the note.
std::set<std::string> judgeQuorum(const Note& note, const WitnessDemand& demand, const std::string& name,
                                  Findings& findings);
// A policy that names logs is for these alone, by any key that is theirs or was.
void judgePolicyLog(const WitnessPolicy& policy, const LogKeys& log, Findings& findings);
void judgePolicyLog(const WitnessPolicy& policy, const VerifierKey& log, Findings& findings);

}  // namespace audit
