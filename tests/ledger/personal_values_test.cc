// A ledger with a vault: values and entries become durable together, also where the program dies between the two.
#include <gtest/gtest.h>

#include "ledger/vault/field.h"
#include "tests/support/temp_folder.h"
#include "tests/support/world.h"

namespace tests {
namespace {

using namespace ledger;

constexpr std::string_view kIin = "901231400003";

// Says at will that the disk failed, before or after it stored what it was given.
class FailingLog final : public EventLog {
 public:
  explicit FailingLog(MemoryLog& log) : log_(log) {}
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

class PersonalValues : public ::testing::Test {
 protected:
  PersonalValues() {
    EXPECT_EQ(world_.failure(), "");
    world_.ledger->inspect([&](const State& state) { name_.ledger = state.ledger().id; });
    EXPECT_TRUE(Vault::create(parts(), key_, {}).ok());
    reopen();
  }
  VaultParts parts() { return {folder_ / "vault", name_, world_.random, true}; }
  void reopen(bool unlocked = true) {
    ledger_.reset();
    vault_.reset();
    log_.failing = false;
    auto vault = Vault::open(parts());
    ASSERT_TRUE(vault.ok()) << vault.error().message;
    vault_ = std::move(*vault);
    if (unlocked) {
      ASSERT_TRUE(vault_->unlock(key_).ok());
    }
    auto opened = Ledger::open({log_, world_.clock, world_.random, {}, nullptr, vault_.get()});
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    ledger_ = std::move(*opened);
  }

  // A registration by the clerk, with the IIN as its opening.
  Submission registration(const PersonId& person, std::string_view iin = kIin) {
    Opening opening;
    opening.tag = static_cast<std::uint16_t>(Field::kIin);
    world_.random.fill(opening.salt.bytes);
    opening.value = toBytes(asBytes(iin));
    opening.commitment = commitmentOf(opening.tag, opening.salt, opening.value);
    Submission submission = world_.scribe.sign(world_.clerk, {PersonRegister{person,
                                                                             world_.office,
                                                                             "KZ-71",
                                                                             AgeBand::kFrom18to35,
                                                                             AgeBasis::kDeclared,
                                                                             {{opening.tag, opening.commitment}}}});
    submission.openings.push_back(opening);
    return submission;
  }
  // A correction of the phone by the clerk, with its opening; without a document.
  Submission phoneOf(const PersonId& person, std::string_view phone) {
    Opening opening;
    opening.tag = static_cast<std::uint16_t>(Field::kPhone);
    world_.random.fill(opening.salt.bytes);
    opening.value = toBytes(asBytes(phone));
    opening.commitment = commitmentOf(opening.tag, opening.salt, opening.value);
    Submission submission = world_.scribe.sign(
        world_.clerk,
        {PersonCorrect{
            person, CorrectionReason::kChanged, {}, {world_.scribe.now(), 300}, {{opening.tag, opening.commitment}}}});
    submission.openings.push_back(opening);
    return submission;
  }
  // An age set anew by that IIN, which is declared only.
  Submission ageBy(const PersonId& person, std::string_view iin) {
    Submission submission = registration(person, iin);
    const Opening opening = submission.openings[0];
    submission = world_.scribe.sign(world_.clerk, {AgeBandSet{person,
                                                              AgeBand::kFrom18to35,
                                                              AgeBasis::kVault,
                                                              {world_.scribe.now(), 300},
                                                              {{opening.tag, opening.commitment}}}});
    submission.openings.push_back(opening);
    return submission;
  }
  std::vector<std::string> textsOf(const PersonId& person) {
    std::vector<std::string> texts;
    const auto values = vault_->read(person);
    if (!values) return {values.error().reason};
    for (const auto& one : *values) texts.emplace_back(asText(one.opening.value));
    return texts;
  }
  std::string submit(const Submission& submission) {
    const auto receipt = ledger_->submit(submission);
    return receipt ? "" : receipt.error().reason;
  }
  std::string submit(const Actor& actor, const CommandBody& body) { return submit(world_.scribe.sign(actor, {body})); }
  std::size_t held(const PersonId& person) { return vault_->remainsOf(person)->values; }
  PersonId newPerson() { return world_.random.id<PersonId>(); }

  World world_;
  TempFolder folder_;
  FailingLog log_{world_.log};
  VaultName name_{{}, world_.random.id<VaultId>(), 1};
  SecretKey key_ = SecretKey::draw(world_.random);
  std::unique_ptr<Vault> vault_;
  std::unique_ptr<Ledger> ledger_;
};

TEST_F(PersonalValues, WithoutAVaultIsRefusedAndNothingIsRecorded) {
  const Submission submission = registration(newPerson());
  const Position before = log_.head().size;
  const auto bare = Ledger::open({log_, world_.clock, world_.random, {}});
  ASSERT_TRUE(bare.ok());
  EXPECT_EQ((*bare)->submit(submission).error().reason, "VAULT_ABSENT");
  reopen(/*unlocked=*/false);
  EXPECT_EQ(submit(submission), "VAULT_LOCKED");
  EXPECT_EQ(log_.head().size, before);
  reopen();
  EXPECT_EQ(submit(submission), "") << "a refusal leaves nothing behind";
}

TEST_F(PersonalValues, IsInTheVaultWhenTheReceiptIsThere) {
  const PersonId person = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  const auto values = vault_->read(person);
  ASSERT_TRUE(values.ok());
  ASSERT_EQ(values->size(), 1U);
  EXPECT_EQ(asText((*values)[0].opening.value), kIin);
  reopen();
  EXPECT_EQ(held(person), 1U) << "a sweep leaves what is recorded";
}

TEST_F(PersonalValues, OfARefusedSubmissionIsNotKept) {
  const PersonId person = newPerson();
  Submission bad = registration(person);
  bad.openings[0].salt.bytes[0] ^= 1;
  EXPECT_EQ(submit(bad), "COMMITMENT_MISMATCH");
  bad = registration(person);
  bad.signatures[0].signature.bytes[0] ^= 1;
  EXPECT_EQ(submit(bad), "SIG_INVALID");
  EXPECT_EQ(held(person), 0U);
}

TEST_F(PersonalValues, OfSomebodyKnownIsRefusedBeforeItIsRecorded) {
  const PersonId person = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  const Position before = log_.head().size;
  const PersonId twin = newPerson();
  const Submission second = registration(twin);
  EXPECT_EQ(ledger_->judgeOnly({second}).error().reason, "PERSON_KNOWN");
  EXPECT_EQ(submit(second), "PERSON_KNOWN");
  EXPECT_EQ(log_.head().size, before);
  EXPECT_EQ(submit(registration(twin, "901231400013")), "") << "the state forgot the refused one";
}

TEST_F(PersonalValues, ThatNeverCameIntoTheLogIsSweptAndMayBeSentAgain) {
  const PersonId person = newPerson();
  const Submission submission = registration(person);
  log_.failing = true;
  EXPECT_EQ(submit(submission), "LEDGER_STOPPED");
  EXPECT_EQ(held(person), 1U) << "the values are synced before the log";
  reopen();
  EXPECT_EQ(held(person), 0U);
  EXPECT_TRUE(vault_->remainsOf(person)->none());
  EXPECT_EQ(submit(submission), "");
  EXPECT_EQ(held(person), 1U);
}

TEST_F(PersonalValues, OfASubmissionInDoubtThatWasRecordedStays) {
  const PersonId person = newPerson();
  const Submission submission = registration(person);
  log_.failing = log_.stores = true;
  EXPECT_EQ(submit(submission), "LEDGER_STOPPED");
  reopen();
  EXPECT_EQ(held(person), 1U);
  EXPECT_TRUE(ledger_->submit(submission)->already_known);
  EXPECT_EQ(vault_->read(person)->size(), 1U);
}

TEST_F(PersonalValues, MayFollowASubmissionThatIsKnown) {
  const PersonId person = newPerson();
  Submission submission = registration(person);
  const auto openings = std::exchange(submission.openings, {});
  ASSERT_EQ(submit(submission), "");
  EXPECT_EQ(held(person), 0U);
  submission.openings = openings;
  EXPECT_TRUE(ledger_->submit(submission)->already_known);
  EXPECT_EQ(held(person), 1U);
  ASSERT_EQ(submit(world_.clerk, PersonErase{person, ErasureBasis::kRequest}), "");
}

TEST_F(PersonalValues, IsGoneWhenTheReceiptOfTheErasureIsThere) {
  const PersonId person = newPerson();
  const Submission submission = registration(person);
  ASSERT_EQ(submit(submission), "");
  const auto proposal = ledger_->submit(world_.scribe.sign(world_.clerk, {PersonErase{person, {}}}));
  ASSERT_TRUE(proposal.ok());
  EXPECT_EQ(held(person), 1U) << "proposed only";
  Scribe scribe(*ledger_, log_, world_.random);
  scribe.join();
  scribe.setNow(world_.scribe.now());
  ASSERT_TRUE(scribe.endorse(world_.authority1, *proposal, Visibility::kPrivate).ok());
  EXPECT_TRUE(vault_->remainsOf(person)->none());
  EXPECT_EQ(submit(submission), "") << "the first receipt";
  EXPECT_TRUE(vault_->remainsOf(person)->none()) << "what is erased does not come back";
}

TEST_F(PersonalValues, WhoseErasureIsRecordedAndNotDoneGoesAtTheNextOpening) {
  const PersonId person = world_.volunteer.person;
  PersonalValue value{person, {}, {}};
  world_.ledger->inspect([&](const State& state) { value.submission = (*state.submissions.all().begin()).first; });
  value.opening.tag = static_cast<std::uint16_t>(Field::kName);
  value.opening.value = toBytes(asBytes("Үлгі"));
  value.opening.commitment = commitmentOf(value.opening.tag, {}, value.opening.value);
  ASSERT_TRUE(vault_->commit(*vault_->prepare(std::vector{value})).ok());
  log_.failing = log_.stores = true;
  EXPECT_EQ(submit(world_.volunteer, PersonErase{person, ErasureBasis::kRequest}), "LEDGER_STOPPED");
  EXPECT_EQ(held(person), 1U);
  reopen(/*unlocked=*/false);
  EXPECT_TRUE(vault_->remainsOf(person)->none());
}

TEST_F(PersonalValues, ThatWereCorrectedAreGoneWhenTheReceiptIsThereAndStayGone) {
  const PersonId person = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  const Submission first = phoneOf(person, "+77010000001");
  ASSERT_EQ(submit(first), "");
  const Submission second = phoneOf(person, "+77010000002");
  ASSERT_EQ(submit(second), "");
  const std::vector<std::string> left{std::string(kIin), "+77010000002"};
  EXPECT_EQ(textsOf(person), left);
  EXPECT_TRUE(ledger_->submit(first)->already_known);
  EXPECT_EQ(textsOf(person), left) << "what is sent again does not come back";
  EXPECT_TRUE(ledger_->submit(second)->already_known);
  reopen();
  EXPECT_EQ(textsOf(person), left) << "a sweep leaves what stands";
}

TEST_F(PersonalValues, OfACorrectionMayFollowItAndLeavesNoneMeanwhile) {
  const PersonId person = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  ASSERT_EQ(submit(phoneOf(person, "+77010000001")), "");
  Submission closed = phoneOf(person, "+77010000002");
  const auto openings = std::exchange(closed.openings, {});
  ASSERT_EQ(submit(closed), "");
  EXPECT_EQ(textsOf(person), std::vector<std::string>{std::string(kIin)});
  closed.openings = openings;
  EXPECT_TRUE(ledger_->submit(closed)->already_known);
  EXPECT_EQ(textsOf(person).size(), 2U);
}

TEST_F(PersonalValues, OfTheSameSubmissionThatCorrectsThemNeverCome) {
  const PersonId person = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  const Submission both = phoneOf(person, "+77010000001");
  const Submission other = phoneOf(person, "+77010000002");
  const auto commitment = [](const Submission& one) {
    return Commitment{one.openings[0].tag, one.openings[0].commitment};
  };
  const auto correction = [&](const Submission& one) {
    return PersonCorrect{person, CorrectionReason::kChanged, {}, {world_.scribe.now(), 300}, {commitment(one)}};
  };
  Submission signed_once = world_.scribe.sign(world_.clerk, {correction(both), correction(other)});
  signed_once.openings = {both.openings[0], other.openings[0]};
  ASSERT_EQ(submit(signed_once), "");
  EXPECT_EQ(textsOf(person), (std::vector<std::string>{std::string(kIin), "+77010000002"}));
}

TEST_F(PersonalValues, OfAnAgeSetAnewFreeTheNumberBefore) {
  const PersonId person = newPerson(), other = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  EXPECT_EQ(submit(registration(other)), "PERSON_KNOWN");
  ASSERT_EQ(submit(ageBy(person, kIin)), "") << "the same number, under another salt";
  EXPECT_EQ(held(person), 1U);
  EXPECT_EQ(submit(registration(other)), "PERSON_KNOWN");
  ASSERT_EQ(submit(ageBy(person, "901231400013")), "");
  EXPECT_EQ(textsOf(person), std::vector<std::string>{"901231400013"});
  EXPECT_EQ(submit(registration(other)), "");
}

TEST_F(PersonalValues, WhoseCorrectionIsRecordedAndNotDoneGoAtTheNextOpening) {
  const PersonId person = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  ASSERT_EQ(submit(phoneOf(person, "+77010000001")), "");
  log_.failing = log_.stores = true;
  EXPECT_EQ(submit(phoneOf(person, "+77010000002")), "LEDGER_STOPPED");
  EXPECT_EQ(held(person), 3U) << "nothing goes before it is recorded";
  reopen(/*unlocked=*/false);
  EXPECT_EQ(held(person), 2U);
  ASSERT_TRUE(vault_->unlock(key_).ok());
  EXPECT_EQ(textsOf(person), (std::vector<std::string>{std::string(kIin), "+77010000002"}));
}

TEST_F(PersonalValues, WhoseCorrectionNeverCameIntoTheLogStay) {
  const PersonId person = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  ASSERT_EQ(submit(phoneOf(person, "+77010000001")), "");
  log_.failing = true;
  log_.stores = false;
  EXPECT_EQ(submit(phoneOf(person, "+77010000002")), "LEDGER_STOPPED");
  reopen();
  EXPECT_EQ(textsOf(person), (std::vector<std::string>{std::string(kIin), "+77010000001"}));
}

TEST_F(PersonalValues, OfARefusedSubmissionTakeNothingAway) {
  const PersonId person = newPerson(), other = newPerson();
  ASSERT_EQ(submit(registration(person)), "");
  ASSERT_EQ(submit(registration(other, "901231400013")), "");
  EXPECT_EQ(submit(ageBy(person, "901231400013")), "PERSON_KNOWN");
  ASSERT_EQ(submit(phoneOf(other, "+77010000001")), "") << "the next batch";
  EXPECT_EQ(textsOf(person), std::vector<std::string>{std::string(kIin)});
}

}  // namespace
}  // namespace tests
