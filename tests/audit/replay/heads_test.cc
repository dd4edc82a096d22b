// Heads of streams that the front door refuses, put into the log all the same.
#include "audit/replay/heads.h"

#include <gtest/gtest.h>

#include "ledger/rules/heads.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

class HeadsWorld : public World {
 public:
  HeadsWorld() {
    settle();
    work();
    operating = enrol();
    give(*operating, Role::kOperator);
    say(*operating, heads(), Visibility::kPublic);
  }
  StreamHeads heads() {
    StreamHeads made;
    const Position at = front().sealed().size + 1;
    front().inspect([&](const ledger::State& state) { made = headsOf(*headTreesOf(state), at); });
    return made;
  }
  std::string brokenBy(const std::function<void(StreamHeads&)>& change) {
    StreamHeads made = heads();
    change(made);
    return broken(*operating, {made, Visibility::kPublic});
  }

  std::optional<Actor> operating;
};

HeadsWorld& world() {
  static HeadsWorld made;
  return made;
}

TEST(ReplayHeads, CanaryHonestOnesBreakNothing) {
  EXPECT_EQ(world().brokenBy([](StreamHeads&) {}), "");
}

TEST(ReplayHeads, AreTheOperatorsAlone) {
  auto& w = world();
  EXPECT_EQ(w.broken(w.first, {w.heads(), Visibility::kPublic}), only("ROLE_MISSING"));
  EXPECT_EQ(w.broken(*w.auditor, {w.heads(), Visibility::kPublic}), only("ROLE_MISSING"));
}

TEST(ReplayHeads, StandAtTheirOwnIndex) {
  EXPECT_EQ(world().brokenBy([](StreamHeads& h) { --h.at_size; }), only("HEADS_MISPLACED"));
}

TEST(ReplayHeads, AreMadeAnew) {
  const std::function<void(StreamHeads&)> changes[] = {
      [](StreamHeads& h) { ++h.persons.streams; },          [](StreamHeads& h) { ++h.persons.entries; },
      [](StreamHeads& h) { h.persons.root.bytes[0] ^= 1; }, [](StreamHeads& h) { --h.service.minutes; },
      [](StreamHeads& h) { h.service.root.bytes[0] ^= 1; }, [](StreamHeads& h) { h.grants.clear(); },
      [](StreamHeads& h) { h.grants[0].currency = "USD"; }, [](StreamHeads& h) { --h.grants[0].streams; },
      [](StreamHeads& h) { --h.grants[0].entries; },        [](StreamHeads& h) { --h.grants[0].awarded; },
      [](StreamHeads& h) { --h.grants[0].disbursed; },      [](StreamHeads& h) { --h.grants[0].spent; },
      [](StreamHeads& h) { ++h.grants[0].returned; },       [](StreamHeads& h) { h.grants[0].root.bytes[0] ^= 1; },
      [](StreamHeads& h) { ++h.organisations.streams; },    [](StreamHeads& h) { h.regions.root.bytes[0] ^= 1; }};
  for (const auto& change : changes) EXPECT_EQ(world().brokenBy(change), only("HEADS_DIFFER"));
}

TEST(ReplayHeads, AreTheOnlyCommandOfTheirSubmission) {
  auto& w = world();
  Forgery alone{w.heads(), Visibility::kPublic};
  SubmissionDraft draft;
  alone.before = [&](SubmissionDraft& made) { draft = made; };
  w.sign(*w.operating, alone);
  const VaultAccessHash accesses{Instant{w.now().utc_ms, 0}.civilDay() - 1, 0, w.digest()};
  const auto two = signSubmission(draft, {{w.fresh<NonceId>(), {}, alone.body}, {w.fresh<NonceId>(), {}, accesses}},
                                  w.operating->key);
  EXPECT_EQ(w.broken(two, {kRulesVersion}), only("COMMANDS_MISMATCH"));
}

}  // namespace
}  // namespace audit::tests
