#include "ledger/seal/witness_policy.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

std::string vkeyOf(const std::string& name, NoteKeyType type, std::uint8_t seed) {
  return vkeyText(verifierKey(name, type, KeyPair::fromSeed(Seed{seed})->publicKey()));
}
std::string witness(const std::string& name, std::uint8_t seed, const std::string& url = "") {
  return "witness " + name + " " + vkeyOf("w.example/" + name, NoteKeyType::kCosignature, seed) +
         (url.empty() ? "" : " " + url) + "\n";
}
std::string log(std::uint8_t seed) {
  return "log " + vkeyOf("log.example/" + std::to_string(seed), NoteKeyType::kEd25519, seed) + "\n";
}
std::string reason(const std::string& text) {
  const auto policy = parseWitnessPolicy(text);
  return policy ? "" : policy.error().reason + " " + policy.error().message;
}

// As the example of the specification: two of three and one of three, both.
const std::string kExample = log(1) + "\n# by one organisation\n" + witness("X1", 11, "https://x1.example/w") +
                             witness("X2", 12) + witness("X3", 13) + "group X 2 X1 X2 X3\n" + witness("Y1", 21) +
                             witness("Y2", 22) + witness("Y3", 23) + "group Y any Y1 Y2 Y3\n" +
                             "\t group  X-and-Y\tall X Y \nquorum X-and-Y\n";

TEST(WitnessPolicy, ReadsTheExampleOfTheSpecification) {
  const auto policy = parseWitnessPolicy(kExample);
  ASSERT_TRUE(policy.ok()) << policy.error().message;
  EXPECT_EQ(policy->logs.size(), 1U);
  ASSERT_EQ(policy->witnesses.size(), 6U);
  EXPECT_EQ(policy->witnesses[0].url, "https://x1.example/w");
  EXPECT_EQ(policy->witnesses[1].url, "");
  ASSERT_EQ(policy->groups.size(), 3U);
  EXPECT_EQ(policy->groups[0].needed, 2U);
  EXPECT_EQ(policy->groups[2].needed, 2U);
}

TEST(WitnessPolicy, IsMetByEnoughOfEachGroup) {
  const auto policy = *parseWitnessPolicy(kExample);
  EXPECT_TRUE(policy.isMetBy({"X1", "X3", "Y2"}));
  EXPECT_TRUE(policy.isMetBy({"X1", "X2", "X3", "Y1", "Y2", "Y3"}));
  EXPECT_FALSE(policy.isMetBy({"X1", "Y1", "Y2", "Y3"}));
  EXPECT_FALSE(policy.isMetBy({"X1", "X2", "X3"}));
  EXPECT_FALSE(policy.isMetBy({}));
  EXPECT_FALSE(policy.isMetBy({"x1", "x3", "y2"})) << "names are bytes";
}

TEST(WitnessPolicy, MayAskForOneWitnessOrForNone) {
  EXPECT_TRUE(parseWitnessPolicy("quorum none\n")->isMetBy({}));
  const auto one = *parseWitnessPolicy(witness("X1", 11) + "quorum X1\n");
  EXPECT_TRUE(one.isMetBy({"X1"}));
  EXPECT_FALSE(one.isMetBy({}));
}

TEST(WitnessPolicy, TakesThirtyTwoOfEach) {
  std::string text;
  for (std::uint8_t i = 0; i < 32; ++i) text += log(static_cast<std::uint8_t>(100 + i));
  for (std::uint8_t i = 0; i < 32; ++i) text += witness("w" + std::to_string(i), static_cast<std::uint8_t>(1 + i));
  for (int i = 0; i < 32; ++i) text += "group g" + std::to_string(i) + " all w" + std::to_string(i) + "\n";
  EXPECT_EQ(reason(text + "quorum g31\n"), "");
}

TEST(WitnessPolicy, BytesAboveAsciiAreOpaque) {
  EXPECT_EQ(reason(witness("Алматы", 11) + "quorum Алматы\n"), "");
  EXPECT_EQ(reason("# \x80\xff\n" + witness("K", 11) + "quorum K\n"), "");
}

TEST(WitnessPolicy, RefusesEachMistakeWithItsLine) {
  const std::string x1 = witness("X1", 11);
  const std::vector<std::pair<std::string, std::string>> mistakes = {
      {x1, "no quorum"},
      {x1 + "quorum X1", "does not end"},
      {x1 + "quorum X1\nquorum X1\n", "second quorum"},
      {"quorum X1\n" + x1, "line 1"},
      {x1 + "group none any X1\nquorum none\n", "none"},
      {x1 + "group G any none\nquorum G\n", "\"none\" is no witness"},
      {x1 + "group G 0 X1\nquorum G\n", "number from 1"},
      {x1 + "group G 2 X1\nquorum G\n", "number from 1"},
      {x1 + "group G 01 X1\nquorum G\n", "number from 1"},
      {x1 + "group G any\nquorum G\n", "group NAME"},
      {x1 + "group G any X1 X1\nquorum G\n", "of one only"},
      {x1 + "group G any X1\ngroup H any X1\nquorum H\n", "of one only"},
      {x1 + "group G any G\nquorum G\n", "no witness or group"},
      {x1 + "group X1 any X1\nquorum X1\n", "is taken"},
      {x1 + witness("X2", 11) + "quorum X1\n", "already"},
      {x1 + x1 + "quorum X1\n", "line 2"},
      {log(1) + log(1) + "quorum none\n", "already"},
      {"log " + vkeyOf("w", NoteKeyType::kCosignature, 1) + "\nquorum none\n", "of a witness"},
      {"witness W " + vkeyOf("w", NoteKeyType::kEd25519, 1) + "\nquorum W\n", "of a log"},
      {"witness W nonsense\nquorum W\n", "line 1"},
      {x1 + "quorum X1\r\n", "control"},
      {"monitor M\nquorum none\n", "monitor"},
      {"quorum none extra\n", "quorum NAME"}};
  for (const auto& [text, expected] : mistakes) {
    EXPECT_TRUE(reason(text).starts_with("BAD_POLICY line ")) << text << reason(text);
    EXPECT_NE(reason(text).find(expected), std::string::npos) << text << reason(text);
  }
}

}  // namespace
}  // namespace ledger
