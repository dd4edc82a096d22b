// E20, E21, E22: reports that come late or say something else, and tranches that were paid out all the same.
#include <algorithm>

#include "audit/replay/deadlines.h"
#include "audit/replay/policy_documents.h"
#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kReportLate{"«{0}» есебі {1} тапсырылуға тиіс еді, {2} тапсырылды: {3} күн кеш.",
                              "Отчёт «{0}» надлежало сдать до {1}, сдан {2}: опоздание {3} дн.",
                              "The report ({0}) was due on {1} and came on {2}, {3} days late."};
constexpr InThree kReportMissing{"«{0}» есебі {1} тапсырылуға тиіс еді, әлі жоқ: {2} күн өтті.",
                                 "Отчёт «{0}» надлежало сдать до {1}, его всё ещё нет: прошло {2} дн.",
                                 "The report ({0}) was due on {1} and is still missing, {2} days later."};
constexpr InThree kOtherFigure{"Есепте «{0}» {1}, журналда {2}.", "В отчёте «{0}» — {1}, по журналу {2}.",
                               "The report says {1} for \"{0}\", the ledger {2}."};
constexpr InThree kNoFigures{
    "журналда бар көрсеткіші жоқ қаржылық есептер: {0} (awarded, disbursed, spent, returned, onHand, interest)",
    "финансовые отчёты без показателей, которые есть в журнале: {0} (awarded, disbursed, spent, returned, onHand, "
    "interest)",
    "financial reports without a figure that the ledger has: {0} (awarded, disbursed, spent, returned, onHand, "
    "interest)"};
constexpr InThree kOtherNames{"қаржылық есептердің журналда жоқ атаулы, сондықтан салыстырылмаған көрсеткіштері: {0}",
                              "показатели финансовых отчётов, названия которых журналу неизвестны, и сравнить их не с "
                              "чем: {0}",
                              "figures of financial reports under names that the ledger does not have, and which were "
                              "compared with nothing: {0}"};
constexpr InThree kPaidUnapproved{"{0}-транш мақұлданбай төленген.", "Транш {0} выплачен без утверждения.",
                                  "Tranche {0} was paid out without its approval."};
constexpr InThree kPaidOverdue{"{0}-транш төленгенде гранттың мерзімі өткен есептері: {1}.",
                               "При выплате транша {0} просроченных отчётов гранта было: {1}.",
                               "When tranche {0} was paid out, {1} reports of the grant were overdue."};

std::string reportCode(schema::ReportKind kind) {
  constexpr std::array<std::string_view, 6> kCodes{"narrative", "financial", "interim", "final", "annual", "registry"};
  const auto place = static_cast<std::size_t>(kind);
  return std::string(place < kCodes.size() ? kCodes.at(place) : "annual");
}

// Due on a day that does not work, it is due on the next that does.
std::int64_t dueOf(const Run& run, std::int64_t day) {
  const Policy* policy = policyOn(run.state(), schema::PolicyKind::DEADLINES, day);
  if (policy == nullptr) return day;
  for (int tries = 0; tries < 60 && !isWorkingDay(policy->document().getDeadlines(), day); ++tries) ++day;
  return day;
}

struct Lateness {
  const ObligationFact* owed = nullptr;
  std::int64_t due = 0;
  std::int64_t days = 0;
};

void raiseLate(Run& run, const Lateness& late, bool repeated) {
  const ObligationFact& owed = *late.owed;
  const Told kind{reportCode(owed.kind), "ReportKind"};
  const Told days = countTold(static_cast<std::uint64_t>(late.days));
  Raised raised{
      .sentence = owed.reports.empty()
                      ? Sentence{kReportMissing, {kind, dayTold(late.due), days}}
                      : Sentence{kReportLate, {kind, dayTold(late.due), dayTold(owed.reports.front().day), days}},
      .subjects = {{"obligation", owed.id}, {"organisation", owed.organisation}},
      .evidence = {owed.index}};
  if (owed.grant != Id{}) raised.subjects.push_back({"grant", owed.grant});
  if (!owed.reports.empty()) raised.evidence.push_back(owed.reports.front().index);
  if (repeated) raised.severity = RuleSeverity::kHigh;
  run.raise(std::move(raised));
}

void raiseFigure(Run& run, const ObligationFact& owed, const ReportFact& report, const FigureFact& figure) {
  const Grant& grant = *find(run.state().grants, owed.grant);
  const Sum away = figure.ledger - figure.said;
  run.raise({.sentence = {kOtherFigure,
                          {textTold(figure.name), amountTold(figure.said, grant.currency),
                           amountTold(figure.ledger, grant.currency)}},
             .subjects = {{"obligation", owed.id}, {"grant", owed.grant}},
             .evidence = {report.index},
             .amount = AtRisk{away < 0 ? -away : away, grant.currency}});
}

}  // namespace

void checkE20(Run& run) {
  std::map<Id, std::vector<Lateness>> late;  // by organisation
  for (const ObligationFact& owed : run.facts().money.obligations) {
    if (owed.waived) continue;
    run.look();
    const std::int64_t due = dueOf(run, owed.due);
    const std::int64_t days = (owed.reports.empty() ? run.today() : owed.reports.front().day) - due;
    if (days > run.parameter()) late[owed.organisation].push_back({&owed, due, days});
  }
  for (const auto& [organisation, list] : late) {
    const bool repeated = list.size() >= static_cast<std::size_t>(run.parameter("times"));
    for (const Lateness& one : list) raiseLate(run, one, repeated);
  }
}

// Only the newest report of an obligation counts: one that was returned was not believed.
void checkE21(Run& run) {
  std::uint64_t silent = 0;
  std::uint64_t unknown = 0;
  for (const ObligationFact& owed : run.facts().money.obligations) {
    if (owed.kind != schema::ReportKind::FINANCIAL || owed.grant == Id{} || owed.reports.empty()) continue;
    run.look();
    const ReportFact& report = owed.reports.back();
    if (report.figures.empty()) ++silent;
    unknown += report.unknown;
    for (const FigureFact& figure : report.figures) {
      if (figure.ledger != figure.said) raiseFigure(run, owed, report, figure);
    }
  }
  if (silent != 0) run.lacks({kNoFigures, {countTold(silent)}});
  if (unknown != 0) run.lacks({kOtherNames, {countTold(unknown)}});
}

void checkE22(Run& run) {
  for (const PaidFact& paid : run.facts().money.paid) {
    const Disbursement* now = find(run.state().disbursements, paid.id);
    const Grant* grant = find(run.state().grants, paid.grant);
    if (now == nullptr || now->voided || grant == nullptr) continue;
    run.look();
    if (paid.approved && paid.overdue.empty()) continue;
    const Told tranche = countTold(paid.tranche);
    Raised raised{.sentence = paid.approved ? Sentence{kPaidOverdue, {tranche, countTold(paid.overdue.size())}}
                                            : Sentence{kPaidUnapproved, {tranche}},
                  .subjects = {{"grant", paid.grant}, {"disbursement", paid.id}},
                  .evidence = paid.overdue};
    raised.evidence.push_back(paid.index);
    raised.amount = AtRisk{paid.amount - now->reversed, grant->currency};
    run.raise(std::move(raised));
  }
}

}  // namespace audit
