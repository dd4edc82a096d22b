#include "tests/sample/year.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "ledger/event/codec.h"
#include "ledger/log/memory_log.h"

namespace sample {
namespace {

using namespace ledger;

struct Played {
  explicit Played(std::uint64_t seed) : salts(seed + 1), random(seed) {
    ledger = *Ledger::open({log, clock, salts, {}});
    tests::Scribe scribe(*ledger, log, random);
    const Founders founders{tests::newActor(random), tests::newActor(random), tests::newKey(random)};
    Year year(scribe, random, Scale::of(0.02), founders);
    failure = year.play();
  }

  std::map<Kind, std::size_t> kinds() {
    std::map<Kind, std::size_t> count;
    LogReader reader(log);
    for (Position at = 0; at < reader.size();) {
      const auto page = reader.read(at, 1 << 20);
      for (const StoredEntry& stored : *page) {
        const auto entry = decodeEntry(stored.bytes);
        if (const auto* event = std::get_if<EventBody>(&entry->body)) {
          ++count[kindOf(*decodeCommand(event->command))];
          for (const Flag flag : event->decision.flags) ++flags[flag];
        }
        last_recorded = entry->recorded_at;
      }
      at += page->size();
    }
    return count;
  }

  FixedClock clock{0};
  SeededRandom salts;
  SeededRandom random;
  MemoryLog log;
  std::unique_ptr<Ledger> ledger;
  std::string failure;
  std::map<Flag, std::size_t> flags;
  UtcMs last_recorded = 0;
};

TEST(SampleYear, IsPlayedWithoutARefusalAndShowsEveryKind) {
  Played played(7);
  ASSERT_EQ(played.failure, "");
  auto kinds = played.kinds();
  for (std::size_t i = 0; i < kKinds; ++i) {
    const Kind kind = static_cast<Kind>(i);
    if (kind == Kind::kLogKeyRotate) continue;  // what is played is sealed with the one key it was founded with
    EXPECT_GT(kinds[kind], 0U) << traitsOf(kind).command;
  }
  EXPECT_GT(played.flags[Flag::kOverDayLimit], 0U);
  EXPECT_GT(played.flags[Flag::kLate], 0U);
  EXPECT_EQ(Instant({played.last_recorded, kOffset}).text().substr(0, 7), "2026-10");
}

TEST(SampleYear, IsTheSameForTheSameSeed) {
  Played one(3);
  Played again(3);
  ASSERT_EQ(one.failure, "");
  EXPECT_EQ(one.ledger->sealed().root, again.ledger->sealed().root);
}

}  // namespace
}  // namespace sample
