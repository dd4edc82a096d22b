#include "audit/reports/oversight_reports.h"

#include "audit/reports/found.h"
#include "audit/reports/owed.h"

namespace audit {
namespace {

constexpr int kConfirmedWithin = 10;  // working days
constexpr std::int64_t kSoonDays = 14;

bool isOneOf(const Id& asked, std::initializer_list<Id> ids) {
  if (asked == Id{}) return true;
  for (const Id& id : ids) {
    if (id == asked) return true;
  }
  return false;
}

// Of a disbursement, less what was known to be reversed by the day.
Sum standingOf(const std::vector<MoneyFact>& facts, const MoneyFact& paid, std::int64_t on) {
  Sum left = paid.amount;
  for (const MoneyFact& fact : facts) {
    if (fact.moved == Moved::kReversed && fact.of == paid.subject && !fact.void_now &&
        civilDay(fact.recorded_at, kEastMinutes) <= on)
      left -= fact.amount;
  }
  return left;
}

// A payment is confirmed within ten working days; one that was imported, by the system that it came from.
void addUnconfirmed(const Counting& counting, const Id& id, ReportFigures& figures) {
  const std::int64_t on = counting.asked.on;
  const std::vector<MoneyFact>& facts = counting.facts.grants().factsOf(id);
  for (const MoneyFact& fact : facts) {
    if (fact.moved != Moved::kDisbursed || fact.void_now || fact.imported) continue;
    if (civilDay(fact.recorded_at, kEastMinutes) > on) continue;
    if (fact.confirmed_at && civilDay(*fact.confirmed_at, kEastMinutes) <= on) continue;
    const std::int64_t last = answerDayOf(counting.state, fact.day, "disbursement-confirmation", kConfirmedWithin);
    const Sum left = standingOf(facts, fact, on);
    if (!counting.asked.days.hold(last) || left <= 0 || on <= last) continue;
    const std::string path = pathOf({"unconfirmed", idText(fact.subject)});
    figures[path + "/amount"].value = left;
    figures[path + "/daysLate"].value = on - last;
  }
}

bool isAsked(const ReportAsked& asked, const Corrected& one) {
  if (one.index < asked.since || (!one.is_public && !asked.exact)) return false;
  if (asked.since_day && civilDay(one.recorded_at, kEastMinutes) < *asked.since_day) return false;
  if (!asked.days.areAll() && !(one.day && asked.days.hold(*one.day))) return false;
  return isOneOf(asked.subject, {one.organisation, one.subject, one.original});
}

}  // namespace

void countObligations(const Counting& counting, ReportFigures& figures) {
  const Id& asked = counting.asked.subject;
  const auto all = owedWhere(counting, [&](const Owed& owed) {
    return isOneOf(asked, {owed.organisation, owed.funder, owed.grant});
  });
  addOwedCounts("total", all, figures);
  for (const Owed& owed : all) {
    addOwedCounts("organisations/" + idText(owed.organisation) + "/counts", {owed}, figures);
    if (!owed.isOwed()) continue;
    if (owed.days_late > 0) {
      addLateness("overdue", owed, figures);
    } else if (owed.last <= counting.asked.on + kSoonDays) {
      addLateness("soon", owed, figures);
    }
  }
  for (const auto& [id, grant] : counting.state.grants) {
    if (grant.state != GrantState::kVoided && isOneOf(asked, {grant.grantee, grant.funder, id}))
      addUnconfirmed(counting, id, figures);
  }
}

void countFindings(const Counting& counting, ReportFigures& figures) {
  const auto all = foundWhere(counting, [&](const Found& found) {
    return isOneOf(counting.asked.subject, {found.organisation, found.grant, found.audit});
  });
  for (const Found& found : all) {
    const std::string path = pathOf({"findings", idText(found.id)});
    figures[path + "/amount"].value = found.amount;
    figures[path + "/ruleVersion"].value = found.rule_version;
    figures[path + "/daysLate"].value = found.days_late;
  }
  addFoundCounts("bySeverity", all, figures);
}

void countCorrections(const Counting& counting, ReportFigures& figures) {
  for (const Corrected& one : counting.corrections.all()) {
    if (!isAsked(counting.asked, one)) continue;
    const std::string path = pathOf({"corrections", std::to_string(one.index)});
    const std::string sum = pathOf({"sums", one.event, one.unit});
    ++figures[sum + "/count"].value;
    if (!one.before) continue;
    figures[path + "/before"].value = *one.before;
    figures[path + "/after"].value = one.after;
    figures[sum + "/change"].value += one.after - *one.before;
  }
}

}  // namespace audit
