// What the front door refuses about calls, applications, experts and contracts, put into the log all the same. Each
// forgery breaks one rule and no other.
#include <gtest/gtest.h>

#include "ledger/rules/draw.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPublic = Visibility::kPublic;
const Names kNames{"a", "b", "c"};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

class CallWorld : public World {
 public:
  CallWorld() {
    settle();
    wait(60);
    today = now().civilDay();
    stranger = subject();
    say(*clerk, OrganisationRegister{stranger, office, OrganisationKind::kNgo, kNames, "KZ-AST", ""}, kPublic);
    call = subject();
    agree(*funder_one, *funder_two, publication(call), kPublic);
    application = subject();
    say(*officer, applying(application, 60), kScoped);
    say(*funder_one, ApplicationAdmit{application, now()}, kScoped);
    draw();
    say(expert(), ScoreGive{subject(), application, "need", 3, now()}, kScoped);
    give(expert(), Role::kFunder, funder);
    contract = subject();
    agree(*funder_one, *officer,
          ContractSign{contract, "SO-1", programme, funder, grantee, tenge(10), kNames, today, today + 30, digest(),
                       now()},
          kPublic);
  }

  CallPublish publication(const SubjectId& made) {
    return {made,  "C-1",     programme, funder, GrantClass::kOther, tenge(100), kNames, {{"need", 5}, {"plan", 5}},
            today, today + 9, digest(),  now()};
  }
  ApplicationSubmit applying(const SubjectId& made, std::int64_t minor) {
    return {made, call, grantee, tenge(minor), {}, {}, digest(), now()};
  }
  GrantAward award(std::int64_t minor) {
    return {
        subject(),          "G-1", "T",        funder, grantee, programme, "KZ-AST", tenge(minor), GrantClass::kOther,
        FundSource::kState, now(), application};
  }
  ScoreGive score(const char* criterion, std::uint16_t points) {
    return {subject(), application, criterion, points, now()};
  }
  // Drawn, and not drawn.
  const Actor& expert() { return drawn.at(0).person == volunteer->person ? *volunteer : *attestor; }
  const Actor& other() { return drawn.at(0).person == volunteer->person ? *attestor : *volunteer; }

  SubjectId stranger, call, application, panel, second_panel, contract;
  std::vector<Expert> candidates, drawn;
  CivilDay today = 0;

 private:
  void draw() {
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

CallWorld& world() {
  static CallWorld made;
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
  expectOnly("", *world().funder_one, world().award(60), kProposal);
  expectOnly("", *world().funder_one,
             DeliverableAccept{world().subject(), world().contract, tenge(10), world().digest(), world().now()});
}

TEST(ViolationOfCalls, CallsAndApplicationsFitEachOther) {
  CallPublish bad = world().publication(world().subject());
  bad.criteria = {};
  expectOnly("BAD_CRITERIA", *world().funder_one, bad, kProposal);
  ApplicationSubmit early = world().applying(world().subject(), 10);
  early.occurred_at = world().ago(3 * 1440);
  expectOnly("OUTSIDE_CALL", *world().officer, early);
  expectOnly("OVER_BUDGET", *world().officer, world().applying(world().subject(), 101));
  expectOnly("APPLICATION_TAKEN", *world().officer, world().applying(world().subject(), 10));
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

TEST(ViolationOfCalls, AwardsAnswerTheirApplications) {
  expectOnly("OVER_APPLICATION", *world().funder_one, world().award(61), kProposal);
  expectOnly("SCORER_AWARDS", world().expert(), world().award(60), kProposal);
  GrantAward other = world().award(60);
  other.grantee = world().stranger;
  expectOnly("NOT_OF_APPLICATION", *world().funder_one, other, kProposal);
}

TEST(ViolationOfCalls, DeliverablesStayWithinTheContract) {
  expectOnly("OVER_CONTRACT", *world().funder_one,
             DeliverableAccept{world().subject(), world().contract, tenge(11), world().digest(), world().now()});
}

TEST(ViolationOfCalls, WhoScoredAnApplicationChecksNothingOfItsGrant) {
  CallWorld w;
  const GrantAward award = w.award(60);
  w.agree(*w.funder_one, *w.funder_two, award, kPublic);
  const AgreementSign agreement{
      award.grant, "A", {{"materials", CostType::kMaterials, 60}}, {{1, 60, w.today}}, w.today, w.today + 100, w.now()};
  w.agree(*w.funder_one, *w.officer, agreement, kPublic);
  w.agree(*w.funder_one, *w.funder_two, TrancheApprove{award.grant, 1, w.now()}, kPublic);
  w.say(*w.payer, TrancheDisburse{award.grant, w.subject(), 1, tenge(60), "P", w.now()}, kPublic);
  ExpenditureRecord spent;
  spent.grant = award.grant;
  spent.expenditure = w.subject();
  spent.line = "materials";
  spent.amount = tenge(10);
  spent.document_hash = w.digest();
  spent.document_number = "INV-1";
  spent.document_date = w.today;
  spent.vendor = binOf(9);
  spent.occurred_at = w.now();
  w.say(*w.officer, spent, kPublic);
  w.give(w.expert(), Role::kVerifier, w.funder);
  const Forgery check{ExpenditureVerify{award.grant, spent.expenditure, w.now()}, kPublic};
  EXPECT_EQ(w.broken(w.expert(), check), "SCORER_VERIFIES ");
  EXPECT_EQ(w.broken(*w.verifier, check), "");
}

}  // namespace
}  // namespace audit::tests
