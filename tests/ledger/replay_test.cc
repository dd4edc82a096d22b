// Logs whose hashes hold together and which no ledger ever judged: replay refuses each by name.
#include <gtest/gtest.h>

#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "ledger/merkle/hashing.h"
#include "tests/support/state_text.h"
#include "tests/support/world.h"

namespace tests {
namespace {

using namespace ledger;

struct Forgery {
  Visibility visibility = Visibility::kPublic;
  Assurance assurance = Assurance::kSelf;
  Effect effect = Effect::kEffective;
  std::uint16_t rules = kRulesVersion;
  std::uint64_t endorses = 0;
  UtcMs later = 0;
  const Actor* signer = nullptr;  // the importer where null
};

// Writes entries behind the ledger's back: everything is signed, hashed and linked, and nothing is judged.
class Forger {
 public:
  explicit Forger(World& world) : world_(world) {}

  Position add(const std::vector<Command>& commands, const Forgery& how) {
    const Sealed sealed = world_.ledger->sealed();
    const UtcMs at = world_.now().utc_ms + how.later;
    const Actor& signer = how.signer == nullptr ? world_.importer : *how.signer;
    const Submission submission = signSubmission({world_.scribe.ledgerId(),
                                                  timeOrderedId(at, world_.random),
                                                  signer.person,
                                                  at,
                                                  at + kMsPerDay,
                                                  {sealed.size, sealed.root},
                                                  how.visibility,
                                                  how.assurance},
                                                 commands, signer.key);
    const Position first = world_.log.head().size;
    std::vector<Encoded> entries;
    append(entries, at, SubmissionBody{submission.header, submission.signatures});
    for (std::size_t i = 0; i < commands.size(); ++i) {
      Decision decision;
      decision.rules = how.rules;
      decision.effect = how.effect;
      decision.endorses = how.endorses;
      append(entries, at, EventBody{first, static_cast<std::uint32_t>(i), submission.commands[i], std::move(decision)});
    }
    EXPECT_EQ(world_.log.append(entries, world_.log.head(), Deadline::max()).status, AppendStatus::kCommitted);
    return first;
  }

  Result<void> reopen() {
    const auto opened = Ledger::open({world_.log, world_.clock, world_.random, {}});
    return opened ? Result<void>() : Result<void>(opened.error());
  }

 private:
  void append(std::vector<Encoded>& entries, UtcMs at, EntryBody body) {
    const Head head = world_.log.head();
    Entry entry;
    entry.version = 1;
    entry.index = head.size + entries.size();
    entry.previous = entries.empty() ? head.hash : entries.back().hash;
    entry.recorded_at = at;
    entry.salt = world_.random.id<NonceId>();
    entry.body = std::move(body);
    Bytes bytes = encode(entry);
    const Digest hash = leafHash(bytes);
    entries.push_back({hash, std::move(bytes)});
  }

  World& world_;
};

Command exampleCommand(World& world, Kind kind) {
  auto command = commandFromJson(exampleOf(kind), world.random);
  EXPECT_TRUE(command.ok()) << command.error().message;
  return std::move(*command);
}

Command with(World& world, CommandBody body) {
  return {world.random.id<NonceId>(), {}, std::move(body)};
}

// The log opens without the forged entries, and with them is refused at exactly that entry.
void expectRefusedAt(World& world, Position index, std::string_view what) {
  const auto opened = Forger(world).reopen();
  ASSERT_FALSE(opened.ok()) << what;
  EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(opened.error().reason, "LOG_NOT_JUDGED") << what << ": " << opened.error().message;
  EXPECT_NE(opened.error().message.find("entry " + std::to_string(index) + " (" + std::string(what)), std::string::npos)
      << opened.error().message;
  EXPECT_NE(opened.error().message.find("asar-audit verify"), std::string::npos) << opened.error().message;
}

// That entry and what it is; what a release was made from is compared with what its submission has seen.
void expectEventRefusedAt(World& world, Position submission, Kind kind) {
  if (kind == Kind::kReleasePublish) return expectRefusedAt(world, submission, "submission");
  expectRefusedAt(world, submission + 1, traitsOf(kind).event);
}

class EveryKind : public ::testing::TestWithParam<std::size_t> {};

TEST_P(EveryKind, ForgedIntoALogIsRefusedByNameAtItsPlace) {
  const auto kind = static_cast<Kind>(GetParam());
  const KindTraits& traits = traitsOf(kind);
  for (const Effect effect : {Effect::kEffective, Effect::kProposed}) {
    for (const Assurance assurance : {Assurance::kSelf, Assurance::kImported}) {
      World world;
      ASSERT_EQ(world.failure(), "");
      ASSERT_TRUE(Forger(world).reopen().ok());
      const Position at = Forger(world).add(
          {exampleCommand(world, kind)}, {.visibility = traits.visibility, .assurance = assurance, .effect = effect});
      expectEventRefusedAt(world, at, kind);
    }
  }
}

TEST_P(EveryKind, EndorsedWithoutAProposalIsRefused) {
  const auto kind = static_cast<Kind>(GetParam());
  World world;
  const Position at = Forger(world).add(
      {exampleCommand(world, kind), exampleCommand(world, Kind::kEndorse)},
      {.visibility = traitsOf(kind).visibility, .effect = Effect::kProposed, .endorses = world.log.head().size + 1});
  expectEventRefusedAt(world, at, kind);
}

INSTANTIATE_TEST_SUITE_P(Schema, EveryKind, ::testing::Range(std::size_t{0}, kKinds), [](const auto& tested) {
  return std::string(traitsOf(static_cast<Kind>(tested.param)).event);
});

TEST(Replay, ReachesTheSameStateAsJudging) {
  World world;
  ASSERT_EQ(world.failure(), "");
  const auto again = Ledger::open({world.log, world.clock, world.random, {}});
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_EQ((*again)->sealed().root, world.ledger->sealed().root);
  StateText judged;
  world.ledger->inspect([&](const State& state) { judged = textOf(state); });
  (*again)->inspect([&](const State& state) { EXPECT_EQ(difference(judged, textOf(state)), ""); });
}

TEST(Replay, RefusesADecisionOrStreamsThatTheRulesWouldNotGive) {
  for (const auto& [effect, why] :
       {std::pair(Effect::kProposed, "another decision"), std::pair(Effect::kEffective, "other streams")}) {
    World world;
    const CivilDay today = world.now().civilDay();
    const ProjectStart lawful{world.newId(), world.programme, world.organisation, "KZ-71",
                              today,         today + 9,       {"a", "b", "c"}};
    const Visibility visibility = traitsOf(Kind::kProjectStart).visibility;
    const Position at = Forger(world).add({with(world, lawful)},
                                          {.visibility = visibility, .effect = effect, .signer = &world.officer});
    expectRefusedAt(world, at + 1, "ProjectStarted");
    EXPECT_NE(Forger(world).reopen().error().message.find(why), std::string::npos)
        << Forger(world).reopen().error().message;
  }
}

TEST(Replay, RefusesASubmissionThatTurnsBackTime) {
  World world;
  const Position at = Forger(world).add({exampleCommand(world, Kind::kImportRecord)}, {.later = -kMsPerDay});
  expectRefusedAt(world, at, "submission");
}

TEST(Replay, SaysThatRulesItDoesNotKnowNeedANewerProgram) {
  World world;
  Forger(world).add({exampleCommand(world, Kind::kHoursClaim)}, {.rules = kRulesVersion + 1});
  const auto opened = Forger(world).reopen();
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().reason, "LOG_TOO_NEW");
}

}  // namespace
}  // namespace tests
