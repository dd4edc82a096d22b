// Logs that hold together and that no ledger ever judged: the fold ends with a named error, or with rows.
#include <gtest/gtest.h>

#include <cstdlib>

#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"
#include "projections/follower.h"
#include "tests/projections/made_log.h"
#include "tests/projections/sample_database.h"
#include "tests/support/seed.h"

namespace tests {
namespace {

using namespace ledger;

void replaceAll(std::string& text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

// The example of a kind with its amounts and minutes blown up; all examples speak of the same few subjects.
CommandBody twisted(Kind kind, SeededRandom& random) {
  static constexpr const char* kAmounts[] = {"1", "1000000000000000", "-1000000000000000", "0"};
  static constexpr const char* kMinutes[] = {"1", "10000000000", "-10000000000", "0"};
  std::string text = exampleOf(kind).line();
  replaceAll(text, "\"minor\":30000000", std::string("\"minor\":") + kAmounts[random.below(4)]);
  replaceAll(text, "\"minutes\":120", std::string("\"minutes\":") + kMinutes[random.below(4)]);
  const auto parsed = parseJson(text);
  auto command = parsed ? commandFromJson(*parsed, random) : Result<Command>(parsed.error());
  if (!command) command = commandFromJson(exampleOf(kind), random);
  EXPECT_TRUE(command.ok()) << text;
  return command->body;
}

Result<void> follow(MadeLog& log) {
  projections::Database database = memoryDatabase();
  const auto followed = projections::catchUp(database, log, log.goal());
  return followed ? Result<void>() : Result<void>(followed.error());
}

void expectNamed(const Result<void>& outcome, const std::string& what) {
  if (outcome.ok()) return;
  EXPECT_EQ(outcome.error().code, ErrorCode::kCorrupt) << what;
  EXPECT_TRUE(outcome.error().reason == "FACT_WITHOUT_SUBJECT" || outcome.error().reason == "SUM_OVERFLOWS" ||
              outcome.error().reason == "ENTRY_UNREADABLE")
      << what << ": " << outcome.error().reason << ", " << outcome.error().message;
  EXPECT_NE(outcome.error().message.find("asar-audit verify"), std::string::npos) << outcome.error().message;
}

TEST(HostileLog, EachKindAloneFoldsOrIsNamed) {
  SeededRandom random{seedOr(1)};
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    for (const Assurance assurance : {Assurance::kSelf, Assurance::kImported}) {
      MadeLog log;
      log.submit(person(1), assurance);
      log.add(twisted(static_cast<Kind>(kind), random));
      log.propose(twisted(static_cast<Kind>(kind), random));
      log.endorse(log.size() - 1, person(2));
      expectNamed(follow(log), std::string(traitsOf(static_cast<Kind>(kind)).event));
    }
  }
}

TEST(HostileLog, EndorsementsOfAnythingAreNamedOrFold) {
  SeededRandom random{seedOr(2)};
  for (const Position endorsed :
       {Position{0}, Position{1}, Position{2}, Position{3}, Position{4}, Position{5}, Position{900}}) {
    MadeLog log;
    log.submit(person(1));
    log.add(twisted(Kind::kOfficeEstablish, random));
    log.endorse(endorsed, person(2));
    log.endorse(endorsed, person(2));
    expectNamed(follow(log), std::to_string(endorsed));
  }
}

TEST(HostileLog, AnyOrderOfAnyKindsFoldsOrIsNamed) {
  const std::uint64_t rounds = std::getenv("ASAR_NIGHTLY") != nullptr ? 3000 : 150;
  const std::uint64_t first = seedOr(1);
  for (std::uint64_t seed = first; seed != first + rounds; ++seed) {
    SeededRandom random{seed};
    MadeLog log;
    log.submit(person(1));
    // What most kinds need comes first, so that the rest gets past the first refusal.
    for (const Kind kind : {Kind::kProjectStart, Kind::kActivitySchedule, Kind::kShiftOpen, Kind::kHoursClaim,
                            Kind::kGrantAward, Kind::kAgreementSign, Kind::kTrancheDisburse, Kind::kExpenditureRecord,
                            Kind::kRefundSend, Kind::kAwardNominate}) {
      log.add(twisted(kind, random));
    }
    for (std::uint64_t i = 0; i < 60; ++i) {
      if (random.below(5) == 0) log.submit(person(1), random.below(2) == 0 ? Assurance::kImported : Assurance::kSelf);
      const auto kind = static_cast<Kind>(random.below(kKinds));
      if (random.below(6) == 0) {
        log.endorse(log.propose(twisted(kind, random)), person(2));
      } else {
        log.add(twisted(kind, random));
      }
    }
    expectNamed(follow(log), "seed " + std::to_string(seed));
  }
}

TEST(HostileLog, SumsThatPassTheCountAreNamed) {
  for (const Kind kind : {Kind::kInterestRecord, Kind::kTrancheDisburse, Kind::kRefundSend, Kind::kExpenditureRecord}) {
    SeededRandom random{3};
    MadeLog log;
    log.submit(person(1));
    log.add(twisted(Kind::kGrantAward, random));
    std::string text = exampleOf(kind).line();
    replaceAll(text, "\"minor\":30000000", "\"minor\":1000000000000000");
    const auto command = commandFromJson(*parseJson(text), random);
    ASSERT_TRUE(command.ok());
    for (int i = 0; i < 1001; ++i) log.add(command->body);
    const auto outcome = follow(log);
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().reason, "SUM_OVERFLOWS") << outcome.error().message;
  }
}

TEST(HostileLog, TooManyLargeGrantsInOneRegionAreNamed) {
  SeededRandom random{4};
  MadeLog log;
  log.submit(person(1));
  std::string text = exampleOf(Kind::kGrantAward).line();
  replaceAll(text, "\"minor\":30000000", "\"minor\":1000000000000000");
  auto award = commandFromJson(*parseJson(text), random)->body.get<GrantAward>();
  for (int i = 0; i < 9300; ++i) {
    award.grant = random.id<SubjectId>();
    log.add(award);
  }
  const auto outcome = follow(log);
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().reason, "SUM_OVERFLOWS") << outcome.error().message;
}

}  // namespace
}  // namespace tests
