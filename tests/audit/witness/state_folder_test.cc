#include "audit/witness/state_folder.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/audit/witness/watched_log.h"
#include "tests/support/temp_folder.h"

namespace audit::witness {
namespace {

template <class T>
std::string reasonOf(const Or<T>& result) {
  const auto* trouble = std::get_if<Trouble>(&result);
  return trouble == nullptr ? "" : trouble->reason;
}

class StateFolderTest : public ::testing::Test {
 protected:
  const tests::TempFolder folder_;
  const StateFolder state_{folder_ / "state"};
  const tests::WatchedLog log_;
  const VerifierKey key_ = *VerifierKey::parse(log_.vkey());
  const std::string id_ = StateFolder::idOf("log.example/one");
};

TEST_F(StateFolderTest, IsNoneBeforeTheFirstLog) {
  EXPECT_EQ(state_.check()->reason, "NOT_INITIALISED");
  EXPECT_EQ(reasonOf(state_.logs()), "NOT_INITIALISED");
  EXPECT_TRUE(std::get<0>(state_.addLog(key_)));
  EXPECT_FALSE(state_.check());
}

TEST_F(StateFolderTest, KeepsTheKeysOfALogOnceEach) {
  const tests::WatchedLog rotated("log.example/one", 8);
  EXPECT_TRUE(std::get<0>(state_.addLog(key_)));
  EXPECT_FALSE(std::get<0>(state_.addLog(key_)));
  EXPECT_TRUE(std::get<0>(state_.addLog(*VerifierKey::parse(rotated.vkey()))));
  EXPECT_EQ(std::get<0>(state_.keysOf(id_)).size(), 2U);
  EXPECT_EQ(std::get<0>(state_.logs()).size(), 1U);
  EXPECT_TRUE(std::get<0>(state_.keysOf(StateFolder::idOf("log.example/two"))).empty());
}

TEST_F(StateFolderTest, GivesBackWhatWasRecordedLast) {
  ASSERT_TRUE(std::get<0>(state_.addLog(key_)));
  EXPECT_TRUE(std::get<0>(state_.recorded(id_)).note.empty());
  for (const std::uint64_t size : {3U, 8U}) {
    ASSERT_FALSE(state_.record(id_, log_.note(size)));
    EXPECT_EQ(std::get<0>(state_.recorded(id_)).checkpoint.size, size);
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_ / "state" / "logs" / id_),
                          std::filesystem::directory_iterator()),
            2)
      << "nothing is left beside the keys and the checkpoint";
}

TEST_F(StateFolderTest, SaysWhereItIsDamaged) {
  ASSERT_TRUE(std::get<0>(state_.addLog(key_)));
  std::ofstream(folder_ / "state" / "logs" / id_ / "checkpoint") << tests::WatchedLog("log.example/two").note(3);
  EXPECT_EQ(reasonOf(state_.recorded(id_)), "STATE_DAMAGED") << "a checkpoint of another log";
  std::ofstream(folder_ / "state" / "logs" / id_ / "keys", std::ios::trunc) << "no key\n";
  EXPECT_EQ(reasonOf(state_.keysOf(id_)), "STATE_DAMAGED");
}

TEST_F(StateFolderTest, IsServedByOneProgramAtATime) {
  ASSERT_TRUE(std::get<0>(state_.addLog(key_)));
  {
    const auto lock = StateLock::take(folder_ / "state");
    EXPECT_EQ(reasonOf(lock), "");
    EXPECT_EQ(reasonOf(StateLock::take(folder_ / "state")), "LOCKED");
  }
  EXPECT_EQ(reasonOf(StateLock::take(folder_ / "state")), "");
}

}  // namespace
}  // namespace audit::witness
