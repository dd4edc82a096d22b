#include "tests/ledger/policies/shipped_policies.h"

#include <algorithm>
#include <set>

#include "ledger/event/describe.h"
#include "tests/support/world.h"

namespace tests {
namespace {

using namespace ledger;

std::string readmeOfPolicies() {
  std::ifstream file(policiesFolder() / "README.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ShippedPolicies, ALedgerTakesAllOfThem) {
  World world;
  ASSERT_EQ(world.failure(), "");
  const auto names = shippedPolicies();
  EXPECT_GE(names.size(), 14U);
  std::set<SubjectId> ids;
  for (const auto& name : names) {
    const auto policy = shippedPolicy(name);
    EXPECT_EQ(world.refusalByTwo(world.authority1, world.authority2, policy), "") << name;
    EXPECT_TRUE(ids.insert(policy.policy).second) << name << " has the id of another one";
  }
}

TEST(ShippedPolicies, OnlyWhatIsVerifiedIsSaidToBeInForce) {
  for (const auto& name : shippedPolicies()) {
    const bool verified = name == "kz_grant_classes" || name == "kz_mci_values";
    EXPECT_EQ(shippedPolicy(name).status, verified ? LegalStatus::kInForce : LegalStatus::kUnverified) << name;
  }
}

TEST(ShippedPolicies, TheirPageListsEachWithItsStatus) {
  const std::string page = readmeOfPolicies();
  for (const auto& name : shippedPolicies()) {
    const std::string status(nameOf(shippedPolicy(name).status));
    const auto row = page.find("`" + name + ".json`");
    ASSERT_NE(row, std::string::npos) << name;
    EXPECT_NE(page.substr(row, page.find('\n', row) - row).find("| " + status + " |"), std::string::npos) << name;
  }
}

TEST(ShippedPolicies, TheExampleOfEachKindIsTaken) {
  World world;
  SeededRandom random(4);
  const auto examples = examplesOf(Kind::kPolicyPublish);
  ASSERT_EQ(examples.size(), kEnumerants<PolicyKind>);
  for (const auto& example : examples) {
    const auto command = commandFromJson(example, random);
    ASSERT_TRUE(command.ok()) << example.line() << ": " << command.error().message;
    EXPECT_EQ(world.refusalByTwo(world.authority1, world.authority2, command->body), "") << example.line();
    EXPECT_EQ(commandFromJson(jsonOf(*command), random)->body, command->body) << example.line();
  }
}

}  // namespace
}  // namespace tests
