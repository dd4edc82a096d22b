#include "audit/reports/found.h"

#include <algorithm>
#include <limits>

#include "audit/replay/spelt.h"
#include "audit/reports/owed.h"

namespace audit {
namespace {

constexpr int kAnsweredWithin = 15;  // working days

Found raisedBy(const State& state, const Chronicled& told, schema::FindingRaise::Reader raised) {
  Found found;
  found.id = told.subject;
  found.audit = idOf(raised.getAudit());
  if (const AuditCase* audit = find(state.audits, found.audit)) {
    found.organisation = audit->organisation;
    found.grant = audit->grant;
  }
  found.severity = spelt(raised.getSeverity());
  found.rule_version = raised.getRuleVersion();
  found.state = "raised";
  found.opened = found.raised = told.day;
  if (raised.hasAmount()) found.amount = raised.getAmount().getMinor();
  return found;
}

void goOnWith(const State& state, const Chronicled& told, Found& found) {
  const auto command = told.command();
  if (command.isFindingRaise()) {
    found = raisedBy(state, told, command.getFindingRaise());
  } else if (command.isFindingRespond()) {
    found.state = "responded";
    found.answered = told.day;
    if (const auto due = command.getFindingRespond().getDue(); due != 0) found.promised = due;
  } else if (command.isFindingCorrect()) {
    found.state = "corrected";
    found.mended = true;
  } else if (command.isFindingReopen()) {
    found.state = "reopened";
    found.raised = told.day;
    found.answered = std::nullopt;
    found.mended = false;
  } else {
    found.state = command.isFindingClose() ? "closed" : "dismissed";
  }
}

std::int64_t latenessOf(const State& state, const Found& found, std::int64_t on) {
  if (!found.isOpen() || found.mended) return 0;
  const std::int64_t due =
      found.answered ? found.promised : answerDayOf(state, found.raised, "finding-response", kAnsweredWithin);
  return due == 0 ? 0 : std::max<std::int64_t>(0, on - due);
}

// As each stood at the end of the day; one that was raised later is not among them.
std::map<Id, Found> foundBy(const Counting& counting, std::int64_t day) {
  std::map<Id, Found> by_id;
  for (const Chronicled& told : counting.chronicle.of("finding")) {
    if (civilDay(told.recorded_at, kEastMinutes) <= day) goOnWith(counting.state, told, by_id[told.subject]);
  }
  return by_id;
}

}  // namespace

std::vector<Found> foundWhere(const Counting& counting, const HoldsFound& holds) {
  const std::map<Id, Found> now = foundBy(counting, std::numeric_limits<std::int64_t>::max());
  std::vector<Found> all;
  for (auto& [id, found] : foundBy(counting, counting.asked.on)) {
    if (!counting.asked.days.hold(found.opened) || !holds(found)) continue;
    if (!counting.asked.exact && (found.isOpen() || now.at(id).isOpen())) continue;
    found.days_late = latenessOf(counting.state, found, counting.asked.on);
    all.push_back(found);
  }
  return all;
}

void addFoundCounts(std::string_view name, const std::vector<Found>& all, ReportFigures& figures) {
  for (const Found& found : all) {
    const auto add = [&](const char* figure) { ++figures[pathOf({name, found.severity, figure})].value; };
    add("all");
    if (found.state == "closed") add("closed");
    if (found.state == "dismissed") add("dismissed");
    if (!found.isOpen()) continue;
    add("open");
    if (found.days_late > 0) add("overdue");
  }
}

}  // namespace audit
