#include "tests/sample/year.h"

#include "tests/sample/answers.h"
#include "tests/sample/calls.h"
#include "tests/sample/coordination.h"
#include "tests/sample/funding.h"
#include "tests/sample/grants.h"
#include "tests/sample/honours.h"
#include "tests/sample/lives.h"
#include "tests/sample/publications.h"
#include "tests/sample/quarrels.h"
#include "tests/sample/speakers.h"
#include "tests/sample/students.h"
#include "tests/sample/upkeep.h"

namespace sample {

using namespace ledger;

namespace {

constexpr UtcMs kFirstMonday = 1'762'110'000'000;  // 2025-11-03T00:00:00+05:00

Funder newFunder(SeededRandom& random) {
  return {random.id<SubjectId>(),  tests::newActor(random), tests::newActor(random), tests::newActor(random),
          tests::newActor(random), tests::newActor(random), random.id<SubjectId>()};
}

Cast newCast(SeededRandom& random, const Scale& scale, const Founders& founders) {
  Cast cast{founders.first,
            founders.second,
            tests::newActor(random),
            tests::newActor(random),
            random.id<SubjectId>(),
            {},
            {},
            {},
            {},
            newFunder(random),
            {},
            {},
            {}};
  for (std::size_t i = 0; i < kRegions; ++i) {
    cast.offices.push_back(random.id<SubjectId>());
    cast.clerks.push_back(tests::newActor(random));
  }
  for (std::size_t i = 0; i < kDirections; ++i) cast.programmes.push_back(random.id<SubjectId>());
  for (std::size_t i = 0; i < 2 * kRegions; ++i) {
    cast.hosts.push_back({random.id<SubjectId>(),
                          i % kRegions,
                          tests::newActor(random),
                          tests::newActor(random),
                          tests::newActor(random),
                          tests::newActor(random),
                          random.id<SubjectId>(),
                          {},
                          {}});
  }
  for (std::size_t i = 0; i < 8; ++i) cast.funders.push_back(newFunder(random));
  const std::size_t groups = std::max<std::size_t>(scale.small_grants * 3 / 20, 1);
  for (std::size_t i = 0; i < groups; ++i)
    cast.grantees.push_back({random.id<SubjectId>(), i % kRegions, tests::newActor(random)});
  for (const Host& host : cast.hosts) cast.grantees.push_back({host.id, host.region, host.officer});
  constexpr AgeBand kBands[] = {AgeBand::kFrom18to35, AgeBand::kFrom18to35, AgeBand::kFrom36to59, AgeBand::kFrom18to35,
                                AgeBand::kFrom16to17, AgeBand::kFrom18to35, AgeBand::kFrom36to59, AgeBand::kFrom60,
                                AgeBand::kFrom14to15, AgeBand::kFrom18to35};
  for (std::size_t i = 0; i < scale.volunteers; ++i)
    cast.volunteers.push_back({tests::newActor(random), i % kRegions, kBands[i / kRegions % 10], false});
  return cast;
}

}  // namespace

UtcMs midnight(std::size_t week, std::size_t day) {
  return kFirstMonday + static_cast<UtcMs>(week * 7 + day) * kMsPerDay;
}

CivilDay civilDay(std::size_t week, std::size_t day) {
  return Instant{midnight(week, day), kOffset}.civilDay();
}

Scale Scale::of(double factor) {
  const Scale whole;
  const auto part = [&](std::size_t count, std::size_t least) {
    return std::max(static_cast<std::size_t>(static_cast<double>(count) * factor), least);
  };
  return {part(whole.volunteers, kRegions * 2), part(whole.small_grants, 32), part(whole.serving, 6)};
}

Year::Year(tests::Scribe& scribe, SeededRandom& random, const Scale& scale, const Founders& founders)
    : scribe_(scribe), random_(random), scale_(scale), founders_(founders), cast_(newCast(random, scale, founders)) {}

void Year::at(std::size_t week, std::size_t day, std::size_t hour) {
  const UtcMs wanted = midnight(week, day) + static_cast<UtcMs>(hour) * 60 * kMsPerMinute;
  scribe_.setNow(std::max(wanted, scribe_.now() + 1000));
}

void Year::checkpoint() {
  if (failed()) return;
  if (at_checkpoint) failure_ = at_checkpoint();
  scribe_.see();
}

void Year::submit(const Actor& actor, const std::vector<CommandBody>& bodies, Assurance assurance) {
  if (failed() || bodies.empty()) return;
  scribe_.setNow(scribe_.now() + 1000 + static_cast<UtcMs>(below(4000)));
  take(scribe_.submit(actor, bodies, assurance));
}

void Year::take(const Result<Receipt>& receipt) {
  if (receipt) {
    last_ = *receipt;
  } else {
    failure_ = now().text() + " " + receipt.error().reason + ": " + receipt.error().message;
  }
}

void Year::submitByTwo(const Actor& first, const Actor& second, const std::vector<CommandBody>& bodies) {
  if (failed() || bodies.empty()) return;
  scribe_.setNow(scribe_.now() + 1000 + static_cast<UtcMs>(below(4000)));
  take(scribe_.submitByTwo(first, second, bodies));
}

void Year::byAuthorities(const std::vector<CommandBody>& bodies) {
  submitByTwo(cast_.authority1, cast_.authority2, bodies);
}

Digest Year::document() {
  return sha256(asBytes("a sample document, number " + std::to_string(++documents_)));
}

std::string Year::play() {
  found();
  establishOffices();
  registerOrganisations();
  registerStaff();
  appoint();
  publishPolicies();
  registerVolunteers();
  startProjects();
  checkpoint();
  LargerGrants larger(*this);
  SmallGrants small(*this);
  Quarrels quarrels(*this);
  Honours honours(*this);
  Coordination coordination(*this);
  Lives lives(*this);
  Calls calls(*this);
  Answers answers(*this);
  Speakers speakers(*this);
  Students students(*this);
  Funding funding(*this);
  Upkeep upkeep(*this);
  Publications publications(*this);
  for (std::size_t week = 0; week <= kWeeks && !failed(); ++week) {
    if (week % 4 == 0) {
      at(week, 0, 8);
      if (week >= 4) countAttendance(week - 4, 4);
      if (week < kWeeks) scheduleWeeks(week, std::min<std::size_t>(4, kWeeks - week));
    }
    at(week, 0, 9);
    attestWeek();
    at(week, 0, 11);
    larger.week(week);
    small.week(week);
    checkpoint();
    at(week, 2, 15);
    quarrels.week();
    honours.week(week);
    coordination.week(week);
    lives.week(week);
    calls.week(week);
    answers.week(week);
    speakers.week(week);
    students.week(week);
    funding.week(week);
    upkeep.week(week);
    publications.week(week);
    at(week, 6, 20);
    if (week < kWeeks) claimWeek(week);
    checkpoint();
  }
  return failure_;
}

}  // namespace sample
