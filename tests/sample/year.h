// Year — the sample year: who takes part, and what they sign from 1 November 2025 to 31 October 2026.
//
// Shape    the same seed and scale give the same signed submissions. At scale 1: 21 offices, 40 host
//          organisations, 8 funders, 3,000 volunteers, a larger grant to each funder and 412 small ones made out of
//          these. The ledger is empty or was founded as a demonstration before 1 November 2025, 10:00: recordedAt
//          follows signedAt.
// Errors   the first refusal ends the play; each one is a fault of the generator.
// Units    weeks count from Monday 3 November 2025; times are civil times at +05:00.
// Rule     it derives everybody's private key from the seed: never for a real ledger.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/sample/place.h"
#include "tests/support/scribe.h"

namespace sample {

using tests::Actor;

inline constexpr std::size_t kWeeks = 51;
inline constexpr std::int16_t kOffset = 300;

struct Scale {
  std::size_t volunteers = 3000;
  std::size_t small_grants = 412;
  // volunteers who serve in one week, each on three days
  std::size_t serving = 96;

  static Scale of(double factor);
};

struct Host {
  ledger::SubjectId id;
  std::size_t region = 0;
  Actor officer, coordinator, attestor1, attestor2;
  ledger::SubjectId project;
  std::vector<ledger::SubjectId> activities;  // one for each week
  std::vector<ledger::SubjectId> shifts;      // two for each week
};

// Gives grants: an NGO, or the national centre.
struct Funder {
  ledger::SubjectId id;
  Actor officer, first, second, payer, verifier;
  ledger::SubjectId means;  // of an NGO: the grant of the national centre from which it gives on
};

struct Grantee {
  ledger::SubjectId id;
  std::size_t region = 0;
  Actor officer;
};

struct Volunteer {
  Actor actor;
  std::size_t region = 0;
  ledger::AgeBand band = ledger::AgeBand::kUnknown;
  bool silent = false;  // has no live key any more
};

struct Claimed {
  ledger::SubjectId id;
  std::size_t volunteer = 0;
  std::size_t host = 0;
  ledger::Minutes minutes{};   // claimed
  ledger::Minutes standing{};  // attested
  bool assisted = false;
};

// Who founds the ledger, or has founded it: from the folder's key files.
struct Founders {
  Actor first, second;
  ledger::KeyPair log_key;
  std::string origin = "demo.asar.example/sample-year";
  bool founded = false;
};

struct Cast {
  Actor authority1, authority2, auditor, importer;
  ledger::SubjectId national_office;
  std::vector<ledger::SubjectId> offices;
  std::vector<Actor> clerks;
  std::vector<ledger::SubjectId> programmes;
  std::vector<Host> hosts;
  Funder centre;
  std::vector<Funder> funders;
  std::vector<Grantee> grantees;
  std::vector<Volunteer> volunteers;
};

class Year {
 public:
  Year(tests::Scribe& scribe, ledger::SeededRandom& random, const Scale& scale, const Founders& founders);

  // Called before the signers verify a checkpoint: there a caller may publish one. Says what failed, or "".
  std::function<std::string()> at_checkpoint;

  // Plays everything; what was refused, or "" where nothing was.
  std::string play();

  const Cast& cast() const { return cast_; }
  const Scale& scale() const { return scale_; }

 private:
  friend class SmallGrants;
  friend class LargerGrants;
  friend class Quarrels;
  friend class Honours;
  friend class Coordination;
  friend class Lives;
  friend class Publications;
  friend class Calls;
  friend class Answers;
  friend class Speakers;
  friend class Students;
  friend class Funding;
  friend class Upkeep;

  // setup.cc
  void found();
  void establishOffices();
  void registerOrganisations();
  void registerStaff();
  void registerVolunteers();
  void appoint();
  void publishPolicies();
  void registerPersons(std::size_t region, const std::vector<std::pair<const Actor*, ledger::AgeBand>>& people);
  // service.cc
  void startProjects();
  void scheduleWeeks(std::size_t first, std::size_t count);
  void countAttendance(std::size_t first, std::size_t count);
  void claimWeek(std::size_t week);
  void confirmAssisted();
  void attestWeek();
  ledger::CommandBody judgement(Claimed& claimed);
  std::vector<ledger::CommandBody> claimsOf(std::size_t volunteer, std::size_t week, bool assisted);
  ledger::HoursClaim claim(std::size_t volunteer, std::size_t host, std::size_t week, std::size_t day);

  // The clock never goes back: `at` or a little later than the last signature.
  void at(std::size_t week, std::size_t day, std::size_t hour);
  void checkpoint();
  void submit(const Actor& actor, const std::vector<ledger::CommandBody>& bodies,
              ledger::Assurance assurance = ledger::Assurance::kSelf);
  void take(const ledger::Result<ledger::Receipt>& receipt);
  void submitByTwo(const Actor& first, const Actor& second, const std::vector<ledger::CommandBody>& bodies);
  ledger::Instant now() const { return {scribe_.now(), kOffset}; }
  ledger::SubjectId newId() { return random_.id<ledger::SubjectId>(); }
  std::size_t below(std::size_t bound) { return random_.below(bound); }
  // A document of the year: another hash each time.
  ledger::Digest document();
  void byAuthorities(const std::vector<ledger::CommandBody>& bodies);
  // The national office is served by the clerk of the first region.
  const Actor& nationalClerk() const { return cast_.clerks[0]; }
  bool failed() const { return !failure_.empty(); }

  tests::Scribe& scribe_;
  ledger::SeededRandom& random_;
  const Scale scale_;
  const Founders founders_;
  Cast cast_;
  std::vector<Claimed> last_claims_;  // of the week before, not yet judged
  std::vector<Claimed> judged_;       // attested in the week before
  std::vector<Claimed> rejected_;     // rejected in the week before
  std::vector<std::size_t> audited_;  // hosts, whose hours the auditor settles no more
  std::size_t next_volunteer_ = 0;
  bool long_day_ = false;  // the one day of 13 hours was claimed
  std::size_t documents_ = 0;
  ledger::SubjectId credit_policy_;      // of students
  std::optional<ledger::Receipt> last_;  // of what was submitted last
  std::string failure_;
};

// Civil midnight of a day of the sample year, counted in weeks and days from Monday 3 November 2025.
ledger::UtcMs midnight(std::size_t week, std::size_t day);
ledger::CivilDay civilDay(std::size_t week, std::size_t day);

}  // namespace sample
