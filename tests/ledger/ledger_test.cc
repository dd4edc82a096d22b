#include "ledger/ledger.h"

#include <gtest/gtest.h>

#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/log/memory_log.h"
#include "ledger/merkle/hashing.h"
#include "ledger/merkle/proof.h"

namespace ledger {
namespace {

constexpr UtcMs kStart = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

class LedgerTest : public ::testing::Test {
 protected:
  struct Actor {
    PersonId person;
    KeyPair key;
  };

  Actor newActor() {
    Seed seed{};
    random_.fill(seed);
    return {random_.id<PersonId>(), *KeyPair::fromSeed(seed)};
  }

  void found() {
    LedgerFound command;
    command.origin = "log.example/test";
    command.log_key = actorKeyOf(newActor().key);
    command.zone = "Asia/Almaty";
    command.currency = "KZT";
    command.schema_hash = schemaHash();
    for (const Actor* actor : {&first_, &second_})
      command.authorities.push_back({actor->person, actorKeyOf(actor->key)});
    SubmissionDraft draft;
    draft.submission = timeOrderedId(clock_.now(), random_);
    draft.person = first_.person;
    draft.signed_at = clock_.now();
    draft.expires_at = draft.signed_at + kMsPerDay;
    draft.seen = {0, emptyRoot()};
    Submission submission = signSubmission(draft, {Command{random_.id<NonceId>(), {}, command}}, first_.key);
    addSignature(submission, second_.key);
    const auto receipt = ledger_->submit(submission);
    ASSERT_TRUE(receipt.ok()) << receipt.error().message;
    id_ = receipt->ledger;
  }

  Submission sign(const Actor& actor, const CommandBody& body, Visibility visibility) {
    const Sealed sealed = ledger_->sealed();
    return signSubmission({id_,
                           timeOrderedId(clock_.now(), random_),
                           actor.person,
                           clock_.now(),
                           clock_.now() + kMsPerDay,
                           {sealed.size, sealed.root},
                           visibility,
                           Assurance::kSelf},
                          {Command{random_.id<NonceId>(), {}, body}}, actor.key);
  }

  Digest leafAt(Position index) { return log_.leafHashes(index, 1)->at(0); }

  OfficeEstablish nationalOffice() {
    return {random_.id<SubjectId>(), OfficeKind::kNational, "", {"Кеңсе", "Офис", "Office"}};
  }

  SeededRandom random_{42};
  FixedClock clock_{kStart};
  MemoryLog log_;
  Actor first_ = newActor();
  Actor second_ = newActor();
  std::unique_ptr<Ledger> ledger_ = *Ledger::open({log_, clock_, random_, {}});
  LedgerId id_;
};

TEST_F(LedgerTest, FoundsALedgerOnce) {
  found();
  EXPECT_EQ(ledger_->sealed().size, 2U);
  LedgerFound again;
  const auto entry = decodeEntry(log_.read(1, 1)->entries[0].body);
  ASSERT_TRUE(entry.ok());
  EXPECT_EQ(kindOf(*decodeCommand(std::get<EventBody>(entry->body).command)), Kind::kLedgerFound);
}

TEST_F(LedgerTest, TakesEffectWithTheSecondPerson) {
  found();
  const OfficeEstablish office = nationalOffice();
  const auto proposed = ledger_->submit(sign(first_, office, Visibility::kPublic));
  ASSERT_TRUE(proposed.ok()) << proposed.error().message;
  ledger_->inspect([&](const State& state) { EXPECT_FALSE(state.offices.has(office.office)); });
  const Endorse endorse{leafAt(proposed->submission + 1)};
  EXPECT_EQ(ledger_->submit(sign(first_, endorse, Visibility::kPublic)).error().reason, "SAME_PERSON");
  const auto endorsed = ledger_->submit(sign(second_, endorse, Visibility::kPublic));
  ASSERT_TRUE(endorsed.ok()) << endorsed.error().message;
  ledger_->inspect([&](const State& state) {
    EXPECT_TRUE(state.offices.has(office.office));
    EXPECT_EQ(state.streams.find(office.office)->version, 2U);
  });
  EXPECT_EQ(ledger_->submit(sign(second_, endorse, Visibility::kPublic)).error().reason, "PROPOSAL_CLOSED");
}

TEST_F(LedgerTest, GivesTheFirstReceiptAgain) {
  found();
  const Submission submission = sign(first_, nationalOffice(), Visibility::kPublic);
  const auto receipt = ledger_->submit(submission);
  const auto again = ledger_->submit(submission);
  ASSERT_TRUE(receipt.ok() && again.ok());
  EXPECT_TRUE(again->already_known);
  EXPECT_EQ(again->submission, receipt->submission);
  EXPECT_EQ(again->leaf_hash, receipt->leaf_hash);
  EXPECT_EQ(ledger_->sealed().size, receipt->submission + 2);
}

TEST_F(LedgerTest, RefusesOtherContentUnderAKnownId) {
  found();
  const Submission submission = sign(first_, nationalOffice(), Visibility::kPublic);
  ASSERT_TRUE(ledger_->submit(submission).ok());
  const Header header = *decodeHeader(submission.header);
  const Submission other = signSubmission({id_, header.submission, first_.person, header.signed_at, header.expires_at,
                                           header.seen, header.visibility, header.assurance},
                                          {Command{random_.id<NonceId>(), {}, nationalOffice()}}, first_.key);
  const auto refused = ledger_->submit(other);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_EQ(refused.error().reason, "SUBMISSION_CONFLICT");
}

TEST_F(LedgerTest, WritesNothingWhenItRefuses) {
  found();
  const Sealed before = ledger_->sealed();
  Submission wrong_class = sign(first_, nationalOffice(), Visibility::kPrivate);
  EXPECT_EQ(ledger_->submit(wrong_class).error().reason, "CLASS_MISMATCH");
  Submission forged = sign(first_, nationalOffice(), Visibility::kPublic);
  forged.signatures[0].signature.bytes[5] ^= 1;
  EXPECT_EQ(ledger_->submit(forged).error().reason, "SIG_INVALID");
  EXPECT_EQ(ledger_->submit(sign(newActor(), nationalOffice(), Visibility::kPublic)).error().reason, "KEY_UNKNOWN");
  EXPECT_EQ(ledger_->sealed().size, before.size);
  EXPECT_EQ(ledger_->sealed().root, before.root);
  EXPECT_TRUE(ledger_->submit(sign(first_, nationalOffice(), Visibility::kPublic)).ok());
}

TEST_F(LedgerTest, ReplaysToTheSameRootAndReceipts) {
  found();
  const Submission submission = sign(first_, nationalOffice(), Visibility::kPublic);
  const auto receipt = ledger_->submit(submission);
  const Sealed sealed = ledger_->sealed();
  ledger_.reset();
  auto reopened = Ledger::open({log_, clock_, random_, {}});
  ASSERT_TRUE(reopened.ok()) << reopened.error().message;
  ledger_ = std::move(*reopened);
  EXPECT_EQ(ledger_->sealed().root, sealed.root);
  EXPECT_EQ(ledger_->submit(submission)->submission, receipt->submission);
  const Endorse endorse{leafAt(receipt->submission + 1)};
  EXPECT_TRUE(ledger_->submit(sign(second_, endorse, Visibility::kPublic)).ok());
}

TEST_F(LedgerTest, ProvesInclusionAndConsistencyOfWhatItHolds) {
  found();
  const Sealed old = ledger_->sealed();
  for (int i = 0; i < 300; ++i) ASSERT_TRUE(ledger_->submit(sign(first_, nationalOffice(), Visibility::kPublic)).ok());
  const Sealed now = ledger_->sealed();
  for (Position index : {Position{0}, Position{1}, Position{255}, Position{256}, now.size - 1}) {
    const auto path = ledger_->inclusion(index, now.size);
    ASSERT_TRUE(path.ok());
    EXPECT_TRUE(verifyInclusion(index, now.size, leafAt(index), *path, now.root).ok()) << index;
  }
  const auto proof = ledger_->consistency(old.size, now.size);
  EXPECT_TRUE(verifyConsistency({old.size, old.root}, {now.size, now.root}, *proof).ok());
  EXPECT_EQ(*ledger_->rootAt(old.size), old.root);
}

// Clocks of machines are set wrong and set right again.
class LedgerClock : public LedgerTest {
 protected:
  static constexpr UtcMs kHour = 60 * kMsPerMinute;

  // When something was recorded that was signed and came at that time of the clock; 0 where it was refused.
  UtcMs recordedAt(UtcMs clock) {
    clock_.set(clock);
    const auto receipt = ledger_->submit(sign(first_, nationalOffice(), Visibility::kPublic));
    EXPECT_TRUE(receipt.ok()) << receipt.error().message;
    return receipt ? receipt->recorded_at : 0;
  }
};

TEST_F(LedgerClock, SteppedBackAnHourRecordsNothingEarlierThanBefore) {
  found();
  const UtcMs two = kStart + 2 * kHour;
  EXPECT_EQ(recordedAt(two), two);
  EXPECT_EQ(recordedAt(two - kHour), two);
  EXPECT_EQ(recordedAt(two - 1), two);
  EXPECT_EQ(recordedAt(two + 1), two + 1);
  ledger_.reset();
  clock_.set(kStart);
  auto reopened = Ledger::open({log_, clock_, random_, {}});
  ASSERT_TRUE(reopened.ok()) << reopened.error().message;
  ledger_ = std::move(*reopened);
  EXPECT_EQ(recordedAt(kStart), two + 1) << "the log remembers";
  UtcMs last = 0;
  for (Position i = 0; i < ledger_->sealed().size; ++i) {
    const auto entry = decodeEntry(log_.read(i, 1)->entries[0].body);
    ASSERT_TRUE(entry.ok());
    EXPECT_GE(entry->recorded_at, last) << i;
    last = entry->recorded_at;
  }
}

TEST_F(LedgerClock, BehindTheSignersByMoreThanTwoMinutesTakesNothingYet) {
  found();
  clock_.set(kStart + kHour);
  const Submission submission = sign(first_, nationalOffice(), Visibility::kPublic);
  clock_.set(kStart + kHour - limits::kClockToleranceMs - 1);
  EXPECT_EQ(ledger_->submit(submission).error().reason, "SIGNED_IN_FUTURE");
  clock_.set(kStart + kHour - limits::kClockToleranceMs);
  EXPECT_TRUE(ledger_->submit(submission).ok());
}

TEST_F(LedgerClock, TenYearsAheadRecordsNothingThatWasSignedByTheRightTime) {
  found();
  const Submission submission = sign(first_, nationalOffice(), Visibility::kPublic);
  const Sealed before = ledger_->sealed();
  clock_.set(kStart + 3652 * kMsPerDay);
  EXPECT_EQ(ledger_->submit(submission).error().reason, "EXPIRED");
  EXPECT_EQ(ledger_->sealed().root, before.root);
  clock_.set(kStart);
  const auto receipt = ledger_->submit(submission);
  ASSERT_TRUE(receipt.ok()) << receipt.error().message;
  EXPECT_EQ(receipt->recorded_at, kStart);
}

TEST_F(LedgerTest, JudgesWithoutRecording) {
  found();
  const OfficeEstablish office = nationalOffice();
  EXPECT_TRUE(ledger_->judgeOnly({sign(first_, office, Visibility::kPublic)}).ok());
  EXPECT_EQ(ledger_->judgeOnly({sign(first_, office, Visibility::kPublic), sign(first_, office, Visibility::kPrivate)})
                .error()
                .reason,
            "CLASS_MISMATCH");
  EXPECT_EQ(ledger_->sealed().size, 2U);
}

TEST_F(LedgerTest, TakesManySubmissionsFromManyThreads) {
  found();
  std::vector<std::vector<Submission>> submissions(8);
  for (auto& own : submissions) {
    for (int i = 0; i < 40; ++i) own.push_back(sign(first_, nationalOffice(), Visibility::kPublic));
  }
  std::vector<std::thread> threads;
  for (const auto& own : submissions) {
    threads.emplace_back([&] {
      for (const Submission& submission : own) {
        const auto receipt = ledger_->submit(submission);
        EXPECT_TRUE(receipt.ok()) << receipt.error().message;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(ledger_->sealed().size, 2U + 8 * 40 * 2);
}

}  // namespace
}  // namespace ledger
