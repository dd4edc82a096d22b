// Published signatures of Ed25519, and each of them spelt wrongly in every way: both judges, the ledger's and the
// auditor's, take the first and refuse the others.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <sstream>

#include "audit/base/ed25519.h"
#include "ledger/seal/ed25519.h"

namespace ledger {
namespace {

// The table of the authors of Ed25519, which Go's own tests read: secret:public:message:signature+message, in hex.
constexpr const char* kTable = "/usr/share/go-*/src/crypto/ed25519/testdata/sign.input.gz";

struct Published {
  PublicKey key{};
  Bytes message;
  Bytes signature;
};

std::string unpacked() {
  const std::string command = std::string("gzip -dc ") + kTable + " 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  std::array<char, 65536> some{};
  for (std::size_t got = 0; pipe && (got = fread(some.data(), 1, some.size(), pipe.get())) > 0;)
    text.append(some.data(), got);
  return text;
}

const std::vector<Published>& table() {
  static const std::vector<Published> kAll = [] {
    std::vector<Published> all;
    std::istringstream lines(unpacked());
    for (std::string line; std::getline(lines, line);) {
      std::istringstream fields(line);
      std::array<std::string, 4> hex;
      for (std::string& field : hex) std::getline(fields, field, ':');
      Published one;
      const auto key = fromHex(hex[1]);
      const auto signed_message = fromHex(hex[3]);
      if (!key || key->size() != one.key.size() || !signed_message || signed_message->size() < 64) continue;
      std::copy(key->begin(), key->end(), one.key.begin());
      one.signature.assign(signed_message->begin(), signed_message->begin() + 64);
      one.message.assign(signed_message->begin() + 64, signed_message->end());
      all.push_back(std::move(one));
    }
    return all;
  }();
  return kAll;
}

// What both say; a difference between them is a failure of its own.
bool accepted(const Published& one) {
  const bool by_ledger = verifySignature(one.key, one.message, one.signature);
  const bool by_auditor = audit::signatureHolds(one.key, one.message, one.signature);
  EXPECT_EQ(by_ledger, by_auditor);
  return by_ledger;
}

// The order of the base point, little-endian: RFC 8032, section 5.1.
constexpr std::array<std::uint8_t, 32> kOrder = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                                 0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                                 0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};

void addOrder(Bytes& signature) {
  unsigned carry = 0;
  for (std::size_t i = 0; i < kOrder.size(); ++i) {
    const unsigned sum = signature[32 + i] + kOrder[i] + carry;
    signature[32 + i] = static_cast<std::uint8_t>(sum);
    carry = sum >> 8U;
  }
}

std::vector<Published> spoilt(const Published& honest) {
  std::vector<Published> all;
  const auto add = [&](const auto& change) {
    all.push_back(honest);
    change(all.back());
  };
  add([](Published& one) { addOrder(one.signature); });
  add([](Published& one) {
    addOrder(one.signature);
    addOrder(one.signature);
  });
  for (const unsigned bit : {5U, 6U, 7U})
    add([&](Published& one) { one.signature[63] = static_cast<std::uint8_t>(one.signature[63] ^ 1U << bit); });
  add([](Published& one) { one.signature[31] ^= 0x80; });
  add([](Published& one) { one.signature[0] ^= 1; });
  add([](Published& one) { one.signature[32] ^= 1; });
  add([](Published& one) { std::fill(one.signature.begin(), one.signature.end(), 0); });
  add([](Published& one) { std::fill(one.signature.begin() + 32, one.signature.end(), 0); });
  add([](Published& one) { std::copy(kOrder.begin(), kOrder.end(), one.signature.begin() + 32); });
  add([](Published& one) { std::rotate(one.signature.begin(), one.signature.begin() + 32, one.signature.end()); });
  add([](Published& one) { one.signature.pop_back(); });
  add([](Published& one) { one.signature.push_back(0); });
  add([](Published& one) { one.signature.resize(32); });
  add([](Published& one) { one.signature.clear(); });
  add([](Published& one) { one.message.push_back(0); });
  add([](Published& one) { one.key[31] ^= 0x80; });
  add([](Published& one) { one.key[0] ^= 1; });
  return all;
}

class PublishedSignatures : public ::testing::Test {
 protected:
  void SetUp() override {
    if (table().empty()) GTEST_SKIP() << "the sources of Go are not installed: tools/dev/setup installs golang-go";
  }
};

TEST_F(PublishedSignatures, AreTakenByBoth) {
  EXPECT_GE(table().size(), 128U);
  for (const Published& one : table()) EXPECT_TRUE(accepted(one)) << toHex(one.key);
}

TEST_F(PublishedSignatures, SpeltOtherwiseAreTakenByNeither) {
  for (std::size_t i = 0; i < table().size(); ++i) {
    const auto all = spoilt(table()[i]);
    for (std::size_t how = 0; how < all.size(); ++how)
      EXPECT_FALSE(accepted(all[how])) << "signature " << i << ", way " << how;
  }
}

}  // namespace
}  // namespace ledger
