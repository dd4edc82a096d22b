// E04, E31, E32, E34, each with what just is none, and what is not there to be checked.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "audit/base/sha256.h"
#include "tests/audit/rules/rules_world.h"
#include "tests/support/temp_folder.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

TEST(Evidence, ThatTheVerifierCouldNotReadIsRaisedWhileItStands) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const SubjectId unreadable = world.spend(grant, 700'000);
  const SubjectId other = world.spend(grant, 300'000);
  world.say(*world.verifier, ExpenditureQuery{grant, other, ExpenditureReason::kOther, world.now()}, kPublicClass);
  EXPECT_EQ(world.raised("E04"), 0U);
  world.say(*world.verifier, ExpenditureQuery{grant, unreadable, ExpenditureReason::kUnreadable, world.now()},
            kPublicClass);
  const Outcome outcome = world.look("E04");
  EXPECT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.checked, Checked::kPart);  // the documents themselves are not there
  world.say(*world.verifier, ExpenditureVerify{grant, unreadable, world.now()}, kPublicClass);
  EXPECT_EQ(world.raised("E04"), 0U);
}

TEST(Evidence, ThatIsMissingOrAlteredIsRaised) {
  const ::tests::TempFolder folder;
  RulesWorld world;
  world.evidence = folder.path();
  const SubjectId grant = world.paid();
  const std::string text = "An invoice.";
  const Hash hash = sha256(bytesOf(text));
  world.spend(grant, 700'000, [&](auto& one) { std::ranges::copy(hash, one.document_hash.bytes.begin()); });
  Outcome outcome = world.look("E04");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.checked, Checked::kWhole);
  const std::string name = hexOf(hash);
  std::filesystem::create_directories(folder.path() / name.substr(0, 2));
  const auto file = folder.path() / name.substr(0, 2) / name;
  std::ofstream(file) << text;
  EXPECT_EQ(world.raised("E04"), 0U);
  std::ofstream(file) << text << " ";
  EXPECT_EQ(world.raised("E04"), 1U);
}

TEST(AbsentInputs, AreSaidAndNotPassed) {
  RulesWorld world;
  world.spend(world.paid(), 700'000, [](auto& one) { one.line = "labour"; });
  for (const char* rule : {"E31", "E32"}) {
    const Outcome outcome = world.look(rule);
    EXPECT_EQ(outcome.checked, Checked::kNot) << rule;
    EXPECT_EQ(outcome.missing.size(), 1U) << rule;
    EXPECT_EQ(outcome.raised, 0U) << rule;
  }
}

class DonationWorld : public RulesWorld {
 public:
  DonationWorld() {
    other_programme = subject();
    agree(first, second, ProgrammeDefine{other_programme, office, "umit", {"P", "P", "P"}, {}}, kPublicClass);
    donation = subject();
    say(*officer,
        DonationRecord{donation, grantee, {}, DonorKind::kPerson, kzt(700'000), programme, "P", digest(), now()},
        kPublicClass);
    other_project = subject();
    say(*officer,
        ProjectStart{other_project, other_programme, grantee, "KZ-AST", today(), today() + 9, {"a", "b", "c"}},
        kPublicClass);
  }
  DonationAllocate allocation(const SubjectId& to) { return {subject(), to, donation, kzt(1), now()}; }

  SubjectId other_programme, other_project, donation;
};

TEST(Donations, ForOneProgrammeGivenToAnotherAreRaised) {
  DonationWorld world;
  world.say(*world.officer, world.allocation(world.project), kPublicClass);
  EXPECT_EQ(world.raised("E34"), 0U);
  EXPECT_EQ(world.raised("E34", act(*world.officer, world.allocation(world.other_project))), 1U);
}

}  // namespace
}  // namespace audit::tests
