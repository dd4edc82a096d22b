#include "ledger/rules/profiles.h"

#include <algorithm>

#include "ledger/rules/credit_facts.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Profiles : public RulesWorld {
 protected:
  PersonId registered() {
    const auto person = random_.id<PersonId>();
    EXPECT_EQ(send(clerk_, PersonRegister{person, office_, "KZ-75", AgeBand::kFrom18to35, AgeBasis::kDeclared, {}}),
              "");
    return person;
  }
  std::string merge(const PersonId& person, const PersonId& absorbed) {
    return sendByTwo(authority_, second_authority_,
                     ProfilesMerge{person, absorbed, sha256(asBytes("the same")), kWhen});
  }
  // Claimed by the clerk for the other profile.
  SubjectId claimed(std::int64_t minutes, const char* from = "2026-06-10T10:00:00+05:00", const char* until = nullptr) {
    HoursClaim made = claim(minutes, from, until);
    made.volunteer = twin_;
    EXPECT_EQ(send(clerk_, made, Assurance::kAssisted), "");
    return made.hours;
  }
  SubjectId twins(std::int64_t minutes, const char* from = "2026-06-10T10:00:00+05:00", const char* until = nullptr) {
    const SubjectId hours = claimed(minutes, from, until);
    EXPECT_EQ(send(attestor_, attest(hours, minutes)), "");
    return hours;
  }

  const PersonId twin_ = registered();
};

TEST_F(Profiles, TogetherHaveNoMoreMinutesThanADay) {
  twins(700);
  const SubjectId own = attested(741);
  EXPECT_EQ(merge(volunteer_, twin_), "DAY_OVER_1440");
  ASSERT_EQ(send(attestor_, HoursCorrect{own, Minutes{739}, HoursReason::kArithmetic, kWhen}), "");
  ASSERT_EQ(merge(volunteer_, twin_), "");
  EXPECT_EQ(send(volunteer_, claim(1)), "");
  EXPECT_EQ(send(volunteer_, claim(2)), "DAY_OVER_1440");
  EXPECT_EQ(send(volunteer_, claim(2, "2026-06-11T10:00:00+05:00")), "");
}

TEST_F(Profiles, AreMergedWhereTheyFillTheDayTogether) {
  twins(700);
  attested(740);
  EXPECT_EQ(merge(volunteer_, twin_), "");
}

TEST_F(Profiles, WhatWasClaimedBeforeStandsOnlyBesideTheOther) {
  const SubjectId open = claimed(701);
  attested(740);
  ASSERT_EQ(merge(volunteer_, twin_), "") << "what is only claimed does not stand";
  EXPECT_EQ(send(attestor_, attest(open, 701)), "DAY_OVER_1440");
  EXPECT_EQ(send(attestor_, attest(open, 700, HoursReason::kArithmetic)), "");
}

TEST_F(Profiles, DoNotOverlap) {
  twins(60, "2026-06-10T10:00:00+05:00", "2026-06-10T11:00:00+05:00");
  const SubjectId over = attested(60, "2026-06-10T10:59:00+05:00", "2026-06-10T11:59:00+05:00");
  EXPECT_EQ(merge(volunteer_, twin_), "OVERLAP");
  ASSERT_EQ(send(attestor_, HoursVoid{over, HoursReason::kDuplicate, kWhen}), "");
  attested(60, "2026-06-10T11:00:00+05:00", "2026-06-10T12:00:00+05:00");
  ASSERT_EQ(merge(volunteer_, twin_), "");
  const HoursClaim later = claim(60, "2026-06-10T09:01:00+05:00", "2026-06-10T10:01:00+05:00");
  ASSERT_EQ(send(volunteer_, later), "");
  EXPECT_EQ(send(attestor_, attest(later.hours, 60)), "OVERLAP");
}

TEST_F(Profiles, ClaimTheSameServiceOnce) {
  claimed(60);
  HoursClaim same = claim(60);
  same.split = false;
  HoursClaim other_day = claim(60, "2026-06-11T10:00:00+05:00");
  other_day.split = false;
  ASSERT_EQ(merge(volunteer_, twin_), "");
  EXPECT_EQ(send(volunteer_, same), "HOURS_TAKEN");
  EXPECT_EQ(send(volunteer_, other_day), "");
}

TEST_F(Profiles, AreOneVolunteerBeforeThePolicyAndTheAttestor) {
  PolicyPublish policy;
  policy.policy = id();
  policy.version = "1";
  policy.status = LegalStatus::kUnverified;
  policy.source = "test";
  policy.valid_from = day("2026-01-01");
  policy.hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes{120}}}, 0, 0, 0};
  ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{volunteer_, Role::kAttestor, organisation_, 0}), "");
  twins(100);
  const SubjectId open = claimed(60, "2026-06-11T10:00:00+05:00");
  EXPECT_EQ(send(volunteer_, attest(open, 60)), "MANDATE_TOO_YOUNG");
  ASSERT_EQ(merge(volunteer_, twin_), "");
  EXPECT_EQ(send(volunteer_, attest(open, 60)), "SELF_ATTESTATION");
  ASSERT_EQ(send(volunteer_, claim(20)), "");
  EXPECT_TRUE(decision_.flags.empty());
  ASSERT_EQ(send(volunteer_, claim(21)), "");
  EXPECT_EQ(decision_.flags, std::vector<Flag>{Flag::kOverDayLimit});
}

TEST_F(Profiles, EarnCreditTogether) {
  const SubjectId hers = twins(60), own = attested(90, "2026-06-11T10:00:00+05:00");
  ASSERT_EQ(merge(volunteer_, twin_), "");
  for (const PersonId& person : {volunteer_, twin_}) {
    const auto facts = creditFactsOf(state_, person);
    ASSERT_EQ(facts.size(), 2U);
    for (const SubjectId& hours : {hers, own})
      EXPECT_NE(std::ranges::find(facts, hours, &CreditFact::hours), facts.end());
  }
}

TEST_F(Profiles, GoOnThroughFurtherMerges) {
  const PersonId third = registered();
  ASSERT_EQ(merge(twin_, third), "");
  ASSERT_EQ(merge(volunteer_, twin_), "");
  EXPECT_EQ(survivorOf(state_, third), volunteer_);
  EXPECT_EQ(survivorOf(state_, twin_), volunteer_);
  EXPECT_EQ(survivorOf(state_, attestor_), attestor_);
  std::vector<PersonId> profiles;
  eachProfile(state_, third, [&](const PersonId& one) { profiles.push_back(one); });
  ASSERT_EQ(profiles.size(), 3U);
  EXPECT_EQ(profiles.front(), volunteer_);
}

TEST_F(Profiles, EarlierVersionsLeaveThemTwoVolunteers) {
  twins(1440, "2026-06-10T00:00:00+05:00");
  rules_ = 2;
  ASSERT_EQ(merge(volunteer_, twin_), "");
  rules_ = 3;
  EXPECT_EQ(survivorOf(state_, twin_), twin_);
  EXPECT_EQ(send(volunteer_, claim(1440, "2026-06-10T00:00:00+05:00")), "");
}

}  // namespace
}  // namespace ledger
