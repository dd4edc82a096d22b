#include "tools/asar/import_batch.h"

namespace tools {

using ledger::JsonValue;

namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

JsonValue totalJson(const KindTotal& total) {
  JsonValue json = JsonValue::Fields{{"commands", total.commands}};
  if (total.minutes != 0) json.set("minutes", total.minutes);
  if (total.people != 0) json.set("people", total.people);
  if (!total.money.empty()) {
    JsonValue::Fields money;
    for (const auto& [currency, minor] : total.money) money.emplace_back(currency, minor);
    json.set("minor", std::move(money));
  }
  return json;
}

}  // namespace

std::string rejectsCsv(const std::vector<Reject>& rejects) {
  std::string out = "row,reason,message,source\r\n";
  for (const Reject& one : rejects) {
    out += std::to_string(one.row) + "," + one.reason + "," + quoted(one.message) + "," + quoted(one.raw) + "\r\n";
  }
  return out;
}

JsonValue summaryJson(const Conversion& conversion) {
  JsonValue::Fields kinds;
  std::uint64_t commands = 0;
  for (const auto& [name, total] : conversion.totals) {
    kinds.emplace_back(name, totalJson(total));
    commands += total.commands;
  }
  JsonValue::Fields unmapped;
  for (const auto& [name, values] : conversion.unmapped) unmapped.emplace_back(name, values);
  JsonValue::Fields reported;
  for (const auto& [name, sum] : conversion.reported) reported.emplace_back(name, sum);
  return JsonValue::Fields{{"batch", conversion.batch.text()},
                           {"rows", std::uint64_t{conversion.rows}},
                           {"commands", commands},
                           {"rejects", std::uint64_t{conversion.rejects.size()}},
                           {"flagged", std::uint64_t{conversion.flagged}},
                           {"parts", std::uint64_t{conversion.parts.size()}},
                           {"partsRecordedBefore", std::uint64_t{conversion.recorded_parts}},
                           {"totals", std::move(kinds)},
                           {"reported", std::move(reported)},
                           {"unmapped", std::move(unmapped)}};
}

}  // namespace tools
