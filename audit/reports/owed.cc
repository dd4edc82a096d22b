#include "audit/reports/owed.h"

#include <algorithm>
#include <array>

#include "audit/replay/deadlines.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

std::int64_t reportDay(const State& state, std::int64_t due) {
  const Policy* policy = policyOn(state, schema::PolicyKind::DEADLINES, due);
  if (policy == nullptr) return due;
  while (!isWorkingDay(policy->document().getDeadlines(), due)) ++due;
  return due;
}

// What one entry says of an obligation.
void goOn(const Chronicled& told, Owed& owed) {
  const auto command = told.command();
  if (command.isObligationCreate()) {
    const auto created = command.getObligationCreate();
    owed = {told.subject,
            idOf(created.getOrganisation()),
            idOf(created.getFunder()),
            idOf(created.getGrant()),
            "due",
            created.getDue(),
            0,
            std::nullopt,
            0};
  } else if (command.isObligationExtend()) {
    owed.due = command.getObligationExtend().getDue();
  } else if (command.isObligationWaive()) {
    owed.state = "waived";
  } else if (command.isReportSubmit()) {
    owed.state = "submitted";
    owed.submitted = civilDay(told.recorded_at, kEastMinutes);
  } else if (command.isReportReturn()) {
    owed.state = "returned";
  } else if (command.isReportAccept()) {
    owed.state = "accepted";
  }
}

}  // namespace

std::vector<Owed> owedWhere(const Counting& counting, const HoldsOwed& holds) {
  std::map<Id, Owed> by_id;
  for (const Chronicled& told : counting.chronicle.of("obligation")) {
    if (civilDay(told.recorded_at, kEastMinutes) <= counting.asked.on) goOn(told, by_id[told.subject]);
  }
  std::vector<Owed> all;
  for (auto& [id, owed] : by_id) {
    owed.last = reportDay(counting.state, owed.due);
    const auto by = owed.isOwed() ? std::optional(counting.asked.on) : owed.submitted;
    if (by && owed.state != "waived") owed.days_late = std::max<std::int64_t>(0, *by - owed.last);
    if (counting.asked.days.hold(owed.last) && holds(owed)) all.push_back(owed);
  }
  return all;
}

void addOwedCounts(std::string_view name, const std::vector<Owed>& all, ReportFigures& figures) {
  const auto add = [&](const char* figure) { ++figures[pathOf({name, figure})].value; };
  for (const Owed& owed : all) {
    add("all");
    if (owed.state == "waived") {
      add("waived");
    } else if (owed.isOwed()) {
      add(owed.days_late > 0 ? "overdue" : "owed");
    } else {
      add(owed.days_late > 0 ? "late" : "inTime");
      add(owed.state == "accepted" ? "accepted" : "waiting");
    }
  }
}

void addLateness(std::string_view name, const Owed& owed, ReportFigures& figures) {
  figures[pathOf({name, idText(owed.id), "daysLate"})].value = owed.days_late;
}

std::int64_t answerDayOf(const State& state, std::int64_t day, std::string_view name, int working_days) {
  const Policy* policy = policyOn(state, schema::PolicyKind::DEADLINES, day);
  if (policy == nullptr) return day + working_days;
  const auto deadlines = policy->document().getDeadlines();
  for (const auto deadline : deadlines.getDeadlines()) {
    if (stringOf(deadline.getName()) == name && deadline.getDays() != 0) return lastDayAfter(deadlines, day, deadline);
  }
  for (int left = working_days; left > 0;) {
    if (isWorkingDay(deadlines, ++day)) --left;
  }
  return day;
}

}  // namespace audit
