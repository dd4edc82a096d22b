// Acceptance — what a submission's header must fulfil before its commands are judged.
//
// Source   ledger/schema/README.md section 3.
#pragma once

#include "ledger/sequencer.h"

namespace ledger {

bool isFounding(const CheckedSubmission& submission);
// That it is meant for this ledger.
Result<void> acceptAddress(const State& state, const CheckedSubmission& submission);
UtcMs recordingTime(const State& state, const CheckedSubmission& submission, UtcMs now);
Result<void> acceptHeader(const State& state, const CheckedSubmission& submission, UtcMs recorded_at,
                          const RootAt& root_at);

}  // namespace ledger
