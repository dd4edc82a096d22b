// Lives — people, organisations and field work beyond their registration: consents, skills, suspensions and appeals;
// a project from its start to its end; trainings; assignments.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Lives {
 public:
  explicit Lives(Year& year) : year_(year) {}
  void week(std::size_t week);

 private:
  void agree();
  void withdraw();
  void suspend();
  void appeal();
  void organisations();
  void runProject();
  void serveShift();
  void endProject();
  void train();
  void offerAssignments();
  void endAssignments();

  const Host& host() const { return year_.cast_.hosts[5]; }
  const Actor& clerk() const { return year_.cast_.clerks[host().region]; }
  // Of the next region; she helps out where two are needed.
  const Actor& secondClerk() const { return year_.cast_.clerks[(host().region + 1) % kRegions]; }
  const ledger::SubjectId& office() const { return year_.cast_.offices[host().region]; }
  // A volunteer with a key.
  const Volunteer& volunteer(std::size_t from) const;
  // Registered for these scenes alone; has no key and claims nothing.
  ledger::PersonId newPerson();
  std::string region() const { return std::string(kRegionTable[host().region].code); }

  Year& year_;
  ledger::SubjectId consent_, guardianship_, cover_, project_, other_project_, activity_, shift_;
  std::vector<ledger::SubjectId> assignments_;
  ledger::PersonId suspended_, excluded_;
};

}  // namespace sample
