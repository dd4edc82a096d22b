#include "projections/oversight/places.h"

#include "projections/oversight/places_sql.h"

namespace projections {

using ledger::Result;

std::string_view Places::sql() const {
  return kPlacesSql;
}

std::vector<TableShape> Places::tables() const {
  return shapesOf<LedgerIdentityRow, OfficeRow, OrganisationRow, ProgrammeRow, ProjectRow, ActivityRow, ShiftRow>();
}

Result<void> Places::load(Database& database) {
  if (auto loaded = identity_.load(database); !loaded) return loaded;
  if (auto loaded = offices_.load(database); !loaded) return loaded;
  if (auto loaded = organisations_.load(database); !loaded) return loaded;
  if (auto loaded = programmes_.load(database); !loaded) return loaded;
  if (auto loaded = projects_.load(database); !loaded) return loaded;
  if (auto loaded = activities_.load(database); !loaded) return loaded;
  return shifts_.load(database);
}

Result<void> Places::flush(Database& database) {
  if (auto written = identity_.flush(database); !written) return written;
  if (auto written = offices_.flush(database); !written) return written;
  if (auto written = organisations_.flush(database); !written) return written;
  if (auto written = programmes_.flush(database); !written) return written;
  if (auto written = projects_.flush(database); !written) return written;
  if (auto written = activities_.flush(database); !written) return written;
  return shifts_.flush(database);
}

std::string Places::directionOf(ledger::SubjectId programme) const {
  const ProgrammeRow* row = programmes_.find(programme);
  return row == nullptr ? std::string() : row->direction;
}

void Places::found(const ledger::LedgerFound& founded) {
  identity_.insert({1, founded.origin, founded.zone, founded.currency, founded.demo});
}

void Places::establish(const Fact& fact, const ledger::OfficeEstablish& office) {
  offices_.insert({office.office, office.kind, office.region, office.names, fact.index});
}

void Places::registerOrganisation(const Fact& fact, const ledger::OrganisationRegister& organisation) {
  organisations_.insert({organisation.organisation, organisation.kind, organisation.region,
                         organisation.registration_number, organisation.names, fact.batch, fact.index});
}

void Places::define(const Fact& fact, const ledger::ProgrammeDefine& programme) {
  programmes_.insert({programme.programme, programme.direction, programme.names, fact.index});
}

void Places::start(const Fact& fact, const ledger::ProjectStart& project) {
  projects_.insert({project.project, project.programme, project.organisation, project.region,
                    directionOf(project.programme), project.from, project.to, project.names, fact.batch, fact.index});
}

Result<void> Places::schedule(const Fact& fact, const ledger::ActivitySchedule& activity) {
  const ProjectRow* project = projects_.find(activity.project);
  if (project == nullptr) return withoutSubject(fact, "project", activity.project.text());
  activities_.insert({activity.activity, activity.project, project->organisation, project->region, project->direction,
                      activity.kind, activity.place, activity.starts.civilDay(), activity.ends.civilDay(), fact.batch,
                      fact.index});
  return {};
}

Result<void> Places::fold(const Fact& fact) {
  const auto& body = fact.command->body;
  if (const auto* activity = body.as<ledger::ActivitySchedule>()) return schedule(fact, *activity);
  if (const auto* shift = body.as<ledger::ShiftOpen>()) {
    shifts_.insert({shift->shift, shift->activity, shift->role, shift->starts.civilDay(), fact.index});
  } else if (const auto* founded = body.as<ledger::LedgerFound>()) {
    found(*founded);
  } else if (const auto* office = body.as<ledger::OfficeEstablish>()) {
    establish(fact, *office);
  } else if (const auto* organisation = body.as<ledger::OrganisationRegister>()) {
    registerOrganisation(fact, *organisation);
  } else if (const auto* programme = body.as<ledger::ProgrammeDefine>()) {
    define(fact, *programme);
  } else if (const auto* project = body.as<ledger::ProjectStart>()) {
    start(fact, *project);
  }
  return {};
}

}  // namespace projections
