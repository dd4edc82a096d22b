#include "ledger/rules/giving.h"

#include "ledger/rules/calls.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

Result<void> checkDonor(const SubjectId& donor, DonorKind kind) {
  if (donor.isNone() != (kind == DonorKind::kOrganisation)) return {};
  return refuse("BAD_DONOR", donor.isNone() ? "the donor is an organisation: name it"
                                            : "a donor who is a person or anonymous is not named");
}

ClaimedKey receiptKey(const SubjectId& donation) {
  return {Claimed::kReceipt, donation.text()};
}

}  // namespace

Result<Decision> judge(const State&, const DonationPledge& command, const Context&) {
  ASAR_TRY(checkDonor(command.donor, command.donor_kind));
  return Decision{};
}

void evolve(State& state, const DonationPledge& command, const Context&) {
  state.portions.edit(command.donation) = {command.amount, 0, command.programme};
}

Result<Decision> judge(const State& state, const DonationReceive& command, const Context&) {
  ASAR_TRY(checkDocument(state, command.document_hash));
  const Money& pledged = state.portions.find(command.donation)->whole;
  if (command.amount.currency == pledged.currency) return Decision{};
  return refuse("CURRENCY_MISMATCH", "pledged were " + pledged.text() + ", not " + command.amount.text());
}

void evolve(State& state, const DonationReceive& command, const Context& context) {
  state.portions.edit(command.donation).whole = command.amount;
  claimDocument(state, command.document_hash, command.donation, context);
}

Result<Decision> judge(const State& state, const DonationRecord& command, const Context&) {
  ASAR_TRY(checkDonor(command.donor, command.donor_kind));
  ASAR_TRY(checkDocument(state, command.document_hash));
  return Decision{};
}

void evolve(State& state, const DonationRecord& command, const Context& context) {
  state.portions.edit(command.donation) = {command.amount, 0, command.programme};
  claimDocument(state, command.document_hash, command.donation, context);
}

Result<Decision> judge(const State& state, const GiftReceive& command, const Context&) {
  ASAR_TRY(checkDonor(command.donor, command.donor_kind));
  ASAR_TRY(checkDocument(state, command.document_hash));
  if (command.value.minor < 1) return refuse("AMOUNT_NOT_POSITIVE", command.value.text() + " is not a positive value");
  return Decision{};
}

void evolve(State& state, const GiftReceive& command, const Context& context) {
  claimDocument(state, command.document_hash, command.gift, context);
}

Result<Decision> judge(const State& state, const DonationAllocate& command, const Context&) {
  const Portion& donation = *state.portions.find(command.donation);
  ASAR_TRY(checkPortion(donation, command.amount, "OVER_DONATION", "the donation"));
  const SubjectId& programme = state.projects.find(command.project)->programme;
  if (donation.programme.isNone() || donation.programme == programme) return Decision{};
  return refuse("RESTRICTED", "the donation is for the programme " + donation.programme.text() +
                                  ", and the project belongs to " + programme.text());
}

void evolve(State& state, const DonationAllocate& command, const Context&) {
  state.portions.edit(command.donation).taken += command.amount.minor;
}

Result<Decision> judge(const State& state, const DonationReturn& command, const Context&) {
  const Portion& donation = *state.portions.find(command.donation);
  if (donation.taken == 0) return Decision{};
  return refuse("DONATION_ALLOCATED", Money{donation.taken, donation.whole.currency}.text() +
                                          " of the donation are allocated to projects: it cannot be returned");
}

Result<Decision> judge(const State& state, const DonationReceiptIssue& command, const Context&) {
  if (isClaimed(state, receiptKey(command.donation)))
    return refuse("RECEIPT_TAKEN", "the donation has its receipt already");
  ASAR_TRY(checkDocument(state, command.document_hash));
  return Decision{};
}

void evolve(State& state, const DonationReceiptIssue& command, const Context& context) {
  state.claimed.edit(receiptKey(command.donation)) = command.donation;
  claimDocument(state, command.document_hash, command.donation, context);
}

}  // namespace ledger
