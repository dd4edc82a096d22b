// DeploymentReport — emergencies, and who was sent there: how many were asked for, and how many served.
//
// Shape    emergencies are public; how many people were asked for and served is for offices, in sum and one by one.
// Units    people.
// Errors   those of the stamp and the database.
// Missing  the hours of a deployment: service there is claimed at an activity as everywhere, and nothing in the ledger
//          ties an activity to an emergency.
#pragma once

#include <string>
#include <vector>

#include "projections/report/query.h"
#include "projections/report/stamp.h"

namespace projections {

struct DeploymentEntry {
  ledger::SubjectId deployment;
  NamedId organisation;
  std::string skill;
  std::string state;  // ordered ended
  std::int64_t asked = 0;
  std::optional<std::int64_t> served;  // none: it has not ended
  ledger::CivilDay ordered = 0;
  ledger::CivilDay ended = 0;
  ledger::Position since = 0;
};

struct EmergencyEntry {
  ledger::SubjectId emergency;
  std::string type;
  ledger::Names names;
  std::string region;
  std::string state;  // declared ended
  ledger::CivilDay declared = 0;
  ledger::CivilDay ended = 0;
  std::int64_t organisations = 0;  // this and what follows is for offices, 0 for the public
  std::int64_t asked = 0;
  std::int64_t served = 0;
  std::vector<DeploymentEntry> deployments;  // none for the public
};

struct DeploymentReport {
  Stamp stamp;
  bool exact = false;
  std::vector<EmergencyEntry> emergencies;  // declared on the days, in their order
};

ledger::Result<DeploymentReport> readDeploymentReport(Database& database, const std::optional<Period>& period,
                                                      bool exact);

}  // namespace projections
