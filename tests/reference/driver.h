// Driver — plays a random history to the ledger's rules and to the reference model, and compares after every command.
//
// Shape    compared are: taken or refused, and by which name; effect, flags and policy; standing minutes per person and
//          day; the figures of every grant and line; that nothing is lost or made on the way; and that the state folded
//          from the taken events of a prefix, and then the rest, is the state that stands.
// Threads  one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "tests/reference/history.h"

namespace reference {

// What the histories reached, so that tame ones are noticed.
struct Tally {
  std::map<std::string, int> taken;    // by command
  std::map<std::string, int> refused;  // by name
  int commands = 0;
};

// One history, judged by one version of the rules.
struct Plan {
  std::uint64_t seed = 0;
  std::uint16_t rules = 0;
  Fault fault = Fault::kNone;
};

// The first difference, with the history that led to it; none where both agree.
std::optional<std::string> play(const Stage& stage, const Plan& plan, Tally& tally);

}  // namespace reference
