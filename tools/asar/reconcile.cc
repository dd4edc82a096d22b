// asar reconcile: what another system reported beside what this ledger derives, recorded by a clerk of its office.
#include <algorithm>

#include "ledger/base/file_io.h"
#include "projections/render/render.h"
#include "projections/report/reconciliation_figures.h"
#include "projections/report/reconciliation_report.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/past.h"
#include "tools/asar/print.h"
#include "tools/asar/read_side.h"
#include "tools/asar/reported_figures.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

constexpr std::size_t kReportedBytesMax = 1 << 20;

// A reconciliation whose figures are derived at the newest checkpoint, and what the log says of it already.
struct Draft {
  ledger::ReconciliationRecord record;
  projections::SubjectRow system;
  ledger::Currency currency;
  std::optional<projections::RecordedReconciliation> recorded;
};

// The same report of the same days is the same reconciliation, so that it is never recorded twice.
ledger::SubjectId reconciliationId(const ledger::ReconciliationRecord& record) {
  const std::string days = ledger::dayText(record.from) + ".." + ledger::dayText(record.to);
  const ledger::Digest digest = ledger::sha256(
      {ledger::asBytes("asar/reconciliation/v1"), record.system.view(), record.document.view(), ledger::asBytes(days)});
  ledger::SubjectId id;
  std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

Result<Draft> draftOf(projections::Database& database, const Arguments& arguments, const projections::Period& period) {
  const auto bytes = ledger::readWholeFile(arguments.get("reported"), kReportedBytesMax);
  if (!bytes) return bytes.error();
  const auto system = projections::findSystem(database, arguments.get("system"));
  if (!system) return system.error();
  const auto currency = projections::ledgerCurrency(database);
  if (!currency) return currency.error();
  const auto reported = readReportedFigures(ledger::asText(*bytes), *currency);
  if (!reported) return reported.error();
  Draft draft{{}, *system, *currency, std::nullopt};
  draft.record.system = system->subject;
  draft.record.from = period.from;
  draft.record.to = period.to;
  draft.record.document = ledger::sha256(*bytes);
  draft.record.reconciliation = reconciliationId(draft.record);
  projections::ReconciliationFigures figures(database, period);
  for (const ReportedFigure& one : *reported) {
    const auto derived = figures.derive(one.asked);
    if (!derived) return derived.error();
    draft.record.figures.push_back({one.category, one.reported, *derived});
  }
  auto recorded = projections::readRecordedReconciliation(database, draft.record.reconciliation);
  if (!recorded) return recorded.error();
  draft.recorded = *std::move(recorded);
  return draft;
}

// Those of the record, where there is one: it says what was derived then.
std::vector<projections::ReconciledFigureRow> figuresOf(const Draft& draft) {
  if (draft.recorded) return draft.recorded->figures;
  std::vector<projections::ReconciledFigureRow> rows;
  for (const ledger::ReconciledFigure& one : draft.record.figures)
    rows.push_back({draft.record.reconciliation, 0, one.category, one.reported, one.derived});
  return rows;
}

bool hasChanged(const Draft& draft) {
  return draft.recorded &&
         !std::ranges::equal(draft.record.figures, draft.recorded->figures, {}, &ledger::ReconciledFigure::derived,
                             &projections::ReconciledFigureRow::derived);
}

JsonValue figuresJson(const std::vector<projections::ReconciledFigureRow>& figures) {
  JsonValue::List list;
  for (const projections::ReconciledFigureRow& one : figures) {
    const auto difference = projections::differenceOf(one.reported, one.derived);
    list.push_back(JsonValue::Fields{{"category", one.category},
                                     {"reported", one.reported},
                                     {"derived", one.derived},
                                     {"difference", difference ? JsonValue(*difference) : JsonValue()}});
  }
  return list;
}

Answer answerOf(const Session& session, const Draft& draft) {
  const ledger::ReconciliationRecord& record = draft.record;
  const auto figures = figuresOf(draft);
  Answer answer;
  answer.json = JsonValue::Fields{{"reconciliation", record.reconciliation.text()},
                                  {"system", record.system.text()},
                                  {"systemCode", draft.system.code},
                                  {"from", ledger::dayText(record.from)},
                                  {"to", ledger::dayText(record.to)},
                                  {"document", record.document.hex()},
                                  {"figures", figuresJson(figures)}};
  answer.text = projections::reconciledText(figures, draft.currency, session.language);
  return answer;
}

void conclude(const Session& session, Answer& answer, std::string_view how) {
  answer.json.set("recorded", how == "reconcile.done");
  answer.json.set("recordedBefore", false);
  answer.text += std::string(say(session.language, how)) + "\n";
}

// Recorded before: with the figures of then, and whether others are derived now.
Answer knownAnswer(const Session& session, const Draft& draft) {
  Answer answer = answerOf(session, draft);
  answer.json.set("recorded", false);
  answer.json.set("recordedBefore", true);
  answer.json.set("index", draft.recorded->entry);
  answer.json.set("changed", hasChanged(draft));
  answer.text += say(session.language, "reconcile.known", {std::to_string(draft.recorded->entry)}) + "\n";
  if (hasChanged(draft)) answer.text += std::string(say(session.language, "reconcile.differs")) + "\n";
  return answer;
}

Result<Draft> draftAtNewest(const Session& session, const Arguments& arguments, const projections::Period& period) {
  const auto side = openReadSide(session);
  if (!side) return side.error();
  return draftOf(*side->database, arguments, period);
}

Result<std::uint64_t> record(Session& session, Writing& writing, const Signing& signing, Draft draft) {
  const ledger::UtcMs now = signing.signed_at.value_or(session.clock.now());
  draft.record.occurred_at = {now, kOffsetMinutes};
  const Group group{.id = signing.first_id,
                    .visibility = ledger::traitsOf(ledger::Kind::kReconciliationRecord).visibility,
                    .commands = {{session.random.id<ledger::NonceId>(), {}, draft.record}},
                    .openings = {}};
  const auto receipt = writing.ledger->submit(signGroup(group, signing, session.clock.now()));
  if (receipt) return receipt->submission + 1;
  const bool doubtful = receipt.error().code == ledger::ErrorCode::kUnavailable;
  return ledger::Error{receipt.error().code, receipt.error().reason,
                       receipt.error().message + (doubtful ? "; run the same again: it is recorded once at most" : "")};
}

Result<Answer> reconcile(Session& session, const Arguments& arguments) {
  const auto period = projections::parsePeriod(arguments.get("in"));
  if (!period) return period.error();
  if (arguments.has("dry-run")) {
    const auto draft = draftAtNewest(session, arguments, *period);
    if (!draft) return draft.error();
    if (draft->recorded) return knownAnswer(session, *draft);
    Answer answer = answerOf(session, *draft);
    conclude(session, answer, "import.dry");
    return answer;
  }
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  // What was recorded since the newest checkpoint counts, too.
  const auto published = publishAndGoOn(session, arguments, *writing);
  if (!published) return published.error();
  auto draft = draftAtNewest(session, arguments, *period);
  if (!draft) return draft.error();
  if (draft->recorded) {
    Answer known = knownAnswer(session, *draft);
    known.checkpoint = checkpointJson(published->checkpoint);
    return known;
  }
  Answer answer = answerOf(session, *draft);
  const auto index = record(session, *writing, *signing, *std::move(draft));
  if (!index) return index.error();
  answer.json.set("index", *index);
  conclude(session, answer, "reconcile.done");
  sealAfterwards(session, arguments, *writing, answer);
  return answer;
}

}  // namespace

CommandTable reconcileCommands() {
  return {{"reconcile",
           "",
           {{"system"}},
           {{"reported", "FILE", true},
            {"in", "FROM..TO", true},
            {"key", "FILE", true},
            {"person", "ID"},
            {"signed-at", "TIME"},
            {"dry-run", ""},
            {"passphrase-file", "FILE"}},
           reconcile}};
}

}  // namespace tools
