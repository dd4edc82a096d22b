// asar reconcile: what another system reported beside what this ledger derives, recorded by a clerk of its office.
#include "ledger/base/file_io.h"
#include "projections/render/render.h"
#include "projections/report/reconciliation_figures.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/past.h"
#include "tools/asar/print.h"
#include "tools/asar/read_side.h"
#include "tools/asar/reported_figures.h"
#include "tools/asar/signing.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

constexpr std::size_t kReportedBytesMax = 1 << 20;
constexpr std::int16_t kOffsetMinutes = 300;

// A reconciliation that is not recorded yet: its figures are derived at the newest checkpoint.
struct Draft {
  ledger::ReconciliationRecord record;
  projections::SubjectRow system;
  ledger::Currency currency;
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
  Draft draft{{}, *system, *currency};
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
  return draft;
}

JsonValue figuresJson(const ledger::ReconciliationRecord& record) {
  JsonValue::List list;
  for (const ledger::ReconciledFigure& one : record.figures) {
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
  Answer answer;
  answer.json = JsonValue::Fields{{"reconciliation", record.reconciliation.text()},
                                  {"system", record.system.text()},
                                  {"systemCode", draft.system.code},
                                  {"from", ledger::dayText(record.from)},
                                  {"to", ledger::dayText(record.to)},
                                  {"document", record.document.hex()},
                                  {"figures", figuresJson(record)}};
  std::vector<projections::ReconciledFigureRow> rows;
  for (const ledger::ReconciledFigure& one : record.figures)
    rows.push_back({record.reconciliation, 0, one.category, one.reported, one.derived});
  answer.text = projections::reconciledText(rows, draft.currency, session.language);
  return answer;
}

void conclude(const Session& session, Answer& answer, std::string_view how) {
  answer.json.set("recorded", how == "reconcile.done");
  answer.json.set("recordedBefore", how == "reconcile.known");
  answer.text += std::string(say(session.language, how)) + "\n";
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
    Answer answer = answerOf(session, *draft);
    conclude(session, answer, "import.dry");
    return answer;
  }
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  // What was recorded since the newest checkpoint counts, too.
  const auto published = publishCheckpoint(session, *writing);
  if (!published) return published.error();
  auto draft = draftAtNewest(session, arguments, *period);
  if (!draft) return draft.error();
  Answer answer = answerOf(session, *draft);
  bool known = false;
  writing->ledger->inspect([&](const ledger::State& state) { known = state.ids.has(draft->record.reconciliation); });
  if (!known) {
    const auto index = record(session, *writing, *signing, *std::move(draft));
    if (!index) return index.error();
    answer.json.set("index", *index);
  }
  conclude(session, answer, known ? "reconcile.known" : "reconcile.done");
  if (const auto sealed = publishCheckpoint(session, *writing)) answer.checkpoint = checkpointJson(sealed->checkpoint);
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
