#include "audit/answers/typed.h"

#include <gtest/gtest.h>

#include "audit/log/note.h"
#include "tests/audit/answers/answered_log.h"

namespace audit::tests {
namespace {

TEST(Typed, AKeyThatIsNoneSaysWhatToGive) {
  const std::string key = verifierKeyOf(keyOf(1)).text();
  ASSERT_TRUE(VerifierKey::parse(key));
  std::string mistyped = key;
  mistyped.back() = mistyped.back() == 'A' ? 'B' : 'A';
  ASSERT_FALSE(VerifierKey::parse(mistyped));
  EXPECT_NE(whyNoKey(mistyped).find("mistyped"), std::string::npos);
  EXPECT_NE(whyNoKey("log.example").find("of the form name+hash+base64"), std::string::npos);
  ::tests::TempFolder folder;
  const auto file = folder / "vkey.txt";
  writeFile(file, bytesOf(key));
  EXPECT_NE(whyNoKey(file.string()).find("is a file: the option takes the key itself"), std::string::npos);
}

TEST(Typed, IdsOfRulesAreOfEitherCase) {
  EXPECT_EQ(inCapitals("e07"), "E07");
  EXPECT_EQ(inCapitals("E07"), "E07");
}

}  // namespace
}  // namespace audit::tests
