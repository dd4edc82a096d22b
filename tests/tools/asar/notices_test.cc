#include "tools/asar/notices.h"

#include <gtest/gtest.h>

#include <sstream>
#include <type_traits>

#include "ledger/event/values.h"
#include "ledger/seal/ed25519.h"

namespace tools {
namespace {

using ledger::NoticeField;
using ledger::NoticeLevel;

// Who somebody is and what nobody may know cannot be handed to a notice at all.
static_assert(!std::is_constructible_v<NoticeField, const char*, ledger::PersonId>);
static_assert(!std::is_constructible_v<NoticeField, const char*, ledger::ActorKey>);
static_assert(!std::is_constructible_v<NoticeField, const char*, ledger::Seed>);
static_assert(std::is_constructible_v<NoticeField, const char*, std::size_t>);

TEST(Notices, AreOneJsonLineEach) {
  std::ostringstream out;
  ledger::FixedClock clock{1'767'225'600'000};
  const auto notices = noticesTo(out, clock, NoticeLevel::kInfo);
  notices->say(NoticeLevel::kInfo, "ledger.opened", {{"entries", 7}, {"why", "none"}});
  EXPECT_EQ(out.str(),
            "{\"at\":\"2026-01-01T00:00:00+00:00\",\"level\":\"info\",\"notice\":\"ledger.opened\",\"entries\":7,"
            "\"why\":\"none\"}\n");
}

TEST(Notices, BelowTheLevelAreNotSaid) {
  std::ostringstream out;
  ledger::FixedClock clock{0};
  noticesTo(out, clock, NoticeLevel::kError)->say(NoticeLevel::kWarn, "log.slow_sync", {});
  noticesTo(out, clock, NoticeLevel::kOff)->say(NoticeLevel::kError, "ledger.stopped", {});
  EXPECT_EQ(out.str(), "");
}

TEST(Notices, NoValueForgesALine) {
  EXPECT_EQ(quotedNotice("a\n{\"level\":\"x\"}\x1b[2J"), R"("a\u000a{\"level\":\"x\"}\u001b[2J")");
  EXPECT_EQ(quotedNotice("\xe2\x80\xae"
                         "evil"),
            R"("\u00e2\u0080\u00ae)"
            "evil\"");
  EXPECT_EQ(quotedNotice("\xff"), R"("\u00ff")");
  EXPECT_EQ(quotedNotice("Шымкент"), "\"Шымкент\"");
}

TEST(Notices, LevelsHaveNames) {
  EXPECT_EQ(noticeLevelOf("warn"), NoticeLevel::kWarn);
  EXPECT_FALSE(noticeLevelOf("loud"));
}

}  // namespace
}  // namespace tools
