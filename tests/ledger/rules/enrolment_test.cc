#include "ledger/rules/enrolment.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

constexpr UtcMs kHour = 60 * kMsPerMinute;

class Enrolment : public RulesWorld {
 protected:
  EnrolmentOffer offer(const PersonId& person) { return {id(), person, sha256(ticket_.view())}; }
  KeyRecoveryOffer recovery(const PersonId& person) {
    return {id(), person, sha256(ticket_.view()), sha256(asBytes("how"))};
  }
  KeyRegister registration(const PersonId& person, const SubjectId& enrolment) {
    return {person, keyOf(person), {}, enrolment, ticket_};
  }
  SubjectId offered() {
    const EnrolmentOffer made = offer(volunteer_);
    EXPECT_EQ(send(clerk_, made), "");
    return made.enrolment;
  }
  // The volunteer had a key, under which nobody here signs, and two others offer a ticket.
  SubjectId recovering() {
    ActorKey lost;
    lost.bytes[0] = 1;
    EXPECT_EQ(send(clerk_, KeyRegister{volunteer_, lost, {}, {}, {}}), "");
    const KeyRecoveryOffer made = recovery(volunteer_);
    EXPECT_EQ(sendByTwo(clerk_, authority_, made), "");
    return made.enrolment;
  }

  // Somebody without a key, and a ticket for her.
  SubjectId registeredWithout() {
    someone_ = random_.id<PersonId>();
    EXPECT_EQ(send(clerk_, PersonRegister{someone_, office_, "KZ-75", AgeBand::kFrom18to35, AgeBasis::kDeclared, {}}),
              "");
    const EnrolmentOffer made = offer(someone_);
    EXPECT_EQ(send(clerk_, made), "");
    return made.enrolment;
  }

  PersonId someone_;
  const Digest ticket_ = sha256(asBytes("thirty-two bytes of chance"));
};

TEST_F(Enrolment, AnOfferIsMadeByHerOfficeAnAuthorityOrAnyCoordinator) {
  EXPECT_EQ(send(officer_, offer(volunteer_)), "ROLE_MISSING");
  const SubjectId elsewhere = id();
  ASSERT_EQ(sendByTwo(authority_, second_authority_,
                      OfficeEstablish{elsewhere, OfficeKind::kRegional, "KZ-10", {"к", "о", "o"}}),
            "");
  EXPECT_EQ(send(newPerson(Role::kClerk, elsewhere), offer(volunteer_)), "ROLE_MISSING");
  EXPECT_EQ(send(newPerson(Role::kAttestor, organisation_), offer(volunteer_)), "ROLE_MISSING");
  EXPECT_EQ(send(clerk_, offer(volunteer_)), "");
  EXPECT_EQ(send(authority_, offer(volunteer_)), "");
  EXPECT_EQ(send(newPerson(Role::kCoordinator, grantee_), offer(volunteer_)), "");
  EXPECT_EQ(decision_.effect, Effect::kEffective);
}

TEST_F(Enrolment, ADeputyOfACoordinatorOffersTicketsToo) {
  ASSERT_EQ(send(coordinator_, DelegationSet{id(), coordinator_, volunteer_, Role::kCoordinator, organisation_,
                                             day("2026-06-15"), day("2026-06-16"), kWhen}),
            "");
  EXPECT_EQ(send(volunteer_, offer(auditor_)), "");
}

TEST_F(Enrolment, AFirstKeyIsRegisteredByItsOwnSignature) {
  const SubjectId enrolment = offered();
  ASSERT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "");
  EXPECT_EQ(state_.keys.find(keyOf(volunteer_))->person, volunteer_);
  EXPECT_TRUE(state_.persons.find(volunteer_)->has_key);
  EXPECT_EQ(send(clerk_, offer(volunteer_)), "WRONG_STATE") << "she has a key now";
}

TEST_F(Enrolment, ATicketIsUsedOnce) {
  const SubjectId enrolment = offered();
  ASSERT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "");
  KeyRegister again = registration(volunteer_, enrolment);
  again.key.bytes[0] ^= 1;
  EXPECT_EQ(send(volunteer_, again), "WRONG_STATE");
}

TEST_F(Enrolment, TheTicketIsThatOfTheEnrolment) {
  KeyRegister wrong = registration(volunteer_, offered());
  wrong.ticket.bytes[0] ^= 1;
  EXPECT_EQ(send(volunteer_, wrong), "TICKET_WRONG");
  wrong.ticket = {};
  EXPECT_EQ(send(volunteer_, wrong), "TICKET_WRONG") << "an enrolment without its ticket";
  EnrolmentOffer of_nothing = offer(volunteer_);
  of_nothing.ticket_hash = sha256(Digest{}.view());
  ASSERT_EQ(send(clerk_, of_nothing), "");
  wrong.enrolment = of_nothing.enrolment;
  EXPECT_EQ(send(volunteer_, wrong), "TICKET_WRONG") << "zeros are no ticket";
  wrong = registration(volunteer_, {});
  EXPECT_EQ(send(clerk_, wrong), "TICKET_WRONG") << "a ticket without its enrolment";
  EXPECT_EQ(send(attestor_, registration(attestor_, offered())), "TICKET_WRONG") << "of another person";
  EXPECT_EQ(send(volunteer_, registration(volunteer_, id())), "UNKNOWN_SUBJECT");
}

TEST_F(Enrolment, TheKeyRegisteredSigns) {
  const SubjectId enrolment = offered();
  KeyRegister other = registration(volunteer_, enrolment);
  other.key.bytes[0] ^= 1;
  EXPECT_EQ(send(volunteer_, other), "KEY_OF_OTHER_PERSON");
  EXPECT_EQ(send(clerk_, registration(volunteer_, enrolment)), "KEY_OF_OTHER_PERSON");
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "");
}

TEST_F(Enrolment, AnOfferCountsFourteenDays) {
  const SubjectId enrolment = offered();
  now_ += 14 * kMsPerDay + 1;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "TICKET_EXPIRED");
  now_ -= 1;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "");
}

TEST_F(Enrolment, ARecoveryIsOfferedByTwoOthersToWhoHadAKey) {
  EXPECT_EQ(send(clerk_, recovery(volunteer_)), "WRONG_STATE");
  recovering();
  const PersonId third = newPerson(Role::kAuthority);
  EXPECT_EQ(send(officer_, recovery(volunteer_)), "ROLE_MISSING");
  EXPECT_EQ(send(authority_, recovery(authority_)), "SAME_PERSON");
  ASSERT_EQ(send(second_authority_, recovery(authority_)), "");
  EXPECT_EQ(endorse(authority_), "SAME_PERSON");
  EXPECT_EQ(endorse(coordinator_), "ROLE_MISSING");
  EXPECT_EQ(endorse(clerk_), "ROLE_MISSING") << "the second person is an authority";
  EXPECT_EQ(endorse(third), "");
}

TEST_F(Enrolment, NobodyOffersARecoveryThroughADeputy) {
  ASSERT_EQ(send(clerk_, KeyRegister{clerk_, keyOf(clerk_), {}, {}, {}}), "");
  ASSERT_EQ(send(clerk_, DelegationSet{id(), clerk_, volunteer_, Role::kClerk, office_, day("2026-06-15"),
                                       day("2026-06-16"), kWhen}),
            "");
  // Founders apart, everybody here is of the clerk's office.
  EXPECT_EQ(send(volunteer_, recovery(clerk_)), "SAME_PERSON");
}

TEST_F(Enrolment, ARecoveryWaitsThreeDaysAndThenCountsFourteen) {
  const UtcMs start = now_;
  const SubjectId enrolment = recovering();
  now_ = start + 72 * kHour - 1;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "TICKET_EARLY");
  now_ = start + 72 * kHour + 14 * kMsPerDay + 1;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "TICKET_EXPIRED");
  now_ -= 1;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "");
}

TEST_F(Enrolment, ARecoveryCountsFromItsThirdDay) {
  const SubjectId enrolment = recovering();
  now_ += 72 * kHour;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "");
}

TEST_F(Enrolment, ARecoveryTakesEffectWithItsSecondPerson) {
  ActorKey lost;
  lost.bytes[0] = 1;
  ASSERT_EQ(send(clerk_, KeyRegister{volunteer_, lost, {}, {}, {}}), "");
  const KeyRecoveryOffer made = recovery(volunteer_);
  ASSERT_EQ(send(clerk_, made), "");
  EXPECT_EQ(send(volunteer_, registration(volunteer_, made.enrolment)), "UNKNOWN_SUBJECT");
  now_ += kMsPerDay;
  ASSERT_EQ(endorse(authority_), "");
  now_ += 72 * kHour - 1;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, made.enrolment)), "TICKET_EARLY");
  now_ += 1;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, made.enrolment)), "");
}

TEST_F(Enrolment, ThePersonCancelsARecoverySheDidNotWant) {
  const SubjectId enrolment = recovering();
  EXPECT_EQ(send(clerk_, KeyRecoveryCancel{enrolment, kWhen}), "ROLE_MISSING");
  ASSERT_EQ(send(volunteer_, KeyRecoveryCancel{enrolment, kWhen}), "");
  EXPECT_EQ(send(volunteer_, KeyRecoveryCancel{enrolment, kWhen}), "WRONG_STATE");
  now_ += 72 * kHour;
  EXPECT_EQ(send(volunteer_, registration(volunteer_, enrolment)), "WRONG_STATE");
}

TEST_F(Enrolment, AnOfferIsNotCancelledAsARecovery) {
  EXPECT_EQ(send(volunteer_, KeyRecoveryCancel{offered(), kWhen}), "WRONG_STATE");
}

TEST_F(Enrolment, ATicketForTheFirstKeyGivesNoSecondOne) {
  const SubjectId first = offered(), left_over = offered();
  ASSERT_EQ(send(volunteer_, registration(volunteer_, first)), "");
  ActorKey strange = keyOf(volunteer_);
  strange.bytes[0] ^= 1;
  // The stranger signs with a key of her own, and here everybody with the one of their id.
  KeyRegister command = registration(volunteer_, left_over);
  command.key = strange;
  Context context;
  context.person = volunteer_;
  context.key = strange;
  context.recorded_at = now_;
  EXPECT_EQ(checkTicket(state_, command, context).error().reason, "WRONG_STATE");
  const SubjectId other = registeredWithout();
  ASSERT_EQ(send(clerk_, KeyRegister{someone_, strange, {}, {}, {}}), "") << "at the counter";
  EXPECT_EQ(send(someone_, registration(someone_, other)), "WRONG_STATE");
  const KeyRecoveryOffer lost = recovery(someone_);
  ASSERT_EQ(sendByTwo(clerk_, authority_, lost), "");
  now_ += 72 * kHour;
  EXPECT_EQ(send(someone_, registration(someone_, lost.enrolment)), "") << "a recovery does";
}

TEST_F(Enrolment, TheSecondPersonOfARecoveryIsAnAuthority) {
  ActorKey lost;
  lost.bytes[0] = 1;
  ASSERT_EQ(send(clerk_, KeyRegister{volunteer_, lost, {}, {}, {}}), "");
  const PersonId second_clerk = newPerson(Role::kClerk, office_);
  ASSERT_EQ(send(clerk_, recovery(volunteer_)), "");
  EXPECT_EQ(decision_.effect, Effect::kProposed);
  EXPECT_EQ(endorse(second_clerk), "ROLE_MISSING");
  EXPECT_EQ(endorse(authority_), "");
  EXPECT_EQ(sendByTwo(authority_, second_clerk, recovery(volunteer_)), "ROLE_MISSING");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, recovery(volunteer_)), "");
}

}  // namespace
}  // namespace ledger
