// H17, H18, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

TEST(Profiles, WithOneCommitmentAreRaised) {
  for (const bool same : {false, true}) {
    HoursWorld world;
    const Digest digest = world.digest();
    std::vector<Act> acts;
    for (int i = 0; i < 2; ++i) {
      const std::vector<Commitment> commitments{{2, i == 0 || same ? digest : world.digest()}};
      acts.push_back(personal(world.first, PersonRegister{world.fresh<PersonId>(), world.office, "KZ-ALA",
                                                          AgeBand::kUnknown, AgeBasis::kDeclared, commitments}));
    }
    const Outcome outcome = world.look("H17", acts);
    EXPECT_EQ(outcome.raised, same ? 1U : 0U);
    EXPECT_EQ(outcome.checked, Checked::kPart);
  }
}

// So many volunteers check in to one shift, with the same device or each with her own.
Outcome checkIns(int people, bool same, bool told = true) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  const ShiftOpen shift{world.subject(), where, "helper", world.now(), world.ago(-300), 0, 90};
  world.say(*world.attestor, shift, kScopedClass);
  world.wait(120);
  const Digest device = world.digest();
  std::vector<Act> acts;
  for (int i = 0; i < people; ++i) {
    const Actor who = world.enrol();
    const SubjectId signup = world.subject();
    acts.push_back(personal(who, ShiftSignUp{signup, shift.shift, who.person, world.ago(90)}));
    acts.push_back(personal(who, CheckIn{signup, CheckMethod::kQr, "", world.ago(60), "",
                                         !told  ? Digest{}
                                         : same ? device
                                                : world.digest()}));
  }
  return world.look("H18", acts);
}

TEST(Devices, OfThreeVolunteersAreRaisedOfTwoNot) {
  EXPECT_EQ(checkIns(3, true).raised, 1U);
  EXPECT_EQ(checkIns(2, true).raised, 0U);
  EXPECT_EQ(checkIns(5, false).raised, 0U);
}

TEST(Devices, ThatNoCheckInTellsAreNotChecked) {
  EXPECT_EQ(checkIns(3, true, false).checked, Checked::kNot);
}

}  // namespace
}  // namespace audit::tests
