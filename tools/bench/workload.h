// Workload — signed submissions of 256 commands, or of as many as are asked for, made beforehand, and the founded
// ledger they are for.
//
// Shape    a year of the country made small: of 103 submissions 77 are hours (claims made at a desk, their
// attestations,
//          one of corrections), 25 grant money (expenditures with documents, their verifications, one of refunds) and
//          one registers volunteers. Twenty regions, six directions, a fortnight of activities; one volunteer for 33
//          events, one grant for 800; texts, durations and sums as draws.h says. The founding, which is not counted,
//          has the volunteers, projects, awards, agreements and tranches. Reproducible from its size.
// Errors   what the ledger refuses ends the program: a benchmark of refusals would measure nothing.
// Threads  read by any thread once it is made.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/seal/vkey.h"
#include "tests/support/world.h"

namespace tools {

struct Workload {
  std::unique_ptr<tests::World> world;  // where its people are registered and its grants awarded
  std::vector<ledger::Submission> submissions;
  std::size_t events = 0;
  std::optional<tests::Actor> keeper;  // an operator

  ledger::VerifierKey logKey() const;
  std::string signedNote(ledger::Position size, const ledger::Digest& root) const;
};

constexpr std::size_t kCommandsPerSubmission = 256;
// A submission needs none of the so many before it, but may need any earlier one.
constexpr std::size_t kSubmissionsBetween = 32;

Workload makeWorkload(std::size_t events, std::size_t commands_per_submission = kCommandsPerSubmission);

// Ends the program with the error's sentence.
[[noreturn]] void giveUp(const ledger::Error& error);
template <class T>
T orGiveUp(ledger::Result<T> result) {
  if (!result) giveUp(result.error());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace tools
