#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Giving : public RulesWorld {
 protected:
  Digest document() { return sha256(asBytes("document " + std::to_string(++documents_))); }
  DonationRecord donation(const SubjectId& restriction = {}) {
    return {id(), organisation_, {}, DonorKind::kAnonymous, tenge(1'000), restriction, "PAY-1", document(), kEarlier};
  }
  DonationAllocate allocation(const SubjectId& donation, std::int64_t minor) {
    return {id(), project_, donation, tenge(minor), kLater};
  }

 private:
  int documents_ = 0;
};

TEST_F(Giving, ADonorIsNamedWhereItIsAnOrganisation) {
  DonationPledge pledge{id(), organisation_, {}, DonorKind::kOrganisation, tenge(1), {}, day("2026-12-31"), kEarlier};
  EXPECT_EQ(send(officer_, pledge), "BAD_DONOR");
  pledge.donor = id();
  EXPECT_EQ(send(officer_, pledge), "UNKNOWN_SUBJECT");
  pledge.donor = fund_;
  pledge.donor_kind = DonorKind::kPerson;
  EXPECT_EQ(send(officer_, pledge), "BAD_DONOR");
  pledge.donor_kind = DonorKind::kOrganisation;
  EXPECT_EQ(send(officer_, pledge), "");
}

TEST_F(Giving, APledgeIsKeptOnceInItsCurrency) {
  const SubjectId given = id();
  ASSERT_EQ(
      send(officer_,
           DonationPledge{
               given, organisation_, fund_, DonorKind::kOrganisation, tenge(1'000), {}, day("2026-12-31"), kEarlier}),
      "");
  EXPECT_EQ(send(officer_, allocation(given, 1)), "WRONG_STATE");
  DonationReceive arrived{given, "PAY-1", document(), {900, *Currency::parse("USD")}, kLater};
  EXPECT_EQ(send(officer_, arrived), "CURRENCY_MISMATCH");
  arrived.amount = tenge(900);
  ASSERT_EQ(send(officer_, arrived), "");
  EXPECT_EQ(send(officer_, arrived), "WRONG_STATE");
  EXPECT_EQ(send(officer_, allocation(given, 901)), "OVER_DONATION");
  EXPECT_EQ(send(officer_, allocation(given, 900)), "");
}

TEST_F(Giving, AllocationsNeverPassWhatWasGiven) {
  const DonationRecord given = donation();
  ASSERT_EQ(send(officer_, given), "");
  EXPECT_EQ(send(officer_, allocation(given.donation, 600)), "");
  EXPECT_EQ(send(officer_, allocation(given.donation, 401)), "OVER_DONATION");
  EXPECT_EQ(send(officer_, DonationReturn{given.donation, "PAY-2", kLater}), "DONATION_ALLOCATED");
  EXPECT_EQ(send(officer_, allocation(given.donation, 400)), "");
  EXPECT_EQ(send(grantees_officer_, allocation(given.donation, 1)), "ROLE_MISSING");
}

TEST_F(Giving, ARestrictedDonationGoesToItsProgramme) {
  const SubjectId other = id();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, ProgrammeDefine{other, office_, "umit", {"к", "о", "o"}}), "");
  const DonationRecord elsewhere = donation(other), here = donation(programme_);
  ASSERT_EQ(send(officer_, elsewhere), "");
  ASSERT_EQ(send(officer_, here), "");
  EXPECT_EQ(send(officer_, allocation(elsewhere.donation, 1)), "RESTRICTED");
  EXPECT_EQ(send(officer_, allocation(here.donation, 1)), "");
  EXPECT_EQ(send(officer_, DonationReturn{elsewhere.donation, "PAY-2", kLater}), "");
}

TEST_F(Giving, ADocumentSupportsOneThingInTheWholeLedger) {
  const DonationRecord given = donation();
  ASSERT_EQ(send(officer_, given), "");
  DonationRecord again = donation();
  again.document_hash = given.document_hash;
  EXPECT_EQ(send(officer_, again), "DOCUMENT_TAKEN");
  GiftReceive gift{id(),
                   organisation_,
                   {},
                   DonorKind::kPerson,
                   "coats",
                   12,
                   tenge(0),
                   ValuationMethod::kMarketPrice,
                   given.document_hash,
                   kLater};
  EXPECT_EQ(send(officer_, gift), "DOCUMENT_TAKEN");
  gift.document_hash = document();
  EXPECT_EQ(send(officer_, gift), "AMOUNT_NOT_POSITIVE");
  gift.value = tenge(1);
  EXPECT_EQ(send(officer_, gift), "");
}

TEST_F(Giving, ADonationHasOneReceipt) {
  const DonationRecord given = donation();
  ASSERT_EQ(send(officer_, given), "");
  ASSERT_EQ(send(officer_, DonationReceiptIssue{given.donation, "R-1", document(), kLater}), "");
  EXPECT_EQ(send(officer_, DonationReceiptIssue{given.donation, "R-2", document(), kLater}), "RECEIPT_TAKEN");
}

}  // namespace
}  // namespace ledger
