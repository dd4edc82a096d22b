// What we publish is accepted by verifiers written by others: the tlog and note packages of golang.org/x/mod.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "ledger/base/clock.h"
#include "ledger/proof/tlog_proof.h"
#include "ledger/publisher.h"
#include "ledger/seal/signed_file.h"
#include "tests/support/numbered_log.h"
#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

namespace fs = std::filesystem;

constexpr Position kSizes[] = {2, 255, 256, 257, 65'536, 70'000};
constexpr Position kLargest = 70'000;

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
  constexpr std::uint64_t kSeed = 20'251'101;
  SeededRandom random(kSeed);
  for (const Position size : kSizes) {
    const std::string note = publish(size);
    std::vector<Position> indexes = {0, size / 2, size - 1};
    for (int i = 0; i < 7; ++i) indexes.push_back(random.below(size));
    for (const Position index : indexes) {
      const Bytes entry = tests::NumberedLog::entry(index);
      EXPECT_EQ(runProof(index, receipt(index, size, note), entry), 0) << index << " in " << size << last_output_;
    }
  }
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
