// What a ledger does when the disk says no: nothing is acknowledged any more, and the doubt is resolved by the id.
#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace tests {
namespace {

using namespace ledger;

// Stores what it is given, and says from a moment on that it does not know.
class DoubtfulLog final : public EventLog {
 public:
  explicit DoubtfulLog(MemoryLog& log) : log_(log) {}

  AppendResult append(std::span<const Encoded> batch, const Head& expected, Deadline deadline) override {
    if (!failing) return log_.append(batch, expected, deadline);
    if (stores) static_cast<void>(log_.append(batch, expected, deadline));
    return {AppendStatus::kUnknown, expected, "fdatasync: Input/output error"};
  }
  Result<Page> read(Position from, std::size_t max_bytes) override { return log_.read(from, max_bytes); }
  Result<std::vector<Digest>> leafHashes(Position first, std::size_t count) override {
    return log_.leafHashes(first, count);
  }
  Head head() override { return log_.head(); }
  Result<bool> waitFor(Position after, Deadline deadline) override { return log_.waitFor(after, deadline); }

  bool failing = false;
  bool stores = false;

 private:
  MemoryLog& log_;
};

class HeardNotices final : public Notices {
 public:
  void say(NoticeLevel level, std::string_view name, std::initializer_list<NoticeField> fields) override {
    if (level != NoticeLevel::kError) return;
    heard += name;
    for (const NoticeField& field : fields) {
      if (const auto* word = std::get_if<std::string_view>(&field.value)) heard += " " + std::string(*word);
    }
  }
  std::string heard;
};

class FailStop : public ::testing::TestWithParam<bool> {
 protected:
  std::unique_ptr<Ledger> open() {
    auto opened = Ledger::open({log_, world_.clock, world_.random, {}, &notices_});
    EXPECT_TRUE(opened.ok()) << opened.error().message;
    return std::move(*opened);
  }
  CommandBody project() {
    const CivilDay today = world_.now().civilDay();
    return ProjectStart{world_.newId(), world_.programme, world_.organisation,          "KZ-71",
                        today,          today + 9,        {"Жоба", "Проект", "Project"}};
  }

  World world_;
  DoubtfulLog log_{world_.log};
  HeardNotices notices_;
};

TEST_P(FailStop, AcknowledgesNothingAndResolvesTheDoubtByTheId) {
  ASSERT_EQ(world_.failure(), "");
  auto ledger = open();
  const Submission doubtful = world_.scribe.sign(world_.officer, {project()});
  const Submission later = world_.scribe.sign(world_.officer, {project()});
  const auto id = checkSubmission(doubtful)->header.submission;

  log_.failing = true;
  log_.stores = GetParam();
  const auto refused = ledger->submit(doubtful);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().reason, "LEDGER_STOPPED");
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(ledger->receiptOf(id).error().reason, "SUBMISSION_UNKNOWN");
  log_.failing = false;  // the disk is well again, but this ledger cannot know what it holds
  for (const Submission& one : {later, doubtful}) {
    const auto again = ledger->submit(one);
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().reason, "LEDGER_STOPPED");
  }
  EXPECT_EQ(notices_.heard, "ledger.stopped fdatasync: Input/output error");

  ledger = open();
  EXPECT_EQ(ledger->receiptOf(id).ok(), GetParam());
  const auto resolved = ledger->submit(doubtful);
  ASSERT_TRUE(resolved.ok()) << resolved.error().message;
  EXPECT_EQ(resolved->already_known, GetParam());
  const auto repeated = ledger->submit(doubtful);
  ASSERT_TRUE(repeated.ok());
  EXPECT_TRUE(repeated->already_known);
  EXPECT_EQ(repeated->leaf_hash, resolved->leaf_hash);
  EXPECT_TRUE(ledger->submit(later).ok());
}

INSTANTIATE_TEST_SUITE_P(Doubtful, FailStop, ::testing::Bool(),
                         [](const auto& tested) { return tested.param ? "BatchWasStored" : "BatchWasLost"; });

}  // namespace
}  // namespace tests
