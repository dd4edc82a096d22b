#include "tests/sample/upkeep.h"

namespace sample {

using namespace ledger;

void Upkeep::week(std::size_t week) {
  if (week == 3) importShifts();
  if (week == 5) importWrongly();
  if (week == 7) changeOperator();
  if (week == 9) bindAccessList();
  if (week == 29) erasePerson();
}

std::vector<CommandBody> Upkeep::batch(const SubjectId& batch, std::size_t number) {
  const SubjectId society = year_.newId(), project = year_.newId(), activity = year_.newId(), shift = year_.newId();
  const Instant starts{midnight(0, number) - 30 * kMsPerDay, kOffset};
  const Instant ends{starts.utc_ms + 4 * 60 * kMsPerMinute, kOffset};
  const CivilDay day = starts.civilDay();
  const std::string region(kRegionTable[0].code);
  return {ImportRecord{batch, 0, year_.document(), year_.document(), 0, 1},
          OrganisationRegister{society, year_.cast_.offices[0], OrganisationKind::kNgo,
                               numbered("Бұрынғы қоғам", "Прежнее общество", "Earlier society", number), region, ""},
          ProjectStart{project, year_.cast_.programmes[4], society, region, day, day + 1,
                       numbered("Бұрынғы жоба", "Прежний проект", "Earlier project", number)},
          ActivitySchedule{activity, project, ActivityKind::kEvent, "", starts, ends},
          ShiftOpen{shift, activity, "helper", starts, ends, 1, 20},
          AttendanceSummarise{shift, AttendanceState::kCompleted, 12, Minutes{12 * 180}}};
}

void Upkeep::importShifts() {
  year_.submit(year_.cast_.importer, batch(year_.newId(), 1), Assurance::kImported);
}

// The same shift came in with a file of the year before: taken back as a whole.
void Upkeep::importWrongly() {
  const SubjectId wrong = year_.newId();
  year_.submit(year_.cast_.importer, batch(wrong, 2), Assurance::kImported);
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

void Upkeep::erasePerson() {
  const Actor leaving = tests::newActor(year_.random_);
  year_.registerPersons(1, {{&leaving, AgeBand::kFrom18to35}});
  year_.submit(leaving, {PersonErase{leaving.person, ErasureBasis::kRequest}});
}

}  // namespace sample
