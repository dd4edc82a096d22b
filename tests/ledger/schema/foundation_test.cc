// One entry of each of the first 44 kinds, as the first version of the schema wrote it: "command leaf-hash entry-hex".
// Whatever the schema becomes, these bytes decode to the same values, spell the same bytes and keep their hashes.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

TEST(Foundation, EntriesOfTheFirstVersionDecodeAndHashTheSame) {
  std::ifstream file(std::string(ASAR_SOURCE_DIR) + "/tests/ledger/schema/foundation_entries.txt");
  std::size_t count = 0;
  Digest previous;
  for (std::string name, leaf, hex; file >> name >> leaf >> hex; ++count) {
    const auto bytes = fromHex(hex);
    ASSERT_TRUE(bytes) << name;
    EXPECT_EQ(leafHash(*bytes).hex(), leaf) << name;
    const auto entry = decodeEntry(*bytes);
    ASSERT_TRUE(entry) << name << ": " << entry.error().message;
    EXPECT_EQ(encode(*entry), *bytes) << name;
    if (count > 0) {
      EXPECT_EQ(entry->previous, previous) << name;
    }
    previous = leafHash(*bytes);
    const auto command = decodeCommand(std::get<EventBody>(entry->body).command);
    ASSERT_TRUE(command) << name << ": " << command.error().message;
    EXPECT_EQ(traitsOf(kindOf(*command)).command, name);
    EXPECT_EQ(static_cast<std::size_t>(kindOf(*command)), count) << name << " has another place in the union";
    EXPECT_EQ(encode(*command), std::get<EventBody>(entry->body).command) << name;
  }
  EXPECT_EQ(count, 44U);
}

}  // namespace
}  // namespace ledger
