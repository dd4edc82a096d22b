#include "ledger/seal/envelope.h"

#include <gtest/gtest.h>

#include "ledger/base/clock.h"
#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

class EnvelopeTest : public ::testing::Test {
 protected:
  Command someCommand() {
    return {random_.id<NonceId>(),
            {},
            OfficeEstablish{random_.id<SubjectId>(), OfficeKind::kNational, "", {"Кеңсе", "Офис", "Office"}}};
  }

  Submission someSubmission(std::size_t commands) {
    SubmissionDraft draft;
    draft.ledger = random_.id<LedgerId>();
    draft.submission = random_.id<SubmissionId>();
    draft.person = random_.id<PersonId>();
    draft.signed_at = 1'767'225'600'000;
    draft.expires_at = draft.signed_at + kMsPerDay;
    draft.seen = {0, emptyRoot()};
    return signSubmission(draft, std::vector<Command>(commands, someCommand()), key_);
  }

  static std::string reason(const Submission& submission) {
    const auto checked = checkSubmission(submission);
    return checked ? "" : checked.error().reason;
  }

  SeededRandom random_{3};
  KeyPair key_ = *KeyPair::fromSeed(Seed{1});
  KeyPair other_ = *KeyPair::fromSeed(Seed{2});
};

TEST_F(EnvelopeTest, HoldsWhatWasSigned) {
  const Submission submission = someSubmission(3);
  const auto checked = checkSubmission(submission);
  ASSERT_TRUE(checked.ok()) << checked.error().message;
  EXPECT_EQ(checked->commands.size(), 3U);
  EXPECT_EQ(checked->header.commands_root, rootOf(submission.commands));
  EXPECT_EQ(checked->header_hash, sha256(submission.header));
}

// DSSE protocol 1.0: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body.
TEST_F(EnvelopeTest, IsSignedUnderThePreAuthenticationEncoding) {
  EXPECT_EQ(asText(signedMessage(asBytes("hello"))), "DSSEv1 40 application/vnd.asar.submission.v1+capnp 5 hello");
}

TEST_F(EnvelopeTest, WithAnyChangedBitOfItsHeaderIsRefused) {
  const Submission good = someSubmission(1);
  for (std::size_t i = 0; i < good.header.size(); ++i) {
    Submission changed = good;
    changed.header[i] ^= 0x10;
    EXPECT_NE(reason(changed), "") << i;
  }
}

TEST_F(EnvelopeTest, WithOtherCommandsIsRefused) {
  Submission submission = someSubmission(2);
  submission.commands.pop_back();
  EXPECT_EQ(reason(submission), "COMMANDS_MISMATCH");
  submission = someSubmission(2);
  submission.commands[1] = encode(someCommand());
  EXPECT_EQ(reason(submission), "COMMANDS_MISMATCH");
}

TEST_F(EnvelopeTest, NeedsTheSignatureOfItsOwnKeyFirst) {
  Submission submission = someSubmission(1);
  submission.signatures.clear();
  EXPECT_EQ(reason(submission), "SIG_INVALID");
  addSignature(submission, other_);
  EXPECT_EQ(reason(submission), "SIG_INVALID");
  submission = someSubmission(1);
  addSignature(submission, other_);
  EXPECT_EQ(reason(submission), "");
  submission.signatures[1].signature.bytes[0] ^= 1;
  EXPECT_EQ(reason(submission), "SIG_INVALID");
}

TEST_F(EnvelopeTest, ByASmallOrderKeyIsRefused) {
  Submission submission = someSubmission(1);
  submission.signatures.push_back(submission.signatures[0]);
  submission.signatures[1].key.bytes = PublicKey{1};
  EXPECT_EQ(reason(submission), "KEY_REJECTED");
}

TEST_F(EnvelopeTest, HasOneToFourThousandNinetySixCommands) {
  EXPECT_EQ(reason(someSubmission(0)), "TOO_MANY_COMMANDS");
  EXPECT_EQ(reason(someSubmission(limits::kCommandsPerSubmissionMax)), "");
  EXPECT_EQ(reason(someSubmission(limits::kCommandsPerSubmissionMax + 1)), "TOO_MANY_COMMANDS");
}

TEST_F(EnvelopeTest, HasAtMostOneMebibyteOfCommands) {
  Submission submission = someSubmission(1);
  submission.commands.assign(17, Bytes(limits::kEntryBytesMax));
  EXPECT_EQ(reason(submission), "TOO_LARGE");
}

// "asar/pop/v1" ‖ ledger id ‖ person ‖ key.
TEST_F(EnvelopeTest, ProvesPossessionOverLedgerPersonAndKey) {
  const auto ledger = random_.id<LedgerId>();
  const auto person = random_.id<PersonId>();
  Bytes message = toBytes(asBytes("asar/pop/v1"));
  for (const ByteView part : {ledger.view(), person.view(), ByteView(key_.publicKey())}) appendBytes(message, part);
  const ActorSignature proof = provePossession(ledger, person, key_);
  EXPECT_TRUE(signatureRules().holds(actorKeyOf(key_), message, proof));
  EXPECT_FALSE(signatureRules().holds(actorKeyOf(other_), message, proof));
}

TEST_F(EnvelopeTest, NamesALedgerByItsFoundingHeader) {
  EXPECT_EQ(toHex(ledgerIdOf(asBytes("abc")).view()), sha256(asBytes("abc")).hex().substr(0, 32));
}

}  // namespace
}  // namespace ledger
