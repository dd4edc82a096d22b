// ProgrammeReport — a programme: its projects, what they promised and reached, its grants, and service in it.
//
// Shape    figures of service are for offices, as hideService() says. Of a period there are projects that began on its
//          days, outputs recorded and targets due on them.
// Units    minutes; people; minor units; quantities, each unit for itself.
// Errors   kNotFound PROGRAMME_UNKNOWN; those of its parts.
// Missing  a programme has no budget of its own in the ledger: its calls and grants have.
#pragma once

#include <string>
#include <vector>

#include "projections/report/flow_report.h"
#include "projections/report/service_figures.h"

namespace projections {

struct ProgrammeProject {
  ProjectRow project;
  NamedId organisation;
  std::string state;  // proposed approved running suspended completed cancelled
};

// What projects promised in one unit, and what they recorded.
struct OutputFigures {
  std::string unit;
  std::int64_t target = 0;
  std::int64_t reached = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("unit", row.unit), v("target", row.target), v("reached", row.reached);
  }
};

struct ProgrammeReport {
  Stamp stamp;
  ProgrammeRow programme;
  std::string state;  // defined retired
  std::vector<ProgrammeProject> projects;
  std::vector<OutputFigures> outputs;  // by unit
  ServiceFigures service;
  std::vector<MoneyFigures> money;
  std::vector<FlowCost> costs;
  std::vector<GrantRow> grants;
};

ledger::Result<ProgrammeReport> readProgrammeReport(Database& database, ledger::SubjectId programme,
                                                    const std::optional<Period>& period, bool exact);

}  // namespace projections
