#include "tools/bench/founding.h"

#include "tools/bench/workload.h"

namespace tools {
namespace {

using ledger::ActivityKind;
using ledger::ActivitySchedule;
using ledger::AgeBand;
using ledger::AgreementSign;
using ledger::CivilDay;
using ledger::CommandBody;
using ledger::CostType;
using ledger::FundSource;
using ledger::GrantAward;
using ledger::GrantClass;
using ledger::Instant;
using ledger::kMsPerDay;
using ledger::kMsPerMinute;
using ledger::PersonId;
using ledger::PersonRegister;
using ledger::ProgrammeDefine;
using ledger::ProjectStart;
using ledger::TrancheApprove;
using ledger::TrancheDisburse;
using ledger::UtcMs;

constexpr std::int64_t kGrantMinor = 100'000'000'000;
// Beside the one of the small world.
constexpr const char* kMoreDirections[] = {"culture", "health", "learning", "nature", "sport"};

}  // namespace

Founding::Founding(std::size_t volunteer_count, std::size_t grant_count)
    : world(std::make_unique<tests::World>()), keeper(tests::newActor(world->random)), draws_(world->random) {
  if (!world->failure().empty()) giveUp({ledger::ErrorCode::kRefused, "WORLD", world->failure()});
  defineProgrammes();
  scheduleActivities();
  world->advance(UtcMs{kActivityDays + 2} * kMsPerDay);
  registerVolunteers(volunteer_count);
  awardGrants(grant_count);
  appointKeeper();
  world->scribe.see();
}

void Founding::submit(const tests::Actor& actor, const std::vector<CommandBody>& bodies) {
  orGiveUp(world->scribe.submit(actor, bodies));
}

void Founding::submitByTwo(const tests::Actor& first, const tests::Actor& second,
                           const std::vector<CommandBody>& bodies) {
  orGiveUp(world->scribe.submitByTwo(first, second, bodies));
}

void Founding::appointKeeper() {
  submit(world->clerk, {registration(keeper.person), world->scribe.registration(keeper)});
  submitByTwo(world->authority1, world->authority2, {ledger::RoleGrant{keeper.person, ledger::Role::kOperator, {}, 0}});
}

void Founding::defineProgrammes() {
  programmes_.push_back(world->programme);
  std::vector<CommandBody> bodies;
  for (const char* direction : kMoreDirections) {
    programmes_.push_back(world->newId());
    bodies.emplace_back(
        ProgrammeDefine{programmes_.back(), world->office, direction, {"Бағыт", "Направление", "Direction"}, {}});
  }
  submitByTwo(world->authority1, world->authority2, bodies);
}

UtcMs Founding::beginOn(std::size_t day) {
  return tests::kWorldStart + static_cast<UtcMs>(day + 1) * kMsPerDay;
}

void Founding::scheduleActivities() {
  const CivilDay today = world->now().civilDay();
  for (std::size_t i = 0; i < kProjects; ++i) {
    const auto project = world->newId();
    submit(world->officer, {ProjectStart{project,
                                         programmes_[i % programmes_.size()],
                                         world->organisation,
                                         draws_.region(),
                                         today,
                                         today + 364,
                                         {"Жоба", "Проект", "Project"}}});
    scheduleOn(project);
  }
}

void Founding::scheduleOn(const ledger::SubjectId& project) {
  std::vector<CommandBody> bodies;
  for (std::size_t day = 0; day < kActivityDays; ++day) {
    const Instant begins{beginOn(day), 300};
    const Instant ends{begins.utc_ms + kActivityMinutes * kMsPerMinute, 300};
    activities.push_back(world->newId());
    bodies.emplace_back(ActivitySchedule{activities.back(), project, ActivityKind::kEvent, "", begins, ends});
  }
  submit(world->coordinator, bodies);
}

void Founding::registerVolunteers(std::size_t count) {
  while (volunteers.size() < count) {
    std::vector<CommandBody> bodies;
    for (std::size_t i = 0; i < kCommandsPerSubmission; ++i) {
      volunteers.push_back(world->random.id<PersonId>());
      bodies.emplace_back(registration(volunteers.back()));
    }
    submit(world->clerk, bodies);
  }
}

PersonRegister Founding::registration(const PersonId& person) {
  return {person, world->office, draws_.region(), AgeBand::kFrom18to35, {}, {}};
}

void Founding::awardGrants(std::size_t count) {
  const Instant now = world->now();
  const CivilDay today = now.civilDay();
  const ledger::Money amount{kGrantMinor, *ledger::Currency::parse("KZT")};
  while (grants.size() < count) {
    std::vector<CommandBody> awards, agreements, approvals, payments;
    for (std::size_t i = 0; i < kCommandsPerSubmission && grants.size() < count; ++i) {
      const auto grant = world->newId();
      grants.push_back(grant);
      const std::string number = "B-" + std::to_string(grants.size());
      awards.emplace_back(GrantAward{grant, number, "Grant " + draws_.words(3), world->funder, world->organisation,
                                     programmes_[grants.size() % programmes_.size()], draws_.region(), amount,
                                     GrantClass::kSmall, FundSource::kState, now});
      agreements.emplace_back(AgreementSign{grant,
                                            "A" + number,
                                            {{"materials", CostType::kMaterials, kGrantMinor}},
                                            {{1, kGrantMinor, today}},
                                            today,
                                            today + 300,
                                            now});
      approvals.emplace_back(TrancheApprove{grant, 1, now});
      payments.emplace_back(TrancheDisburse{grant, world->newId(), 1, amount, "P" + number, now});
    }
    submitByTwo(world->funder1, world->funder2, awards);
    submitByTwo(world->funder1, world->officer, agreements);
    submitByTwo(world->funder1, world->funder2, approvals);
    submit(world->payer, payments);
  }
}

}  // namespace tools
