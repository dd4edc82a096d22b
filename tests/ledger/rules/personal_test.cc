#include "ledger/rules/personal.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class PersonalRules : public RulesWorld {
 protected:
  PersonErase erase(const PersonId& person) { return {person, ErasureBasis::kRequest}; }
  VaultAccessHash accesses(const char* of) { return {day(of), 3, sha256(asBytes("list"))}; }
  bool erased(const PersonId& person) { return state_.erased.has(person); }
};

TEST_F(PersonalRules, APersonErasesHerselfAlone) {
  EXPECT_EQ(send(volunteer_, erase(volunteer_)), "");
  EXPECT_TRUE(erased(volunteer_));
  EXPECT_EQ(state_.erased.find(volunteer_)->recorded_at, now_);
}

TEST_F(PersonalRules, OthersEraseByTwoOfTheOfficeOrTheAuthorities) {
  ASSERT_EQ(send(clerk_, erase(volunteer_)), "");
  EXPECT_FALSE(erased(volunteer_));
  EXPECT_EQ(endorse(clerk_), "SAME_PERSON");
  EXPECT_EQ(endorse(volunteer_), "ROLE_MISSING");
  EXPECT_EQ(endorse(authority_), "");
  EXPECT_TRUE(erased(volunteer_));
}

TEST_F(PersonalRules, NobodyElseErases) {
  for (const PersonId& other : {officer_, attestor_, auditor_, importer_, newPerson(Role::kOperator)})
    EXPECT_EQ(send(other, erase(volunteer_)), "ROLE_MISSING");
  EXPECT_EQ(send(authority_, erase(random_.id<PersonId>())), "UNKNOWN_SUBJECT");
}

TEST_F(PersonalRules, APersonIsErasedOnce) {
  ASSERT_EQ(send(clerk_, erase(volunteer_)), "");
  ASSERT_EQ(send(volunteer_, erase(volunteer_)), "");
  EXPECT_EQ(endorse(authority_), "WRONG_STATE");
  EXPECT_EQ(send(volunteer_, erase(volunteer_)), "WRONG_STATE");
}

TEST_F(PersonalRules, AnErasedPersonStaysAVolunteer) {
  ASSERT_EQ(send(volunteer_, erase(volunteer_)), "");
  const SubjectId hours = attested(60);
  EXPECT_EQ(standing(hours), Minutes(60));
}

TEST_F(PersonalRules, DaysOfAccessesAreOverAndComeInOrder) {
  const PersonId operating = newPerson(Role::kOperator);
  now_ = at("2026-06-15T00:00:00+00:00").utc_ms - 1;
  EXPECT_EQ(send(operating, accesses("2026-06-14")), "IN_FUTURE");
  now_ += 1;
  EXPECT_EQ(send(operating, accesses("2026-06-14")), "");
  EXPECT_EQ(send(operating, accesses("2026-06-14")), "WRONG_STATE");
  EXPECT_EQ(send(operating, accesses("2026-06-13")), "WRONG_STATE");
  EXPECT_EQ(send(authority_, accesses("2026-06-14")), "ROLE_MISSING");
}

class Corrections : public RulesWorld {
 protected:
  Digest value(std::string_view text) { return sha256(asBytes(text)); }
  PersonCorrect correction(const PersonId& person, const std::vector<std::uint16_t>& tags) {
    PersonCorrect made{person, CorrectionReason::kChanged, {}, at("2026-06-15T11:00:00+05:00"), {}};
    for (const std::uint16_t tag : tags) made.commitments.push_back({tag, value("value " + std::to_string(++values_))});
    return made;
  }
  PersonCorrect shown(PersonCorrect correction) {
    correction.document = value("a paper that was seen");
    return correction;
  }
  int values_ = 0;
};

TEST_F(Corrections, AContactIsThePersonsOwnAndHerOffices) {
  for (const std::uint16_t tag : std::initializer_list<std::uint16_t>{4, 5, 6}) {
    EXPECT_EQ(send(volunteer_, correction(volunteer_, {tag})), "");
    EXPECT_EQ(send(clerk_, correction(volunteer_, {tag})), "");
  }
  EXPECT_EQ(send(clerk_, correction(clerk_, {4, 5, 6})), "") << "her own";
  for (const PersonId& other : {authority_, attestor_, auditor_, importer_})
    EXPECT_EQ(send(other, correction(volunteer_, {4})), "ROLE_MISSING");
  EXPECT_EQ(send(clerk_, correction(random_.id<PersonId>(), {4})), "UNKNOWN_SUBJECT");
  EXPECT_EQ(import({correction(volunteer_, {4})}), "NOT_IMPORTABLE");
}

TEST_F(Corrections, WhatNamesAPersonNeedsAPaperAndAnotherHand) {
  for (const std::uint16_t tag : std::initializer_list<std::uint16_t>{2, 7, 8, 9, 10, 11, 999}) {
    EXPECT_EQ(send(clerk_, correction(volunteer_, {tag})), "DOCUMENT_MISSING");
    EXPECT_EQ(send(clerk_, shown(correction(volunteer_, {tag}))), "");
    EXPECT_EQ(send(volunteer_, shown(correction(volunteer_, {tag}))), "SAME_PERSON");
  }
  EXPECT_EQ(send(clerk_, correction(volunteer_, {4, 7})), "DOCUMENT_MISSING") << "one of them is enough";
  EXPECT_EQ(send(volunteer_, shown(correction(volunteer_, {4, 7}))), "SAME_PERSON");
  EXPECT_EQ(send(clerk_, shown(correction(clerk_, {7}))), "SAME_PERSON");
  ASSERT_EQ(send(clerk_, DelegationSet{id(), clerk_, attestor_, Role::kClerk, office_, day("2026-06-15"),
                                       day("2026-06-16"), at("2026-06-15T11:00:00+05:00")}),
            "");
  EXPECT_EQ(send(attestor_, shown(correction(clerk_, {7}))), "SAME_PERSON") << "she acts for her";
  EXPECT_EQ(send(attestor_, shown(correction(volunteer_, {7}))), "");
}

TEST_F(Corrections, WhatShowsAnAgeComesWithTheBand) {
  for (const std::uint16_t tag : std::initializer_list<std::uint16_t>{1, 3}) {
    EXPECT_EQ(send(clerk_, shown(correction(volunteer_, {tag}))), "FIELD_OF_AGE");
    EXPECT_EQ(send(clerk_, shown(correction(volunteer_, {4, tag}))), "FIELD_OF_AGE");
  }
  EXPECT_EQ(send(clerk_, correction(volunteer_, {})), "NO_CHANGE");
}

TEST_F(Corrections, AreNotOfTheFuture) {
  PersonCorrect later = correction(volunteer_, {4});
  later.occurred_at = at("2026-06-15T12:02:00+05:00");
  EXPECT_EQ(send(volunteer_, later), "");
  later.occurred_at.utc_ms += 1;
  EXPECT_EQ(send(volunteer_, later), "IN_FUTURE");
  rules_ = 2;
  EXPECT_EQ(send(volunteer_, correction(volunteer_, {4})), "KIND_TOO_NEW");
}

TEST_F(Corrections, OnlyTheLastOfATagStands) {
  const Digest first = value("first");
  EXPECT_TRUE(stands(state_, volunteer_, 4, first)) << "nothing was corrected yet";
  PersonCorrect two = correction(volunteer_, {4, 4, 5});
  ASSERT_EQ(send(volunteer_, two), "");
  EXPECT_FALSE(stands(state_, volunteer_, 4, first));
  EXPECT_TRUE(stands(state_, volunteer_, 4, two.commitments[0].digest)) << "those of one command stand together";
  EXPECT_TRUE(stands(state_, volunteer_, 4, two.commitments[1].digest));
  EXPECT_FALSE(stands(state_, volunteer_, 5, two.commitments[0].digest)) << "under its own tag";
  EXPECT_TRUE(stands(state_, volunteer_, 6, first));
  EXPECT_TRUE(stands(state_, attestor_, 4, first));
  const PersonCorrect last = correction(volunteer_, {4});
  ASSERT_EQ(send(clerk_, last), "");
  EXPECT_FALSE(stands(state_, volunteer_, 4, two.commitments[1].digest));
  EXPECT_TRUE(stands(state_, volunteer_, 4, last.commitments[0].digest));
  EXPECT_TRUE(stands(state_, volunteer_, 5, two.commitments[2].digest));
}

TEST_F(Corrections, AnAgeSetAnewTakesThePlaceOfWhatShowedItBefore) {
  AgeBandSet set{
      volunteer_, AgeBand::kFrom18to35, AgeBasis::kVault, at("2026-06-15T11:00:00+05:00"), {{1, value("an iin")}}};
  ASSERT_EQ(send(clerk_, set), "");
  EXPECT_FALSE(stands(state_, volunteer_, 1, value("another iin")));
  EXPECT_TRUE(stands(state_, volunteer_, 1, value("an iin")));
  EXPECT_TRUE(stands(state_, volunteer_, 3, value("a day of birth"))) << "another tag";
}

TEST_F(Corrections, OfWhoWasErasedThereAreNone) {
  ASSERT_EQ(send(volunteer_, PersonErase{volunteer_, ErasureBasis::kRequest}), "");
  EXPECT_FALSE(stands(state_, volunteer_, 4, value("a phone")));
  EXPECT_EQ(send(volunteer_, correction(volunteer_, {4})), "WRONG_STATE");
  AgeBandSet set{
      volunteer_, AgeBand::kFrom36to59, AgeBasis::kVault, at("2026-06-15T11:00:00+05:00"), {{1, value("an iin")}}};
  EXPECT_EQ(send(clerk_, set), "WRONG_STATE");
  set.age_basis = AgeBasis::kDeclared;
  set.commitments.clear();
  EXPECT_EQ(send(clerk_, set), "") << "a band that commits to nothing";
}

}  // namespace
}  // namespace ledger
