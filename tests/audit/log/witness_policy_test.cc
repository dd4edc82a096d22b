// Policies of witnesses, line by line, and what a note says under one.
#include "audit/log/witness_policy.h"

#include <gtest/gtest.h>

#include "audit/base/sha256.h"
#include "ledger/seal/cosignature.h"

namespace audit {
namespace {

constexpr std::uint64_t kNow = 1'772'341'200;
const std::string kText = "log.example/1\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

ledger::KeyPair pair(std::uint8_t seed) {
  return *ledger::KeyPair::fromSeed(ledger::Seed{seed});
}
std::string vkey(const std::string& name, std::uint8_t type, std::uint8_t seed) {
  Buffer typed{type};
  const auto key = pair(seed).publicKey();
  typed.insert(typed.end(), key.begin(), key.end());
  std::string named = name + "\n";
  named += textOf(typed);
  return name + "+" + hexOf(Bytes(sha256(bytesOf(named))).first(4)) + "+" + base64Of(typed);
}
std::string witness(const std::string& name, std::uint8_t seed) {
  return "witness " + name + " " + vkey("w.example/" + name, 4, seed) + "\n";
}
std::string log(const std::string& name, std::uint8_t seed) {
  return "log " + vkey(name, 1, seed) + "\n";
}
Note cosigned(std::initializer_list<std::pair<const char*, std::uint8_t>> witnesses, std::uint64_t time = kNow) {
  Note note{kText, {}};
  for (const auto& [name, seed] : witnesses) {
    const auto line = ledger::cosign(kText, time, std::string("w.example/") + name, pair(seed));
    const auto key = WitnessKey::parse(vkey(std::string("w.example/") + name, 4, seed));
    note.signatures.push_back({line.name, key->hash, Buffer(line.signature.begin(), line.signature.end())});
  }
  return note;
}
std::string why(const std::string& text) {
  return readPolicy(text).why;
}

// Two of three of one body, and one of another.
const std::string kBoth = log("log.example/1", 1) + "\n# by one organisation\n" + witness("x1", 11) +
                          witness("x2", 12) + witness("x3", 13) + "group x 2 x1 x2 x3\n" + witness("y1", 21) +
                          witness("y2", 22) + "group y any y1 y2\n\t group  both\tall x y \nquorum both\n";

struct Judged {
  std::size_t witnesses = 0;
  std::string verdict;
  Findings findings;
};
Judged judge(const Note& note, const std::string& policy, std::uint64_t not_after = kNow) {
  Judged out;
  out.witnesses = judgeQuorum(note, {*readPolicy(policy).policy, not_after}, "the checkpoint", out.findings).size();
  out.verdict = out.findings.verdict();
  return out;
}

TEST(WitnessPolicy, IsMetByEnoughOfEachGroup) {
  EXPECT_EQ(judge(cosigned({{"x1", 11}, {"x3", 13}, {"y2", 22}}), kBoth).verdict, "OK");
  EXPECT_EQ(judge(cosigned({{"x1", 11}, {"y1", 21}, {"y2", 22}}), kBoth).verdict, "NO_QUORUM");
  EXPECT_EQ(judge(cosigned({{"x1", 11}, {"x2", 12}, {"x3", 13}}), kBoth).verdict, "NO_QUORUM");
  EXPECT_EQ(judge(cosigned({}), kBoth).verdict, "NO_QUORUM");
  EXPECT_EQ(judge(cosigned({}), witness("x1", 11) + "quorum none\n").verdict, "OK");
  EXPECT_EQ(judge(cosigned({{"x1", 11}}), witness("x1", 11) + "quorum x1\n").verdict, "OK");
}

TEST(WitnessPolicy, CountsAWitnessOnceAndOnlyThoseItNames) {
  const auto twice = judge(cosigned({{"x1", 11}, {"x1", 11}, {"z", 99}}), kBoth);
  EXPECT_EQ(twice.witnesses, 1U);
  EXPECT_EQ(twice.verdict, "NO_QUORUM");
  // The same key under another name is another line, of nobody who was named.
  EXPECT_EQ(judge(cosigned({{"x9", 11}}), kBoth).witnesses, 0U);
}

TEST(WitnessPolicy, ABrokenLineOfANamedWitnessBreaksTheNote) {
  Note note = cosigned({{"x1", 11}, {"x2", 12}, {"x3", 13}, {"y1", 21}});
  note.signatures[1].signature[30] ^= 1;
  const auto told = judge(note, kBoth);
  EXPECT_EQ(told.witnesses, 3U);
  EXPECT_EQ(told.verdict, "BAD_SIGNATURE");
  EXPECT_FALSE(told.findings.has(Wrong::kNoQuorum)) << "the others are enough";
}

TEST(WitnessPolicy, ATimeThatIsStillToComeCountsForNothing) {
  const std::string one = witness("x1", 11) + "quorum x1\n";
  EXPECT_EQ(judge(cosigned({{"x1", 11}}, kNow + 1), one).verdict, "NO_QUORUM");
  EXPECT_EQ(judge(cosigned({{"x1", 11}}, 0), one).verdict, "NO_QUORUM");
  EXPECT_EQ(judge(cosigned({{"x1", 11}}, kNow), one).verdict, "OK");
}

TEST(WitnessPolicy, IsForTheLogsItNames) {
  const auto named = *readPolicy(kBoth).policy;
  const auto any = *readPolicy("quorum none\n").policy;
  const auto key = VerifierKey::of("log.example/1", pair(1).publicKey());
  const auto other = VerifierKey::of("log.example/1", pair(2).publicKey());
  for (const auto& [policy, log, wrong] :
       {std::tuple(named, key, false), std::tuple(named, other, true), std::tuple(any, other, false)}) {
    Findings findings;
    judgePolicyLog(policy, log, findings);
    EXPECT_EQ(findings.has(Wrong::kOriginMismatch), wrong) << log.text();
  }
  EXPECT_EQ(named.logOf(cosigned({}), "log.example/1")->key, key.key);
  EXPECT_FALSE(named.logOf(cosigned({}), "log.example/2"));
}

TEST(WitnessPolicy, OfTwoKeysOfALogTheOneThatSignedIsMeant) {
  const auto policy = *readPolicy(log("log.example/1", 1) + log("log.example/1", 2) + "quorum none\n").policy;
  Note note{kText, {}};
  const auto newer = VerifierKey::of("log.example/1", pair(2).publicKey());
  const auto signature = pair(2).sign(bytesOf(kText));
  note.signatures.push_back({newer.name, newer.hash, Buffer(signature.begin(), signature.end())});
  EXPECT_EQ(policy.logOf(note, "log.example/1")->key, newer.key);
}

TEST(WitnessPolicy, KnowsKeysItCannotVerify) {
  Buffer typed(1313, 7);
  typed[0] = 6;
  std::string named = "w.example/pq\n";
  named += textOf(typed);
  const std::string line =
      "witness pq w.example/pq+" + hexOf(Bytes(sha256(bytesOf(named))).first(4)) + "+" + base64Of(typed) + "\n";
  EXPECT_EQ(why(line + "quorum pq\n"), "");
  EXPECT_EQ(judge(cosigned({{"pq", 5}}), line + "quorum pq\n").verdict, "NO_QUORUM");
}

TEST(WitnessPolicy, TakesManyOfEach) {
  std::string text;
  for (std::uint8_t i = 1; i <= 64; ++i) text += log("log.example/" + std::to_string(i), i);
  for (std::uint8_t i = 1; i <= 64; ++i) text += witness("w" + std::to_string(i), i);
  for (int i = 1; i <= 64; ++i) text += "group g" + std::to_string(i) + " all w" + std::to_string(i) + "\n";
  EXPECT_EQ(why(text + "quorum g64\n"), "");
}

TEST(WitnessPolicy, RefusesEachMistakeWithItsLine) {
  const std::string x1 = witness("x1", 11);
  const std::vector<std::pair<std::string, std::string>> mistakes = {
      {x1, "line 1: no line says the quorum"},
      {"", "line 0: no line"},
      {x1 + "quorum x1", "line 2: the last line"},
      {x1 + "quorum x1\nquorum x1\n", "line 3: a second"},
      {"quorum x1\n" + x1, "line 1: \"x1\" is named by no line"},
      {x1 + "group none any x1\nquorum none\n", "line 2: none"},
      {x1 + "group g any none\nquorum g\n", "line 2: \"none\""},
      {x1 + "group g 0 x1\nquorum g\n", "line 2: a group needs"},
      {x1 + "group g 2 x1\nquorum g\n", "line 2: a group needs"},
      {x1 + "group g 01 x1\nquorum g\n", "line 2: a group needs"},
      {x1 + "group g any\nquorum g\n", "line 2: it is no"},
      {x1 + "group g any x1 x1\nquorum g\n", "is in a group already"},
      {x1 + "group g any x1\ngroup h any x1\nquorum h\n", "line 3: \"x1\" is in"},
      {x1 + "group g any g\nquorum g\n", "line 2: \"g\""},
      {x1 + "group x1 any x1\nquorum x1\n", "line 2: the name"},
      {x1 + witness("x2", 11) + "quorum x1\n", "line 2: that key"},
      {log("a", 1) + log("b", 1) + "quorum none\n", "line 2: that key"},
      {"log " + vkey("w", 4, 1) + "\nquorum none\n", "line 1: the key of the log"},
      {"witness w " + vkey("w", 1, 1) + "\nquorum w\n", "line 1: the key of the witness"},
      {x1 + "quorum x1\r\n", "line 2: it has a control"},
      {"monitor m\nquorum none\n", "line 1: it is no"},
      {"quorum none extra\n", "line 1: it is no"}};
  for (const auto& [text, expected] : mistakes)
    EXPECT_NE(why(text).find(expected), std::string::npos) << text << "\n" << why(text);
  EXPECT_EQ(why("# \x80\xff\n" + witness("Алматы", 11) + "quorum Алматы\n"), "") << "names are bytes";
}

}  // namespace
}  // namespace audit
