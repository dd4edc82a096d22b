#include "tools/asar/evidence_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/temp_folder.h"

namespace tools {
namespace {

class EvidenceStored : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::filesystem::path kept(const ledger::Digest& hash) { return folder_ / "evidence" / EvidenceStore::pathOf(hash); }
  ledger::Digest add(const std::string& bytes) { return store_.add(write("given", bytes), random_)->evidence.hash; }
  EvidenceState stateOf(const ledger::Digest& hash) { return store_.look(hash).state; }

  tests::TempFolder folder_;
  ledger::SeededRandom random_{5};
  EvidenceStore store_{folder_ / "evidence"};
};

mode_t modeOf(const std::filesystem::path& path) {
  struct stat facts {};
  EXPECT_EQ(::stat(path.c_str(), &facts), 0) << path;
  return facts.st_mode & 0777U;
}

TEST_F(EvidenceStored, IsFoundUnderTheHashOfItsBytes) {
  const auto added = store_.add(write("invoice.pdf", "%PDF-1.7 made up"), random_);
  ASSERT_TRUE(added.ok()) << added.error().message;
  EXPECT_FALSE(added->known);
  EXPECT_EQ(added->evidence.hash, ledger::sha256(ledger::asBytes("%PDF-1.7 made up")));
  EXPECT_EQ(added->evidence.bytes, 16U);
  EXPECT_EQ(added->evidence.type, "application/pdf");
  EXPECT_EQ(read(kept(added->evidence.hash)), "%PDF-1.7 made up");
  EXPECT_EQ(modeOf(kept(added->evidence.hash)), 0600U);
  EXPECT_EQ(modeOf(kept(added->evidence.hash).parent_path()), 0700U);
  EXPECT_EQ(modeOf(folder_ / "evidence"), 0700U);
  EXPECT_EQ(stateOf(added->evidence.hash), EvidenceState::kPresent);
  EXPECT_EQ(store_.list()->hashes, std::vector{added->evidence.hash});
  EXPECT_TRUE(store_.list()->strays.empty()) << "nothing half done is left";
}

TEST_F(EvidenceStored, MayBeWrittenByTheProgramItself) {
  const auto added = store_.addText("a made-up alarm", random_);
  ASSERT_TRUE(added.ok()) << added.error().message;
  EXPECT_FALSE(added->known);
  EXPECT_EQ(added->evidence.hash, ledger::sha256(ledger::asBytes("a made-up alarm")));
  EXPECT_EQ(added->evidence.bytes, 15U);
  EXPECT_EQ(read(kept(added->evidence.hash)), "a made-up alarm");
  EXPECT_EQ(modeOf(kept(added->evidence.hash)), 0600U);
  EXPECT_TRUE(store_.addText("a made-up alarm", random_)->known);
  EXPECT_EQ(add("a made-up alarm"), added->evidence.hash);
  EXPECT_TRUE(store_.list()->strays.empty()) << "nothing half done is left";
}

TEST_F(EvidenceStored, IsKeptOnceHoweverOftenItIsAdded) {
  const auto hash = add("the same");
  const auto before = std::filesystem::last_write_time(kept(hash));
  const auto again = store_.add(write("other-name", "the same"), random_);
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_TRUE(again->known);
  EXPECT_EQ(std::filesystem::last_write_time(kept(hash)), before);
  EXPECT_TRUE(store_.list()->strays.empty());
}

TEST_F(EvidenceStored, NeverWritesOverWhatIsThere) {
  const auto hash = add("a document");
  std::ofstream(kept(hash), std::ios::binary) << "another one";
  const auto again = store_.add(write("given", "a document"), random_);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().reason, "EVIDENCE_ALTERED");
  EXPECT_EQ(read(kept(hash)), "another one");
  EXPECT_TRUE(store_.list()->strays.empty());
}

TEST_F(EvidenceStored, IsToldFromWhatIsMissingAlteredOrUnreadable) {
  const auto hash = add("a document");
  EXPECT_EQ(stateOf(ledger::sha256(ledger::asBytes("never added"))), EvidenceState::kMissing);
  for (const std::string bytes : {"a documenT", "", "a document "}) {
    std::ofstream(kept(hash), std::ios::binary) << bytes;
    EXPECT_EQ(stateOf(hash), EvidenceState::kAltered) << bytes;
    EXPECT_NE(store_.look(hash).why, "");
  }
  std::ofstream(kept(hash), std::ios::binary) << "a document";
  EXPECT_EQ(stateOf(hash), EvidenceState::kPresent) << "the near miss";
  std::filesystem::remove(kept(hash));
  std::filesystem::create_symlink(write("elsewhere", "a document"), kept(hash));
  EXPECT_EQ(stateOf(hash), EvidenceState::kAltered) << "a link leads out of the folder";
  std::filesystem::remove(kept(hash));
  ASSERT_EQ(::mkfifo(kept(hash).c_str(), 0600), 0);
  EXPECT_EQ(stateOf(hash), EvidenceState::kAltered) << "and a pipe does not hold the program up";
  std::filesystem::remove(kept(hash));
  std::filesystem::create_directory(kept(hash));
  EXPECT_EQ(stateOf(hash), EvidenceState::kAltered);
}

TEST_F(EvidenceStored, IsCopiedOutOnlyWhole) {
  const auto hash = add("a document");
  const auto copied = store_.copyTo(hash, folder_ / "copy", random_);
  ASSERT_TRUE(copied.ok()) << copied.error().message;
  EXPECT_EQ(read(folder_ / "copy"), "a document");
  EXPECT_EQ(modeOf(folder_ / "copy"), 0600U);
  const auto again = store_.copyTo(hash, folder_ / "copy", random_);
  EXPECT_EQ(again.error().reason, "FILE_EXISTS");
  std::ofstream(kept(hash), std::ios::binary) << "another one";
  EXPECT_EQ(store_.copyTo(hash, folder_ / "second", random_).error().reason, "EVIDENCE_ALTERED");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "second"));
  std::filesystem::remove(kept(hash));
  EXPECT_EQ(store_.copyTo(hash, folder_ / "third", random_).error().reason, "EVIDENCE_MISSING");
}

TEST_F(EvidenceStored, TakesPlainFilesWithBytesInThem) {
  EXPECT_EQ(store_.add(folder_ / "absent", random_).error().reason, "FILE_MISSING");
  EXPECT_EQ(store_.add(write("empty", ""), random_).error().reason, "EVIDENCE_EMPTY");
  EXPECT_EQ(store_.add(folder_.path(), random_).error().reason, "NO_PLAIN_FILE");
  EXPECT_TRUE(store_.list()->strays.empty());
  EXPECT_TRUE(store_.add(write("one-byte", "x"), random_).ok());
}

TEST_F(EvidenceStored, ListsWhatIsNoDocumentApart) {
  EXPECT_TRUE(store_.list()->hashes.empty()) << "before anything was added";
  const auto hash = add("a document");
  std::ofstream(folder_ / "evidence" / ".begun-x") << "half";
  std::ofstream(kept(hash).parent_path() / "scan.pdf") << "by hand";
  const auto listed = store_.list();
  ASSERT_TRUE(listed.ok());
  EXPECT_EQ(listed->hashes, std::vector{hash});
  EXPECT_EQ(listed->strays, (std::vector<std::string>{".begun-x", hash.hex().substr(0, 2) + "/scan.pdf"}));
}

TEST_F(EvidenceStored, KnowsTypesByTheFirstBytes) {
  const std::vector<std::pair<std::string, std::string>> documents = {
      {"\xff\xd8\xff\xe0rest", "image/jpeg"},      {"\x89PNG\r\n\x1a\nrest", "image/png"},
      {"<?xml version", "application/xml"},        {std::string("PK\x03\x04zip", 7), "application/zip"},
      {"<html>%PDF-", "application/octet-stream"}, {"%PDF", "application/octet-stream"}};
  for (const auto& [bytes, type] : documents)
    EXPECT_EQ(store_.add(write("given", bytes), random_)->evidence.type, type) << bytes;
}

}  // namespace
}  // namespace tools
