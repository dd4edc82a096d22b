// asar report organisation|programme|office|funder|flow|regrants|obligations|findings|corrections|awards|value|
// deployments|assignments: who owes what to whom, and what became of it; asar report entries: all that is public.
#include "projections/render/accountability.h"
#include "tools/asar/commands.h"
#include "tools/asar/past.h"
#include "tools/asar/report_answer.h"

namespace tools {
namespace {

using ledger::Result;

constexpr char kOrganisation[] = "organisation";
constexpr char kProgramme[] = "programme";
constexpr char kOffice[] = "office";
constexpr char kFunder[] = "funder";
constexpr char kFlow[] = "flow";
constexpr char kRegrants[] = "regrants";
constexpr char kObligations[] = "obligations";
constexpr char kAuditFindings[] = "findings";
constexpr char kCorrections[] = "corrections";
constexpr char kAwards[] = "awards";
constexpr char kValue[] = "value";
constexpr char kDeployments[] = "deployments";
constexpr char kAssignments[] = "assignments";
constexpr char kEntries[] = "entries";

// What a command names its subject by; lists have none.
constexpr const char* kSubjects[] = {"organisation", "programme", "office", "grant", "of"};

Result<projections::EntryQuestion> entriesAsked(const Arguments& arguments) {
  projections::EntryQuestion question;
  question.find = arguments.get("find");
  if (arguments.has("find") && question.find.empty()) {
    return ledger::Error{ledger::ErrorCode::kInvalid, "QUESTION_WITHOUT_WORDS",
                         "--find names no word: ask for letters or digits, such as a name or a number"};
  }
  question.kind = arguments.get("kind");
  const auto before = arguments.number("before", 0);
  if (!before) return before.error();
  question.before = *before;
  const auto limit = arguments.number("limit", question.limit);
  if (!limit) return limit.error();
  question.limit = *limit;
  return question;
}

Result<projections::AccountQuestion> accountAsked(const char* name, const Arguments& arguments) {
  projections::AccountQuestion question;
  question.name = name;
  for (const char* subject : kSubjects) {
    if (const auto of = arguments.find(subject)) question.of = *of;
  }
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  question.period = *period;
  question.exact = arguments.has("exact");
  question.since = arguments.get("since");
  if (const auto on = arguments.find("on")) {
    const auto day = ledger::parseDay(*on);
    if (!day) return day.error();
    question.on = *day;
  }
  auto entries = entriesAsked(arguments);
  if (!entries) return entries.error();
  question.entries = *std::move(entries);
  return question;
}

// Empty where it is a list.
std::string_view namedBy(std::string_view report) {
  if (report == kFunder) return kOrganisation;
  if (report == kRegrants) return "grant";
  return report == kOrganisation || report == kProgramme || report == kOffice ? report : std::string_view();
}

template <const char* kName>
Result<Answer> account(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, kName, namedBy(kName));
  if (!form) return form.error();
  const auto question = accountAsked(kName, arguments);
  if (!question) return question.error();
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderAccount(*side->database, *question, *form));
}

}  // namespace

CommandTable accountCommands() {
  const OptionSpec exact{"exact", ""};
  const OptionSpec on{"on", "DAY"};
  const OptionSpec of{"of", "ID"};
  return {
      {"report", "organisation", {{"organisation"}}, withForms(withPast({exact})), account<kOrganisation>},
      {"report", "programme", {{"programme"}}, withForms(withPast({exact})), account<kProgramme>},
      {"report", "office", {{"office"}}, withForms(withPast({exact})), account<kOffice>},
      {"report", "funder", {{"organisation"}}, withForms(withPast({})), account<kFunder>},
      {"report", "flow", {}, withForms(withPast({})), account<kFlow>},
      {"report", "regrants", {{"grant", false}}, withForms({{"at", "N"}, {"as-of", "DATE"}}), account<kRegrants>},
      {"report", "obligations", {}, withForms(withPast({on, of})), account<kObligations>},
      {"report", "findings", {}, withForms(withPast({on, of, exact})), account<kAuditFindings>},
      {"report", "corrections", {}, withForms(withPast({{"since", "SINCE"}, of, exact})), account<kCorrections>},
      {"report", "awards", {}, withForms(withPast({exact})), account<kAwards>},
      {"report", "value", {}, withForms(withPast({exact})), account<kValue>},
      {"report", "deployments", {}, withForms(withPast({exact})), account<kDeployments>},
      {"report", "assignments", {}, withForms(withPast({exact})), account<kAssignments>},
      {"report",
       "entries",
       {},
       withForms(withPast({{"find", "WORDS"}, {"kind", "KIND"}, of, {"before", "INDEX"}, {"limit", "N"}})),
       account<kEntries>},
  };
}

}  // namespace tools
