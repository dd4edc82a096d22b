// What a ledger does when the disk says no, or a promise about its state broke: nothing is acknowledged any more, and
// the doubt is resolved by the id.
#include <gtest/gtest.h>

#include "ledger/base/file_io.h"
#include "tests/support/temp_folder.h"
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

CommandBody newProject(World& world) {
  const CivilDay today = world.now().civilDay();
  return ProjectStart{world.newId(), world.programme, world.organisation,           "KZ-71",
                      today,         today + 9,       {"Жоба", "Проект", "Project"}};
}

class FailStop : public ::testing::TestWithParam<bool> {
 protected:
  std::unique_ptr<Ledger> open() {
    auto opened = Ledger::open({log_, world_.clock, world_.random, {}, &notices_});
    EXPECT_TRUE(opened.ok()) << opened.error().message;
    return std::move(*opened);
  }

  World world_;
  DoubtfulLog log_{world_.log};
  HeardNotices notices_;
};

TEST_P(FailStop, AcknowledgesNothingAndResolvesTheDoubtByTheId) {
  ASSERT_EQ(world_.failure(), "");
  auto ledger = open();
  const Submission doubtful = world_.scribe.sign(world_.officer, {newProject(world_)});
  const Submission later = world_.scribe.sign(world_.officer, {newProject(world_)});
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

// A ledger whose invariants hold until the test says that they do not.
class BrokenPromise : public ::testing::Test {
 protected:
  std::unique_ptr<Ledger> open() {
    const InvariantCheck check = [this](const State& state) {
      return breaks_ ? std::optional<std::string>("a sum is wrong") : brokenInvariant(state);
    };
    auto opened = Ledger::open({world_.log, world_.clock, world_.random, incidents_, &notices_, nullptr, check});
    EXPECT_TRUE(opened.ok()) << opened.error().message;
    return std::move(*opened);
  }
  // What the incident files say, one after the other.
  std::string incidents() const {
    std::string texts;
    if (!std::filesystem::exists(incidents_)) return texts;
    for (const auto& file : std::filesystem::directory_iterator(incidents_)) {
      texts += asText(*readWholeFile(file.path(), 4096));
    }
    return texts;
  }

  World world_;
  TempFolder folder_;
  const std::filesystem::path incidents_ = folder_ / "incidents";
  HeardNotices notices_;
  bool breaks_ = false;
};

TEST_F(BrokenPromise, ClosesTheDoorForWritingAndNotForReading) {
  ASSERT_EQ(world_.failure(), "");
  auto ledger = open();
  const Submission good = world_.scribe.sign(world_.officer, {newProject(world_)});
  const Submission breaking = world_.scribe.sign(world_.officer, {newProject(world_)});
  const auto receipt = ledger->submit(good);
  ASSERT_TRUE(receipt.ok()) << receipt.error().message;
  const Sealed before = ledger->sealed();

  breaks_ = true;
  const auto refused = ledger->submit(breaking);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kRefused);
  EXPECT_EQ(refused.error().reason, "INTERNAL");
  EXPECT_EQ(refused.error().message, "a promise about the state broke: a sum is wrong; nothing was written");
  breaks_ = false;  // whatever it was, this ledger does not trust its state any more
  const auto next = ledger->submit(breaking);
  ASSERT_FALSE(next.ok());
  EXPECT_EQ(next.error().reason, "LEDGER_STOPPED");
  EXPECT_EQ(next.error().code, ErrorCode::kUnavailable);

  EXPECT_EQ(ledger->receiptOf(checkSubmission(good)->header.submission)->leaf_hash, receipt->leaf_hash);
  EXPECT_EQ(*ledger->rootAt(before.size), before.root);
  EXPECT_TRUE(ledger->inclusion(receipt->submission, before.size).ok());
  ledger->inspect([&](const State& state) { EXPECT_EQ(state.ledger().id, receipt->ledger); });
  EXPECT_EQ(world_.log.head().size, before.size);
  ledger.reset();  // the incident is written down by then
  EXPECT_EQ(incidents(), "a promise about the state broke: a sum is wrong\n");
  EXPECT_EQ(notices_.heard, "ledger.stopped a promise about the state broke: a sum is wrong");

  ledger = open();
  EXPECT_EQ(ledger->sealed().root, before.root);
  const auto again = ledger->submit(breaking);
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_FALSE(again->already_known);
}

TEST_F(BrokenPromise, ClosesTheDoorAlsoWhereItWasOnlyTried) {
  ASSERT_EQ(world_.failure(), "");
  auto ledger = open();
  const Submission tried = world_.scribe.sign(world_.officer, {newProject(world_)});
  breaks_ = true;
  EXPECT_EQ(ledger->judgeOnly({tried}).error().reason, "INTERNAL");
  breaks_ = false;
  EXPECT_EQ(ledger->submit(tried).error().reason, "LEDGER_STOPPED");
  EXPECT_EQ(incidents(), "a promise about the state broke: a sum is wrong\n");
}

}  // namespace
}  // namespace tests
