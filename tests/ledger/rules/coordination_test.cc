#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

const Names kNames{"а", "б", "c"};

class Coordination : public RulesWorld {
 protected:
  SubjectId idea() {
    const SubjectId made = id();
    EXPECT_EQ(send(volunteer_, IdeaSubmit{made, office_, "taza-alem", "KZ-75", document(), kEarlier}), "");
    return made;
  }
  SubjectId campaign() {
    const SubjectId made = id();
    EXPECT_EQ(send(clerk_,
                   CampaignOpen{made, office_, CampaignScale::kNational, kNames, day("2026-06-01"), day("2026-06-12")}),
              "");
    return made;
  }
  DeedRecord deed(const SubjectId& campaign, const char* when) {
    return {id(), campaign, organisation_, "tree-planting", 3, 40, {}, at(when)};
  }
  Digest document() { return sha256(asBytes("document " + std::to_string(++documents_))); }
  std::optional<SubjectState> stateOf(const SubjectId& subject) {
    const auto* life = state_.lives.find(subject);
    return life == nullptr ? std::nullopt : std::optional(life->state);
  }

 private:
  int documents_ = 0;
};

TEST_F(Coordination, AnybodyMayBringAnIdeaAndOnlyTheOfficeDecidesOnIt) {
  const SubjectId brought = idea();
  EXPECT_EQ(stateOf(brought), SubjectState::kSubmitted);
  EXPECT_EQ(send(volunteer_, IdeaTriage{brought, kLater}), "ROLE_MISSING");
  const SubjectId other_office = id();
  ASSERT_EQ(
      sendByTwo(authority_, second_authority_, OfficeEstablish{other_office, OfficeKind::kRegional, "KZ-71", kNames}),
      "");
  EXPECT_EQ(send(newPerson(Role::kClerk, other_office), IdeaTriage{brought, kLater}), "ROLE_MISSING");
  EXPECT_EQ(send(clerk_, IdeaTriage{brought, kLater}), "");
  EXPECT_EQ(stateOf(brought), SubjectState::kTriaged);
}

TEST_F(Coordination, AnIdeaBecomesAProjectOrIsDeclinedOnce) {
  const SubjectId brought = idea();
  EXPECT_EQ(send(clerk_, IdeaConvert{brought, project_, kLater}), "WRONG_STATE");
  ASSERT_EQ(send(clerk_, IdeaTriage{brought, kLater}), "");
  EXPECT_EQ(send(clerk_, IdeaConvert{brought, id(), kLater}), "UNKNOWN_SUBJECT");
  EXPECT_EQ(send(clerk_, IdeaConvert{brought, project_, kLater}), "");
  EXPECT_EQ(send(clerk_, IdeaDecline{brought, IdeaReason::kNoMeans, kLater}), "WRONG_STATE");
}

TEST_F(Coordination, NothingHappensToASubjectBeforeItsBeginningOrInTheFuture) {
  const SubjectId brought = idea();
  EXPECT_EQ(send(clerk_, IdeaTriage{brought, at("2026-06-10T09:59:59+05:00")}), "BEFORE_ORIGINAL");
  EXPECT_EQ(send(clerk_, IdeaTriage{brought, at("2026-06-15T12:02:01+05:00")}), "IN_FUTURE");
  EXPECT_EQ(send(clerk_, IdeaTriage{brought, at("2026-06-15T12:02:00+05:00")}), "");
}

TEST_F(Coordination, AnIdIsGivenOnceAndNamesOneKindOfSubject) {
  const SubjectId brought = idea();
  EXPECT_EQ(send(volunteer_, IdeaSubmit{brought, office_, "umit", "KZ-75", document(), kEarlier}), "ID_TAKEN");
  EXPECT_EQ(send(volunteer_, IdeaSubmit{organisation_, office_, "umit", "KZ-75", document(), kEarlier}), "ID_TAKEN");
  EXPECT_EQ(send(clerk_, RequestRoute{brought, organisation_, kLater}), "UNKNOWN_SUBJECT");
  EXPECT_EQ(send(clerk_, IdeaSubmit{id(), organisation_, "umit", "KZ-75", document(), kEarlier}), "UNKNOWN_SUBJECT");
}

TEST_F(Coordination, ARequestIsRoutedAsOftenAsNeededAndResolvedOnce) {
  const SubjectId request = id();
  EXPECT_EQ(send(clerk_, RequestReceive{request, office_, Channel::kCall, "medicine", "Almaty", kEarlier}),
            "BAD_REGION");
  ASSERT_EQ(send(clerk_, RequestReceive{request, office_, Channel::kCall, "medicine", "KZ-75", kEarlier}), "");
  EXPECT_EQ(send(clerk_, RequestRoute{request, organisation_, kLater}), "");
  EXPECT_EQ(send(clerk_, RequestRoute{request, grantee_, kLater}), "");
  EXPECT_EQ(send(clerk_, RequestResolve{request, RequestOutcome::kHelped, kLater}), "");
  EXPECT_EQ(send(clerk_, RequestResolve{request, RequestOutcome::kHelped, kLater}), "WRONG_STATE");
}

TEST_F(Coordination, DeedsCountWithinTheDaysOfAnOpenCampaign) {
  const SubjectId opened = campaign();
  EXPECT_EQ(send(coordinator_, deed(opened, "2026-05-31T23:59:00+05:00")), "OUTSIDE_CAMPAIGN");
  EXPECT_EQ(send(coordinator_, deed(opened, "2026-06-01T00:00:00+05:00")), "");
  EXPECT_EQ(send(officer_, deed(opened, "2026-06-12T23:59:00+05:00")), "");
  EXPECT_EQ(send(officer_, deed(opened, "2026-06-13T00:00:00+05:00")), "OUTSIDE_CAMPAIGN");
  EXPECT_EQ(send(grantees_officer_, deed(opened, "2026-06-05T10:00:00+05:00")), "ROLE_MISSING");
  DeedRecord nobody = deed(opened, "2026-06-05T10:00:00+05:00");
  nobody.people = 0;
  EXPECT_EQ(send(officer_, nobody), "COUNT_ZERO");
  ASSERT_EQ(send(clerk_, CampaignClose{opened, at("2026-06-15T10:00:00+05:00")}), "");
  EXPECT_EQ(send(officer_, deed(opened, "2026-06-05T10:00:00+05:00")), "WRONG_STATE");
  EXPECT_EQ(send(officer_, CommitmentRecord{id(), opened, organisation_, "trees", 100, day("2026-12-31")}),
            "WRONG_STATE");
}

TEST_F(Coordination, APeriodEndsAfterItBegins) {
  EXPECT_EQ(
      send(clerk_, CampaignOpen{id(), office_, CampaignScale::kLocal, kNames, day("2026-06-02"), day("2026-06-01")}),
      "BAD_PERIOD");
  EXPECT_EQ(
      send(clerk_, CampaignOpen{id(), office_, CampaignScale::kLocal, kNames, day("2026-06-02"), day("2026-06-02")}),
      "");
  // Without a last day it is open.
  EXPECT_EQ(
      sendByTwo(authority_, second_authority_, OfficeMandateSet{office_, "ACT-1", document(), day("2026-06-02"), 0}),
      "");
}

TEST_F(Coordination, ADirectionIsAddedOnceAndRetiredOnce) {
  const SubjectId direction = id();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, DirectionAdd{direction, "ayala", kNames}), "");
  EXPECT_EQ(send(authority_, DirectionAdd{id(), "ayala", kNames}), "DIRECTION_TAKEN");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, DirectionRetire{direction, kLater}), "");
  EXPECT_EQ(send(authority_, DirectionRetire{direction, kLater}), "WRONG_STATE");
}

TEST_F(Coordination, AForumCountsEachCountryOnceInARole) {
  const SubjectId forum = id();
  EXPECT_EQ(send(clerk_, ForumRegister{forum, office_, kNames, "Kazakhstan", day("2026-06-01"), day("2026-06-02")}),
            "BAD_COUNTRY");
  ASSERT_EQ(send(clerk_, ForumRegister{forum, office_, kNames, "KZ", day("2026-06-01"), day("2026-06-02")}), "");
  EXPECT_EQ(send(clerk_, ParticipationRecord{forum, "UZ", ForumRole::kParticipant, 20}), "");
  EXPECT_EQ(send(clerk_, ParticipationRecord{forum, "UZ", ForumRole::kParticipant, 20}), "PARTICIPATION_TAKEN");
  EXPECT_EQ(send(clerk_, ParticipationRecord{forum, "UZ", ForumRole::kSpeaker, 2}), "");
  EXPECT_EQ(send(clerk_, ParticipationRecord{forum, "uz", ForumRole::kSpeaker, 2}), "BAD_COUNTRY");
}

TEST_F(Coordination, DeploymentsNeedAnEmergencyThatLasts) {
  const SubjectId emergency = id();
  const DeploymentOrder order{id(), emergency, organisation_, "rescue", 30, kEarlier};
  EXPECT_EQ(send(clerk_, order), "UNKNOWN_SUBJECT");
  ASSERT_EQ(sendByTwo(authority_, second_authority_,
                      EmergencyDeclare{emergency, office_, "flood", kNames, "KZ-75", kEarlier}),
            "");
  EXPECT_EQ(send(clerk_, order), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, EmergencyEnd{emergency, kLater}), "");
  DeploymentOrder late = order;
  late.deployment = id();
  EXPECT_EQ(send(clerk_, late), "WRONG_STATE");
  EXPECT_EQ(send(clerk_, DeploymentEnd{order.deployment, 28, kLater}), "ROLE_MISSING");
  EXPECT_EQ(send(officer_, DeploymentEnd{order.deployment, 28, kLater}), "");
}

TEST_F(Coordination, AResolutionOfACouncilIsFollowedToItsEnd) {
  const SubjectId council = id(), resolution = id();
  ASSERT_EQ(sendByTwo(authority_, second_authority_, CouncilForm{council, office_, kNames, document(), kEarlier}), "");
  ASSERT_EQ(send(clerk_, ResolutionTake{resolution, council, "R-1", kNames, document(), 0, kLater}), "");
  EXPECT_EQ(send(clerk_, ResolutionFulfil{resolution, document(), kEarlier}), "BEFORE_ORIGINAL");
  EXPECT_EQ(send(clerk_, ResolutionFulfil{resolution, document(), kLater}), "");
  EXPECT_EQ(send(clerk_, ResolutionFulfil{resolution, document(), kLater}), "WRONG_STATE");
}

TEST_F(Coordination, TheVerdictOfAVisitIsThatOfItsFindings) {
  using enum VisitAspect;
  const auto visit = [&](VisitVerdict verdict, std::vector<VisitFinding> findings) {
    return send(clerk_,
                MonitoringVisitRecord{id(), office_, project_, verdict, document(), kEarlier, std::move(findings)});
  };
  const VisitFinding people{kPeople, false, {}}, minors{kMinors, false, {}}, money{kMoney, true, document()};
  EXPECT_EQ(visit(VisitVerdict::kOnTrack, {}), "");
  EXPECT_EQ(visit(VisitVerdict::kOnTrack, {people}), "VERDICT_DIFFERS");
  EXPECT_EQ(visit(VisitVerdict::kRemarks, {}), "") << "they may stand in the protocol alone";
  EXPECT_EQ(visit(VisitVerdict::kRemarks, {people, minors}), "");
  EXPECT_EQ(visit(VisitVerdict::kRemarks, {minors, people}), "BAD_FINDINGS");
  EXPECT_EQ(visit(VisitVerdict::kRemarks, {people, people}), "BAD_FINDINGS");
  EXPECT_EQ(visit(VisitVerdict::kRemarks, {people, money}), "VERDICT_DIFFERS");
  EXPECT_EQ(visit(VisitVerdict::kSeriousRemarks, {people, money}), "");
  EXPECT_EQ(visit(VisitVerdict::kSeriousRemarks, {people}), "");
  rules_ = 2;
  EXPECT_EQ(visit(VisitVerdict::kOnTrack, {people, people}), "");
}

TEST_F(Coordination, AnActOfLawThatIsNamedIsInTheLedger) {
  const SubjectId basis = id();
  OfficeMandateSet mandate{office_, "ACT-2", document(), day("2026-06-02"), 0, basis};
  EXPECT_EQ(send(authority_, mandate), "UNKNOWN_SUBJECT");
  PolicyPublish policy;
  policy.policy = id();
  policy.version = "1";
  policy.status = LegalStatus::kUnverified;
  policy.source = "test";
  policy.valid_from = day("2026-01-01");
  policy.hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes{60}}}, 0, 0};
  policy.legal_basis = basis;
  EXPECT_EQ(send(authority_, policy), "UNKNOWN_SUBJECT");
  ASSERT_EQ(sendByTwo(authority_, second_authority_,
                      LegalBasisRecord{basis, "LAW-1", kNames, LegalStatus::kDraft, "s", day("2026-01-01"), 0}),
            "");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, mandate), "") << "a draft refuses nothing";
  EXPECT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  policy.policy = id();
  policy.legal_basis = campaign();
  EXPECT_EQ(send(authority_, policy), "UNKNOWN_SUBJECT") << "it is no act";
}

}  // namespace
}  // namespace ledger
