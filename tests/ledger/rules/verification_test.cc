#include "ledger/rules/verification.h"

#include "ledger/rules/credit_facts.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Verification : public RulesWorld {
 protected:
  void verify(const char* when) {
    EXPECT_EQ(send(clerk_, OrganisationVerify{organisation_, "sample-register", sha256(asBytes("extract")), at(when)}),
              "");
  }
};

TEST_F(Verification, HoldsFromTheDayOnWhichTheRegisterWasLookedAt) {
  EXPECT_FALSE(isVerified(state_, organisation_, day("2026-06-15")));
  verify("2026-06-10T23:59:59+05:00");
  EXPECT_FALSE(isVerified(state_, organisation_, day("2026-06-09")));
  EXPECT_TRUE(isVerified(state_, organisation_, day("2026-06-10")));
  EXPECT_TRUE(isVerified(state_, organisation_, day("2026-06-11")));
  EXPECT_FALSE(isVerified(state_, grantee_, day("2026-06-11"))) << "another organisation";
}

TEST_F(Verification, TheFirstDayCountsWhicheverWasRecordedFirst) {
  verify("2026-06-10T10:00:00+05:00");
  verify("2026-06-12T10:00:00+05:00");
  EXPECT_TRUE(isVerified(state_, organisation_, day("2026-06-10")));
  verify("2026-06-08T10:00:00+05:00");
  EXPECT_TRUE(isVerified(state_, organisation_, day("2026-06-08")));
  EXPECT_FALSE(isVerified(state_, organisation_, day("2026-06-07")));
}

TEST_F(Verification, ShowsInWhatCreditIsReckonedFrom) {
  const SubjectId before = attested(60, "2026-06-09T10:00:00+05:00"), after = attested(60);
  EXPECT_TRUE(creditFactOf(state_, after)->unverified);
  verify("2026-06-10T18:00:00+05:00");
  EXPECT_TRUE(creditFactOf(state_, before)->unverified);
  EXPECT_FALSE(creditFactOf(state_, after)->unverified);
}

}  // namespace
}  // namespace ledger
