#include "tests/audit/call_world.h"

#include <algorithm>

#include "ledger/rules/draw.h"

namespace audit::tests {

using namespace ledger;  // every command and code of the catalogue

namespace {

constexpr Visibility kPublic = Visibility::kPublic;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPrivate = Visibility::kPrivate;

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

}  // namespace

CallWorld::CallWorld() {
  settle();
  wait(60);
  today = now().civilDay();
}

CallPublish CallWorld::publication() {
  const Names names{"a", "b", "c"};
  return {subject(),  "C-1",     programme, funder, GrantClass::kOther, tenge(100), names, {{"need", 5}, {"plan", 5}},
          today - 30, today + 9, digest(),  now()};
}

ApplicationSubmit CallWorld::applying(const SubjectId& call, std::int64_t minor) {
  return {subject(), call, grantee, tenge(minor), {}, {}, digest(), now()};
}

ScoreGive CallWorld::score(const SubjectId& application, const char* criterion, std::uint16_t points) {
  return {subject(), application, criterion, points, now()};
}

GrantAward CallWorld::award(const SubjectId& application, std::int64_t minor) {
  GrantAward body;
  body.grant = subject();
  body.number = "G-" + std::to_string(++numbers_);
  body.title = "T";
  body.funder = funder;
  body.grantee = grantee;
  body.programme = programme;
  body.region = "KZ-AST";
  body.amount = tenge(minor);
  body.grant_class = GrantClass::kOther;
  body.source = FundSource::kState;
  body.occurred_at = now();
  body.application = application;
  return body;
}

AgreementSign CallWorld::agreement(const SubjectId& which) {
  return {which,       "A",  {{"materials", CostType::kMaterials, 60}}, {{1, 30, today}, {2, 30, today}}, today,
          today + 100, now()};
}

ExpenditureRecord CallWorld::spending(const SubjectId& which, std::int64_t minor) {
  ExpenditureRecord body;
  body.grant = which;
  body.expenditure = subject();
  body.line = "materials";
  body.amount = tenge(minor);
  body.document_hash = digest();
  body.document_number = "INV-" + body.expenditure.text();
  body.document_date = now().civilDay();
  body.vendor = binOf(9);
  body.occurred_at = now();
  return body;
}

SubjectId CallWorld::published() {
  const CallPublish call = publication();
  agree(*funder_one, *funder_two, call, kPublic);
  return call.call;
}

SubjectId CallWorld::admitted(const SubjectId& call) {
  return admitted(call, *officer);
}

SubjectId CallWorld::admitted(const SubjectId& call, const Actor& applicant) {
  const ApplicationSubmit application = applying(call, 60);
  say(applicant, application, kScoped);
  say(*funder_one, ApplicationAdmit{application.application, now()}, kScoped);
  return application.application;
}

void CallWorld::draw(const SubjectId& call, const std::vector<Actor>& experts) {
  std::vector<Expert> candidates;
  for (const Actor& expert : experts) candidates.push_back({expert.person});
  std::ranges::sort(candidates, {}, &Expert::person);
  const auto all = static_cast<std::uint16_t>(candidates.size());
  const SubjectId panel = subject();
  agree(*funder_one, *funder_two, ExpertsName{panel, call, candidates, all, now()}, kPrivate);
  Digest seed;
  front().inspect([&](const ledger::State& state) { seed = state.panels.find(panel)->seed; });
  say(*funder_one, ExpertsDraw{panel, seed, drawExperts(seed, candidates, all), now()}, kPrivate);
}

void CallWorld::close(const SubjectId& call) {
  agree(*funder_one, *funder_two, CallClose{call, now()}, kPublic);
}

SubjectId CallWorld::decided(const Actor& expert) {
  return decided(expert, *officer);
}

SubjectId CallWorld::decided(const Actor& expert, const Actor& applicant) {
  const SubjectId call = published();
  const SubjectId application = admitted(call, applicant);
  draw(call, {expert});
  say(expert, score(application, "need", 5), kScoped);
  say(expert, score(application, "plan", 0), kScoped);
  close(call);
  return application;
}

SubjectId CallWorld::granted(const SubjectId& application) {
  const GrantAward made = award(application, 60);
  agree(*funder_one, *funder_two, made, kPublic);
  agree(*funder_one, *officer, agreement(made.grant), kPublic);
  return made.grant;
}

void CallWorld::approve(const SubjectId& which) {
  agree(*funder_one, *funder_two, TrancheApprove{which, 1, now()}, kPublic);
}

SubjectId CallWorld::pay(const SubjectId& which) {
  const TrancheDisburse payment{which, subject(), 1, tenge(30), "P", now()};
  say(*payer, payment, kPublic);
  return payment.disbursement;
}

Actor CallWorld::holding(Role role, const SubjectId& scope) {
  const Actor actor = enrol();
  give(actor, role, scope);
  return actor;
}

void CallWorld::take(const Actor& actor, Role role, const SubjectId& scope) {
  agree(first, second, RoleRevoke{actor.person, role, scope}, kPrivate);
}

Actor CallWorld::lent(const Actor& from, Role role) {
  const Actor delegate = enrol();
  say(from, DelegationSet{subject(), from.person, delegate.person, role, {}, today, today + 9, now()}, kPrivate);
  return delegate;
}

}  // namespace audit::tests
