#include "projections/report/external_system.h"

#include "projections/columns.h"

namespace projections {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

Result<std::map<ledger::SubjectId, SubjectRow>> systemsAsked(Database& database, std::string_view id_or_code) {
  Statement all = database.prepare(selectAll<SubjectRow>() + "where register = $1 order by opened_index");
  all.add(nameOf(ledger::StreamRole::kSystem));
  const auto rows = readRows<SubjectRow>(all);
  if (!rows) return rows.error();
  std::map<ledger::SubjectId, SubjectRow> systems;
  std::string known;
  for (const SubjectRow& row : *rows) {
    known += (known.empty() ? "" : ", ") + row.code;
    if (id_or_code.empty() || row.code == id_or_code || row.subject.text() == id_or_code) systems[row.subject] = row;
  }
  if (!systems.empty() || id_or_code.empty()) return systems;
  return Error{ErrorCode::kNotFound, "SYSTEM_UNKNOWN",
               "there is no external system '" + std::string(id_or_code) + "'; " +
                   (known.empty() ? "none is registered yet: send externalSystemRegister" : "there are " + known)};
}

Result<SubjectRow> findSystem(Database& database, std::string_view id_or_code) {
  const auto systems = systemsAsked(database, id_or_code);
  if (!systems) return systems.error();
  if (!id_or_code.empty()) return systems->begin()->second;
  return Error{ErrorCode::kInvalid, "SYSTEM_MISSING", "say which system: its code or its id"};
}

}  // namespace projections
