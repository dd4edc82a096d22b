#include "tests/support/world.h"

namespace tests {

using namespace ledger;

namespace {

std::unique_ptr<Ledger> openIn(MemoryLog& log, Clock& clock, Random& random) {
  auto opened = Ledger::open({log, clock, random, {}});
  ASAR_CHECK(opened.ok());
  return std::move(*opened);
}

CivilDay dayOf(UtcMs at) {
  return Instant{at, 300}.civilDay();
}

}  // namespace

World::World(std::uint64_t seed)
    : random(seed),
      ledger(openIn(log, clock, random)),
      scribe(*ledger, log, random),
      authority1(newActor(random)),
      authority2(newActor(random)),
      clerk(newActor(random)),
      officer(newActor(random)),
      coordinator(newActor(random)),
      attestor(newActor(random)),
      attestor2(newActor(random)),
      auditor(newActor(random)),
      importer(newActor(random)),
      funder1(newActor(random)),
      funder2(newActor(random)),
      payer(newActor(random)),
      verifier(newActor(random)),
      volunteer(newActor(random)) {
  for (SubjectId* id : {&office, &organisation, &funder, &programme, &project, &activity}) *id = newId();
  scribe.setNow(clock.now());
  foundAndAppoint();
  schedule();
}

void World::keep(const Result<Receipt>& receipt) {
  if (!receipt && failure_.empty()) failure_ = receipt.error().reason + ": " + receipt.error().message;
  scribe.see();
}

void World::foundAndAppoint() {
  LedgerFound command;
  command.origin = "log.example/test";
  log_key = newKey(random);
  command.log_key = actorKeyOf(*log_key);
  command.zone = "Asia/Almaty";
  command.currency = "KZT";
  const Actor authorities[] = {authority1, authority2};
  keep(scribe.found(command, authorities));
  keep(scribe.submitByTwo(authority1, authority2,
                          {OfficeEstablish{office, OfficeKind::kNational, "", {"Кеңсе", "Офис", "Office"}}}));
  keep(scribe.submitByTwo(authority1, authority2,
                          {ProgrammeDefine{programme, office, "umit", {"Үміт", "Надежда", "Hope"}}}));
  keep(scribe.submit(authority1, {PersonRegister{clerk.person, office, "KZ-71", AgeBand::kFrom36to59, {}, {}},
                                  scribe.registration(clerk)}));
  keep(scribe.submitByTwo(authority1, authority2, {RoleGrant{clerk.person, Role::kClerk, {}, 0}}));
  for (const SubjectId& id : {organisation, funder}) {
    const OrganisationKind kind = id == funder ? OrganisationKind::kFoundation : OrganisationKind::kNgo;
    keep(scribe.submit(clerk, {OrganisationRegister{id, office, kind, {"Ұйым", "Организация", "Body"}, "KZ-71", ""}}));
  }
  registerStaff();
}

void World::registerStaff() {
  for (const Actor* one : {&officer, &coordinator, &attestor, &attestor2, &auditor, &importer, &funder1, &funder2,
                           &payer, &verifier, &volunteer}) {
    keep(scribe.submit(clerk, {PersonRegister{one->person, office, "KZ-71", AgeBand::kFrom18to35, {}, {}},
                               scribe.registration(*one)}));
  }
  keep(scribe.submitByTwo(
      authority1, authority2,
      {RoleGrant{officer.person, Role::kOfficer, organisation, 0},
       RoleGrant{attestor.person, Role::kAttestor, organisation, 0},
       RoleGrant{attestor2.person, Role::kAttestor, organisation, 0}, RoleGrant{auditor.person, Role::kAuditor, {}, 0},
       RoleGrant{importer.person, Role::kImporter, {}, 0}, RoleGrant{funder1.person, Role::kFunder, funder, 0},
       RoleGrant{funder2.person, Role::kFunder, funder, 0}, RoleGrant{payer.person, Role::kPayer, funder, 0},
       RoleGrant{verifier.person, Role::kVerifier, funder, 0}}));
  keep(scribe.submit(officer, {RoleGrant{coordinator.person, Role::kCoordinator, organisation, 0}}));
}

void World::schedule() {
  const CivilDay today = dayOf(scribe.now());
  keep(scribe.submit(
      officer,
      {ProjectStart{project, programme, organisation, "KZ-71", today, today + 364, {"Жоба", "Проект", "Project"}}}));
  const UtcMs begin = scribe.now() + kMsPerDay;
  keep(scribe.submit(coordinator, {ActivitySchedule{activity, project, ActivityKind::kEvent, "", Instant{begin, 300},
                                                    Instant{begin + 8 * 60 * kMsPerMinute, 300}}}));
}

std::string World::refusal(const Actor& actor, const CommandBody& body, Assurance assurance) {
  const auto receipt = scribe.submit(actor, {body}, assurance);
  scribe.see();
  return receipt ? "" : receipt.error().reason;
}

std::string World::refusalByTwo(const Actor& first, const Actor& second, const CommandBody& body) {
  const auto receipt = scribe.submitByTwo(first, second, {body});
  scribe.see();
  return receipt ? "" : receipt.error().reason;
}

void World::advance(UtcMs by) {
  clock.advance(by);
  scribe.setNow(clock.now());
}

}  // namespace tests
