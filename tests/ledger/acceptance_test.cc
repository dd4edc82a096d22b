// The exception for tickets: whoever has one signs the registration of a key with that key itself.
#include "ledger/acceptance.h"

#include <gtest/gtest.h>

#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"
#include "tests/support/world.h"

namespace ledger {
namespace {

class ByTicket : public ::testing::Test {
 protected:
  ByTicket() {
    EXPECT_EQ(world_.failure(), "");
    EXPECT_EQ(world_.refusal(world_.clerk,
                             PersonRegister{newcomer_.person, world_.office, "KZ-75", AgeBand::kFrom18to35, {}, {}}),
              "");
    EXPECT_EQ(world_.refusal(world_.clerk, EnrolmentOffer{enrolment_, newcomer_.person, sha256(ticket_.view())}), "");
  }

  KeyRegister registration() {
    KeyRegister command = world_.scribe.registration(newcomer_);
    command.enrolment = enrolment_;
    command.ticket = ticket_;
    return command;
  }
  // Signed by one who has seen no checkpoint.
  Submission unseen(const tests::Actor& signer, const std::vector<CommandBody>& bodies) {
    std::vector<Command> commands;
    for (const CommandBody& body : bodies) commands.push_back({world_.random.id<NonceId>(), {}, body});
    return signSubmission({world_.scribe.ledgerId(),
                           timeOrderedId(world_.scribe.now(), world_.random),
                           signer.person,
                           world_.scribe.now(),
                           world_.scribe.now() + kMsPerDay,
                           {0, emptyRoot()},
                           traitsOf(bodies.at(0).kind()).visibility,
                           Assurance::kSelf},
                          commands, signer.key);
  }
  std::string refusal(const Submission& submission) {
    const auto receipt = world_.ledger->submit(submission);
    return receipt ? "" : receipt.error().reason;
  }

  tests::World world_;
  const tests::Actor newcomer_ = tests::newActor(world_.random);
  const SubjectId enrolment_ = world_.newId();
  const Digest ticket_ = sha256(asBytes("thirty-two bytes of chance"));
};

TEST_F(ByTicket, TheNewKeySignsItsOwnRegistrationAndHasSeenNothingOnce) {
  ASSERT_EQ(refusal(unseen(newcomer_, {registration()})), "");
  const Instant when = world_.now();
  const ConsentGive consent{world_.newId(), newcomer_.person, ConsentPurpose::kPublication, "v1", {}, when};
  EXPECT_EQ(refusal(unseen(newcomer_, {consent})), "SEEN_ZERO_TAKEN") << "the ticket's submission used it up";
  world_.scribe.see();
  EXPECT_EQ(world_.refusal(newcomer_, consent), "");
}

TEST_F(ByTicket, WhoSawACheckpointHasItsOneSubmissionWithoutLeft) {
  world_.scribe.see();
  ASSERT_EQ(world_.refusal(newcomer_, registration()), "");
  const ConsentGive consent{world_.newId(), newcomer_.person, ConsentPurpose::kPublication, "v1", {}, world_.now()};
  EXPECT_EQ(refusal(unseen(newcomer_, {consent})), "");
}

TEST_F(ByTicket, AnotherKeyOrPersonDoesNotSignIt) {
  EXPECT_EQ(refusal(unseen(world_.clerk, {registration()})), "KEY_OF_OTHER_PERSON");
  const tests::Actor disguised{world_.volunteer.person, newcomer_.key};
  EXPECT_EQ(refusal(unseen(disguised, {registration()})), "KEY_OF_OTHER_PERSON");
  const tests::Actor stranger{newcomer_.person, tests::newKey(world_.random)};
  EXPECT_EQ(refusal(unseen(stranger, {registration()})), "KEY_OF_OTHER_PERSON");
}

TEST_F(ByTicket, AKeyThatIsRegisteredDoesNotSignAsANewOne) {
  ASSERT_EQ(refusal(unseen(newcomer_, {registration()})), "");
  EXPECT_EQ(refusal(unseen(newcomer_, {registration()})), "KEY_TAKEN");
}

TEST_F(ByTicket, ItIsTheOnlyCommandOfItsSubmission) {
  const ConsentGive consent{world_.newId(), newcomer_.person, ConsentPurpose::kPublication, "v1", {}, world_.now()};
  EXPECT_EQ(refusal(unseen(newcomer_, {registration(), consent})), "KEY_UNKNOWN");
}

TEST_F(ByTicket, WithoutATicketAnUnknownKeySignsNothing) {
  EXPECT_EQ(refusal(unseen(newcomer_, {world_.scribe.registration(newcomer_)})), "KEY_UNKNOWN");
}

TEST_F(ByTicket, AWrongTicketRegistersNothing) {
  KeyRegister wrong = registration();
  wrong.ticket.bytes[0] ^= 1;
  EXPECT_EQ(refusal(unseen(newcomer_, {wrong})), "TICKET_WRONG");
  EXPECT_EQ(refusal(unseen(newcomer_, {registration()})), "") << "a refusal uses nothing up";
}

// That flag comes last to the decision, and stands before those of higher numbers.
TEST_F(ByTicket, WhoSawNothingIsFlaggedInOrder) {
  const SubjectId owed = world_.newId();
  ASSERT_EQ(world_.refusal(world_.funder1, ObligationCreate{owed,
                                                            world_.organisation,
                                                            world_.funder,
                                                            {},
                                                            ReportKind::kAnnual,
                                                            world_.now().civilDay(),
                                                            world_.now()}),
            "");
  world_.advance(kMsPerDay);
  const ReportSubmit report{owed, sha256(asBytes("a report")), {}, world_.now()};
  const auto receipt = world_.ledger->submit(unseen(world_.officer, {report}));
  ASSERT_TRUE(receipt.ok()) << receipt.error().message;
  const auto entry = decodeEntry(world_.log.read(receipt->submission + 1, 1)->entries[0].body);
  ASSERT_TRUE(entry.ok());
  const std::vector<Flag> flags{Flag::kFirstSeen, Flag::kLate};
  EXPECT_EQ(std::get<EventBody>(entry->body).decision.flags, flags);
}

TEST_F(ByTicket, TheLogIsReadBackAsItWasJudged) {
  ASSERT_EQ(refusal(unseen(newcomer_, {registration()})), "");
  const Sealed sealed = world_.ledger->sealed();
  world_.ledger.reset();
  SeededRandom salts(3);
  const auto again = Ledger::open({world_.log, world_.clock, salts, {}});
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_EQ((*again)->sealed().root, sealed.root);
  (*again)->inspect([&](const State& state) {
    EXPECT_TRUE(state.keys.find(actorKeyOf(newcomer_.key))->seen_nothing);
    EXPECT_EQ(state.keys.find(actorKeyOf(newcomer_.key))->person, newcomer_.person);
  });
}

}  // namespace
}  // namespace ledger
