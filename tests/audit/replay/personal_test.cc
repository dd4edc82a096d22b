// Erasures and lists of accesses that the front door refuses, put into the log all the same.
#include "audit/replay/personal.h"

#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

class PersonalWorld : public World {
 public:
  PersonalWorld() {
    settle();
    operating = enrol();
    give(*operating, Role::kOperator);
    gone = enrol();
    say(*gone, erasure(gone->person), Visibility::kPrivate);
    wait(2 * 1440);
    say(*operating, accesses(-2), Visibility::kPublic);
  }
  PersonErase erasure(const PersonId& person) { return {person, ErasureBasis::kRequest}; }
  // Of the day so many days after today.
  VaultAccessHash accesses(CivilDay days) { return {Instant{now().utc_ms, 0}.civilDay() + days, 1, digest()}; }

  std::optional<Actor> operating, gone;
};

PersonalWorld& world() {
  static PersonalWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}

Forgery forged(const CommandBody& body, Effect effect = Effect::kEffective) {
  Forgery forgery{body};
  forgery.visibility = traitsOf(body.kind()).visibility;
  forgery.decision.effect = effect;
  return forgery;
}

TEST(ReplayPersonal, CanaryHonestOnesBreakNothing) {
  auto& w = world();
  expectOnly("", *w.volunteer, forged(w.erasure(w.volunteer->person)));
  expectOnly("", *w.clerk, forged(w.erasure(w.volunteer->person), Effect::kProposed));
  expectOnly("", *w.operating, forged(w.accesses(-1)));
}

TEST(ReplayPersonal, WhoErases) {
  auto& w = world();
  expectOnly("ROLE_MISSING", *w.officer, forged(w.erasure(w.volunteer->person)));
  // Alone, where a second person is needed.
  expectOnly("DECISION_DIFFERS", *w.clerk, forged(w.erasure(w.volunteer->person)));
  const Digest proposal = w.propose(*w.clerk, w.erasure(w.attestor->person), Visibility::kPrivate);
  Forgery endorsed{Endorse{proposal}};
  endorsed.decision.endorses = w.entries().size() - 1;
  expectOnly("", w.first, endorsed);
  expectOnly("ROLE_MISSING", *w.attestor, endorsed);
}

TEST(ReplayPersonal, ErasedOnce) {
  auto& w = world();
  expectOnly("WRONG_STATE", *w.gone, forged(w.erasure(w.gone->person)));
}

TEST(ReplayPersonal, DaysOfAccesses) {
  auto& w = world();
  expectOnly("IN_FUTURE", *w.operating, forged(w.accesses(0)));
  expectOnly("WRONG_STATE", *w.operating, forged(w.accesses(-2)));
  expectOnly("ROLE_MISSING", w.first, forged(w.accesses(-1)));
}

}  // namespace
}  // namespace audit::tests
