#include "ledger/vault/vault_store.h"

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

Bytes bytes(std::string_view text) {
  return toBytes(asBytes(text));
}

TEST(VaultStore, KeepsRowsOverReopening) {
  tests::TempFolder folder;
  {
    const auto store = VaultStore::open(folder / "s", VaultStore::Mode::kCreate);
    ASSERT_TRUE(store.ok()) << store.error().message;
    ASSERT_TRUE((*store)->write({{bytes("a1"), bytes("x")}, {bytes("a2"), bytes("y")}, {bytes("b"), bytes("z")}}).ok());
    EXPECT_EQ(VaultStore::open(folder / "s", VaultStore::Mode::kWrite).error().reason, "LOCKED");
  }
  const auto store = VaultStore::open(folder / "s", VaultStore::Mode::kReadOnly);
  ASSERT_TRUE(store.ok());
  EXPECT_EQ((*store)->get(bytes("a1"))->value(), bytes("x"));
  EXPECT_FALSE((*store)->get(bytes("a3"))->has_value());
  std::string seen;
  ASSERT_TRUE((*store)
                  ->walk(bytes("a"),
                         [&](ByteView key, ByteView value) -> Result<bool> {
                           seen += std::string(asText(key)) + std::string(asText(value)) + " ";
                           return true;
                         })
                  .ok());
  EXPECT_EQ(seen, "a1x a2y ");
}

TEST(VaultStore, ScrubbingLeavesNothingOfDeletedAndReplacedRowsInAnyFile) {
  tests::TempFolder folder;
  const auto store = VaultStore::open(folder / "s", VaultStore::Mode::kCreate);
  ASSERT_TRUE(store.ok());
  ASSERT_TRUE((*store)->write({{bytes("needle-key"), bytes("needle-value")}, {bytes("kept"), bytes("first")}}).ok());
  ASSERT_TRUE((*store)->scrub().ok());
  ASSERT_TRUE((*store)->write({{bytes("needle-key"), std::nullopt}, {bytes("kept"), bytes("second")}}).ok());
  // The search is no blind one: deleting alone leaves the bytes there.
  for (const char* needle : {"needle-key", "needle-value", "first"})
    EXPECT_GT(*filesHolding(folder.path(), asBytes(needle)), 0U) << needle;
  ASSERT_TRUE((*store)->scrub().ok());
  for (const char* needle : {"needle", "first"}) EXPECT_EQ(*filesHolding(folder.path(), asBytes(needle)), 0U) << needle;
  EXPECT_EQ((*store)->get(bytes("kept"))->value(), bytes("second"));
}

}  // namespace
}  // namespace ledger
