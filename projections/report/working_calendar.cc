#include "projections/report/working_calendar.h"

#include "ledger/rules/working_days.h"
#include "projections/report/policy_on.h"

namespace projections {

using ledger::CivilDay;
using ledger::Result;

Result<WorkingCalendar> WorkingCalendar::read(Database& database) {
  Statement all = database.prepare(selectAll<PublishedTermRow>() + "where kind = 'deadlines' order by since desc");
  const auto rows = readRows<PublishedTermRow>(all);
  if (!rows) return rows.error();
  WorkingCalendar calendar;
  for (const PublishedTermRow& row : *rows) {
    const auto term = publishedTerm(row);
    if (!term) return term.error();
    if (term->deadlines) calendar.documents_.push_back({static_cast<const PublishedPolicyRow&>(row), *term->deadlines});
  }
  return calendar;
}

CivilDay WorkingCalendar::dueDay(CivilDay stated) const {
  const Document* document = policyOn(documents_, stated);
  return document == nullptr ? stated : ledger::workingDayFrom(document->deadlines, stated);
}

CivilDay WorkingCalendar::answerDay(CivilDay fact, std::string_view name, std::uint16_t working_days) const {
  const Document* document = policyOn(documents_, fact);
  if (document == nullptr) return fact + working_days;
  if (const auto last = ledger::lastDayFor(document->deadlines, name, fact)) return *last;
  CivilDay last = fact;
  for (std::uint16_t i = 0; i < working_days; ++i) last = ledger::workingDayFrom(document->deadlines, last + 1);
  return last;
}

}  // namespace projections
