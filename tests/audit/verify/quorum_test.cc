// The whole audit under a policy of witnesses.
#include <gtest/gtest.h>

#include "audit/verify/report.h"
#include "ledger/seal/checkpoint.h"
#include "ledger/seal/cosignature.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

constexpr std::uint64_t kTime = 1'772'341'200;
const ledger::KeyPair kPair = *ledger::KeyPair::fromSeed(ledger::Seed{41});
constexpr const char* kName = "witness.example/w1";

std::string witnessLine() {
  return "witness w1 " +
         ledger::vkeyText(ledger::verifierKey(kName, ledger::NoteKeyType::kCosignature, kPair.publicKey())) + "\n";
}

class Quorate : public testing::Test {
 protected:
  Quorate() { world_.settle(); }
  // The members of a log that the witness cosigned, or did not.
  Members members(bool cosigned) {
    Members out = sealedLog(world_.entries(), world_.log_key);
    if (!cosigned) return out;
    std::string note(textOf(Bytes(out["checkpoint"])));
    const std::string text = note.substr(0, note.rfind("\n\n") + 1);
    const auto line = ledger::cosign(text, kTime, kName, kPair);
    Buffer bytes;
    ledger::appendBigEndian32(bytes, line.key_id);
    bytes.insert(bytes.end(), line.signature.begin(), line.signature.end());
    note += "\xE2\x80\x94 " + line.name + " " + base64Of(bytes) + "\n";
    out["checkpoint"] = Buffer(note.begin(), note.end());
    return out;
  }
  std::string verdict(const Members& members, const std::string& policy) {
    Request request;
    request.witnesses = WitnessDemand{*readPolicy(policy).policy, kTime};
    request.vkey = pinned_ ? std::optional(verifierKeyOf(world_.log_key)) : std::nullopt;
    audit_ = {};
    verifyMembers(members, request, audit_);
    return audit_.findings.verdict();
  }
  std::string told() const { return textReport(audit_, false); }

  World world_;
  bool pinned_ = true;
  Audit audit_;
};

TEST_F(Quorate, ACheckpointWithItsQuorumIsInOrder) {
  EXPECT_EQ(verdict(members(true), witnessLine() + "quorum w1\n"), "OK") << told();
  EXPECT_NE(told().find("witnesses=1\n"), std::string::npos) << told();
  EXPECT_NE(jsonReport(audit_).find("\"witnesses\":1"), std::string::npos);
}

TEST_F(Quorate, OneWithoutIsNot) {
  EXPECT_EQ(verdict(members(false), witnessLine() + "quorum w1\n"), "NO_QUORUM") << told();
  EXPECT_EQ(audit_.findings.exitCode(), kExitWrong);
  EXPECT_NE(told().find("witnesses=0\n"), std::string::npos) << told();
}

TEST_F(Quorate, WithoutAPolicyNoLineIsJudged) {
  Request request;
  audit_ = {};
  verifyMembers(members(true), request, audit_);
  EXPECT_EQ(audit_.findings.verdict(), "OK") << told();
  EXPECT_NE(told().find("witnesses=0 (1 other signatures not judged)"), std::string::npos) << told();
}

// BAD_SIGNATURE (of the checkpoint) before NO_QUORUM, NO_QUORUM before what is wrong with tiles.
TEST_F(Quorate, StandsInItsPlaceOfTheOrder) {
  const std::string policy = witnessLine() + "quorum w1\n";
  Members log = members(false);
  log["tile/0/000.p/" + std::to_string(world_.entries().size())][3] ^= 1;
  EXPECT_EQ(verdict(log, policy), "NO_QUORUM") << told();
  EXPECT_TRUE(audit_.findings.has(Wrong::kTileTampered)) << told();
  log["checkpoint"][log["checkpoint"].size() - 10] ^= 1;
  EXPECT_EQ(verdict(log, policy), "BAD_SIGNATURE") << told();
}

TEST_F(Quorate, APolicyThatNamesTheLogPinsItsKey) {
  const std::string log = "log " + verifierKeyOf(world_.log_key).text() + "\n";
  const std::string other = "log " + verifierKeyOf(kPair).text() + "\n";
  EXPECT_EQ(verdict(members(true), other + witnessLine() + "quorum w1\n"), "ORIGIN_MISMATCH") << told();
  pinned_ = false;
  EXPECT_EQ(verdict(members(true), log + witnessLine() + "quorum w1\n"), "OK") << told();
  EXPECT_TRUE(audit_.facts.pinned);
  EXPECT_EQ(verdict(members(true), witnessLine() + "quorum w1\n"), "OK") << told();
  EXPECT_FALSE(audit_.facts.pinned);
}

}  // namespace
}  // namespace audit::tests
