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

// A document, where the folder of evidence would hold it.
class Document {
 public:
  Document(const std::filesystem::path& folder, std::string text) : text_(std::move(text)) {
    const std::string name = hexOf(sha256(bytesOf(text_)));
    std::filesystem::create_directories(folder / name.substr(0, 2));
    file_ = folder / name.substr(0, 2) / name;
  }
  Digest hash() const {
    Digest hash;
    std::ranges::copy(sha256(bytesOf(text_)), hash.bytes.begin());
    return hash;
  }
  void keep(const char* more = "") const { std::ofstream(file_) << text_ << more; }

 private:
  std::string text_;
  std::filesystem::path file_;
};

TEST(Evidence, ThatIsMissingOrAlteredIsRaised) {
  const ::tests::TempFolder folder;
  RulesWorld world;
  world.evidence = folder.path();
  const Document invoice(folder.path(), "An invoice.");
  world.spend(world.paid(), 700'000, [&](auto& one) { one.document_hash = invoice.hash(); });
  Outcome outcome = world.look("E04");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.checked, Checked::kWhole);
  invoice.keep();
  EXPECT_EQ(world.raised("E04"), 0U);
  invoice.keep(" ");
  EXPECT_EQ(world.raised("E04"), 1U);
}

TEST(Evidence, OfActsOfAcceptanceIsReadToo) {
  const ::tests::TempFolder folder;
  RulesWorld world;
  const Document report(folder.path(), "An act of acceptance.");
  const SubjectId deliverable = world.subject();
  world.say(*world.funder_one,
            DeliverableAccept{deliverable, world.contracted(), kzt(700'000), report.hash(), world.now()}, kPublicClass);
  EXPECT_EQ(world.look("E04").missing.at(0).values.at(0).text, "1") << "without a folder";
  world.evidence = folder.path();
  const Outcome outcome = world.look("E04");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.findings.at(0).subjects.at(0).kind, "deliverable");
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 700'000);
  report.keep();
  EXPECT_EQ(world.raised("E04"), 0U);
  report.keep(" ");
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
