#include "audit/replay/deadlines.h"

#include "audit/replay/later_kinds.h"
#include "audit/replay/policy_documents.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

constexpr unsigned kLateFlag = 1U << static_cast<unsigned>(schema::Flag::LATE);
constexpr std::int64_t kWeekDays = 7;
constexpr std::int64_t kThursday = 3;  // 1970-01-01, where Monday is 0
constexpr std::int64_t kSaturday = 5;

// What a deadline is counted from.
struct Running {
  const char* name = nullptr;
  Id subject{};
  schema::Instant::Reader said;  // when it ended, by who says so
};

Running runningOf(const State& state, schema::Command::Reader command) {
  if (command.isFindingRespond()) {
    const auto response = command.getFindingRespond();
    return {"finding-response", idOf(response.getFinding()), response.getOccurredAt()};
  }
  if (command.isApplicationAdmit()) {
    const auto admission = command.getApplicationAdmit();
    return {"technical-check", idOf(admission.getApplication()), admission.getOccurredAt()};
  }
  if (command.isApplicationDecline()) {
    const auto refusal = command.getApplicationDecline();
    const Id application = idOf(refusal.getApplication());
    if (!isIn(state, application, "submitted")) return {};
    return {"technical-check", application, refusal.getOccurredAt()};
  }
  if (command.isScoreGive()) {
    const auto score = command.getScoreGive();
    return {"scoring", idOf(score.getApplication()), score.getOccurredAt()};
  }
  return {};
}

Ruling ruleOfRunning(const State& state, const Case& c, const Running& running) {
  const Life* life = find(state.lives, running.subject);
  if (life == nullptr) return {};
  const std::int64_t opened = civilDay(life->opened_ms, running.said.getOffsetMinutes());
  const Policy* policy = policyOn(state, schema::PolicyKind::DEADLINES, opened);
  if (policy == nullptr) return {};
  const auto deadlines = policy->document().getDeadlines();
  for (const auto deadline : deadlines.getDeadlines()) {
    if (stringOf(deadline.getName()) != running.name || deadline.getDays() == 0) continue;
    const bool late = gateDay(c, running.said) > lastDayAfter(deadlines, opened, deadline);
    return {{}, policy->position, late ? kLateFlag : 0};
  }
  return {};
}

Ruling ruleOfReport(const State& state, const Case& c, schema::ReportSubmit::Reader command) {
  const Obligation* obligation = find(state.obligations, idOf(command.getObligation()));
  if (obligation == nullptr) return {};
  const Policy* policy = policyOn(state, schema::PolicyKind::DEADLINES, obligation->due);
  const bool late = gateDay(c, command.getOccurredAt()) > reportDayOf(state, c, obligation->due);
  return {{}, policy == nullptr ? 0 : policy->position, late ? kLateFlag : 0};
}

}  // namespace

bool isWorkingDay(schema::Deadlines::Reader deadlines, std::int64_t day) {
  // In order of days, as every document that is in force.
  const auto calendar = deadlines.getCalendar();
  unsigned first = 0;
  for (unsigned left = calendar.size(); left > 0; left /= 2) {
    const unsigned middle = first + left / 2;
    if (calendar[middle].getDay() >= day) continue;
    first = middle + 1;
    --left;
  }
  if (first < calendar.size() && calendar[first].getDay() == day) return calendar[first].getWorks();
  return ((day + kThursday) % kWeekDays + kWeekDays) % kWeekDays < kSaturday;
}

std::int64_t lastDayAfter(schema::Deadlines::Reader deadlines, std::int64_t day,
                          schema::NamedDeadline::Reader deadline) {
  std::int64_t left = deadline.getDays();
  if (deadline.getCount() == schema::DayCount::CALENDAR) return day + left;
  // A list holds no more days off than a calendar has, so that this ends.
  while (left > 0) {
    if (isWorkingDay(deadlines, ++day)) --left;
  }
  return day;
}

std::int64_t reportDayOf(const State& state, const Case& c, std::int64_t due) {
  if (c.rules < kVersionThree) return due;
  const Policy* policy = policyOn(state, schema::PolicyKind::DEADLINES, due);
  if (policy == nullptr) return due;
  while (!isWorkingDay(policy->document().getDeadlines(), due)) ++due;
  return due;
}

Ruling ruleOfDeadline(const State& state, const Case& c, schema::Command::Reader command) {
  if (c.rules < kVersionThree) return {};
  if (command.isReportSubmit()) return ruleOfReport(state, c, command.getReportSubmit());
  const Running running = runningOf(state, command);
  return running.name == nullptr ? Ruling{} : ruleOfRunning(state, c, running);
}

}  // namespace audit
