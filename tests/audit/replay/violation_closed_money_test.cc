// Gifts and money of days in a closed period that are moved by one person alone, put into the log although the front
// door leaves them proposals. Each forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/call_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPublic = Visibility::kPublic;
constexpr std::int64_t kDay = 1440;
const Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

class ViolationOfClosedMoney : public ::testing::Test {
 protected:
  void close(const SubjectId& organisation, const Actor& officer, CivilDay day) {
    w.say(officer, PeriodClose{w.subject(), organisation, day, day, w.digest(), w.now()}, kPublic);
  }
  std::string alone(const Actor& actor, const CommandBody& body, std::uint16_t rules = kRulesVersion) {
    return w.broken(actor, {body, kPublic, Assurance::kSelf, {rules}});
  }
  std::string together(const Actor& actor, const CommandBody& body, const Actor& second) {
    return w.brokenEndorsement(actor, {body, kPublic, Assurance::kSelf, kProposed}, second);
  }

  CallWorld w;
  Actor second_officer = w.holding(Role::kOfficer, w.grantee);
};

TEST_F(ViolationOfClosedMoney, DonationsAreAllocatedAndReturnedByTwo) {
  SubjectId donations[2];
  for (SubjectId& made : donations) {
    made = w.subject();
    w.say(*w.officer,
          DonationRecord{made, w.grantee, {}, DonorKind::kAnonymous, tenge(10), {}, "P", w.digest(), w.now()}, kPublic);
  }
  const Instant at = w.now();
  w.wait(kDay);
  const auto moves = [&](const Instant& when) {
    return std::vector<CommandBody>{DonationAllocate{w.subject(), w.project, donations[0], tenge(5), when},
                                    DonationReturn{donations[1], "P", when}};
  };
  for (const CommandBody& body : moves(at)) EXPECT_EQ(alone(*w.officer, body), "");
  close(w.grantee, *w.officer, at.civilDay());
  for (const CommandBody& body : moves(at)) {
    EXPECT_EQ(alone(*w.officer, body), only("DECISION_DIFFERS"));
    EXPECT_EQ(together(*w.officer, body, second_officer), "");
    EXPECT_EQ(together(*w.officer, body, *w.clerk), only("ROLE_MISSING"));
  }
  for (const CommandBody& body : moves(w.now())) EXPECT_EQ(alone(*w.officer, body), "");
}

TEST_F(ViolationOfClosedMoney, SoIsWhatIsDisallowedOrReceived) {
  const SubjectId grant = w.granted();
  w.approve(grant);
  w.pay(grant);
  const ExpenditureRecord spent = w.spending(grant, 10);
  w.say(*w.officer, spent, kPublic);
  const SubjectId refund = w.subject();
  w.say(*w.officer, RefundSend{grant, refund, tenge(5), "R", w.now()}, kPublic);
  const Actor second_verifier = w.holding(Role::kVerifier, w.funder);
  const Actor second_payer = w.holding(Role::kPayer, w.funder);
  const Actor funder_officer = w.holding(Role::kOfficer, w.funder);
  const Instant at = w.now();
  w.wait(kDay);
  const auto disallowing = [&](const Instant& when) {
    return ExpenditureDisallow{grant, spent.expenditure, tenge(1), ExpenditureReason::kOther, when};
  };
  const auto receiving = [&](const Instant& when) { return RefundReceive{grant, refund, tenge(5), when}; };
  // A day of the funder's is of no account here.
  close(w.funder, funder_officer, at.civilDay());
  EXPECT_EQ(alone(*w.verifier, disallowing(at)), "");
  EXPECT_EQ(alone(*w.payer, receiving(at)), "");
  close(w.grantee, *w.officer, at.civilDay());
  EXPECT_EQ(alone(*w.verifier, disallowing(at)), only("DECISION_DIFFERS"));
  EXPECT_EQ(together(*w.verifier, disallowing(at), second_verifier), "");
  EXPECT_EQ(together(*w.verifier, disallowing(at), second_officer),
            only("ROLE_MISSING") + only("CONFLICT_OF_INTEREST"));
  EXPECT_EQ(together(*w.verifier, disallowing(at), *w.clerk), only("ROLE_MISSING"));
  EXPECT_EQ(alone(*w.payer, receiving(at)), only("DECISION_DIFFERS"));
  EXPECT_EQ(together(*w.payer, receiving(at), second_payer), "");
  EXPECT_EQ(together(*w.payer, receiving(at), *w.clerk), only("ROLE_MISSING"));
  // The day is that on which it is disallowed, not that on which it was spent.
  EXPECT_EQ(alone(*w.verifier, disallowing(w.now())), "");
  EXPECT_EQ(alone(*w.payer, receiving(w.now())), "");
}

// Who scored the application stands by no more than she checks.
TEST_F(ViolationOfClosedMoney, AScorerIsNoSecondPersonOfACheck) {
  const Actor expert = w.enrol();
  const SubjectId grant = w.granted(w.decided(expert));
  w.approve(grant);
  w.pay(grant);
  const ExpenditureRecord spent = w.spending(grant, 10);
  w.say(*w.officer, spent, kPublic);
  w.give(expert, Role::kVerifier, w.funder);
  const Instant at = w.now();
  w.wait(kDay);
  close(w.grantee, *w.officer, at.civilDay());
  const ExpenditureDisallow body{grant, spent.expenditure, tenge(1), ExpenditureReason::kOther, at};
  EXPECT_EQ(together(*w.verifier, body, expert), only("SCORER_VERIFIES"));
}

}  // namespace
}  // namespace audit::tests
