#include "ledger/event/json_gate.h"

#include <gtest/gtest.h>

#include <string>

namespace ledger {
namespace {

std::string gateReason(std::string_view text) {
  const auto parsed = parseJson(text);
  return parsed ? "accepted " + parsed->line() : parsed.error().reason;
}

TEST(JsonGate, TakesEveryShapeAndKeepsTheOrderOfFields) {
  const auto parsed = parseJson(R"( {"b":[1,-2,true,null],"a":"Қазақ \u041a","n":999999999999999999} )");
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  EXPECT_EQ(parsed->line(), R"({"b":[1,-2,true,null],"a":"Қазақ К","n":999999999999999999})");
}

TEST(JsonGate, DecodesEscapesAsWritten) {
  const auto parsed = parseJson(R"("\u041a\u0430\u0437\u0430\u0445 \ud83d\ude00 \"\\\/")");
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  EXPECT_EQ(*parsed->text(), "Казах 😀 \"\\/");
}

TEST(JsonGate, RefusesANameThatStandsTwiceAfterUnescaping) {
  EXPECT_EQ(gateReason(R"({"a":1,"a":2})"), "JSON_NAME_TWICE");
  EXPECT_EQ(gateReason(R"({"a":1,"\u0061":2})"), "JSON_NAME_TWICE");
  EXPECT_EQ(gateReason(R"([{"a":1},{"a":2}])"), R"(accepted [{"a":1},{"a":2}])");
}

TEST(JsonGate, RefusesEveryNumberThatIsNoSmallInteger) {
  for (const char* text : {"1.0", "1e3", "-0.5", "1E400", "1000000000000000000", "-1000000000000000000",
                           "99999999999999999999999999", "18446744073709551615"}) {
    EXPECT_EQ(gateReason(text), "JSON_NUMBER") << text;
  }
  for (const char* text : {"01", "+1", "0x10", "NaN", "Infinity", ".5", "1."}) {
    EXPECT_EQ(gateReason(text), "JSON_MALFORMED") << text;
  }
  const std::string long_number(10'000, '9');
  EXPECT_EQ(gateReason(long_number), "JSON_NUMBER");
}

TEST(JsonGate, TakesSixteenLevelsAndNoMore) {
  EXPECT_TRUE(parseJson(std::string(16, '[') + std::string(16, ']')).ok());
  EXPECT_EQ(gateReason(std::string(17, '[') + std::string(17, ']')), "JSON_TOO_DEEP");
  EXPECT_EQ(gateReason(std::string(100'000, '[')), "JSON_TOO_DEEP");
}

TEST(JsonGate, RefusesControlCharactersEscapedOrNot) {
  EXPECT_EQ(gateReason("\"a\x01\""), "JSON_CONTROL_CHARACTER");
  EXPECT_EQ(gateReason(R"("a\u0000b")"), "JSON_CONTROL_CHARACTER");
  EXPECT_EQ(gateReason(R"("a\tb")"), "JSON_CONTROL_CHARACTER");
  EXPECT_EQ(gateReason(R"("\u0085")"), "JSON_CONTROL_CHARACTER");
  EXPECT_EQ(gateReason(R"({"a\u007f":1})"), "JSON_CONTROL_CHARACTER");
  EXPECT_EQ(gateReason("\"\xc2\x85\""), "JSON_CONTROL_CHARACTER");
}

TEST(JsonGate, RefusesWhatFollowsTheValue) {
  EXPECT_EQ(gateReason("{} {}"), "JSON_MALFORMED");
  EXPECT_EQ(gateReason("1 x"), "JSON_MALFORMED");
  EXPECT_EQ(gateReason(std::string_view("{}\0hidden", 9)), "JSON_CONTROL_CHARACTER");
}

TEST(JsonGate, RefusesAByteOrderMarkAndBadUtf8) {
  EXPECT_EQ(gateReason("\xef\xbb\xbf{}"), "JSON_MALFORMED");
  for (const char* text : {"\"\xff\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "\"\xf5\x80\x80\x80\"", R"("\ud800")",
                           R"("\udc00x")", R"("\ud800A")"}) {
    EXPECT_EQ(gateReason(text), "JSON_MALFORMED") << text;
  }
}

TEST(JsonGate, RefusesCommentsTrailingCommasAndHalves) {
  for (const char* text : {"", " ", "{", "[1,]", "{\"a\":1,}", "/* x */ 1", "'a'", "{a:1}", "\"", "tru"}) {
    EXPECT_EQ(gateReason(text), "JSON_MALFORMED") << text;
  }
}

TEST(JsonGate, RefusesMoreBytesOrNamesThanItMayHold) {
  const std::string padded = std::string(limits::kJsonLineBytesMax, ' ') + "1";
  EXPECT_EQ(gateReason(padded), "JSON_TOO_LONG");
  std::string wide = "{";
  for (int i = 0; i < 257; ++i) wide += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":1";
  EXPECT_EQ(gateReason(wide + "}"), "JSON_TOO_LONG");
}

TEST(JsonGate, NamesLineAndColumn) {
  const auto parsed = parseJson("{\n  \"a\": 1,\n  \"b\": x\n}", 10);
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().message, "line 12, column 8: this is not JSON");
}

}  // namespace
}  // namespace ledger
