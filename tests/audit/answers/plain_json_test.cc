#include "audit/answers/plain_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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

}  // namespace
}  // namespace audit::tests
