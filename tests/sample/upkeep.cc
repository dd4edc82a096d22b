#include "tests/sample/upkeep.h"

#include "ledger/rules/heads.h"

namespace sample {

using namespace ledger;

void Upkeep::week(std::size_t week) {
  if (week == 2) registerSystem();
  if (week == 3) importRegister();
  if (week == 5) importWrongly();
  if (week == 7) changeOperator();
  if (week == 9) bindAccessList();
  if (week == 29) correctAndErasePerson();
  if (week == 41) retireSystem();
  if (week == 43) declareRecovery();
  if (week == 51) bindHeads();
}

std::vector<CommandBody> Upkeep::batch(const SubjectId& batch, const SubjectId& society, std::size_t number) {
  const std::string region(kRegionTable[0].code);
  const CivilDay day = civilDay(0, 0) - 90;
  return {ImportRecord{batch, 0, year_.document(), year_.document(), 0, 1, system_},
          OrganisationRegister{society, year_.cast_.offices[0], OrganisationKind::kNgo,
                               numbered("Бұрынғы қоғам", "Прежнее общество", "Earlier society", number), region, ""},
          ProjectStart{year_.newId(), year_.cast_.programmes[4], society, region, day, day + 60,
                       numbered("Бұрынғы жоба", "Прежний проект", "Earlier project", number)}};
}

// The register of before, which is closed when all of it has come over.
void Upkeep::registerSystem() {
  system_ = year_.newId();
  year_.byAuthorities({ExternalSystemRegister{system_, "earlier-register",
                                              numbered("Бұрынғы тізілім", "Прежний реестр", "Earlier register", 1),
                                              year_.cast_.national_office}});
}

void Upkeep::retireSystem() {
  year_.byAuthorities({ExternalSystemRetire{system_, year_.now()}});
}

void Upkeep::importRegister() {
  year_.submit(year_.cast_.importer, batch(year_.newId(), year_.newId(), 1), Assurance::kImported);
}

// With a grant that nobody gave: taken back as a whole.
void Upkeep::importWrongly() {
  const SubjectId wrong = year_.newId(), society = year_.newId();
  std::vector<CommandBody> bodies = batch(wrong, society, 2);
  GrantAward award;
  award.grant = year_.newId();
  award.number = "EARLIER-1";
  award.title = "Sample";
  award.funder = year_.cast_.centre.id;
  award.grantee = society;
  award.programme = year_.cast_.programmes[4];
  award.region = std::string(kRegionTable[0].code);
  award.amount = Money{100'000'00, *Currency::parse("KZT")};
  award.grant_class = GrantClass::kSmall;
  award.source = FundSource::kState;
  award.occurred_at = {midnight(0, 0) - 90 * kMsPerDay, kOffset};
  bodies.emplace_back(award);
  year_.submit(year_.cast_.importer, bodies, Assurance::kImported);
  year_.submit(year_.cast_.importer, {ImportVoid{wrong, year_.now()}}, Assurance::kImported);
}

void Upkeep::changeOperator() {
  const Actor before = tests::newActor(year_.random_);
  operator_ = tests::newActor(year_.random_);
  year_.registerPersons(0, {{&before, AgeBand::kFrom36to59}, {&*operator_, AgeBand::kFrom36to59}});
  year_.byAuthorities({RoleGrant{before.person, Role::kOperator, {}, 0}});
  year_.byAuthorities({RoleRevoke{before.person, Role::kOperator, {}}});
  year_.byAuthorities({RoleGrant{operator_->person, Role::kOperator, {}, 0}});
}

// Nobody read a value on that day, and the empty list says so.
void Upkeep::bindAccessList() {
  const CivilDay yesterday = Instant{year_.now().utc_ms, 0}.civilDay() - 1;
  year_.submit(*operator_, {VaultAccessHash{yesterday, 0, sha256({})}});
}

// An earlier trial ledger lost its last entries.
void Upkeep::declareRecovery() {
  const tests::Actor lost = tests::newActor(year_.random_);
  year_.byAuthorities({RecoveryDeclare{year_.random_.id<LedgerId>(),
                                       "sample.example/trial",
                                       actorKeyOf(lost.key),
                                       {1'200, year_.document()},
                                       {1'240, year_.document()},
                                       year_.document(),
                                       year_.now()}});
}

void Upkeep::bindHeads() {
  StreamHeads heads;
  year_.scribe_.ledger().inspect([&](const State& state) {
    const auto trees = headTreesOf(state);
    ASAR_CHECK(trees.ok());
    heads = headsOf(*trees, 0);
  });
  heads.at_size = year_.scribe_.ledger().sealed().size + 1;
  year_.submit(*operator_, {heads});
}

// A phone she changes herself, a name the office mends by a paper; no value of either was sent along.
void Upkeep::correctAndErasePerson() {
  const Actor leaving = tests::newActor(year_.random_);
  year_.registerPersons(1, {{&leaving, AgeBand::kFrom18to35}});
  constexpr std::uint16_t kPhone = 4, kName = 7;
  year_.submit(
      leaving,
      {PersonCorrect{leaving.person, CorrectionReason::kChanged, {}, year_.now(), {{kPhone, year_.document()}}}});
  year_.submit(
      year_.cast_.clerks[1],
      {PersonCorrect{
          leaving.person, CorrectionReason::kMistake, year_.document(), year_.now(), {{kName, year_.document()}}}});
  year_.submit(leaving, {PersonErase{leaving.person, ErasureBasis::kRequest}});
}

}  // namespace sample
