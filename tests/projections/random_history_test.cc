// Tables that followed a random history as it grew, and those made anew from its first entry, are the same: for as many
// entries as kEntries says, a million of them under ASAR_NIGHTLY=1.
#include "tests/audit/random_history.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "ledger/ledger.h"
#include "projections/rebuild.h"
#include "tests/projections/sample_database.h"
#include "tests/support/seed.h"
#include "tests/support/temp_folder.h"

namespace projections {
namespace {

using audit::tests::RandomHistory;

struct Extent {
  int histories = 2;
  ledger::Position entries = 2'000;  // of each
};

Extent extent() {
  if (std::getenv("ASAR_NIGHTLY") != nullptr) return {10, 100'000};
  return {};
}

class RandomTables {
 public:
  explicit RandomTables(std::uint64_t seed) : history_(seed), random_(seed), reader_(history_.world.log()) {}

  void grow() {
    const auto attempt = history_.next();
    const auto receipt = history_.world.offer(attempt.submission);
    if (receipt) history_.taken(attempt, *receipt);
  }
  ledger::Position size() { return history_.world.log().head().size; }

  // A follower of its own each time, which has only the tables.
  void follow() {
    Database database = *Database::open(present());
    const auto followed = catchUp(database, reader_, goal(), options().follow);
    ASSERT_TRUE(followed.ok()) << followed.error().message;
  }

  // Beside, compared, and switched.
  void rebuild() {
    Rebuild rebuild(
        {present(), folder_ / "next.db"}, [this] { return ledger::Result<ledger::EventReader*>(&reader_); }, options());
    const auto built = rebuild.build([this] { return ledger::Result<Goal>(goal()); });
    ASSERT_TRUE(built.ok()) << built.error().message;
    const auto compared = rebuild.compare();
    ASSERT_TRUE(compared.ok()) << compared.error().message;
    ASSERT_TRUE(rebuild.replace(goal()).ok());
    ASSERT_TRUE(rebuild.comparison().has_value());
    EXPECT_EQ(rebuild.comparison()->different, 0);
    EXPECT_EQ(rebuild.comparison()->bookmark.size, size());
    EXPECT_GT(rebuild.comparison()->rows, static_cast<std::int64_t>(size() / 4)) << "too little was compared";
  }

  std::string content() {
    Database database = *Database::open(present());
    return tests::everything(database);
  }
  ledger::SeededRandom& random() { return random_; }

 private:
  std::filesystem::path present() const { return folder_ / "read.db"; }
  Goal goal() {
    const auto sealed = history_.world.front().sealed();
    return {sealed.size, sealed.root};
  }
  RebuildOptions options() {
    RebuildOptions options;
    options.follow.entries_per_chunk = 1 + random_.below(5'000);
    return options;
  }

  RandomHistory history_;
  ledger::SeededRandom random_;
  ledger::LogReader reader_;
  tests::TempFolder folder_;
};

TEST(RandomTables, MadeAnewAreThoseThatFollowed) {
  const std::uint64_t seed = ::tests::seedOr(20261201);
  const Extent wished = extent();
  for (int i = 0; i < wished.histories && !::testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("history " + std::to_string(seed + static_cast<std::uint64_t>(i)));
    RandomTables tables(seed + static_cast<std::uint64_t>(i));
    while (tables.size() < wished.entries) {
      tables.grow();
      // About forty times in all.
      if (tables.random().below(wished.entries / 20) == 0) {
        ASSERT_NO_FATAL_FAILURE(tables.follow());
      }
    }
    ASSERT_NO_FATAL_FAILURE(tables.follow());
    const std::string followed = tables.content();
    ASSERT_NO_FATAL_FAILURE(tables.rebuild());
    EXPECT_TRUE(tables.content() == followed) << "the comparison saw no difference";
  }
}

}  // namespace
}  // namespace projections
