#include "tools/asar/alarms.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/event/json_gate.h"
#include "tools/asar/home.h"
#include "tools/asar/signing.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Error notOfRules(const std::string& place, const char* expected) {
  return {ErrorCode::kInvalid, "RULES_FORM",
          place + " is not " + expected + ": give the file that `asar-audit rules --json` wrote"};
}

template <class Value>
Result<void> moveInto(Result<Value> read, Value& out) {
  if (!read) return read.error();
  out = *std::move(read);
  return {};
}

Result<std::string> alarmText(const JsonValue& json, std::string_view name, const std::string& place) {
  const JsonValue* value = json.find(name);
  if (value != nullptr && value->text() != nullptr) return *value->text();
  return notOfRules(place + "." + std::string(name), "a text");
}

Result<std::uint64_t> alarmNumber(const JsonValue& json, std::string_view name, const std::string& place) {
  const JsonValue* value = json.find(name);
  if (value != nullptr && value->integer() != nullptr && *value->integer() >= 0)
    return static_cast<std::uint64_t>(*value->integer());
  return notOfRules(place + "." + std::string(name), "a whole number from 0");
}

Result<std::vector<ledger::Position>> alarmEntries(const JsonValue& json, const std::string& place) {
  const JsonValue* evidence = json.find("evidence");
  if (evidence == nullptr || evidence->list() == nullptr) return notOfRules(place + ".evidence", "a list");
  std::vector<ledger::Position> entries;
  for (const JsonValue& one : *evidence->list()) {
    if (one.integer() == nullptr || *one.integer() < 0) return notOfRules(place + ".evidence", "a list of indexes");
    entries.push_back(static_cast<ledger::Position>(*one.integer()));
  }
  return entries;
}

// Its minor units stand as text, since a sum may be longer than a number of JSON.
Result<ledger::Money> alarmAmount(const JsonValue& json, const std::string& place) {
  const JsonValue* amount = json.find("amount");
  if (amount == nullptr) return ledger::Money{};
  const auto digits = alarmText(*amount, "minor", place + ".amount");
  if (!digits) return digits.error();
  const auto code = alarmText(*amount, "currency", place + ".amount");
  if (!code) return code.error();
  std::int64_t minor = 0;
  const auto* const end = digits->data() + digits->size();
  const auto parsed = std::from_chars(digits->data(), end, minor);
  const auto currency = ledger::Currency::parse(*code);
  const bool fits = parsed.ec == std::errc() && parsed.ptr == end && minor > 0 && minor <= ledger::limits::kMinorMax;
  return fits && currency ? ledger::Money{minor, *currency} : ledger::Money{};
}

Result<Alarm> alarmFrom(const JsonValue& json, std::uint64_t number) {
  const std::string place = "findings[" + std::to_string(number - 1) + "]";
  Alarm alarm;
  alarm.number = number;
  ASAR_TRY(moveInto(alarmText(json, "rule", place), alarm.rule));
  ASAR_TRY(moveInto(alarmNumber(json, "version", place), alarm.version));
  ASAR_TRY(moveInto(alarmText(json, "severity", place), alarm.severity));
  ASAR_TRY(moveInto(alarmEntries(json, place), alarm.entries));
  ASAR_TRY(moveInto(alarmAmount(json, place), alarm.amount));
  if (json.find("minutes") != nullptr) ASAR_TRY(moveInto(alarmNumber(json, "minutes", place), alarm.minutes));
  if (const JsonValue* explanation = json.find("explanation")) alarm.explanation = *explanation;
  alarm.document = json.pretty() + "\n";
  alarm.hash = ledger::sha256(ledger::asBytes(alarm.document));
  return alarm;
}

// The same text for the same rule and evidence.
std::string keyOfFinding(const std::string& rule, const std::vector<ledger::Position>& entries,
                         const ledger::Digest& document) {
  std::string key = rule;
  for (const ledger::Position entry : entries) key += " " + std::to_string(entry);
  return entries.empty() ? key + " " + document.hex() : key;
}

std::string keyOf(const Alarm& alarm) {
  return keyOfFinding(alarm.rule, alarm.entries, alarm.hash);
}

void markAlone(std::vector<Alarm>& alarms) {
  std::map<std::string, std::size_t> times;
  for (const Alarm& alarm : alarms) ++times[keyOf(alarm)];
  for (Alarm& alarm : alarms) alarm.alone = times[keyOf(alarm)] == 1;
}

}  // namespace

Result<AlarmFile> alarmsFrom(std::string_view json) {
  const auto parsed = ledger::parseJson(json, 1, kDocumentBytesMax);
  if (!parsed) return parsed.error();
  const std::string whole = "the report";
  const JsonValue* findings = parsed->find("findings");
  if (findings == nullptr || findings->list() == nullptr) return notOfRules(whole + ".findings", "a list");
  AlarmFile file;
  ASAR_TRY(moveInto(alarmText(*parsed, "origin", whole), file.origin));
  ASAR_TRY(moveInto(alarmNumber(*parsed, "size", whole), file.size));
  ASAR_TRY(moveInto(alarmNumber(*parsed, "findingsTotal", whole), file.total));
  for (const JsonValue& one : *findings->list()) {
    auto alarm = alarmFrom(one, file.alarms.size() + 1);
    if (!alarm) return alarm.error();
    file.alarms.push_back(*std::move(alarm));
  }
  markAlone(file.alarms);
  return file;
}

Result<AlarmFile> readAlarms(const std::filesystem::path& file) {
  const auto bytes = ledger::readWholeFile(file, kDocumentBytesMax);
  return bytes ? alarmsFrom(ledger::asText(*bytes)) : bytes.error();
}

void RaisedFindings::add(const ledger::FindingRaise& raised) {
  std::vector<ledger::Position> entries;
  for (const ledger::EvidenceEntry& entry : raised.entries) entries.push_back(entry.index);
  keys_.insert(keyOfFinding(raised.rule, entries, raised.document));
  documents_.insert(raised.document);
}

bool RaisedFindings::hold(const Alarm& alarm) const {
  return documents_.contains(alarm.hash) || (alarm.alone && keys_.contains(keyOf(alarm)));
}

Result<RaisedFindings> raisedFindings(ledger::EventReader& reader) {
  RaisedFindings raised;
  for (ledger::Position at = 0; at < reader.size();) {
    const auto page = reader.read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      ++at;
      const auto entry = ledger::decodeStoredEntry(stored.bytes);
      if (!entry) return entry.error();
      const auto* event = std::get_if<ledger::EventBody>(&entry->body);
      if (event == nullptr) continue;
      const auto command = ledger::decodeStoredCommand(event->command);
      if (!command) return command.error();
      if (const auto* finding = command->body.as<ledger::FindingRaise>()) raised.add(*finding);
    }
  }
  return raised;
}

}  // namespace tools
