#include "tests/reference/stage.h"

namespace reference {

using namespace ledger;  // the commands

namespace {

const SignatureRules kTrusting{[](const ActorKey&) { return true; },
                               [](const ActorKey&, ByteView, const ActorSignature&) { return true; }};
const ledger::Names kNames{"к", "о", "o"};

ActorKey keyOf(const PersonId& person) {
  ActorKey key;
  std::copy(person.bytes.begin(), person.bytes.end(), key.bytes.begin());
  return key;
}

}  // namespace

CivilDay dayOf(const char* day) {
  return *parseDay(day);
}

Instant momentOf(const char* day, int minute, std::int16_t offset) {
  return {dayOf(day) * kMsPerDay + (minute - offset) * kMsPerMinute, offset};
}

Context contextOf(const PersonId& person, const CommandBody& body) {
  Context context;
  context.person = person;
  context.key = keyOf(person);
  context.visibility = traitsOf(body.kind()).visibility;
  context.count = 1;
  context.signatures = &kTrusting;
  return context;
}

Stage::Stage() {
  found();
  now_ = momentOf("2026-01-02", 0).utc_ms;
  appoint();
  schedule();
  limit("2026-06-05", "2026-06-30", {{{AgeBand::kFrom18to35, Minutes{480}}}, 8, 10});
  limit("2026-06-12", "", {{{AgeBand::kFrom18to35, Minutes{600}}, {AgeBand::kFrom14to15, Minutes{120}}}, 0, 9});
  // Whose mandate is too young for what was served before.
  now_ = momentOf("2026-06-11", 0).utc_ms;
  person(attestors, {{Role::kAttestor, organisation}});
  for (const auto& [id, band] : scene.persons) everybody.push_back(id);
}

SubjectId Stage::newId() {
  const auto id = random_.id<SubjectId>();
  scene.ids.insert(id);
  return id;
}

void Stage::say(const PersonId& person, const CommandBody& body) {
  const Command command{random_.id<NonceId>(), {}, body};
  Context context = contextOf(person, body);
  context.recorded_at = now_;
  context.index = next;
  if (const auto* endorsement = body.as<Endorse>()) {
    context.visibility = state.proposals.find(endorsement->proposal)->visibility;
  }
  const auto judgement = decide(state, command, context);
  ASAR_CHECK(judgement.ok());
  const Digest leaf = sha256(asBytes(std::to_string(next)));
  if (judgement->decision.effect == Effect::kProposed) last_ = leaf;
  evolve(state, command, context, judgement->decision, leaf);
  state.settle();
  ++next;
}

void Stage::sayByTwo(const CommandBody& body) {
  say(first_, body);
  say(second_, Endorse{last_});
}

PersonId Stage::person(std::vector<PersonId>& kin, const std::vector<std::pair<Role, SubjectId>>& roles,
                       UtcMs valid_to) {
  const auto id = random_.id<PersonId>();
  const AgeBand band = scene.persons.size() % 2 == 0 ? AgeBand::kFrom18to35 : AgeBand::kFrom36to59;
  say(clerk_.isNone() ? first_ : clerk_, PersonRegister{id, office, "KZ-75", band, AgeBasis::kDeclared, {}});
  scene.persons[id] = band;
  for (const auto& [role, scope] : roles) {
    sayByTwo(RoleGrant{id, role, scope, valid_to});
    scene.appointments.push_back({id, role, scope, now_, valid_to});
  }
  kin.push_back(id);
  return id;
}

void Stage::found() {
  LedgerFound found;
  found.origin = "log.example/reference";
  found.currency = "KZT";
  for (PersonId* authority : {&first_, &second_}) {
    *authority = random_.id<PersonId>();
    found.authorities.push_back({*authority, keyOf(*authority)});
    scene.persons[*authority] = AgeBand::kUnknown;
    scene.appointments.push_back({*authority, Role::kAuthority, {}, now_, 0});
  }
  say(first_, found);
  for (SubjectId* id : {&office, &organisation, &elsewhere, &fund, &grantee, &programme, &project, &far_project,
                        &activity, &short_activity, &far_activity}) {
    *id = newId();
  }
  sayByTwo(OfficeEstablish{office, OfficeKind::kRegional, "KZ-75", kNames});
  clerk_ = person(clerks, {{Role::kClerk, office}});
  person(clerks, {{Role::kClerk, {}}});
  for (const SubjectId& one : {organisation, elsewhere, fund, grantee}) {
    say(clerk_, OrganisationRegister{one, office, OrganisationKind::kNgo, kNames, "KZ-75", ""});
    scene.organisations.insert(one);
  }
  sayByTwo(ProgrammeDefine{programme, office, "taza-alem", kNames});
  scene.programmes.insert(programme);
}

void Stage::appoint() {
  person(volunteers, {});
  person(volunteers, {});
  person(volunteers, {{Role::kAttestor, organisation}});
  person(attestors, {{Role::kAttestor, organisation}});
  person(attestors, {{Role::kAttestor, organisation}});
  person(attestors, {{Role::kCoordinator, organisation}});
  person(attestors, {{Role::kAttestor, organisation}, {Role::kClerk, {}}});
  person(others, {{Role::kAttestor, elsewhere}});
  person(auditors, {{Role::kAuditor, {}}});
  person(auditors, {{Role::kAuditor, {}}, {Role::kAttestor, organisation}});
  person(funders, {{Role::kFunder, fund}});
  person(funders, {{Role::kFunder, fund}});
  person(funders, {{Role::kFunder, {}}, {Role::kPayer, fund}});
  person(funders, {{Role::kFunder, fund}, {Role::kOfficer, grantee}});
  person(funders, {{Role::kFunder, fund}}, momentOf("2026-06-25", 0).utc_ms);
  person(payers, {{Role::kPayer, fund}});
  person(payers, {{Role::kPayer, {}}, {Role::kVerifier, fund}});
  person(payers, {{Role::kPayer, fund}}, momentOf("2026-06-20", 0).utc_ms);
  person(verifiers, {{Role::kVerifier, fund}});
  person(verifiers, {{Role::kVerifier, {}}, {Role::kOfficer, grantee}});
  person(officers, {{Role::kOfficer, grantee}});
  person(officers, {{Role::kOfficer, grantee}});
  person(others, {{Role::kFunder, elsewhere}, {Role::kPayer, elsewhere}, {Role::kOfficer, elsewhere}});
}

void Stage::schedule() {
  const PersonId officer = person(others, {{Role::kOfficer, organisation}, {Role::kCoordinator, organisation}});
  const CivilDay from = dayOf("2026-06-02");
  const CivilDay to = dayOf("2026-06-24");
  say(officer, ProjectStart{project, programme, organisation, "KZ-75", from, to, kNames});
  say(others[1], ProjectStart{far_project, programme, elsewhere, "KZ-75", from, to, kNames});
  const auto open = [&](const PersonId& by, const SubjectId& id, const Activity& one) {
    const bool far = one.organisation == elsewhere;
    say(by, ActivitySchedule{id, far ? far_project : project, ActivityKind::kEvent, "", one.starts, one.ends});
    scene.activities[id] = one;
  };
  open(officer, activity, {organisation, from, to, momentOf("2026-06-02", 0), momentOf("2026-06-23", 23 * 60)});
  open(officer, short_activity,
       {organisation, from, to, momentOf("2026-06-14", 9 * 60), momentOf("2026-06-14", 13 * 60)});
  const PersonId far = person(others, {{Role::kCoordinator, elsewhere}});
  open(far, far_activity, {elsewhere, from, to, momentOf("2026-06-10", 0), momentOf("2026-06-20", 0)});
}

void Stage::limit(const char* from, const char* to, const HoursLimits& limits) {
  PolicyPublish policy;
  policy.policy = newId();
  policy.kind = PolicyKind::kHoursLimits;
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "Sample";
  policy.valid_from = dayOf(from);
  policy.valid_to = *to == '\0' ? 0 : dayOf(to);
  policy.hours_limits = limits;
  scene.limits.push_back({next, policy.valid_from, policy.valid_to, limits});
  sayByTwo(policy);
}

}  // namespace reference
