#include "audit/replay/giving.h"

#include "audit/replay/balance.h"

namespace audit {
namespace {

// Of pledges, donations and gifts.
template <class Command>
Refusal judgeDonor(Command command) {
  const bool organisation = command.getDonorKind() == schema::DonorKind::ORGANISATION;
  if (organisation == command.hasDonor()) return {};
  return {"BAD_DONOR", "a donor is named where it is an organisation, and only there"};
}

Refusal judgeCurrency(const Donation* donation, schema::Money::Reader amount) {
  if (donation == nullptr || stringOf(amount.getCurrency()) == donation->currency) return {};
  return {"CURRENCY_MISMATCH", "the donation is of another currency"};
}

Refusal judgeReceived(const State& state, schema::DonationReceive::Reader command) {
  if (const auto refusal = judgeDocument(state, command.getDocumentHash())) return refusal;
  return judgeCurrency(find(state.donations, idOf(command.getDonation())), command.getAmount());
}

Refusal judgeGift(const State& state, schema::GiftReceive::Reader command) {
  if (const auto refusal = judgeDonor(command)) return refusal;
  if (const auto refusal = judgeDocument(state, command.getDocumentHash())) return refusal;
  return command.getValue().getMinor() > 0 ? Refusal{} : kAmountNotPositive;
}

Refusal judgeAllocation(const State& state, schema::DonationAllocate::Reader command) {
  const Donation* donation = find(state.donations, idOf(command.getDonation()));
  if (donation == nullptr) return kUnknownSubject;
  if (const auto refusal = judgeCurrency(donation, command.getAmount())) return refusal;
  if (donation->allocated + command.getAmount().getMinor() > donation->received)
    return {"OVER_DONATION", "more would be allocated than was received"};
  const Project* project = find(state.projects, idOf(command.getProject()));
  if (donation->programme == Id{} || (project != nullptr && project->programme == donation->programme)) return {};
  return {"RESTRICTED", "the donation is for projects of another programme"};
}

Refusal judgeReceipt(const State& state, schema::DonationReceiptIssue::Reader command) {
  if (const auto refusal = judgeDocument(state, command.getDocumentHash())) return refusal;
  const Donation* donation = find(state.donations, idOf(command.getDonation()));
  if (donation == nullptr || !donation->receipted) return {};
  return {"RECEIPT_TAKEN", "the donation has its receipt already"};
}

// A pledge has received nothing yet.
template <class Command>
void addDonation(State& state, Command command, Sum received) {
  state.donations.try_emplace(idOf(command.getDonation()), Donation{stringOf(command.getAmount().getCurrency()),
                                                                    received, 0, idOf(command.getProgramme()), false});
}

void applyReceived(State& state, schema::DonationReceive::Reader command) {
  if (Donation* donation = find(state.donations, idOf(command.getDonation())))
    donation->received = command.getAmount().getMinor();
}

void claimDocument(State& state, schema::Command::Reader command) {
  if (command.isDonationReceive()) state.documents.insert(fixed<32>(command.getDonationReceive().getDocumentHash()));
  if (command.isDonationRecord()) state.documents.insert(fixed<32>(command.getDonationRecord().getDocumentHash()));
  if (command.isGiftReceive()) state.documents.insert(fixed<32>(command.getGiftReceive().getDocumentHash()));
  if (command.isDonationReceiptIssue())
    state.documents.insert(fixed<32>(command.getDonationReceiptIssue().getDocumentHash()));
}

}  // namespace

Refusal judgeGiving(const State& state, const Case&, schema::Command::Reader command) {
  if (command.isDonationPledge()) return judgeDonor(command.getDonationPledge());
  if (command.isDonationReceive()) return judgeReceived(state, command.getDonationReceive());
  if (command.isDonationRecord()) {
    if (const auto refusal = judgeDonor(command.getDonationRecord())) return refusal;
    return judgeDocument(state, command.getDonationRecord().getDocumentHash());
  }
  if (command.isGiftReceive()) return judgeGift(state, command.getGiftReceive());
  if (command.isDonationAllocate()) return judgeAllocation(state, command.getDonationAllocate());
  if (command.isDonationReturn()) {
    const Donation* donation = find(state.donations, idOf(command.getDonationReturn().getDonation()));
    const bool allocated = donation != nullptr && donation->allocated != 0;
    return allocated ? Refusal{"DONATION_ALLOCATED", "a part of the donation is allocated"} : Refusal{};
  }
  if (command.isDonationReceiptIssue()) return judgeReceipt(state, command.getDonationReceiptIssue());
  return {};
}

void applyGiving(State& state, const Case&, schema::Command::Reader command) {
  claimDocument(state, command);
  if (command.isDonationPledge()) addDonation(state, command.getDonationPledge(), 0);
  if (command.isDonationReceive()) applyReceived(state, command.getDonationReceive());
  if (command.isDonationRecord()) {
    const auto donation = command.getDonationRecord();
    addDonation(state, donation, donation.getAmount().getMinor());
  }
  if (command.isDonationAllocate()) {
    const auto allocation = command.getDonationAllocate();
    if (Donation* donation = find(state.donations, idOf(allocation.getDonation())))
      donation->allocated += allocation.getAmount().getMinor();
  }
  if (command.isDonationReceiptIssue()) {
    const Id id = idOf(command.getDonationReceiptIssue().getDonation());
    if (Donation* donation = find(state.donations, id)) donation->receipted = true;
  }
}

}  // namespace audit
