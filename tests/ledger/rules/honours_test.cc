#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

const Instant kEarlier = at("2026-06-10T10:00:00+05:00");
const Instant kLater = at("2026-06-11T10:00:00+05:00");

class Honours : public RulesWorld {
 protected:
  Honours() {
    EXPECT_EQ(sendByTwo(authority_, second_authority_,
                        DistinctionDefine{
                            distinction_, "volunteer-of-the-year", DistinctionKind::kPrize, {"а", "б", "c"}, paper_}),
              "");
    EXPECT_EQ(send(clerk_, round(round_)), "");
  }
  RoundOpen round(const SubjectId& made) {
    return {made, distinction_, office_, day("2026-06-10"), day("2026-06-10"), kEarlier};
  }
  SubjectId nominated(const char* distinction = "volunteer-of-the-year", Instant when = kEarlier) {
    const SubjectId award = id();
    EXPECT_EQ(send(officer_, AwardNominate{award, volunteer_, organisation_, distinction, when}), "");
    return award;
  }
  const Digest paper_ = sha256(asBytes("paper"));
  const SubjectId distinction_ = id(), round_ = id();
};

TEST_F(Honours, ANominationPassesTheRoundItBelongsTo) {
  const SubjectId award = nominated();
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

TEST_F(Honours, WhoDeclinesIsNotHonoured) {
  const SubjectId award = nominated();
  EXPECT_EQ(send(clerk_, AwardDecline{award, kLater}), "ROLE_MISSING");
  ASSERT_EQ(send(volunteer_, AwardDecline{award, kLater}), "");
  EXPECT_EQ(send(authority_, AwardConfer{award, "ACT-9", kLater}), "WRONG_STATE");
  const SubjectId conferred = nominated();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, AwardConfer{conferred, "ACT-10", kLater}), "");
  EXPECT_EQ(send(volunteer_, AwardDecline{conferred, kLater}), "WRONG_STATE");
}

TEST_F(Honours, ADistinctionIsThereOnceAndARetiredOneOpensNoRound) {
  EXPECT_EQ(send(authority_,
                 DistinctionDefine{id(), "volunteer-of-the-year", DistinctionKind::kBadge, {"а", "б", "c"}, paper_}),
            "DISTINCTION_TAKEN");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, DistinctionRetire{distinction_, kLater}), "");
  EXPECT_EQ(send(clerk_, round(id())), "WRONG_STATE");
  ASSERT_EQ(send(clerk_, RoundClose{round_, kLater}), "");
  EXPECT_EQ(send(clerk_, NominationAdmit{nominated(), round_, paper_, kLater}), "WRONG_STATE");
}

}  // namespace
}  // namespace ledger
