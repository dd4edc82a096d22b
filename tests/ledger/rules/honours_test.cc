#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Honours : public RulesWorld {
 protected:
  Honours() { EXPECT_EQ(send(clerk_, round(round_)), ""); }
  RoundOpen round(const SubjectId& made) {
    return {made, distinction_, office_, day("2026-06-10"), day("2026-06-10"), kEarlier};
  }
  SubjectId nominated(const char* distinction = "volunteer-of-the-year", Instant when = kEarlier) {
    const SubjectId award = id();
    EXPECT_EQ(sendOn(when.text().c_str(), officer_, AwardNominate{award, volunteer_, organisation_, distinction, when}),
              "");
    return award;
  }
  const Digest paper_ = sha256(asBytes("paper"));
  const SubjectId distinction_ = define("volunteer-of-the-year"), round_ = id();
};

TEST_F(Honours, ANominationPassesTheRoundItBelongsTo) {
  const SubjectId award = nominated();
  define("another");
  EXPECT_EQ(send(clerk_, VoteTally{award, round_, 10, paper_, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(clerk_, NominationAdmit{nominated("another"), round_, paper_, kLater}), "OTHER_DISTINCTION");
  EXPECT_EQ(send(clerk_, NominationAdmit{nominated("volunteer-of-the-year", kLater), round_, paper_, kLater}),
            "OUTSIDE_ROUND");
  ASSERT_EQ(send(clerk_, NominationAdmit{award, round_, paper_, kLater}), "");
  const SubjectId second_round = id();
  ASSERT_EQ(send(clerk_, round(second_round)), "");
  EXPECT_EQ(send(clerk_, VoteTally{award, second_round, 10, paper_, kLater}), "OTHER_ROUND");
  EXPECT_EQ(send(clerk_, VoteTally{award, round_, -1, paper_, kLater}), "COUNT_ZERO");
  ASSERT_EQ(send(clerk_, VoteTally{award, round_, 0, paper_, kLater}), "");
  ASSERT_EQ(send(clerk_, CommissionScore{award, round_, 95, paper_, kLater}), "");
  EXPECT_EQ(send(clerk_, VoteTally{award, round_, 11, paper_, kLater}), "WRONG_STATE");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, AwardConfer{award, "ACT-9", kLater}), "");
  EXPECT_EQ(send(clerk_, CommissionScore{award, round_, 96, paper_, kLater}), "WRONG_STATE");
}

TEST_F(Honours, ANominationIsRecordedOnTheDaysOfTheRound) {
  const auto admit = [&](const char* said, const char* recorded) {
    const SubjectId award = id();
    const AwardNominate nomination{award, volunteer_, organisation_, "volunteer-of-the-year", at(said)};
    EXPECT_EQ(sendOn(recorded, officer_, nomination), "");
    return send(clerk_, NominationAdmit{award, round_, paper_, kLater});
  };
  EXPECT_EQ(admit("2026-06-10T23:59:59+05:00", "2026-06-11T00:00:00+05:00"), "OUTSIDE_ROUND");
  EXPECT_EQ(admit("2026-06-10T23:59:59+05:00", "2026-06-10T23:59:59+05:00"), "");
  EXPECT_EQ(admit("2026-06-10T00:00:30+05:00", "2026-06-09T23:59:59+05:00"), "OUTSIDE_ROUND") << "by a fast clock";
  EXPECT_EQ(admit("2026-06-11T00:00:30+05:00", "2026-06-10T23:59:59+05:00"), "OUTSIDE_ROUND") << "both days count";
  rules_ = 2;
  EXPECT_EQ(admit("2026-06-10T23:59:59+05:00", "2026-06-11T00:00:00+05:00"), "");
}

TEST_F(Honours, ANomineeNeitherAdmitsNorTalliesNorScoresTheNomination) {
  const PersonId nominee = newPerson(Role::kClerk, office_);
  const SubjectId award = id();
  ASSERT_EQ(sendOn("2026-06-10T10:00:00+05:00", officer_,
                   AwardNominate{award, nominee, organisation_, "volunteer-of-the-year", kEarlier}),
            "");
  const NominationAdmit admission{award, round_, paper_, kLater};
  const VoteTally tally{award, round_, 10, paper_, kLater};
  const CommissionScore points{award, round_, 95, paper_, kLater};
  EXPECT_EQ(send(nominee, admission), "SELF_CONFERRAL");
  ASSERT_EQ(send(clerk_, admission), "");
  EXPECT_EQ(send(nominee, tally), "SELF_CONFERRAL");
  EXPECT_EQ(send(nominee, points), "SELF_CONFERRAL");
  ASSERT_EQ(send(nominee, DelegationSet{id(), nominee, volunteer_, Role::kClerk, office_, day("2026-06-15"),
                                        day("2026-06-16"), kLater}),
            "");
  EXPECT_EQ(send(volunteer_, tally), "SELF_CONFERRAL") << "nor does who acts for her";
  ASSERT_EQ(send(nominee, NominationAdmit{nominated(), round_, paper_, kLater}), "") << "of another person she does";
  rules_ = 2;
  EXPECT_EQ(send(nominee, tally), "");
  EXPECT_EQ(send(nominee, points), "");
}

TEST_F(Honours, WhoDeclinesIsNotHonoured) {
  const SubjectId award = nominated();
  EXPECT_EQ(send(clerk_, AwardDecline{award, kLater}), "ROLE_MISSING");
  ASSERT_EQ(send(volunteer_, AwardDecline{award, kLater}), "");
  EXPECT_EQ(send(authority_, AwardConfer{award, "ACT-9", kLater}), "WRONG_STATE");
  const SubjectId conferred = nominated();
  ASSERT_EQ(send(clerk_, NominationAdmit{conferred, round_, paper_, kLater}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, AwardConfer{conferred, "ACT-10", kLater}), "");
  EXPECT_EQ(send(volunteer_, AwardDecline{conferred, kLater}), "WRONG_STATE");
}

TEST_F(Honours, ADistinctionIsThereOnceAndARetiredOneOpensNoRound) {
  EXPECT_EQ(send(authority_,
                 DistinctionDefine{id(), "volunteer-of-the-year", DistinctionKind::kBadge, {"а", "б", "c"}, paper_}),
            "DISTINCTION_TAKEN");
  const SubjectId award = nominated();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, DistinctionRetire{distinction_, kLater}), "");
  EXPECT_EQ(send(clerk_, round(id())), "WRONG_STATE");
  ASSERT_EQ(send(clerk_, RoundClose{round_, kLater}), "");
  EXPECT_EQ(send(clerk_, NominationAdmit{award, round_, paper_, kLater}), "WRONG_STATE");
}

TEST_F(Honours, ANominationIsForADistinctionThatIsThereAndNotRetired) {
  const auto nominate = [&](const char* code) {
    return send(officer_, AwardNominate{id(), volunteer_, organisation_, code, kLater});
  };
  EXPECT_EQ(nominate("another"), "UNKNOWN_SUBJECT");
  EXPECT_EQ(nominate("volunteer-of-the-year"), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, DistinctionRetire{distinction_, kLater}), "");
  EXPECT_EQ(nominate("volunteer-of-the-year"), "WRONG_STATE");
  rules_ = 2;
  EXPECT_EQ(nominate("volunteer-of-the-year"), "");
  EXPECT_EQ(nominate("another"), "");
}

TEST_F(Honours, WhileARoundIsOpenOnlyWhatWasAdmittedIsConferred) {
  const SubjectId admitted = nominated(), not_admitted = nominated(), second_round = id();
  const AwardConfer conferral{not_admitted, "ACT-9", kLater};
  ASSERT_EQ(send(clerk_, round(second_round)), "");
  EXPECT_EQ(send(authority_, conferral), "NOT_ADMITTED");
  rules_ = 2;
  EXPECT_EQ(send(authority_, conferral), "");
  rules_ = kRulesVersion;
  EXPECT_EQ(endorse(second_authority_), "NOT_ADMITTED");
  ASSERT_EQ(send(clerk_, NominationAdmit{admitted, round_, paper_, kLater}), "");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, AwardConfer{admitted, "ACT-10", kLater}), "");
  ASSERT_EQ(send(clerk_, RoundClose{round_, kLater}), "");
  EXPECT_EQ(send(authority_, conferral), "NOT_ADMITTED") << "another round is open";
  ASSERT_EQ(send(clerk_, RoundClose{second_round, kLater}), "");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, conferral), "");
}

}  // namespace
}  // namespace ledger
