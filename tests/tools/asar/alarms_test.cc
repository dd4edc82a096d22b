#include "tools/asar/alarms.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

std::string reportOf(const std::string& findings) {
  return R"({"origin":"log.example/a","size":90,"findingsTotal":7,"findings":[)" + findings + "]}\n";
}
// An alarm of E07 with these further fields.
std::string alarmOf(const std::string& evidence, const std::string& more = "") {
  return R"({"rule":"E07","version":2,"severity":"high","evidence":)" + evidence + more + "}";
}
Alarm only(const std::string& alarm) {
  const auto file = alarmsFrom(reportOf(alarm));
  EXPECT_TRUE(file.ok()) << alarm;
  return file ? file->alarms.at(0) : Alarm{};
}
ledger::FindingRaise raisedFrom(const Alarm& alarm) {
  ledger::FindingRaise raised;
  raised.rule = alarm.rule;
  raised.document = alarm.hash;
  for (const ledger::Position entry : alarm.entries) raised.entries.push_back({entry});
  return raised;
}

TEST(Alarms, AreReadWithTheirNumbersAndKeptWhole) {
  const auto file = alarmsFrom(reportOf(alarmOf("[3,9]") + "," + alarmOf("[]", R"(,"minutes":90)")));
  ASSERT_TRUE(file.ok()) << file.error().message;
  EXPECT_EQ(file->origin, "log.example/a");
  EXPECT_EQ(file->size, 90U);
  EXPECT_EQ(file->total, 7U);
  ASSERT_EQ(file->alarms.size(), 2U);
  EXPECT_EQ(file->alarms[0].number, 1U);
  EXPECT_EQ(file->alarms[0].entries, (std::vector<ledger::Position>{3, 9}));
  EXPECT_EQ(file->alarms[0].version, 2U);
  EXPECT_EQ(file->alarms[0].minutes, 0U);
  EXPECT_EQ(file->alarms[1].minutes, 90U);
  EXPECT_NE(file->alarms[0].document.find("\"severity\""), std::string::npos);
  EXPECT_EQ(file->alarms[0].hash, ledger::sha256(ledger::asBytes(file->alarms[0].document)));
}

TEST(Alarms, HaveAnAmountWhereACommandHoldsIt) {
  const auto amount = [](const std::string& minor, const std::string& currency = "KZT") {
    return only(alarmOf("[1]", R"(,"amount":{"minor":")" + minor + R"(","currency":")" + currency + "\"}")).amount;
  };
  EXPECT_EQ(amount("77700"), (ledger::Money{77'700, *ledger::Currency::parse("KZT")}));
  EXPECT_EQ(amount("1000000000000000").minor, 1'000'000'000'000'000);
  for (const char* minor : {"0", "-5", "1000000000000001", "99999999999999999999999", "12x", ""})
    EXPECT_EQ(amount(minor), ledger::Money{}) << minor;
  EXPECT_EQ(amount("5", "tenge"), ledger::Money{});
  EXPECT_EQ(only(alarmOf("[1]")).amount, ledger::Money{});
}

TEST(Alarms, OfAnotherFormAreRefusedWithThePlace) {
  for (const std::string& wrong :
       {std::string("{}"), reportOf("1"), reportOf(R"({"rule":"E07"})"), reportOf(alarmOf("{}")),
        reportOf(alarmOf("[-1]")), reportOf(alarmOf(R"(["1"])")), reportOf(alarmOf("[1]", R"(,"minutes":-1)")),
        reportOf(alarmOf("[1]", R"(,"amount":{"minor":1})")), std::string(R"({"findings":[]})")}) {
    const auto file = alarmsFrom(wrong);
    ASSERT_FALSE(file.ok()) << wrong;
    EXPECT_EQ(file.error().reason, "RULES_FORM") << wrong;
  }
  EXPECT_EQ(alarmsFrom("{").error().reason, "JSON_MALFORMED");
}

TEST(Alarms, AreKnownByTheirRuleAndEntries) {
  RaisedFindings raised;
  raised.add(raisedFrom(only(alarmOf("[3,9]"))));
  EXPECT_TRUE(raised.hold(only(alarmOf("[3,9]"))));
  EXPECT_TRUE(raised.hold(only(alarmOf("[3,9]", R"(,"minutes":4)")))) << "said in other words";
  EXPECT_FALSE(raised.hold(only(alarmOf("[3]"))));
  EXPECT_FALSE(raised.hold(only(alarmOf("[39]"))));
  EXPECT_FALSE(raised.hold(only(alarmOf("[3,9]").replace(9, 3, "E06"))));
}

// Of two subjects or amounts that the same entries show.
TEST(Alarms, OfTheSameEntriesAreKnownByTheirWords) {
  const auto file =
      alarmsFrom(reportOf(alarmOf("[3,9]") + "," + alarmOf("[3,9]", R"(,"minutes":4)") + "," + alarmOf("[3]")));
  ASSERT_TRUE(file.ok()) << file.error().message;
  const std::vector<Alarm>& alarms = file->alarms;
  RaisedFindings raised;
  raised.add(raisedFrom(alarms[0]));
  EXPECT_TRUE(raised.hold(alarms[0]));
  EXPECT_FALSE(raised.hold(alarms[1]));
  raised.add(raisedFrom(alarms[1]));
  EXPECT_TRUE(raised.hold(alarms[1]));
  EXPECT_FALSE(alarms[0].alone);
  EXPECT_TRUE(alarms[2].alone);
}

TEST(Alarms, WithoutEntriesAreKnownByTheirWords) {
  RaisedFindings raised;
  raised.add(raisedFrom(only(alarmOf("[]"))));
  EXPECT_TRUE(raised.hold(only(alarmOf("[]"))));
  EXPECT_FALSE(raised.hold(only(alarmOf("[]", R"(,"minutes":4)"))));
}

}  // namespace
}  // namespace tools
