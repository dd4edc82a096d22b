#include "tools/asar/worksheet.h"

#include <array>

#include "ledger/event/json.h"
#include "ledger/rules/draw.h"
#include "tools/asar/evidence_log.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

// Of the commands that can be drawn, what is looked up on paper; those that a command lacks are left out.
constexpr std::array<std::string_view, 14> kFacts = {
    "occurredAt",     "grant",        "amount", "line",   "tranche",   "paymentReference", "documentKind",
    "documentNumber", "documentDate", "vendor", "method", "volunteer", "activity",         "minutes"};

// As a person reads it.
std::string shown(const JsonValue& value) {
  if (value.text() != nullptr) return *value.text();
  const auto* minor = value.find("minor");
  const auto* currency = value.find("currency");
  if (minor == nullptr || currency == nullptr) return value.line();
  const auto parsed = ledger::Currency::parse(*currency->text());
  return parsed ? ledger::Money{*minor->integer(), *parsed}.text() : value.line();
}

void describe(const ledger::Command& command, const EvidenceStore& store, WorksheetRow& row) {
  const JsonValue json = ledger::jsonOf(command);
  for (const std::string_view name : kFacts) {
    if (const auto* value = json.find(name)) row.facts.emplace_back(std::string(name), shown(*value));
  }
  for (const auto& [name, value] : *json.fields()) {
    if (!isDocumentField(name) || value.text() == nullptr) continue;
    row.document = *value.text();
    row.document_state = nameOf(store.look(ledger::Digest::from(*ledger::fromHex(row.document))).state);
  }
}

std::string line(const Session& session, std::string_view name, const std::string& value) {
  return "     " + std::string(say(session.language, "worksheet." + std::string(name))) + ": " + value + "\n";
}

std::string rowText(const Session& session, const WorksheetRow& row, std::size_t place) {
  std::string out = std::to_string(place);
  out.insert(0, out.size() < 3 ? 3 - out.size() : 0, ' ');
  out += ". " + say(session.language, "worksheet.row", {std::to_string(row.number), std::to_string(row.entry)}) + "\n";
  if (!row.subject.empty()) out += line(session, "subject", row.subject);
  for (const auto& [name, value] : row.facts) out += line(session, name, value);
  if (!row.document.empty()) {
    out += line(session, "document", row.document);
    out += line(session, "kept", std::string(say(session.language, "worksheet.kept." + row.document_state)));
  }
  return out + "     " + std::string(say(session.language, "worksheet.seen")) + "\n     " +
         std::string(say(session.language, "worksheet.remarks")) + " " + std::string(60, '_') + "\n\n";
}

}  // namespace

Result<Worksheet> worksheetOf(ledger::EventReader& reader, const SampleLog& log, const EvidenceStore& store,
                              SeedOrigin seed) {
  const ledger::SampleDraw& drawn = log.drawn->body;
  Worksheet sheet{drawn.audit, drawn.what, log.opened.body, std::move(seed), drawn.population, {}};
  for (const std::uint32_t number : ledger::drawSample(sheet.seed.seed.value, drawn.population, drawn.quantity)) {
    WorksheetRow row{number, 0, {}, {}, {}, {}};
    // A record of a larger population than the log gives has numbers that nothing has.
    if (log.population && number < log.population->size()) {
      const SampledThing& thing = (*log.population)[number];
      row.entry = thing.entry;
      row.subject = thing.id.text();
      const auto command = effectAt(reader, thing.entry);
      if (!command) return command.error();
      describe(*command, store, row);
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

JsonValue jsonOf(const Worksheet& sheet) {
  JsonValue::List rows;
  for (const WorksheetRow& row : sheet.rows) {
    JsonValue one = JsonValue::Fields{{"number", std::uint64_t{row.number}}};
    if (!row.subject.empty()) {
      one.set("entry", row.entry);
      one.set("subject", row.subject);
    }
    for (const auto& [name, value] : row.facts) one.set(name, value);
    if (!row.document.empty()) {
      one.set("document", row.document);
      one.set("documentState", row.document_state);
    }
    rows.push_back(std::move(one));
  }
  JsonValue json =
      JsonValue::Fields{{"audit", sheet.audit.text()},
                        {"what", sheet.what},
                        {"organisation", sheet.opened.organisation.text()},
                        {"grant", sheet.opened.grant.isNone() ? JsonValue() : JsonValue(sheet.opened.grant.text())},
                        {"from", ledger::dayText(sheet.opened.from)},
                        {"to", ledger::dayText(sheet.opened.to)},
                        {"population", std::uint64_t{sheet.population}}};
  addSeed(sheet.seed, json);
  json.set("rows", std::move(rows));
  return json;
}

std::string textOf(const Session& session, const Worksheet& sheet) {
  const auto named = [&](std::string_view name) {
    return std::string(say(session.language, "worksheet." + std::string(name)));
  };
  std::vector<std::pair<std::string, std::string>> head = {{named("audit"), sheet.audit.text()},
                                                           {named("organisation"), sheet.opened.organisation.text()}};
  if (!sheet.opened.grant.isNone()) head.emplace_back(named("grant"), sheet.opened.grant.text());
  head.emplace_back(named("period"), ledger::dayText(sheet.opened.from) + ".." + ledger::dayText(sheet.opened.to));
  const SampleSeed& seed = sheet.seed.seed;
  head.emplace_back(named("seed"), seed.value.hex());
  head.emplace_back(named(seed.size == 0 ? "seed.entry" : "seed.size"),
                    std::to_string(seed.size == 0 ? seed.entry : seed.size));
  for (const std::string& remark : seedRemarks(session, sheet.seed)) head.emplace_back("", remark);
  std::string out = say(session.language, "worksheet.title",
                        {sheet.what, std::to_string(sheet.rows.size()), std::to_string(sheet.population)}) +
                    "\n\n" + alignedLines(head) + "\n";
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) out += rowText(session, sheet.rows[i], i + 1);
  return out + named("signature") + "\n";
}

}  // namespace tools
