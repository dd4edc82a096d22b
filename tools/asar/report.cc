// asar report grant|service|credit|national|register|reconciliation|roadmap|imports|links: statements drawn from the
// read models, at the newest checkpoint or earlier.
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/past.h"
#include "tools/asar/register_question.h"
#include "tools/asar/report_answer.h"

namespace tools {
namespace {

using ledger::Result;

Result<Answer> grant(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "grant", "grant");
  if (!form) return form.error();
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderGrant(*side->database, arguments.get("grant"), *form, *period));
}

Result<Answer> service(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "service", "volunteer");
  if (!form) return form.error();
  const auto person = ledger::PersonId::parse(arguments.get("volunteer"));
  if (!person) return person.error();
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderService(*side->database, *person, *form, *period));
}

Result<Answer> credit(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "credit", "person");
  if (!form) return form.error();
  projections::CreditAsk ask;
  const auto person = ledger::PersonId::parse(arguments.get("person"));
  if (!person) return person.error();
  const auto policy = ledger::SubjectId::parse(arguments.get("policy"));
  if (!policy) return policy.error();
  const auto day = ledger::parseDay(arguments.get("day"));
  if (!day) return day.error();
  ask.person = *person;
  ask.policy = *policy;
  ask.day = *day;
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form).of(*side, projections::renderCredit(*side->database, ask, *form));
}

Result<Answer> national(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "national");
  if (!form) return form.error();
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  const auto audience = arguments.has("exact") ? projections::Audience::kOffice : projections::Audience::kPublic;
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderNational(*side->database, *form, *period, audience));
}

Result<Answer> listRegister(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "register", "kind");
  if (!form) return form.error();
  const auto question = questionOf(arguments);
  if (!question) return question.error();
  const auto side = openReadSide(session, Meanwhile::kAnswer);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderRegister(*side->database, *question, *form));
}

Result<Answer> reconciliation(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "reconciliation", "system");
  if (!form) return form.error();
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderReconciliations(*side->database, arguments.get("system"), *form, *period));
}

Result<Answer> roadmap(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "roadmap", "roadmap");
  if (!form) return form.error();
  projections::RoadmapQuestion question{arguments.get("roadmap"), {}};
  if (arguments.has("year")) {
    const auto year = arguments.number("year", 0);
    if (!year) return year.error();
    question.year = static_cast<std::int64_t>(*year);
  }
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderRoadmaps(*side->database, question, *form));
}

Result<Answer> imports(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "imports", "batch");
  if (!form) return form.error();
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderImports(*side->database, arguments.get("batch"), *form, *period));
}

Result<Answer> links(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "links", "system");
  if (!form) return form.error();
  projections::LinkQuestion question{arguments.get("system"), arguments.get("external-id"), {}, {}};
  if (const auto of = arguments.find("of")) {
    const auto subject = ledger::SubjectId::parse(*of);
    if (!subject) return subject.error();
    question.of = *subject;
  }
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  question.period = *period;
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form).of(*side, projections::renderLinks(*side->database, question, *form));
}

}  // namespace

CommandTable reportCommands() {
  return {
      {"report", "grant", {{"grant"}}, withForms(withPast({})), grant},
      {"report", "service", {{"volunteer"}}, withForms(withPast({})), service},
      {"report",
       "credit",
       {{"person"}},
       withForms({{"policy", "ID", true}, {"day", "DAY", true}, {"at", "N"}, {"as-of", "DATE"}}),
       credit},
      {"report", "national", {}, withForms(withPast({{"exact", ""}})), national},
      {"report",
       "register",
       {{"kind"}},
       withForms(withPast({{"state", "STATE"}, {"of", "ID"}, {"facts", ""}})),
       listRegister},
      {"report", "reconciliation", {{"system", false}}, withForms(withPast({})), reconciliation},
      {"report",
       "roadmap",
       {{"roadmap", false}},
       withForms({{"year", "YEAR"}, {"at", "N"}, {"as-of", "DATE"}}),
       roadmap},
      {"report", "imports", {{"batch", false}}, withForms(withPast({})), imports},
      {"report", "links", {{"system", false}}, withForms(withPast({{"external-id", "CODE"}, {"of", "ID"}})), links}};
}

}  // namespace tools
