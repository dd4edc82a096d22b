// Awards that answer an application: the call is over, the application scored, and the award what was called for.
#include "tests/ledger/rules/calls_world.h"

namespace ledger {
namespace {

class CallAwards : public CallsWorld {
 protected:
  // In force from the first to the last day; the position of the document.
  Position publish(PolicyPublish policy, const char* first, CivilDay last = 0) {
    policy.policy = id();
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "Sample";
    policy.valid_from = day(first);
    policy.valid_to = last;
    EXPECT_EQ(sendByTwo(authority_, second_authority_, policy), "");
    return state_.ledger().policies.back()->document;
  }
  // Small grants have 10 to 20 indices, and run up to so many months.
  PolicyPublish classes(std::uint16_t months) {
    PolicyPublish policy;
    policy.kind = PolicyKind::kGrantClasses;
    policy.grant_classes = GrantClasses{{{GrantClass::kSmall, 10, 20, 0, months}}};
    return policy;
  }
};

TEST_F(CallAwards, AnAwardAnswersItsApplication) {
  const SubjectId answered = admitted();
  scored(answered);
  closeCall();
  GrantAward made = award(answered, 60'001);
  EXPECT_EQ(send(funder_, made), "OVER_APPLICATION");
  made = award(answered, 60'000);
  made.grantee = organisation_;
  EXPECT_EQ(send(funder_, made), "NOT_OF_APPLICATION");
  made.grantee = grantee_;
  ASSERT_EQ(byFunders(made), "");
  EXPECT_EQ(state_.lives.find(answered)->state, SubjectState::kAwarded);
  EXPECT_EQ(send(funder_, ApplicationDecline{answered, DeclineReason::kNoMoney, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(funder_, award(answered, 1)), "WRONG_STATE");
}

TEST_F(CallAwards, TheAwardsOfACallStayWithinItsBudget) {
  const SubjectId answered = admitted();
  ApplicationSubmit other = application(50'000);
  other.organisation = organisation_;
  ASSERT_EQ(apply(officer_, other), "");
  ASSERT_EQ(send(funder_, ApplicationAdmit{other.application, kLater}), "");
  for (const SubjectId& one : {answered, other.application}) scored(one);
  closeCall();
  ASSERT_EQ(byFunders(award(answered, 60'000)), "");
  GrantAward next = award(other.application, 40'001);
  next.number = "SG-2026-2";
  next.grantee = organisation_;
  EXPECT_EQ(send(funder_, next), "OVER_BUDGET");
  next.amount = tenge(40'000);
  EXPECT_EQ(send(funder_, next), "");
}

TEST_F(CallAwards, WhoScoredDoesNotAward) {
  const SubjectId answered = admitted();
  const PersonId expert = scored(answered);
  closeCall();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{expert, Role::kFunder, fund_, 0}), "");
  EXPECT_EQ(send(expert, award(answered, 1'000)), "SCORER_AWARDS");
  EXPECT_EQ(sendByTwo(funder_, expert, award(answered, 1'000)), "SCORER_AWARDS");
  EXPECT_EQ(endorse(second_funder_), "");
}

TEST_F(CallAwards, WhoScoredDoesNotAwardThroughADeputy) {
  const SubjectId answered = admitted();
  const PersonId expert = scored(answered);
  closeCall();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{expert, Role::kFunder, fund_, 0}), "");
  ASSERT_EQ(send(expert, DelegationSet{id(), expert, volunteer_, Role::kFunder, fund_, day("2026-06-15"),
                                       day("2026-06-16"), at("2026-06-15T11:00:00+05:00")}),
            "");
  EXPECT_EQ(send(volunteer_, award(answered, 1'000)), "SCORER_AWARDS");
  EXPECT_EQ(sendByTwo(funder_, volunteer_, award(answered, 1'000)), "SCORER_AWARDS");
}

TEST_F(CallAwards, TheCallIsClosedBeforeTheFirstAward) {
  const SubjectId answered = admitted();
  scored(answered);
  EXPECT_EQ(send(funder_, award(answered, 1'000)), "CALL_OPEN");
  rules_ = 2;
  EXPECT_EQ(send(funder_, award(answered, 1'000)), "");
  rules_ = kRulesVersion;
  const Endorse second{last_};
  EXPECT_EQ(send(second_funder_, second), "CALL_OPEN") << "the proposal is judged again";
  closeCall();
  EXPECT_EQ(send(second_funder_, second), "");
}

TEST_F(CallAwards, EveryCriterionHasAScore) {
  const SubjectId answered = admitted();
  const PersonId expert = drawnExpert();
  closeCall();
  EXPECT_EQ(send(funder_, award(answered, 1'000)), "NOT_SCORED");
  ASSERT_EQ(send(expert, score(answered)), "");
  EXPECT_EQ(send(funder_, award(answered, 1'000)), "NOT_SCORED");
  ASSERT_EQ(send(expert, score(answered, 0, "plan")), "") << "no point is a score, too";
  EXPECT_EQ(byFunders(award(answered, 1'000)), "");
}

TEST_F(CallAwards, AConflictDeclaredAfterTheScoreVoidsIt) {
  const SubjectId answered = admitted();
  const PersonId aside = scored(answered);
  closeCall();
  ASSERT_EQ(send(funder_, award(answered, 1'000)), "");
  const Endorse second{last_};
  ASSERT_EQ(send(aside, ConflictDeclare{id(), answered, kLater}), "");
  EXPECT_EQ(send(second_funder_, second), "NOT_SCORED");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{aside, Role::kFunder, fund_, 0}), "");
  EXPECT_EQ(send(aside, second), "SCORER_AWARDS") << "she scored it all the same";
  const PersonId other = drawnExpert(1);
  ASSERT_EQ(send(other, score(answered)), "");
  EXPECT_EQ(send(second_funder_, second), "NOT_SCORED");
  ASSERT_EQ(send(other, score(answered, 5, "plan")), "");
  EXPECT_EQ(send(second_funder_, second), "");
}

// The scores are said to be of 11 June and recorded on 15 June.
TEST_F(CallAwards, ARelatednessDeclaredAfterTheScoreVoidsIt) {
  for (const char* covered : {"2026-06-11", "2026-06-15"}) {
    call_ = id();
    ASSERT_EQ(byFunders(call()), "");
    const SubjectId answered = admitted();
    const PersonId expert = scored(answered);
    closeCall();
    ASSERT_EQ(relate(expert, "2026-06-12", "2026-06-14"), "");
    GrantAward made = award(answered, 1'000);
    made.number = std::string("SG-") + covered;
    ASSERT_EQ(send(funder_, made), "") << "neither day";
    ASSERT_EQ(relate(expert, covered, covered), "");
    EXPECT_EQ(endorse(second_funder_), "NOT_SCORED") << covered;
    EXPECT_EQ(send(funder_, made), "NOT_SCORED") << covered;
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{expert, Role::kFunder, fund_, 0}), "");
    EXPECT_EQ(send(expert, made), "SCORER_AWARDS") << "she scored it all the same";
    scored(answered);
    EXPECT_EQ(byFunders(made), "");
  }
}

TEST_F(CallAwards, ARelatednessToAnotherOrganisationVoidsNothing) {
  const SubjectId answered = admitted();
  const PersonId expert = scored(answered);
  closeCall();
  ASSERT_EQ(send(officer_, RelatedPartyDeclare{id(), expert, organisation_, Relation::kFamily, day("2026-06-01"), 0}),
            "");
  EXPECT_EQ(byFunders(award(answered, 1'000)), "");
}

TEST_F(CallAwards, TheAwardIsOfTheClassAndTheProgrammeOfTheCall) {
  const SubjectId answered = admitted();
  scored(answered);
  closeCall();
  GrantAward made = award(answered, 1'000);
  made.grant_class = GrantClass::kShort;
  EXPECT_EQ(send(funder_, made), "CALL_MISMATCH");
  made.grant_class = GrantClass::kSmall;
  made.programme = id();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, ProgrammeDefine{made.programme, office_, "umit", {"к", "о", "o"}}),
            "");
  EXPECT_EQ(send(funder_, made), "CALL_MISMATCH");
  rules_ = 2;
  EXPECT_EQ(send(funder_, made), "");
  rules_ = kRulesVersion;
  made.programme = programme_;
  EXPECT_EQ(send(funder_, made), "");
}

TEST_F(CallAwards, WhoAppliedNeitherScoresNorAwards) {
  const SubjectId answered = admitted();
  scored(answered);
  ASSERT_EQ(drawnOf({{grantees_officer_}}), grantees_officer_);
  closeCall();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleRevoke{grantees_officer_, Role::kOfficer, grantee_}), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{grantees_officer_, Role::kFunder, fund_, 0}), "");
  EXPECT_EQ(send(grantees_officer_, score(answered)), "CONFLICT_OF_INTEREST");
  EXPECT_EQ(send(grantees_officer_, award(answered, 1'000)), "CONFLICT_OF_INTEREST");
  EXPECT_EQ(sendByTwo(funder_, grantees_officer_, award(answered, 1'000)), "CONFLICT_OF_INTEREST");
  EXPECT_EQ(endorse(second_funder_), "");
}

// The index was 10.00 in 2025 and is 20.00 in 2026; the call is of 31 December 2025.
TEST_F(CallAwards, TheLimitsAreThoseOfTheYearOfTheCall) {
  PolicyPublish indices;
  indices.kind = PolicyKind::kMciValues;
  indices.mci_values = MciValues{{{2025, tenge(1'000)}, {2026, tenge(2'000)}}};
  publish(indices, "2025-01-01");
  const Position then = publish(classes(1), "2025-01-01", day("2025-12-31"));
  publish(classes(6), "2026-01-01");
  call_ = id();
  CallPublish early = call();
  early.occurred_at = at("2025-12-31T23:59:59+05:00");
  ASSERT_EQ(byFunders(early), "");
  const SubjectId answered = admitted();
  scored(answered);
  closeCall();
  EXPECT_EQ(send(funder_, award(answered, 20'001)), "CLASS_LIMIT");
  EXPECT_EQ(send(funder_, award(answered, 9'999)), "CLASS_LIMIT");
  rules_ = 2;
  EXPECT_EQ(send(funder_, award(answered, 19'999)), "CLASS_LIMIT") << "then by the year of the award";
  rules_ = kRulesVersion;
  const GrantAward made = award(answered, 20'000);
  ASSERT_EQ(byFunders(made), "");
  EXPECT_EQ(decision_.policy, then);
  AgreementSign agreement{made.grant,
                          "A-1",
                          {{"materials", CostType::kMaterials, 20'000}},
                          {{1, 20'000, day("2026-07-01")}},
                          day("2026-07-01"),
                          day("2026-09-01"),
                          kLater};
  EXPECT_EQ(send(funder_, agreement), "PERIOD_OVER_CLASS") << "the months are of that day, too";
  agreement.eligible_to = day("2026-08-31");
  EXPECT_EQ(sendByTwo(funder_, grantees_officer_, agreement), "");
}

// The call is of 20 May.
TEST_F(CallAwards, TheLargestAwardIsThatOfTheDayOfTheCall) {
  const auto ruleCosts = [&](std::int64_t most, const char* from, CivilDay to) {
    PolicyPublish policy;
    policy.kind = PolicyKind::kCostRules;
    policy.cost_rules = CostRules{{{GrantClass::kSmall, {}, 10'000, 0, 0, tenge(most)}}};
    publish(policy, from, to);
  };
  ruleCosts(20'000, "2026-05-20", day("2026-05-20"));
  ruleCosts(10'000, "2026-05-21", 0);
  const SubjectId answered = admitted();
  scored(answered);
  closeCall();
  EXPECT_EQ(send(funder_, award(answered, 20'001)), "CLASS_LIMIT");
  EXPECT_EQ(byFunders(award(answered, 20'000)), "");
  EXPECT_EQ(decision_.policy, 0U) << "of classes there are none";
}

TEST_F(CallAwards, ACallOfTheNewYearHasItsLimits) {
  PolicyPublish indices;
  indices.kind = PolicyKind::kMciValues;
  indices.mci_values = MciValues{{{2025, tenge(1'000)}, {2026, tenge(2'000)}}};
  publish(indices, "2025-01-01");
  const Position now = publish(classes(6), "2025-01-01");
  call_ = id();
  CallPublish first = call();
  first.occurred_at = at("2026-01-01T00:00:00+05:00");
  ASSERT_EQ(byFunders(first), "");
  const SubjectId answered = admitted();
  scored(answered);
  closeCall();
  EXPECT_EQ(send(funder_, award(answered, 19'999)), "CLASS_LIMIT");
  ASSERT_EQ(byFunders(award(answered, 20'000)), "");
  EXPECT_EQ(decision_.policy, now);
}

}  // namespace
}  // namespace ledger
