// asar indicator report: the actual of a derived indicator, computed by its query and recorded by a clerk of its
// office.
#include "projections/render/render.h"
#include "projections/report/derived_actual.h"
#include "tools/asar/commands.h"
#include "tools/asar/print.h"
#include "tools/asar/read_side.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;
using projections::DerivedActual;

Result<ledger::Instant> momentOf(const Session& session, const Arguments& arguments) {
  ledger::UtcMs at = session.clock.now();
  if (const auto text = arguments.find("signed-at")) {
    const auto instant = ledger::Instant::parse(*text);
    if (!instant) return instant.error();
    at = instant->utc_ms;
  }
  return ledger::Instant{at, kOffsetMinutes};
}

Result<projections::ActualAsk> askOf(const Arguments& arguments, const ledger::Instant& moment) {
  const auto year = arguments.number("year", 0);
  if (!year) return year.error();
  const auto days = projections::yearDays(static_cast<std::int64_t>(*year));
  if (!days) return days.error();
  return projections::ActualAsk{arguments.get("indicator"), static_cast<std::int64_t>(*year), arguments.get("category"),
                                arguments.has("so-far"), moment.civilDay()};
}

Result<DerivedActual> actualAtNewest(const Session& session, const projections::ActualAsk& ask) {
  const auto side = openReadSide(session);
  if (!side) return side.error();
  return projections::deriveActual(*side->database, ask);
}

JsonValue figureOrNull(const std::optional<std::int64_t>& figure) {
  return figure ? JsonValue(*figure) : JsonValue();
}

// As the report of road maps shows it once it is recorded.
projections::RoadmapFigure rowOf(const DerivedActual& actual) {
  projections::RoadmapFigure row;
  row.year = actual.year;
  row.target = actual.target;
  row.actual = projections::IndicatorActual{0, actual.year, actual.value, actual.query.text(), 0};
  row.query = actual.query;
  row.now = actual.value;
  return row;
}

Answer answerOf(const Session& session, const DerivedActual& actual) {
  const projections::RoadmapFigure row = rowOf(actual);
  const projections::SubjectRow& indicator = actual.indicator.subject;
  Answer answer;
  answer.json = JsonValue::Fields{{"indicator", indicator.subject.text()},
                                  {"code", indicator.code},
                                  {"unit", actual.indicator.unit},
                                  {"year", actual.year},
                                  {"category", actual.query.category()},
                                  {"from", actual.query.days.first()},
                                  {"to", actual.query.days.last()},
                                  {"source", actual.query.text()},
                                  {"value", actual.value},
                                  {"target", figureOrNull(actual.target)},
                                  {"beyondTarget", figureOrNull(row.beyondTarget())},
                                  {"before", actual.before ? JsonValue(actual.before->value) : JsonValue()}};
  answer.text = projections::indicatorText({actual.indicator, {row}}, session.language);
  return answer;
}

void conclude(const Session& session, const DerivedActual& actual, bool recorded, Answer& answer) {
  const bool known = actual.isKnown();
  answer.json.set("recorded", recorded);
  answer.json.set("recordedBefore", known);
  if (known) answer.json.set("index", actual.before->entry);
  if (actual.before && !known) {
    answer.text += say(session.language, "indicator.report.replaces",
                       {std::to_string(actual.before->value), std::to_string(actual.before->entry)}) +
                   "\n";
  }
  answer.text += known ? say(session.language, "indicator.report.known", {std::to_string(actual.before->entry)})
                       : std::string(say(session.language, recorded ? "indicator.report.done" : "import.dry"));
  answer.text += "\n";
}

Result<std::uint64_t> recordActual(Session& session, Writing& writing, const Signing& signing,
                                   const ledger::ActualReport& report) {
  const Group group{.id = signing.first_id,
                    .visibility = ledger::traitsOf(ledger::Kind::kActualReport).visibility,
                    .commands = {{session.random.id<ledger::NonceId>(), {}, report}},
                    .openings = {}};
  const auto receipt = writing.ledger->submit(signGroup(group, signing, session.clock.now()));
  if (receipt) return receipt->submission + 1;
  const bool doubtful = receipt.error().code == ledger::ErrorCode::kUnavailable;
  return ledger::Error{receipt.error().code, receipt.error().reason,
                       receipt.error().message + (doubtful ? "; run the same again: it is recorded once at most" : "")};
}

Result<Answer> dryRun(const Session& session, const projections::ActualAsk& ask) {
  const auto actual = actualAtNewest(session, ask);
  if (!actual) return actual.error();
  Answer answer = answerOf(session, *actual);
  conclude(session, *actual, false, answer);
  return answer;
}

Result<Answer> reportActual(Session& session, const Arguments& arguments) {
  const auto moment = momentOf(session, arguments);
  if (!moment) return moment.error();
  const auto ask = askOf(arguments, *moment);
  if (!ask) return ask.error();
  if (arguments.has("dry-run")) return dryRun(session, *ask);
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  // What was recorded since the newest checkpoint counts, too.
  const auto published = publishAndGoOn(session, arguments, *writing);
  if (!published) return published.error();
  const auto actual = actualAtNewest(session, *ask);
  if (!actual) return actual.error();
  Answer answer = answerOf(session, *actual);
  if (actual->isKnown()) {
    answer.checkpoint = checkpointJson(published->checkpoint);
    conclude(session, *actual, false, answer);
    return answer;
  }
  const ledger::ActualReport report{actual->indicator.subject.subject,
                                    static_cast<std::uint16_t>(actual->year),
                                    actual->value,
                                    ledger::FigureBasis::kDerived,
                                    actual->query.text(),
                                    *moment};
  const auto index = recordActual(session, *writing, *signing, report);
  if (!index) return index.error();
  answer.json.set("index", *index);
  conclude(session, *actual, true, answer);
  sealAfterwards(session, arguments, *writing, answer);
  return answer;
}

}  // namespace

CommandTable indicatorCommands() {
  return {{"indicator",
           "report",
           {{"indicator"}},
           {{"year", "YEAR", true},
            {"category", "CATEGORY"},
            {"so-far", ""},
            {"key", "FILE", true},
            {"person", "ID"},
            {"signed-at", "TIME"},
            {"dry-run", ""},
            {"passphrase-file", "FILE"}},
           reportActual}};
}

}  // namespace tools
