#include "ledger/event/json_value.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

TEST(JsonValue, WritesOneLineInTheOrderGiven) {
  JsonValue value;
  value.set("z", 1);
  value.set("a", JsonValue::List{true, JsonValue(), "text"});
  EXPECT_EQ(value.line(), R"({"z":1,"a":[true,null,"text"]})");
}

TEST(JsonValue, IndentsForAPerson) {
  const JsonValue value(JsonValue::Fields{{"a", JsonValue::List{1, 2}}, {"b", JsonValue::Fields{}}});
  EXPECT_EQ(value.pretty(), "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
}

TEST(JsonValue, EscapesQuotesBackslashesAndControlCharacters) {
  EXPECT_EQ(quoteJson("a\"b\\c\n\x7f"), R"("a\"b\\c\n\u007f")");
  EXPECT_EQ(quoteJson("Өмір"), "\"Өмір\"");
}

TEST(JsonValue, FindsAFieldByItsName) {
  const JsonValue value(JsonValue::Fields{{"a", 1}});
  ASSERT_NE(value.find("a"), nullptr);
  EXPECT_EQ(*value.find("a")->integer(), 1);
  EXPECT_EQ(value.find("b"), nullptr);
  EXPECT_EQ(JsonValue(1).find("a"), nullptr);
}

}  // namespace
}  // namespace ledger
