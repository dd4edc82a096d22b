#include "projections/language/account_phrases.h"
#include "projections/language/credit_phrases.h"
#include "projections/language/oversight_phrases.h"
#include "projections/render/account_parts.h"
#include "projections/render/accountability.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

Table unconfirmed(const AccountParts& parts, const std::vector<UnconfirmedDisbursement>& all) {
  const Cells& cells = parts.cells;
  Table table("unconfirmed", {cells.left("grant", p::kGrant), cells.left("grantee", p::kGrantee),
                              cells.left("reference", p::kReference), cells.right("amount", p::kAmount),
                              cells.left("day", p::kDate), cells.left("last", p::kFinalDay),
                              cells.right("daysLate", p::kDaysLate), cells.right("entry", p::kEntry)});
  for (const UnconfirmedDisbursement& one : all) {
    table.add({one.grant_number, cells.name(one.grantee.names), one.reference, cells.money({one.amount, one.currency}),
               cells.day(one.day), cells.day(one.last), cells.count(one.days_late), cells.index(one.since)});
  }
  return table;
}

Table byOrganisation(const AccountParts& parts, const std::vector<OwedByOrganisation>& all) {
  const Cells& cells = parts.cells;
  Table table("organisations",
              {cells.left("organisation", p::kOrganisation), cells.right("all", p::kAll),
               cells.right("inTime", p::kInTime), cells.right("late", p::kLate), cells.right("overdue", p::kOverdue),
               cells.right("owed", p::kStillOpen), cells.right("waived", p::kWaivedCount)});
  for (const OwedByOrganisation& one : all) {
    const ObligationCounts& counts = one.counts;
    table.add({cells.name(one.organisation.names), cells.count(counts.all), cells.count(counts.in_time),
               cells.count(counts.late), cells.count(counts.overdue), cells.count(counts.owed),
               cells.count(counts.waived)});
  }
  return table;
}

Table findings(const AccountParts& parts, const std::vector<FindingEntry>& all) {
  const Cells& cells = parts.cells;
  Table table("findings", {cells.right("entry", p::kEntry), cells.left("rule", p::kRule),
                           cells.left("severity", p::kSeverity), cells.left("organisation", p::kOrganisation),
                           cells.left("grant", p::kGrant, Where::kFilled), cells.right("amount", p::kQuestioned),
                           cells.left("state", p::kState), cells.right("daysLate", p::kDaysLate)});
  for (const FindingEntry& one : all) {
    table.add({cells.index(one.since), one.rule, severityText(one.severity, cells.language()),
               cells.name(one.organisation.names), one.grant_number,
               one.currency.isNone() ? Cell() : cells.money({one.amount, one.currency}), parts.stateWord(one.state),
               cells.count(one.days_late)});
  }
  table.if_empty = parts.in(p::kNoFindings);
  return table;
}

Table followUp(const AccountParts& parts, const std::vector<FindingEntry>& all) {
  const Cells& cells = parts.cells;
  Table table("followUp", {cells.right("entry", p::kEntry), cells.left("raised", p::kRaisedOn),
                           cells.left("answerDue", p::kAnswerBy), cells.left("answered", p::kAnsweredOn),
                           cells.left("agrees", p::kAgreed), cells.left("promised", p::kPromisedBy),
                           cells.left("ended", p::kEndedOn)});
  for (const FindingEntry& one : all) {
    const Cell agrees = one.agrees.empty() ? Cell() : cells.phrase(one.agrees == "yes" ? p::kYes : p::kNo);
    table.add({cells.index(one.since), cells.day(one.raised), cells.day(one.answer_due), cells.day(one.answered),
               agrees, cells.day(one.promised), cells.day(one.ended)});
  }
  return table;
}

// A figure in the unit of its correction: time, money, or a count.
Cell figureIn(const Cells& cells, const std::string& unit, const std::optional<std::int64_t>& figure) {
  if (!figure) return {};
  if (unit == "minutes") return cells.minutes(ledger::Minutes{*figure});
  const auto currency = ledger::Currency::parse(unit);
  return currency ? cells.money({*figure, *currency}) : cells.count(*figure);
}

std::string reasonText(const std::string& reason, const std::string& event, Language language) {
  if (reason.empty() || reason == "none") return {};
  const bool hours = event.starts_with("Hours");
  return std::string(ledger::word(language, hours ? Topic::kHoursReason : Topic::kExpenditureReason, reason));
}

Table corrections(const AccountParts& parts, const CorrectionReport& report) {
  const Cells& cells = parts.cells;
  const Language language = cells.language();
  Table table("corrections",
              {cells.right("entry", p::kEntry), cells.left("day", p::kDate), cells.left("event", p::kEvent),
               cells.left("about", p::kAboutWhom), cells.left("organisation", p::kOrganisation),
               cells.left("reason", p::kReason), cells.right("before", p::kBefore), cells.right("after", p::kAfter),
               cells.right("original", p::kRecordedAt)});
  for (const CorrectionEntry& one : report.entries) {
    const CorrectionRow& row = one.row;
    const Cell about =
        one.number.empty() ? Cell(row.subject.text().substr(0, 6) + "…", row.subject.text()) : Cell(one.number);
    table.add({cells.index(row.index), cells.day(row.day), Cell(eventText(row.event, language), row.event), about,
               cells.name(one.organisation), reasonText(row.reason, row.event, language),
               figureIn(cells, row.unit, row.before), figureIn(cells, row.unit, row.after),
               row.original_index == 0 ? Cell() : cells.index(row.original_index)});
  }
  table.if_empty = parts.in(p::kNoCorrections);
  return table;
}

Table correctionSums(const AccountParts& parts, const CorrectionReport& report) {
  const Cells& cells = parts.cells;
  Table table("sums",
              {cells.left("event", p::kEvent), cells.right("count", p::kCount), cells.right("change", p::kChange)});
  for (const CorrectionSum& sum : report.sums) {
    const Cell change = sum.unit.empty() ? Cell() : figureIn(cells, sum.unit, sum.change);
    table.add({Cell(eventText(sum.event, cells.language()), sum.event), cells.count(sum.count), change});
  }
  return table;
}

}  // namespace

Document obligationDocument(const ObligationReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("obligations", parts.in(p::kObligations), report.stamp);
  document.open = true;
  Section sums;
  sums.particulars = parts.counts(report.total);
  sums.particulars.insert(sums.particulars.begin(), {parts.in(p::kOnDay), parts.cells.longDay(report.on)});
  Table overdue = parts.obligations("overdue", report.overdue);
  overdue.if_empty = parts.in(p::kNoneOverdue);
  document.sections = {sums, parts.section(p::kOverdueReports, std::move(overdue)),
                       parts.section(p::kDueSoon, parts.obligations("soon", report.soon)),
                       parts.section(p::kUnconfirmed, unconfirmed(parts, report.unconfirmed)),
                       parts.section(p::kByOrganisation, byOrganisation(parts, report.organisations))};
  return document;
}

Document findingDocument(const FindingReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("findings", parts.in(p::kFindings), report.stamp);
  document.open = !report.question.open_too;
  Section when;
  when.particulars = {{parts.in(p::kOnDay), parts.cells.longDay(report.question.on)}};
  document.sections = {when, parts.section(p::kBySeverity, parts.severities("bySeverity", report.counts)),
                       parts.section(p::kOneByOne, findings(parts, report.entries)),
                       parts.section(p::kFollowUp, followUp(parts, report.entries))};
  if (!report.question.open_too) document.sections.back().remarks.push_back(parts.in(p::kOnlyEndedFindings));
  return document;
}

Document correctionDocument(const CorrectionReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("corrections", parts.in(p::kCorrections), report.stamp);
  document.open = !report.question.exact;
  if (report.question.since != 0)
    document.subtitle = filled(parts.in(p::kSinceEntry), {std::to_string(report.question.since)});
  if (report.question.since_day != 0)
    document.subtitle = filled(parts.in(p::kSinceDay), {longDay(report.question.since_day, language)});
  document.sections = {parts.section(p::kTotal, correctionSums(parts, report)),
                       parts.section(p::kOneByOne, corrections(parts, report))};
  if (!report.question.exact) document.sections.back().remarks.push_back(parts.in(p::kOnlyPublicKinds));
  return document;
}

}  // namespace projections
