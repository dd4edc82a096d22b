#include "ledger/log/rocksdb_engine.h"

#include <gtest/gtest.h>

#include <fstream>
#include <vector>

#include "ledger/base/file_io.h"
#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

std::unique_ptr<RocksdbEngine> opened(const std::filesystem::path& folder, bool create) {
  auto engine = RocksdbEngine::open(folder, LogMode::kWrite, create);
  EXPECT_TRUE(engine) << engine.error().message;
  return std::move(engine).value();
}

std::vector<std::string> walked(RocksdbEngine& engine, std::string_view from, std::string_view before) {
  std::vector<std::string> seen;
  EXPECT_TRUE(engine.walk(asBytes(from), asBytes(before), 0, [&](ByteView key, ByteView value) -> Result<bool> {
    seen.push_back(std::string(asText(key)) + "=" + std::string(asText(value)));
    return true;
  }));
  return seen;
}

TEST(RocksdbEngine, WalkBeginsAtTheLastKeyAtOrBeforeAndEndsBeforeTheBound) {
  const tests::TempFolder folder;
  auto engine = opened(folder / "log", true);
  for (const char* key : {"b", "d", "f"}) ASSERT_TRUE(engine->put(asBytes(key), asBytes("1")));
  EXPECT_EQ(walked(*engine, "d", "").size(), 2u);
  EXPECT_EQ(walked(*engine, "e", "").front(), "d=1");
  EXPECT_EQ(walked(*engine, "a", "").front(), "b=1");
  EXPECT_EQ(walked(*engine, "b", "f").back(), "d=1");
}

TEST(RocksdbEngine, AFolderWithoutADatabaseIsDamageUnlessItMayBeMade) {
  const tests::TempFolder folder;
  EXPECT_EQ(RocksdbEngine::open(folder / "log", LogMode::kWrite, false).error().code, ErrorCode::kCorrupt);
}

TEST(RocksdbEngine, ASecondWriterIsLockedOut) {
  const tests::TempFolder folder;
  auto engine = opened(folder / "log", true);
  const auto second = RocksdbEngine::open(folder / "log", LogMode::kWrite, false);
  EXPECT_EQ(second.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(second.error().reason, "LOCKED");
}

TEST(RocksdbEngine, ReadingChangesNothingInTheFolder) {
  const tests::TempFolder folder;
  opened(folder / "log", true)->put(asBytes("k"), asBytes("v")).ok();
  const auto stamp = [&] {
    std::string all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path())) {
      all += file.path().string() + std::to_string(file.last_write_time().time_since_epoch().count()) + " ";
    }
    return all;
  };
  const std::string before = stamp();
  {
    auto reader = RocksdbEngine::open(folder / "log", LogMode::kReadOnly, false);
    ASSERT_TRUE(reader);
    EXPECT_EQ(walked(**reader, "", "").size(), 1u);
    EXPECT_FALSE((*reader)->put(asBytes("x"), asBytes("y")));
  }
  EXPECT_EQ(stamp(), before);
}

TEST(RocksdbEngine, DamageInsideAFileIsNamed) {
  const tests::TempFolder folder;
  opened(folder / "log", true)->put(asBytes("key"), Bytes(10'000, 7)).ok();
  opened(folder / "log", false);  // recovery moves the pair into a table file
  for (const auto& file : std::filesystem::directory_iterator(folder / "log")) {
    if (file.path().extension() != ".sst") continue;
    Bytes bytes = *readWholeFile(file.path(), 1 << 20);
    bytes[5000] ^= 1;
    std::ofstream(file.path(), std::ios::binary) << asText(bytes);
    auto reader = RocksdbEngine::open(folder / "log", LogMode::kReadOnly, false);
    ASSERT_TRUE(reader);
    const auto walk = (*reader)->walk({}, {}, 0, [](ByteView, ByteView) -> Result<bool> { return true; });
    EXPECT_EQ(walk.error().reason, "LOG_DAMAGED");
    EXPECT_NE(walk.error().message.find(file.path().filename().string()), std::string::npos) << walk.error().message;
    return;
  }
  FAIL() << "no table file";
}

}  // namespace
}  // namespace ledger
