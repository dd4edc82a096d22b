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

}  // namespace
}  // namespace ledger
