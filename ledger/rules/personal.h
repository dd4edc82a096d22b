// Personal data, as far as the log speaks of it: which values stand, that a person's were destroyed, and who had read
// how much of them.
//
// Errors   WRONG_STATE, IN_FUTURE; of corrections NO_CHANGE, FIELD_OF_AGE, DOCUMENT_MISSING, SAME_PERSON.
// Source   ledger/schema/README.md section 6, "Personal data" and "Corrections".
#pragma once

#include <span>

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whether the value behind this commitment of the person is one that is to be kept.
bool stands(const State& state, const PersonId& person, std::uint16_t tag, const Digest& commitment);
// It names a day of birth.
bool showsAge(const Commitment& commitment);
// Commitments that take the place of earlier ones: the person was not erased.
Result<void> checkReplacing(const State& state, const PersonId& person, std::span<const Commitment> commitments);
// These stand from now on, and no others of their tags.
void replaceValues(State& state, const PersonId& person, std::span<const Commitment> commitments);

Result<Decision> judge(const State& state, const PersonCorrect& command, const Context& context);
Result<Decision> judge(const State& state, const PersonErase& command, const Context& context);
Result<Decision> judge(const State& state, const VaultAccessHash& command, const Context& context);

void evolve(State& state, const PersonCorrect& command, const Context& context);
void evolve(State& state, const PersonErase& command, const Context& context);
void evolve(State& state, const VaultAccessHash& command, const Context& context);

}  // namespace ledger
