#include "ledger/publisher.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <map>

#include "ledger/base/clock.h"
#include "ledger/merkle/tiles.h"
#include "tests/support/numbered_log.h"
#include "tests/support/temp_folder.h"
#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;

class PublisherTest : public ::testing::Test {
 protected:
  static std::string noteAt(const Checkpoint& checkpoint) {
    static const KeyPair kKey = *KeyPair::fromSeed(Seed{1});
    const std::string text = checkpointText(checkpoint);
    return noteText({text, {signNote(text, checkpoint.origin, kKey)}});
  }
  static Checkpoint at(const tests::NumberedLog& log, Position size) {
    return {"log.example/test", size, log.rootAt(size)};
  }
  static Result<void> publish(Publisher& publisher, tests::NumberedLog& log, Position size) {
    return publisher.publish(log, at(log, size), noteAt(at(log, size)));
  }

  static Files filesOf(const fs::path& folder) {
    Files files;
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
      if (!file.is_regular_file()) continue;
      std::ifstream stream(file.path(), std::ios::binary);
      files[fs::relative(file.path(), folder).string()] = {std::istreambuf_iterator<char>(stream), {}};
    }
    return files;
  }

  // What a directory of this size must hold: every full tile and bundle, and one partial of each.
  static std::vector<std::string> namesAt(Position size) {
    std::vector<std::string> names{"checkpoint"};
    for (unsigned level = 0; hashesAtLevel(size, level) > 0; ++level) {
      const Position count = hashesAtLevel(size, level);
      for (Position n = 0; n * kTileWidth < count; ++n) {
        const Position width = std::min(kTileWidth, count - n * kTileWidth);
        names.push_back(tilePath(level, n, width));
        if (level == 0) names.push_back(bundlePath(n, width));
      }
    }
    std::ranges::sort(names);
    return names;
  }

  // The same files with the same bytes, whatever older partials lie beside them.
  void expectWhole(const fs::path& folder, tests::NumberedLog& log, Position size) {
    tests::TempFolder fresh;
    Publisher again(fresh / "tiles");
    ASSERT_TRUE(publish(again, log, size).ok());
    const Files made = filesOf(fresh / "tiles");
    std::vector<std::string> names;
    Files found = filesOf(folder);
    for (const auto& [name, bytes] : made) {
      names.push_back(name);
      EXPECT_EQ(found[name], bytes) << name << " at " << size;
    }
    EXPECT_EQ(names, namesAt(size));
  }

  tests::TempFolder temp_;
  const fs::path folder_ = temp_ / "tiles";
};

TEST_F(PublisherTest, WritesTheKnownTilesOfSize300) {
  tests::NumberedLog log(300);
  Publisher publisher(folder_);
  ASSERT_TRUE(publish(publisher, log, 300).ok());
  Files files = filesOf(folder_);
  const nlohmann::json known = tests::tlogVectors()["tile_sha256_for_size_300"];
  for (const auto& [path, digest] : known.items()) EXPECT_EQ(sha256(asBytes(files[path])).hex(), digest) << path;
  EXPECT_EQ(files.size(), 6U);
  EXPECT_EQ(*publisher.published(), noteAt(at(log, 300)));
}

TEST_F(PublisherTest, GrowsThroughEverySizeAsIfWrittenAtOnce) {
  tests::NumberedLog log(66'000);
  Publisher publisher(folder_);
  for (const Position size :
       {0U, 1U, 2U, 2U, 255U, 256U, 257U, 300U, 512U, 513U, 1000U, 65'535U, 65'536U, 65'537U, 66'000U}) {
    const auto published = publish(publisher, log, size);
    ASSERT_TRUE(published.ok()) << published.error().message;
    expectWhole(folder_, log, size);
  }
}

TEST_F(PublisherTest, GoesOnWhereAnotherLeftOff) {
  tests::NumberedLog log(1100);
  for (const Position size : {1U, 200U, 256U, 500U, 512U, 1100U}) {
    Publisher publisher(folder_);
    const auto published = publish(publisher, log, size);
    ASSERT_TRUE(published.ok()) << size << ": " << published.error().message;
    expectWhole(folder_, log, size);
  }
}

// Partials of published sizes stay until the full tile is there to be cut down instead.
TEST_F(PublisherTest, KeepsEachNoteUnderItsSizeWhereThereIsAFolderForIt) {
  tests::NumberedLog log(300);
  fs::create_directories(Publisher::historyIn(folder_));
  for (const Position size : {1U, 200U, 200U, 300U}) {
    Publisher publisher(folder_);
    ASSERT_TRUE(publish(publisher, log, size).ok());
  }
  Files kept = filesOf(Publisher::historyIn(folder_));
  EXPECT_EQ(kept.size(), 3U);
  for (const Position size : {1U, 200U, 300U}) EXPECT_EQ(kept[std::to_string(size)], noteAt(at(log, size))) << size;
}

TEST_F(PublisherTest, KeepsPartialsUntilTheFullTileIsThere) {
  tests::NumberedLog log(256);
  Publisher publisher(folder_);
  for (const Position size : {5U, 9U}) ASSERT_TRUE(publish(publisher, log, size).ok());
  EXPECT_TRUE(fs::exists(folder_ / "tile/0/000.p/5"));
  EXPECT_TRUE(fs::exists(folder_ / "tile/entries/000.p/9"));
  ASSERT_TRUE(publish(publisher, log, 256).ok());
  EXPECT_FALSE(fs::exists(folder_ / "tile/0/000.p"));
  EXPECT_FALSE(fs::exists(folder_ / "tile/entries/000.p"));
  EXPECT_TRUE(fs::exists(folder_ / "tile/0/000"));
}

// A crash after the full tile replaced its partial, before the checkpoint: the old one still stands.
TEST_F(PublisherTest, GoesOnAfterACrashThatLeftOnlyFullTiles) {
  tests::NumberedLog log(600);
  {
    Publisher publisher(folder_);
    ASSERT_TRUE(publish(publisher, log, 200).ok());
    const std::string before = *publisher.published();
    ASSERT_TRUE(publish(publisher, log, 520).ok());
    std::ofstream(folder_ / "checkpoint") << before;
  }
  Publisher publisher(folder_);
  const auto published = publish(publisher, log, 600);
  ASSERT_TRUE(published.ok()) << published.error().message;
  expectWhole(folder_, log, 600);
}

TEST_F(PublisherTest, GoesOnAfterAFailureInItsMidst) {
  tests::NumberedLog log(700);
  Publisher publisher(folder_);
  ASSERT_TRUE(publish(publisher, log, 100).ok());
  fs::create_directories(folder_ / "tile/0/001.new");  // the second tile cannot be written
  const auto failed = publish(publisher, log, 600);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().reason, "FILE_UNWRITTEN");
  EXPECT_EQ(*publisher.published(), noteAt(at(log, 100)));
  fs::remove(folder_ / "tile/0/001.new");
  const auto published = publish(publisher, log, 700);
  ASSERT_TRUE(published.ok()) << published.error().message;
  expectWhole(folder_, log, 700);
}

TEST_F(PublisherTest, PublishesNoRootTheEntriesDoNotHave) {
  tests::NumberedLog log(600);
  Publisher publisher(folder_);
  ASSERT_TRUE(publish(publisher, log, 100).ok());
  const Checkpoint wrong{"log.example/test", 600, Digest()};
  EXPECT_EQ(publisher.publish(log, wrong, noteAt(wrong)).error().reason, "ROOT_DIFFERS");
  EXPECT_EQ(*publisher.published(), noteAt(at(log, 100)));
  ASSERT_TRUE(publish(publisher, log, 600).ok());
  expectWhole(folder_, log, 600);
}

TEST_F(PublisherTest, NeverPublishesLess) {
  tests::NumberedLog log(600);
  Publisher publisher(folder_);
  ASSERT_TRUE(publish(publisher, log, 600).ok());
  EXPECT_EQ(publish(publisher, log, 599).error().reason, "ROLLBACK_SUSPECTED");
  EXPECT_EQ(*publisher.published(), noteAt(at(log, 600)));
}

TEST_F(PublisherTest, MakesDamagedTilesAgainFromTheLog) {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  tests::NumberedLog log(600);
  for (const auto& [name, bytes] : Pairs{{"tile/0/001.p/44", "short"},
                                         {"tile/0/001.p/44", std::string(44 * 32, 'x')},
                                         {"tile/1/000.p/1", std::string(32, 'x')}}) {
    fs::remove_all(folder_);
    Publisher first(folder_);
    EXPECT_TRUE(publish(first, log, 300).ok());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    Publisher second(folder_);
    const auto published = publish(second, log, 520);
    ASSERT_TRUE(published.ok()) << published.error().message;
    expectWhole(folder_, log, 520);
  }
  fs::remove_all(folder_ / "tile");
  Publisher third(folder_);
  ASSERT_TRUE(publish(third, log, 600).ok());
  expectWhole(folder_, log, 600);
}

// The published checkpoint is what others hold: where it cannot be read, nothing is put beside it.
TEST_F(PublisherTest, PublishesNothingOverACheckpointItCannotRead) {
  tests::NumberedLog log(600);
  for (const char* note : {"not a note", ""}) {
    fs::remove_all(folder_);
    Publisher first(folder_);
    EXPECT_TRUE(publish(first, log, 300).ok());
    std::ofstream(folder_ / "checkpoint", std::ios::binary) << note;
    Publisher second(folder_);
    const auto published = publish(second, log, 600);
    ASSERT_FALSE(published.ok());
    EXPECT_EQ(published.error().reason, "CHECKPOINT_DAMAGED");
    EXPECT_NE(published.error().message.find((folder_ / "checkpoint").string()), std::string::npos);
    EXPECT_EQ(*second.published(), note);
  }
}

TEST_F(PublisherTest, NeverMakesTilesAgainFromAnotherLog) {
  tests::NumberedLog log(600);
  Publisher first(folder_);
  const Checkpoint other{"log.example/test", 300, Digest()};
  ASSERT_TRUE(publish(first, log, 300).ok());
  std::ofstream(folder_ / "checkpoint", std::ios::binary) << noteAt(other);
  Publisher second(folder_);
  EXPECT_EQ(publish(second, log, 600).error().reason, "ROOT_DIFFERS");
  EXPECT_EQ(*second.published(), noteAt(other));
}

TEST_F(PublisherTest, NoticesALogThatBecameShorter) {
  tests::NumberedLog log(600);
  {
    Publisher publisher(folder_);
    ASSERT_TRUE(publish(publisher, log, 600).ok());
  }
  tests::NumberedLog shorter(500);
  Publisher publisher(folder_);
  EXPECT_EQ(publish(publisher, shorter, 500).error().reason, "ROLLBACK_SUSPECTED");
}

}  // namespace
}  // namespace ledger
