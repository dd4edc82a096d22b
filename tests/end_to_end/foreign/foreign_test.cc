// What we publish is accepted by verifiers written by others: the tlog and note packages of golang.org/x/mod.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include "ledger/base/clock.h"
#include "ledger/proof/tlog_proof.h"
#include "ledger/publisher.h"
#include "ledger/seal/signed_file.h"
#include "tests/support/numbered_log.h"
#include "tests/support/seed.h"
#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

namespace fs = std::filesystem;

constexpr Position kSizes[] = {2, 255, 256, 257, 65'536, 70'000};
constexpr Position kLargest = 70'000;
// Up to here every entry has its receipt checked, beyond it every hundredth.
constexpr Position kSmall = 257;

// The last one and some at random places are always among them.
std::set<Position> indexesToProve(Position size, SeededRandom& random) {
  std::set<Position> indexes = {size - 1};
  for (Position index = 0; index < size; index += size <= kSmall ? 1 : 100) indexes.insert(index);
  for (int i = 0; i < 20; ++i) indexes.insert(random.below(size));
  return indexes;
}

class ForeignVerifierTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::string_view(ASAR_FOREIGN_VERIFIER).empty())
      GTEST_SKIP()
          << "go and golang-golang-x-mod-dev were absent when this was configured: tools/dev/setup installs them";
  }

  // The directory at `size`, published beside what it held before; the note.
  std::string publish(Position size) {
    const Digest root = log_.rootAt(size);
    const auto note = signer_.sign(size, root, [&](Position at) { return log_.tree().rootAt(at, log_.leaves()); });
    EXPECT_TRUE(note.ok()) << note.error().message;
    const auto published = publisher_.publish(log_, {"log.example/test", size, root}, *note);
    EXPECT_TRUE(published.ok()) << published.error().message;
    return *note;
  }

  // The verifier's exit code: 0 accepted, 1 rejected.
  int run(const std::string& arguments) const {
    const std::string output = (temp_ / "output").string();
    const int status = std::system((ASAR_FOREIGN_VERIFIER " " + arguments + " >" + output + " 2>&1").c_str());
    std::ifstream file(output);
    last_output_.assign(std::istreambuf_iterator<char>(file), {});
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  int runDirectory(Position size) const {
    std::string sizes;
    for (const Position old_size : kSizes) {
      if (old_size < size) sizes += " " + std::to_string(old_size);
    }
    return run("directory " + vkey_ + " " + folder_.string() + " 1" + sizes + " " + std::to_string(size));
  }
  int runProof(Position index, const TlogProof& proof, ByteView entry) const {
    std::ofstream(temp_ / "receipt.tlog-proof", std::ios::binary) << tlogProofText(proof);
    std::ofstream(temp_ / "entry", std::ios::binary) << asText(entry);
    EXPECT_EQ(proof.index, index);
    return run("proof " + vkey_ + " " + (temp_ / "receipt.tlog-proof").string() + " " + (temp_ / "entry").string());
  }
  // Receipts, each beside its entry, in a folder of their own.
  fs::path writeReceipts(const std::set<Position>& indexes, Position size, const std::string& note) const {
    const fs::path folder = temp_ / ("receipts-" + std::to_string(size));
    fs::create_directory(folder);
    for (const Position index : indexes) {
      const std::string name = std::to_string(index);
      const Bytes entry = tests::NumberedLog::entry(index);
      std::ofstream(folder / (name + ".tlog-proof"), std::ios::binary) << tlogProofText(receipt(index, size, note));
      std::ofstream(folder / (name + ".entry"), std::ios::binary) << asText(entry);
    }
    return folder;
  }
  int runProofs(const fs::path& folder) const { return run("proofs " + vkey_ + " " + folder.string()); }
  TlogProof receipt(Position index, Position size, const std::string& note) const {
    return {"", index, *log_.tree().inclusion(index, size, log_.leaves()), note};
  }

  static void flip(const fs::path& path, std::size_t at) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const int byte = file.get();
    ASSERT_TRUE(file.good()) << path;
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(byte ^ 0x01));
  }

  tests::TempFolder temp_;
  const fs::path folder_ = temp_ / "tiles";
  tests::NumberedLog log_{kLargest};
  LogSigner signer_{"log.example/test", *KeyPair::fromSeed(Seed{1}), temp_ / "signed"};
  Publisher publisher_{folder_};
  const std::string vkey_ = vkeyText(signer_.verifier());
  mutable std::string last_output_;
};

TEST_F(ForeignVerifierTest, AcceptsOurDirectoryAtEverySize) {
  for (const Position size : kSizes) {
    publish(size);
    EXPECT_EQ(runDirectory(size), 0) << size << ": " << last_output_;
  }
}

TEST_F(ForeignVerifierTest, AcceptsOurReceipts) {
  SeededRandom random(tests::seedOr(20'251'101));
  for (const Position size : kSizes) {
    const std::string note = publish(size);
    const std::set<Position> indexes = indexesToProve(size, random);
    EXPECT_EQ(runProofs(writeReceipts(indexes, size, note)), 0) << "at size " << size << ": " << last_output_;
    EXPECT_TRUE(last_output_.starts_with(std::to_string(indexes.size()) + " proofs hold\n")) << last_output_;
  }
}

TEST_F(ForeignVerifierTest, RejectsAFolderForOneBadReceipt) {
  const fs::path folder = writeReceipts({0, 99, 100, 256}, 257, publish(257));
  ASSERT_EQ(runProofs(folder), 0) << last_output_;
  flip(folder / "100.entry", 2);
  EXPECT_EQ(runProofs(folder), 1);
  EXPECT_NE(last_output_.find("100.tlog-proof"), std::string::npos) << last_output_;
  flip(folder / "100.entry", 2);
  ASSERT_EQ(runProofs(folder), 0) << last_output_;
  fs::remove(folder / "99.tlog-proof");
  EXPECT_EQ(runProofs(folder), 1) << "an entry has no receipt";
  fs::remove_all(folder);
  fs::create_directory(folder);
  EXPECT_EQ(runProofs(folder), 1) << "nothing was proved";
}

// The verifier could say yes to everything: one byte changed anywhere, and it must not.
TEST_F(ForeignVerifierTest, RejectsADirectoryWithOneFlippedByte) {
  const std::string note = publish(257);
  ASSERT_EQ(runDirectory(257), 0) << last_output_;
  const std::pair<std::string, std::size_t> places[] = {{"tile/0/000", 0},
                                                        {"tile/0/000", 8191},
                                                        {"tile/0/001.p/1", 31},
                                                        {"tile/1/000.p/1", 5},
                                                        {"tile/entries/000", 0},
                                                        {"tile/entries/000", 1000},
                                                        {"tile/entries/001.p/1", 7},
                                                        {"checkpoint", 2},
                                                        {"checkpoint", note.find("257")},
                                                        {"checkpoint", 25},
                                                        {"checkpoint", note.size() - 6}};
  for (const auto& [name, at] : places) {
    flip(folder_ / name, at);
    EXPECT_EQ(runDirectory(257), 1) << name << " byte " << at << ": " << last_output_;
    flip(folder_ / name, at);
  }
  ASSERT_EQ(runDirectory(257), 0) << last_output_;
  fs::remove(folder_ / "tile/1/000.p/1");
  EXPECT_EQ(runDirectory(257), 1);
}

TEST_F(ForeignVerifierTest, RejectsAReceiptWithAnythingChanged) {
  const std::string note = publish(257);
  const TlogProof good = receipt(100, 257, note);
  const Bytes entry = tests::NumberedLog::entry(100);
  ASSERT_EQ(runProof(100, good, entry), 0) << last_output_;
  EXPECT_EQ(runProof(100, good, tests::NumberedLog::entry(101)), 1);
  for (std::size_t i = 0; i < good.path.size(); ++i) {
    TlogProof changed = good;
    changed.path[i].bytes[i] ^= 1;
    EXPECT_EQ(runProof(100, changed, entry), 1) << i;
  }
  TlogProof changed = good;
  changed.index = 101;
  EXPECT_EQ(runProof(101, changed, entry), 1);
  changed = good;
  changed.checkpoint[changed.checkpoint.find("257")] = '3';
  EXPECT_EQ(runProof(100, changed, entry), 1);
}

}  // namespace
}  // namespace ledger
