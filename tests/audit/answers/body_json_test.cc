// Commands as JSON: the second opinion spells every kind as the ledger does.
#include "audit/answers/body_json.h"

#include <capnp/serialize.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/event/json.h"

namespace audit::tests {
namespace {

nlohmann::json spelledAnew(const ledger::Command& command) {
  const ledger::Bytes bytes = ledger::encode(command);
  std::vector<std::uint64_t> words((bytes.size() + 7) / 8);
  std::memcpy(words.data(), bytes.data(), bytes.size());
  const void* start = words.data();
  return bodyJson(capnp::readMessageUnchecked<ledger::schema::Command>(static_cast<const capnp::word*>(start)));
}

TEST(BodyJson, IsThatOfTheLedgerForEveryKind) {
  ledger::SeededRandom random(1);
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    for (const auto& example : ledger::examplesOf(static_cast<ledger::Kind>(i))) {
      const auto command = ledger::commandFromJson(example, random);
      ASSERT_TRUE(command.ok()) << example.line();
      EXPECT_EQ(spelledAnew(*command), nlohmann::json::parse(ledger::jsonOf(*command).line())) << example.line();
    }
  }
}

// Whoever signs chooses the ids: one that resembles the code of a region may not break a line of JSON.
TEST(BodyJson, SpellsAnIdThatResemblesARegionAsAnId) {
  ledger::SeededRandom random(1);
  const std::string_view resembling[] = {{"AB-\xff", 4}, {"ab-1", 4}, {"\xc3\xa9-1", 4}, {"KZ-\"", 4}, {"KZ-75a", 6}};
  for (const std::string_view code : resembling) {
    const auto example = ledger::examplesOf(static_cast<ledger::Kind>(0)).front();
    auto command = *ledger::commandFromJson(example, random);
    command.nonce = ledger::NonceId{};
    std::copy(code.begin(), code.end(), command.nonce.bytes.begin());
    const std::string line = ledger::jsonOf(command).line();
    const auto read = nlohmann::json::parse(line, nullptr, false);
    EXPECT_EQ(read.value("nonce", ""), ledger::idText(command.nonce.bytes)) << line;
    EXPECT_EQ(spelledAnew(command), read) << line;
  }
}

TEST(BodyJson, SpellsMomentsWithTheirOffset) {
  EXPECT_EQ(spelledMoment(1'772'348'400'000, 300), "2026-03-01T12:00:00+05:00");
  EXPECT_EQ(spelledMoment(1'772'348'400'250, 0), "2026-03-01T07:00:00.250+00:00");
  EXPECT_EQ(spelledMoment(-1, -210), "1969-12-31T20:29:59.999-03:30");
}

}  // namespace
}  // namespace audit::tests
