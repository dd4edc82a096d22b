// Imports of made sources: all-or-nothing rows, going on after a break, voiding, and the readers.
#include <gtest/gtest.h>

#include "tests/end_to_end/import/import_world.h"

namespace tests {
namespace {

using namespace ledger;

std::string mappingText() {
  return readText(std::filesystem::path(ASAR_SOURCE_DIR) / "tests/end_to_end/import/time_use_diaries.toml");
}

const std::string kDiaries =
    "person_seq,diary_year,diary_month,diary_day,holiday,activity_tier_code,minutes\r\n"
    "1,2003,1,2,no,159989,45\r\n2,2003,1,3,no,150299,180\r\n3,2003,1,3,no,150299,many\r\n2,2003,1,3,no,150102,1300\r\n";

TEST(Import, RejectsARowWholeAndGoesOn) {
  ImportWorld world;
  const auto converted = world.convertText(mappingText(), kDiaries);
  ASSERT_TRUE(converted.ok()) << converted.error().message;
  ASSERT_EQ(converted->rejects.size(), 2U);
  EXPECT_EQ(converted->rejects[0].reason, "BAD_NUMBER");
  EXPECT_EQ(converted->rejects[1].reason, "DAY_OVER_1440");
  // Person 3 appears in the rejected row alone, so she is not registered.
  EXPECT_EQ(converted->totals.at("personRegister").commands, 2U);
  EXPECT_EQ(converted->unmapped.at("holiday"), 4U);
}

TEST(Import, GoesOnWhereItBrokeOff) {
  ImportWorld world;
  const auto first = world.convertText(mappingText(), kDiaries);
  ASSERT_TRUE(first.ok()) << first.error().message;
  ASSERT_EQ(first->parts.size(), 3U);
  EXPECT_EQ(world.submitParts(*first, 0, 1), "");
  const auto second = world.convertText(mappingText(), kDiaries);
  ASSERT_TRUE(second.ok()) << second.error().message;
  EXPECT_EQ(second->batch, first->batch);
  EXPECT_EQ(second->recorded_parts, 1U);
  EXPECT_EQ(second->rejects.size(), 2U);
  EXPECT_EQ(world.submitParts(*second, second->recorded_parts), "");
  const auto third = world.convertText(mappingText(), kDiaries);
  ASSERT_TRUE(third.ok()) << third.error().message;
  EXPECT_EQ(third->recorded_parts, 3U);
  EXPECT_EQ(third->rejects.size(), 2U);
}

TEST(Import, OfAVoidedBatchIsRefusedUnderTheSameId) {
  ImportWorld world;
  const auto converted = world.convertText(mappingText(), kDiaries);
  ASSERT_TRUE(converted.ok());
  ASSERT_EQ(world.submitParts(*converted, 0), "");
  const Command empty{world.random.id<NonceId>(), {}, ImportVoid{converted->batch, world.now()}};
  EXPECT_EQ(world.submitCommands({empty}, Visibility::kPublic), "");
  EXPECT_EQ(world.convertText(mappingText(), kDiaries).error().reason, "BATCH_VOIDED");
}

TEST(Import, ReadsCsvAsRfc4180Says) {
  const auto rows = tools::readCsvRows("\xEF\xBB\xBFname,note\r\n\"A, B\",\"said \"\"yes\"\"\nand left\"\r\nC,\n");
  ASSERT_TRUE(rows.ok()) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(*rows->at(0).find("name"), "A, B");
  EXPECT_EQ(*rows->at(0).find("note"), "said \"yes\"\nand left");
  EXPECT_EQ(*rows->at(1).find("note"), "");
  EXPECT_EQ(rows->at(1).raw, "C,");
  EXPECT_EQ(tools::readCsvRows("a,b\n1\n").error().reason, "BAD_CSV");
  EXPECT_EQ(tools::readCsvRows("a\n\"1\n").error().reason, "BAD_CSV");
  EXPECT_EQ(tools::readCsvRows("a\n\"1\"x\n").error().reason, "BAD_CSV");
}

TEST(Import, RefusesCellsThatCannotBeToldApart) {
  EXPECT_EQ(tools::readCsvRows("a,b,a\n1,2,3\n").error().reason, "BAD_CSV");
  EXPECT_TRUE(tools::readCsvRows("a,,\n1,,\n").ok());
  EXPECT_EQ(tools::readJsonRows(R"([{"a":1,"a":2}])", "").error().reason, "BAD_JSON");
  EXPECT_EQ(tools::readJsonRows(R"([{"a":{"b":1},"a.b":2}])", "").error().reason, "BAD_JSON");
}

TEST(Import, TakesJsonAsTheGateDoes) {
  const std::string good = R"([{"a":"b"}])";
  ASSERT_TRUE(tools::readJsonRows(good, "").ok());
  const std::pair<std::string, const char*> bad[] = {
      {"\xEF\xBB\xBF" + good, "line 1, column 1: starts with a byte-order mark"},
      {good + std::string(1, '\0') + "]]", "line 1, column 12: a control character"},
      {"[{\"a\":\n\"b\x01\"}]", "line 2, column 3: a control character"},
      {R"([{"a":"b\u0000"}])", "a text holds a control character"},
      {R"([{"a":"b\n"}])", "a text holds a control character"},
      {R"([{"a\u0085":"b"}])", "a text holds a control character"},
      {R"([{"a":{"x":{},"x":{}}}])", "it names \"x\" twice in one object"},
      {R"([{"a":"b","\u0061":"c"}])", "it names \"a\" twice in one object"},
      {good + good, "byte 12 does not fit"},
      {"[{\"a\":\"\xFF\"}]", "byte 8 does not fit"}};
  for (const auto& [source, why] : bad) {
    const auto rows = tools::readJsonRows(source, "");
    ASSERT_FALSE(rows.ok()) << why;
    EXPECT_EQ(rows.error().reason, "BAD_JSON");
    EXPECT_EQ(rows.error().message, std::string("the source is not JSON as we take it: ") + why);
  }
  const std::string twice = R"({"all":[{"a":1}],"of":1,"of":2})";
  EXPECT_NE(tools::readJsonRows(twice, "all").error().message.find("\"of\" twice"), std::string::npos);
  const std::string lists = R"({"all":[{"a":1}],"all":[{"a":2}]})";
  EXPECT_EQ(tools::readJsonRows(lists, "all").error().reason, "BAD_JSON");
  EXPECT_EQ(tools::readJsonRows(std::string(17, '[') + std::string(17, ']'), "").error().reason, "BAD_JSON");
}

TEST(Import, ReadsJsonRecordsAtTheirPathAndKeepsNumbersAsWritten) {
  const auto rows = tools::readJsonRows(R"({"of":{"x":1},"all":[{"a":{"b":[1.10,2]}},{"a":null}]})", "all");
  ASSERT_TRUE(rows.ok()) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(*rows->at(0).find("a.b.0"), "1.10");
  EXPECT_TRUE(rows->at(0).has("a.b"));
  EXPECT_EQ(tools::readJsonRows("{\"all\":[", "all").error().reason, "BAD_JSON");
  EXPECT_EQ(tools::readJsonRows("{}", "all").error().reason, "BAD_JSON");
}

TEST(Import, SaysWhichMappingItCannotRead) {
  EXPECT_EQ(tools::parseMapping("[source").error().reason, "BAD_MAPPING");
  EXPECT_EQ(tools::parseMapping("[source]\nkind = \"xml\"").error().reason, "BAD_MAPPING");
  EXPECT_EQ(tools::parseMapping("[source]\nkind = \"csv\"").error().reason, "BAD_MAPPING");
}

TEST(Import, RefusesNamesInAMappingThatMeanNothing) {
  const std::string good = mappingText();
  ASSERT_TRUE(tools::parseMapping(good).ok());
  const std::pair<const char*, const char*> misspelt[] = {{"[[row]]", "[[rows]]"},
                                                          {"kind = \"csv\"", "kind = \"csv\"\nrecord = \"x\""},
                                                          {"once =", "ones ="},
                                                          {"offset =", "ofset ="}};
  for (const auto& [right, wrong] : misspelt) {
    std::string text = good;
    text.replace(text.find(right), std::string_view(right).size(), wrong);
    EXPECT_EQ(tools::parseMapping(text).error().reason, "BAD_MAPPING") << wrong;
  }
}

TEST(Import, DoesNotTakeAFaultOfTheMappingForABadRow) {
  ImportWorld world;
  std::string typed = mappingText();
  const std::string minutes = "minutes = {integer = \"{minutes}\"}";
  typed.replace(typed.find(minutes), minutes.size(), "minutes = {integer = \"{minutes}\", most = \"9\"}");
  EXPECT_EQ(world.convertText(typed, kDiaries).error().reason, "BAD_MAPPING");
  std::string unset = mappingText();
  unset.replace(unset.find("\"{minutes}\""), 11, "\"{$minutes}\"");
  EXPECT_EQ(world.convertText(unset, kDiaries).error().reason, "SETTING_MISSING");
}

TEST(Import, MakesCodesThatStayDistinct) {
  EXPECT_EQ(tools::codeOf("46293406 - 1"), "46293406_-_1");
  EXPECT_NE(tools::codeOf("A&B"), tools::codeOf("A?B"));
  EXPECT_EQ(tools::codeOf(std::string(200, 'x')).size(), 64U);
}

}  // namespace
}  // namespace tests
