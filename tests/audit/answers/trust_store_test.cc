// What is remembered between two audits: kept whole, never made smaller, and never taken for nothing.
#include "audit/answers/trust_store.h"

#include <gtest/gtest.h>

#include "audit/answers/trusted_verify.h"
#include "audit/log/whole_file.h"
#include "tests/audit/answers/answered_log.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

SignedCheckpoint seenOf(std::uint64_t size, std::uint8_t seed = 3) {
  return *SignedCheckpoint::parse(checkpointOf(numbered(size), keyOf(seed)));
}

std::string verdictOf(const Findings& findings) {
  return findings.verdict();
}

TEST(TrustStore, KeepsTheNoteItself) {
  ::tests::TempFolder folder;
  const TrustStore store(folder / "new" / "store");
  Findings findings;
  EXPECT_FALSE(store.find(kOrigin, findings));
  store.keep(seenOf(5), findings);
  EXPECT_EQ(readWhole(store.fileOf(kOrigin), 1000), seenOf(5).bytes);
  EXPECT_EQ(store.find(kOrigin, findings)->checkpoint.size, 5U);
  EXPECT_FALSE(store.find("log.example/other", findings));
  store.keep(seenOf(4), findings);
  EXPECT_EQ(store.find(kOrigin, findings)->checkpoint.size, 5U) << "it never falls";
  store.keep(seenOf(6), findings);
  EXPECT_EQ(store.find(kOrigin, findings)->checkpoint.size, 6U);
  EXPECT_EQ(verdictOf(findings), "OK");
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(folder / "new" / "store")) ++files;
  EXPECT_EQ(files, 1U) << "nothing is left beside it";
}

TEST(TrustStore, WhatCannotBeReadIsNotTakenForNothing) {
  ::tests::TempFolder folder;
  const TrustStore store(folder.path());
  const auto findIn = [&](std::string_view text) {
    writeFile(store.fileOf(kOrigin), bytesOf(text));
    Findings findings;
    EXPECT_FALSE(store.find(kOrigin, findings));
    return verdictOf(findings);
  };
  EXPECT_EQ(findIn(""), "COULD_NOT_CHECK");
  EXPECT_EQ(findIn("text"), "COULD_NOT_CHECK");
  const auto note = seenOf(5);
  EXPECT_EQ(findIn(std::string("x") + std::string(textOf(Bytes(note.bytes)))), "COULD_NOT_CHECK")
      << "of another origin";
  std::filesystem::remove(store.fileOf(kOrigin));
  std::filesystem::create_directory(store.fileOf(kOrigin));
  Findings findings;
  EXPECT_FALSE(store.find(kOrigin, findings));
  store.keep(note, findings);
  EXPECT_EQ(verdictOf(findings), "COULD_NOT_CHECK");
}

TEST(TrustStore, AFolderThatCannotBeMadeIsSaid) {
  ::tests::TempFolder folder;
  writeFile(folder / "file", bytesOf("x"));
  Findings findings;
  TrustStore(folder / "file").keep(seenOf(5), findings);
  EXPECT_EQ(verdictOf(findings), "COULD_NOT_CHECK");
}

TEST(TrustStore, HoldsALogToWhatWasSeenOfIt) {
  World world;
  world.settle();
  const auto entries = world.entries();
  const std::vector<Buffer> shorter(entries.begin(), entries.end() - 4);
  ::tests::TempFolder folder;
  const TrustStore store(folder / "store");
  const auto before = writeMembers(sealedLog(shorter, world.log_key), folder / "before");
  const auto now = writeMembers(sealedLog(entries, world.log_key), folder / "now");
  Request request;
  request.integrity_only = true;
  const auto judged = [&](const std::filesystem::path& path) {
    Audit audit;
    verifyTrusted(path, request, store, audit);
    return audit.findings.verdict();
  };
  const auto kept = [&] {
    Findings findings;
    const auto seen = store.find(kOrigin, findings);
    return seen ? seen->checkpoint.size : 0;
  };
  EXPECT_EQ(judged(before), "OK");
  EXPECT_EQ(kept(), 0U) << "the key was not pinned";
  request.vkey = verifierKeyOf(world.log_key);
  EXPECT_EQ(judged(before), "OK");
  EXPECT_EQ(kept(), shorter.size());
  EXPECT_EQ(judged(now), "OK");
  EXPECT_EQ(kept(), entries.size());
  EXPECT_EQ(judged(before), "ROLLBACK");
  EXPECT_EQ(kept(), entries.size()) << "a log that is not in order changes nothing";
  writeFile(store.fileOf(kOrigin), checkpointOf(numbered(9), world.log_key));
  EXPECT_EQ(judged(now), "FORK");
  EXPECT_EQ(kept(), 9U);
  writeFile(store.fileOf(kOrigin), bytesOf("damaged"));
  EXPECT_EQ(judged(now), "COULD_NOT_CHECK");
}

}  // namespace
}  // namespace audit::tests
