// Tickets that do not hold, put into the log although the front door refuses them. Each forgery breaks one rule and no
// other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "ledger/merkle/hashing.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
constexpr std::int64_t kDay = 1440;

class TicketWorld : public World {
 public:
  TicketWorld() {
    settle();
    ticket = digest();
    newcomer = registered();
    offer = offered(*newcomer);
    coordinator = enrol();
    give(*coordinator, Role::kCoordinator, funder);
  }
  Actor registered() {
    Actor actor = newActor();
    say(first, PersonRegister{actor.person, office, "KZ-ALA", AgeBand::kUnknown, AgeBasis::kDeclared, {}}, kPrivate);
    return actor;
  }
  SubjectId offered(const Actor& actor) {
    const SubjectId made = subject();
    say(*clerk, EnrolmentOffer{made, actor.person, ledger::sha256(ticket.bytes)}, kPrivate);
    return made;
  }
  SubjectId recovery(const Actor& actor) {
    const SubjectId made = subject();
    agree(*clerk, first, KeyRecoveryOffer{made, actor.person, ledger::sha256(ticket.bytes), digest()}, kPrivate);
    return made;
  }
  KeyRegister registration(const Actor& actor, const SubjectId& enrolment) {
    return {actor.person, actorKeyOf(actor.key), provePossession(id, actor.person, actor.key), enrolment, ticket};
  }

  Digest ticket;
  std::optional<Actor> newcomer, coordinator;
  SubjectId offer;
};

TicketWorld& world() {
  static TicketWorld made;
  return made;
}

// The first finding has this name; who has no role breaks other rules besides.
void expectFirst(const std::string& name, const Actor& actor, const Forgery& forgery) {
  const std::string found = world().broken(actor, forgery);
  EXPECT_EQ(found.substr(0, found.find(' ')), name);
}

TEST(ViolationOfEnrolment, CanaryWhoHasTheTicketRegistersHerKey) {
  auto& w = world();
  expectFirst("", *w.newcomer, {w.registration(*w.newcomer, w.offer)});
  Forgery unseen{w.registration(*w.newcomer, w.offer)};
  unseen.decision.flags = {Flag::kFirstSeen};
  unseen.before = [](SubmissionDraft& draft) { draft.seen = {0, ledger::emptyRoot()}; };
  expectFirst("", *w.newcomer, unseen);
  unseen.decision.flags = {};
  expectFirst("DECISION_DIFFERS", *w.newcomer, unseen);
}

TEST(ViolationOfEnrolment, TheTicketIsThatOfAnOfferToThatPerson) {
  auto& w = world();
  const auto changed = [&](const std::string& name, auto change) {
    KeyRegister body = w.registration(*w.newcomer, w.offer);
    change(body);
    expectFirst(name, *w.newcomer, {body});
  };
  changed("TICKET_WRONG", [&](KeyRegister& body) { body.ticket = w.digest(); });
  changed("TICKET_WRONG", [&](KeyRegister& body) { body.ticket = {}; });
  changed("UNKNOWN_SUBJECT", [&](KeyRegister& body) { body.enrolment = w.subject(); });
  changed("TICKET_WRONG", [&](KeyRegister& body) { body.enrolment = w.offered(w.registered()); });
  changed("BAD_POSSESSION", [&](KeyRegister& body) { body.possession = {{1}}; });
  KeyRegister loose = w.registration(*w.newcomer, w.offer);
  loose.enrolment = {};
  expectFirst("TICKET_WRONG", *w.clerk, {loose});
  loose.ticket = {};
  expectFirst("", *w.clerk, {loose});
}

TEST(ViolationOfEnrolment, TheKeyThatSignsIsTheOneThatIsRegistered) {
  auto& w = world();
  const KeyRegister body = w.registration(*w.newcomer, w.offer);
  expectFirst("KEY_OF_OTHER_PERSON", {w.newcomer->person, w.newActor().key}, {body});
  expectFirst("KEY_OF_OTHER_PERSON", {w.clerk->person, w.newcomer->key}, {body});
  KeyRegister plain = body;
  plain.enrolment = {};
  plain.ticket = {};
  EXPECT_EQ(w.broken(*w.newcomer, {plain}), "KEY_UNKNOWN ROLE_MISSING ");
}

TEST(ViolationOfEnrolment, OneFirstKeyAndNoSecond) {
  TicketWorld w;
  const SubjectId other_offer = w.offered(*w.newcomer);
  const Actor stranger{w.newcomer->person, w.newActor().key};
  const Forgery forgery{w.registration(stranger, other_offer)};
  EXPECT_EQ(w.broken(stranger, forgery), "");
  w.say(*w.newcomer, w.registration(*w.newcomer, w.offer), kPrivate);
  EXPECT_EQ(w.broken(stranger, forgery), only("WRONG_STATE"));
  const SubjectId recovery = w.recovery(*w.newcomer);
  w.wait(3 * kDay);
  EXPECT_EQ(w.broken(stranger, {w.registration(stranger, recovery)}), "");
}

TEST(ViolationOfEnrolment, ATicketCountsForFourteenDays) {
  TicketWorld w;
  const Forgery forgery{w.registration(*w.newcomer, w.offer)};
  w.wait(14 * kDay);
  EXPECT_EQ(w.broken(*w.newcomer, forgery), "");
  w.wait(1);
  EXPECT_EQ(w.broken(*w.newcomer, forgery), only("TICKET_EXPIRED"));
}

TEST(ViolationOfEnrolment, ARecoveryWaitsForThreeDaysAndCountsForFourteenMore) {
  TicketWorld w;
  const Actor next{w.officer->person, w.newActor().key};
  const Forgery forgery{w.registration(next, w.recovery(*w.officer))};
  w.wait(3 * kDay - 1);
  EXPECT_EQ(w.broken(next, forgery), only("TICKET_EARLY"));
  w.wait(1);
  EXPECT_EQ(w.broken(next, forgery), "");
  w.wait(14 * kDay);
  EXPECT_EQ(w.broken(next, forgery), "");
  w.wait(1);
  EXPECT_EQ(w.broken(next, forgery), only("TICKET_EXPIRED"));
}

TEST(ViolationOfEnrolment, ACancelledRecoveryGivesNoKey) {
  TicketWorld w;
  const SubjectId recovery = w.recovery(*w.officer);
  const KeyRecoveryCancel cancel{recovery, w.now()};
  EXPECT_EQ(w.broken(*w.volunteer, {cancel}), only("ROLE_MISSING"));
  EXPECT_EQ(w.broken(*w.officer, {cancel}), "");
  w.say(*w.officer, cancel, kPrivate);
  const Actor next{w.officer->person, w.newActor().key};
  w.wait(3 * kDay);
  EXPECT_EQ(w.broken(next, {w.registration(next, recovery)}), only("WRONG_STATE"));
  EXPECT_EQ(w.broken(*w.officer, {KeyRecoveryCancel{recovery, w.now()}}), only("WRONG_STATE"));
}

TEST(ViolationOfEnrolment, WhoIsOfferedATicketAndByWhom) {
  auto& w = world();
  const auto offer = [&](const Actor& to) { return EnrolmentOffer{w.subject(), to.person, w.digest()}; };
  expectFirst("", *w.clerk, {offer(*w.newcomer)});
  expectFirst("", *w.coordinator, {offer(*w.newcomer)});
  expectFirst("ROLE_MISSING", *w.attestor, {offer(*w.newcomer)});
  expectFirst("WRONG_STATE", *w.clerk, {offer(*w.officer)});
  const auto recover = [&](const Actor& to) {
    return Forgery{KeyRecoveryOffer{w.subject(), to.person, w.digest(), w.digest()}, kPrivate, Assurance::kSelf,
                   kProposed};
  };
  expectFirst("", *w.clerk, recover(*w.officer));
  expectFirst("ROLE_MISSING", *w.coordinator, recover(*w.officer));
  expectFirst("WRONG_STATE", *w.clerk, recover(*w.newcomer));
  expectFirst("SAME_PERSON", w.first, recover(w.first));
  EXPECT_EQ(w.brokenEndorsement(w.first, recover(*w.officer), w.second), "");
  EXPECT_EQ(w.brokenEndorsement(*w.clerk, recover(*w.officer), w.second), "");
  EXPECT_EQ(w.brokenEndorsement(w.first, recover(*w.officer), *w.clerk), only("ROLE_MISSING"));
  EXPECT_EQ(w.brokenEndorsement(w.first, recover(w.second), w.second), only("SAME_PERSON"));
}

TEST(ViolationOfEnrolment, ThroughADelegationToo) {
  auto& w = world();
  const auto today = w.now().civilDay();
  const Actor delegate = w.enrol();
  const auto lend = [&](const Actor& from, Role role) {
    w.say(from, DelegationSet{w.subject(), from.person, delegate.person, role, {}, today, today, w.now()}, kPrivate);
  };
  const EnrolmentOffer offer{w.subject(), w.newcomer->person, w.digest()};
  expectFirst("ROLE_MISSING", delegate, {offer});
  lend(*w.coordinator, Role::kCoordinator);
  expectFirst("", delegate, {offer});
  lend(*w.clerk, Role::kClerk);
  expectFirst(
      "SAME_PERSON", delegate,
      {KeyRecoveryOffer{w.subject(), w.clerk->person, w.digest(), w.digest()}, kPrivate, Assurance::kSelf, kProposed});
}

}  // namespace
}  // namespace audit::tests
