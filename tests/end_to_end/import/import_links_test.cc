// Ids of another system, beside what was imported: links for a clerk to sign, or why there is none.
#include "tools/asar/import_links.h"

#include <gtest/gtest.h>

#include "tests/end_to_end/import/import_world.h"

namespace tests {
namespace {

using namespace ledger;

const std::string kMapping = R"(
[source]
kind = "csv"

[[row]]
command = "organisationRegister"
[row.fields]
organisation = {id = "organisation/{code}"}
office = "{$office}"
kind = "ngo"
region = "KZ-75"
names = {kk = "{name}", ru = "{name}", en = "{name}"}

[[link]]
once = "{code}"
when = [{value = "{there}", equals = ["yes"]}]
subject = {id = "organisation/{code}"}
externalId = {code = "{code}"}
)";
const std::string kRows = "code,name,there\nA,Sample Hands,yes\nB,Sample Roots,no\nC,Sample Wings,yes\n";

struct LinkWorld : ImportWorld {
  SubjectId system = newId();

  LinkWorld() {
    const ExternalSystemRegister registered{system, "sample-portal", {"Үлгі", "Образец", "Sample"}, office};
    EXPECT_EQ(refusalByTwo(authority1, authority2, registered), "");
  }
  static tools::ImportInput input(const SubjectId& office, const std::string& mapping, const std::string& source) {
    auto parsed = tools::parseMapping(mapping);
    EXPECT_TRUE(parsed.ok());
    return {std::move(*parsed), source, {{"office", office.text()}}, {}};
  }
  State state() {
    State copy;
    ledger->inspect([&](const State& held) { copy = held; });
    return copy;
  }
  Result<tools::LinkPlan> plan(const std::string& mapping = kMapping, const std::string& source = kRows) {
    return tools::planLinks(input(office, mapping, source), state(), {system, clerk.person, now()}, random);
  }
  SubjectId bring(const std::string& mapping = kMapping, const std::string& source = kRows) {
    const auto from = input(office, mapping, source);
    const auto converted = tools::convert(from, state(), importer.person, clock.now(), random);
    EXPECT_TRUE(converted.ok());
    EXPECT_EQ(submitParts(*converted, 0), "");
    return converted->batch;
  }
};

SubjectId organisationOf(const SubjectId& batch, const std::string& code) {
  return SubjectId{tools::derivedId(batch, "organisation/" + code)};
}

TEST(ImportLinks, PointToWhatTheSameImportBroughtIn) {
  LinkWorld world;
  const auto before = world.plan();
  ASSERT_TRUE(before.ok()) << before.error().message;
  ASSERT_EQ(before->refused.size(), 2U) << "nothing is imported yet";
  EXPECT_EQ(before->refused[0].reason, "UNKNOWN_SUBJECT");
  EXPECT_EQ(before->refused[1].row, 2U);
  EXPECT_EQ(world.bring(), before->batch);
  const auto plan = world.plan();
  ASSERT_TRUE(plan.ok());
  for (const auto& one : plan->refused) ADD_FAILURE() << one.reason << ": " << one.message;
  ASSERT_EQ(plan->to_sign.size(), 2U) << "B is not there";
  const auto& link = plan->to_sign[1].second.body.get<ExternalIdLink>();
  EXPECT_EQ(link.external_id, "C");
  EXPECT_EQ(link.subject, organisationOf(plan->batch, "C"));
  EXPECT_EQ(world.refusal(world.clerk, link), "") << "and the ledger takes it";
}

TEST(ImportLinks, MadeBeforeArePassedOverAndTakenOnesAreTold) {
  LinkWorld world;
  const SubjectId batch = world.bring();
  for (const auto& [id, subject] :
       {std::pair{"A", organisationOf(batch, "A")}, std::pair{"C", organisationOf(batch, "B")}})
    EXPECT_EQ(world.refusal(world.clerk, ExternalIdLink{world.newId(), world.system, subject, id, world.now()}), "");
  const auto plan = world.plan();
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->known, 1U);
  EXPECT_TRUE(plan->to_sign.empty());
  ASSERT_EQ(plan->refused.size(), 1U);
  EXPECT_EQ(plan->refused[0].reason, "LINK_TAKEN");
  EXPECT_NE(plan->refused[0].message.find(organisationOf(batch, "B").text()), std::string::npos);
}

// The ids of the other side that are to be signed, in order.
std::string idsOf(const tools::LinkPlan& plan) {
  std::string ids;
  for (const auto& [row, command] : plan.to_sign) ids += command.body.get<ExternalIdLink>().external_id + " ";
  return ids;
}

TEST(ImportLinks, TakeATextOnceInEachRule) {
  LinkWorld world;
  const std::string mapping = kMapping + R"(
[[link]]
once = "{code}"
subject = {id = "organisation/{code}"}
externalId = {code = "{code}-old"}

[[link]]
once = "again {code}"
subject = {id = "organisation/{code}"}
externalId = {code = "{code}-old"}
)";
  const std::string source = kRows + "A,Sample Hands,yes\n";
  std::string once = mapping;
  once.insert(once.find("command = \"organisationRegister\""), "once = \"{code}\"\n");
  world.bring(once, source);
  const auto plan = world.plan(once, source);
  ASSERT_TRUE(plan.ok()) << plan.error().message;
  for (const auto& one : plan->refused) ADD_FAILURE() << one.reason << ": " << one.message;
  EXPECT_EQ(idsOf(*plan), "A A-old B-old C C-old ") << "what one rule has seen is new to another";
  EXPECT_EQ(plan->known, 0U) << "what this run links itself was not linked before";
}

TEST(ImportLinks, ThatComeToNothingUseUpNoText) {
  LinkWorld world;
  const std::string mapping = kMapping.substr(0, kMapping.find("[[link]]")) + R"(
[[link]]
once = "{mark}"
subject = {id = "organisation/{of}"}
externalId = {code = "{ext}"}
)";
  const std::string source =
      "code,name,mark,of,ext\nA,Sample Hands,M,A,\nB,Sample Roots,M,Z,E-1\nC,Sample Wings,M,C,E-2\n"
      "D,Sample Seeds,M,D,E-3\n";
  world.bring(mapping, source);
  const auto plan = world.plan(mapping, source);
  ASSERT_TRUE(plan.ok()) << plan.error().message;
  ASSERT_EQ(plan->refused.size(), 2U);
  EXPECT_EQ(plan->refused[0].row, 0U) << "without an id of the other side";
  EXPECT_EQ(plan->refused[1].reason, "UNKNOWN_SUBJECT");
  EXPECT_EQ(idsOf(*plan), "E-2 ") << "the first that holds, and none after it";
}

TEST(ImportLinks, OfOneRowAreForgottenElementByElement) {
  LinkWorld world;
  const std::string mapping = R"(
[source]
kind = "json"
records = "all"

[[row]]
command = "organisationRegister"
[row.fields]
organisation = {id = "organisation/{code}"}
office = "{$office}"
kind = "ngo"
region = "KZ-75"
names = {kk = "{code}", ru = "{code}", en = "{code}"}

[[link]]
each = "ids"
once = "{@.id}"
subject = {id = "organisation/{@.of}"}
externalId = {code = "{@.id}"}
)";
  const std::string source = R"({"all":[{"code":"A","ids":[{"id":"E-1","of":"A"},{"id":"E-2","of":"Z"}]},)"
                             R"({"code":"B","ids":[{"id":"E-1","of":"B"},{"id":"E-2","of":"B"}]}]})";
  world.bring(mapping, source);
  const auto plan = world.plan(mapping, source);
  ASSERT_TRUE(plan.ok()) << plan.error().message;
  ASSERT_EQ(plan->refused.size(), 1U) << "E-1 of the second row is passed over";
  EXPECT_EQ(plan->refused[0].external_id, "E-2");
  EXPECT_EQ(idsOf(*plan), "E-1 E-2 ");
  EXPECT_EQ(plan->to_sign.back().first, 1U);
}

TEST(ImportLinks, NeedALinkInTheMapping) {
  LinkWorld world;
  const std::string without = kMapping.substr(0, kMapping.find("[[link]]"));
  EXPECT_EQ(world.plan(without).error().reason, "BAD_MAPPING");
  for (const char* wrong :
       {"[[link]]\nsubject = \"x\"\n", "[[link]]\nsubject = \"x\"\nexternalId = \"y\"\nid = \"z\"\n"})
    EXPECT_EQ(tools::parseMapping(without + wrong).error().reason, "BAD_MAPPING") << wrong;
  const auto absent = world.plan(kMapping, "code,name\nA,Sample Hands\n");
  ASSERT_TRUE(absent.ok());
  EXPECT_EQ(absent->refused.at(0).reason, "MISSING_COLUMN");
}

TEST(ImportLinks, FindTheSystemByCodeOrId) {
  LinkWorld world;
  const State state = world.state();
  EXPECT_EQ(*tools::systemIn(state, "sample-portal"), world.system);
  EXPECT_EQ(*tools::systemIn(state, world.system.text()), world.system);
  EXPECT_NE(tools::systemIn(state, "portal").error().message.find("there are sample-portal"), std::string::npos);
  EXPECT_EQ(world.refusalByTwo(world.authority1, world.authority2, ExternalSystemRetire{world.system, world.now()}),
            "");
  EXPECT_EQ(tools::systemIn(world.state(), "sample-portal").error().reason, "WRONG_STATE");
}

}  // namespace
}  // namespace tests
