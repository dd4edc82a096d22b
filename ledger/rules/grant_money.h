// Grant money — what every money command of a grant asks: is it open, who may, is there enough, is there room.
//
// Units    minor units of the grant's currency; UTC milliseconds.
// Source   ledger/schema/README.md section 6, "Grants".
#pragma once

#include <span>

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// The grant, where it takes money commands now: NO_AGREEMENT, GRANT_CLOSED, CURRENCY_MISMATCH, AMOUNT_NOT_POSITIVE.
Result<const GrantRecord*> activeGrant(const State& state, const SubjectId& grant);
Result<void> checkAmount(const GrantRecord& grant, const Money& amount);
std::string amountText(std::int64_t minor, const GrantRecord& grant);
// What the grantee holds of the grant now.
std::int64_t onHand(const GrantSums& sums);
// Whether money on hand stays at or above zero, at every point, with these movements added and those of the indexes
// `removed`, which ascend, taken away.
Result<void> checkMovements(const GrantRecord& grant, std::vector<Movement> added,
                            std::span<const Position> removed = {});
void addMovement(GrantRecord& grant, const Movement& movement);
Result<void> checkNotBefore(const Instant& at, UtcMs original);
// Who pays, takes back or receives has approved no tranche and checked no expenditure of the grant.
Result<void> checkPayer(const GrantRecord& grant, const Context& context);
// Of a grant of this ledger's own only spending is imported: its decisions and payments are its persons' own.
Result<void> checkOwnDecision(const GrantRecord& grant, const Context& context);
// Whether what the grant has taken in of this kind may grow by the amount.
Result<void> checkRoom(const GrantRecord& grant, std::int64_t taken_in, const Money& amount);
void addPerson(std::vector<PersonId>& persons, const PersonId& person);
// Notes that an entry touched the grant: a batch is not voided under later entries of others.
GrantRecord& touch(State& state, const SubjectId& grant, const Context& context);
// Texts and hashes that may be taken once; those of a voided batch are free again.
bool isClaimed(const State& state, const ClaimedKey& key);
void claim(State& state, const ClaimedKey& key, const SubjectId& owner, const Context& context);
// One document supports one thing in the whole ledger: DOCUMENT_TAKEN.
Result<void> checkDocument(const State& state, const Digest& document);
void claimDocument(State& state, const Digest& document, const SubjectId& owner, const Context& context);
bool contains(const std::vector<PersonId>& persons, const PersonId& person);

}  // namespace ledger
