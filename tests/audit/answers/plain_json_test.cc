#include "audit/answers/plain_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace audit::tests {
namespace {

TEST(PlainJson, IsReadAsItStands) {
  for (const char* text : {R"({"a":{"a":1,"b":[{"a":2},{"a":3}]},"b":-5,"c":"1.0","d":null,"e":true})", "[]", "7",
                           R"({"largest":18446744073709551615,"least":-9223372036854775808})"})
    EXPECT_EQ(plainJson(text), nlohmann::json::parse(text)) << text;
  EXPECT_TRUE(plainJson("{").is_discarded());
  EXPECT_TRUE(plainJson("").is_discarded());
}

TEST(PlainJson, IsNotWhatReadersTakeDifferently) {
  for (const char* text : {R"({"a":1,"a":1})", R"({"a":{"b":1,"b":2}})", R"([{"a":1,"\u0061":1}])", "1.0", "[1e0]",
                           R"({"a":9007199254740992.0})", "18446744073709551616"})
    EXPECT_TRUE(plainJson(text).is_discarded()) << text;
}

TEST(PlainJson, IsReadHoweverDeep) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += R"({"a":)";
  EXPECT_TRUE(plainJson(deep + "1.0" + std::string(200'000, '}')).is_discarded());
  EXPECT_TRUE(plainJson(deep + "1" + std::string(200'000, '}')).is_object());
}

}  // namespace
}  // namespace audit::tests
