// What the front door refuses about calls, applications, experts and contracts, put into the log all the same. Each
// forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/rules/draw.h"
#include "tests/audit/call_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPublic = Visibility::kPublic;
const Names kNames{"a", "b", "c"};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// A call that is open, one of whose two candidates was drawn and scored its application by one criterion.
class OpenWorld : public CallWorld {
 public:
  OpenWorld() {
    call = published();
    application = admitted(call);
    drawOne();
    say(expert(), score("need", 3), kScoped);
    contract = subject();
    agree(*funder_one, *officer,
          ContractSign{contract, "SO-1", programme, funder, grantee, tenge(10), kNames, today, today + 30, digest(),
                       now()},
          kPublic);
  }

  ScoreGive score(const char* criterion, std::uint16_t points) {
    return CallWorld::score(application, criterion, points);
  }
  // Drawn, and not drawn.
  const Actor& expert() { return drawn.at(0).person == volunteer->person ? *volunteer : *attestor; }
  const Actor& other() { return drawn.at(0).person == volunteer->person ? *attestor : *volunteer; }

  SubjectId call, application, panel, second_panel, contract;
  std::vector<Expert> candidates, drawn;

 private:
  void drawOne() {
    candidates = {{volunteer->person}, {attestor->person}};
    std::ranges::sort(candidates, {}, &Expert::person);
    panel = subject();
    second_panel = subject();
    for (const SubjectId& named : {panel, second_panel})
      agree(*funder_one, *funder_two, ExpertsName{named, call, candidates, 1, now()}, Visibility::kPrivate);
    Digest seed;
    front().inspect([&](const State& state) { seed = state.panels.find(panel)->seed; });
    drawn = drawExperts(seed, candidates, 1);
    say(*funder_one, ExpertsDraw{panel, seed, drawn, now()}, Visibility::kPrivate);
  }
};

OpenWorld& world() {
  static OpenWorld made;
  return made;
}

const Decision kProposal{kRulesVersion, Effect::kProposed, 0, 0, {}};

void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body,
                const Decision& decision = {kRulesVersion}) {
  const Forgery forgery{body, traitsOf(body.kind()).visibility, Assurance::kSelf, decision};
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}

TEST(ViolationOfCalls, CanaryHonestCommandsBreakNothing) {
  expectOnly("", world().expert(), world().score("plan", 5));
  expectOnly("", *world().funder_one,
             DeliverableAccept{world().subject(), world().contract, tenge(10), world().digest(), world().now()});
}

TEST(ViolationOfCalls, CallsAndApplicationsFitEachOther) {
  CallPublish bad = world().publication();
  bad.criteria = {};
  expectOnly("BAD_CRITERIA", *world().funder_one, bad, kProposal);
  ApplicationSubmit early = world().applying(world().call, 10);
  early.occurred_at = world().ago(31 * 1440);
  expectOnly("OUTSIDE_CALL", *world().officer, early);
  expectOnly("OVER_BUDGET", *world().officer, world().applying(world().call, 101));
  expectOnly("APPLICATION_TAKEN", *world().officer, world().applying(world().call, 10));
}

TEST(ViolationOfCalls, PanelsAndDrawsAreThoseThatFollow) {
  const ExpertsName many{world().subject(), world().call, world().candidates, 3, world().now()};
  expectOnly("BAD_PANEL", *world().funder_one, many, kProposal);
  const ExpertsDraw mine{world().second_panel, world().digest(), world().drawn, world().now()};
  expectOnly("DRAW_DIFFERS", *world().funder_one, mine);
}

TEST(ViolationOfCalls, ScoresAreOfDrawnExpertsOnceAndWithinThePoints) {
  expectOnly("NOT_AN_EXPERT", world().other(), world().score("plan", 1));
  expectOnly("CRITERION_UNKNOWN", world().expert(), world().score("beauty", 1));
  expectOnly("POINTS_OVER_MAX", world().expert(), world().score("plan", 6));
  expectOnly("SCORE_TAKEN", world().expert(), world().score("need", 1));
}

TEST(ViolationOfCalls, DeliverablesStayWithinTheContract) {
  expectOnly("OVER_CONTRACT", *world().funder_one,
             DeliverableAccept{world().subject(), world().contract, tenge(11), world().digest(), world().now()});
}

}  // namespace
}  // namespace audit::tests
