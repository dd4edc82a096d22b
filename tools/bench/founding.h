// Founding — the small world grown to what a workload is about: volunteers, projects and their activities, grants.
//
// Shape    six programmes, twenty projects, an activity of each project on each of fourteen days, which are over; every
//          grant agreed and paid out. The keeper is an operator.
// Errors   what the ledger refuses ends the program.
// Threads  one.
#pragma once

#include <memory>
#include <vector>

#include "tests/support/world.h"
#include "tools/bench/draws.h"

namespace tools {

// Activities last eight hours.
constexpr std::int64_t kActivityMinutes = 480;
constexpr std::size_t kActivityDays = 14;
constexpr std::size_t kProjects = 20;

class Founding {
 public:
  // At least so many of each.
  Founding(std::size_t volunteer_count, std::size_t grant_count);

  static ledger::UtcMs beginOn(std::size_t day);
  ledger::PersonRegister registration(const ledger::PersonId& person);

  std::unique_ptr<tests::World> world;
  tests::Actor keeper;
  std::vector<ledger::PersonId> volunteers;
  std::vector<ledger::SubjectId> activities;  // of the first project on each day, then of the next
  std::vector<ledger::SubjectId> grants;

 private:
  void submit(const tests::Actor& actor, const std::vector<ledger::CommandBody>& bodies);
  void submitByTwo(const tests::Actor& first, const tests::Actor& second,
                   const std::vector<ledger::CommandBody>& bodies);
  void appointKeeper();
  void defineProgrammes();
  void scheduleActivities();
  void scheduleOn(const ledger::SubjectId& project);
  void registerVolunteers(std::size_t count);
  void awardGrants(std::size_t count);

  Draws draws_;
  std::vector<ledger::SubjectId> programmes_;
};

}  // namespace tools
