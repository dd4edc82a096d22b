// Openings — the values that travel with a submission, each fitted to the commitment it opens.
//
// Shape    an opening fits where a command of the submission commits to it, tag and hash agree, and the value is one
//          of its field. An age band is that of the day of birth sent along; one that is said to come from the vault
//          comes with what proves it.
// Errors   kRefused OPENING_UNKNOWN, OPENING_TWICE, COMMITMENT_MISMATCH, AGE_UNPROVED, AGE_DIFFERS; those of
//          vault/field.h. None holds a value.
// Threads  pure functions.
// Source   ledger/schema/README.md section 2, "Personal values".
#pragma once

#include <vector>

#include "ledger/seal/envelope.h"
#include "ledger/vault/commitment.h"

namespace ledger {

Result<std::vector<PersonalValue>> fitOpenings(const CheckedSubmission& submission);

AgeBand ageBandOf(CivilDay born, CivilDay today);

}  // namespace ledger
