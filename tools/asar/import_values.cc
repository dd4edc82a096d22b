#include "tools/asar/import_values.h"

#include <algorithm>
#include <charconv>

#include "ledger/base/money.h"
#include "tools/asar/import_dates.h"

namespace tools {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

namespace {

constexpr std::size_t kCodeMax = 64;

Error bad(const char* reason, const std::string& what) {
  return {ErrorCode::kInvalid, reason, what};
}

Result<std::string> cell(std::string_view name, bool may_lack, const ImportScope& scope) {
  std::string full(name);
  if (full.starts_with("@")) full = scope.element + full.substr(1);
  if (scope.used != nullptr) scope.used->insert(columnName(full));
  const std::string* found = scope.row == nullptr ? nullptr : scope.row->find(full);
  if (found != nullptr) return *found;
  if (const auto constant = scope.mapping.constants.find(full); constant != scope.mapping.constants.end())
    return constant->second;
  if (may_lack) return std::string();
  return bad("MISSING_COLUMN", "the row has no \"" + full + "\"");
}

Result<std::string> named(std::string name, const ImportScope& scope) {
  if (name == "#batch") return scope.batch.text();
  if (name == "#row") return std::to_string(scope.row == nullptr ? 0 : scope.row->number);
  if (name.starts_with("$")) {
    const auto found = scope.set.find(std::string_view{name}.substr(1));
    if (found != scope.set.end()) return found->second;
    return bad("SETTING_MISSING", "the mapping asks for " + name.substr(1) + ": give --set " + name.substr(1) + "=…");
  }
  const bool may_lack = name.ends_with("?");
  if (may_lack) name.pop_back();
  return cell(name, may_lack, scope);
}

Result<std::int64_t> integerOf(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size())
    return bad("BAD_NUMBER", "\"" + text + "\" is not a whole number");
  return number;
}

// The text of a typed table's member, with its names filled in; empty where absent.
Result<std::string> member(const JsonValue& table, std::string_view name, const ImportScope& scope) {
  const JsonValue* value = table.find(name);
  if (value == nullptr) return std::string();
  if (value->text() == nullptr) return bad("BAD_MAPPING", std::string(name) + " must be a text");
  return expandText(*value->text(), scope);
}

std::int64_t numberAt(const JsonValue& table, std::string_view name) {
  const JsonValue* value = table.find(name);
  return value == nullptr || value->integer() == nullptr ? 0 : *value->integer();
}

Result<ledger::Instant> instantOf(const std::string& text, const ImportScope& scope) {
  return parseCivil(text, scope.mapping.date, scope.mapping.offset);
}

Result<JsonValue> idValue(const JsonValue& table, const ImportScope& scope) {
  const auto text = member(table, "id", scope);
  if (!text) return text.error();
  return JsonValue(ledger::idText(derivedId(scope.batch, *text)));
}

Result<JsonValue> codeValue(const JsonValue& table, const ImportScope& scope) {
  const auto text = member(table, "code", scope);
  if (!text) return text.error();
  if (!text->empty()) return JsonValue(codeOf(*text));
  const auto otherwise = member(table, "empty", scope);
  if (!otherwise) return otherwise.error();
  return JsonValue(*otherwise);
}

Result<JsonValue> dayValue(const JsonValue& table, const ImportScope& scope) {
  const auto text = member(table, "day", scope);
  if (!text) return text.error();
  const auto at = instantOf(*text, scope);
  if (!at) return at.error();
  return JsonValue(ledger::dayText(at->civilDay()));
}

Result<JsonValue> instantValue(const JsonValue& table, const ImportScope& scope) {
  const auto text = member(table, "instant", scope);
  if (!text) return text.error();
  auto at = instantOf(*text, scope);
  if (!at) return at.error();
  at->utc_ms += numberAt(table, "plus_days") * ledger::kMsPerDay;
  return JsonValue(at->text());
}

Result<JsonValue> moneyValue(const JsonValue& table, const ImportScope& scope) {
  auto text = member(table, "money", scope);
  if (!text) return text.error();
  const auto currency_text = table.find("currency") == nullptr ? Result<std::string>(scope.mapping.currency)
                                                               : member(table, "currency", scope);
  if (!currency_text) return currency_text.error();
  const auto currency = ledger::Currency::parse(*currency_text);
  if (!currency) return currency.error();
  if (scope.mapping.decimal == ',') std::ranges::replace(*text, ',', '.');
  const auto minor = ledger::parseMinor(*text, *currency);
  if (!minor) return minor.error();
  const JsonValue* negate = table.find("negate");
  const bool turn = negate != nullptr && negate->boolean() != nullptr && *negate->boolean();
  return JsonValue(JsonValue::Fields{{"minor", turn ? -*minor : *minor}, {"currency", *currency_text}});
}

Result<JsonValue> integerValue(const JsonValue& table, const ImportScope& scope) {
  const auto text = member(table, "integer", scope);
  if (!text) return text.error();
  auto number = integerOf(*text);
  if (!number || table.find("least") == nullptr) {
    if (!number) return number.error();
    return JsonValue(*number);
  }
  const auto least_text = member(table, "least", scope);
  if (!least_text) return least_text.error();
  const auto least = integerOf(*least_text);
  if (!least) return least.error();
  return JsonValue(std::max({*number, *least, std::int64_t{1}}));
}

Result<JsonValue> minutesValue(const JsonValue& table, const ImportScope& scope) {
  const auto from_text = member(table, "minutes_from", scope);
  const auto to_text = member(table, "minutes_to", scope);
  const auto times_text = member(table, "times", scope);
  for (const auto* text : {&from_text, &to_text, &times_text}) {
    if (!*text) return text->error();
  }
  const auto from = instantOf(*from_text, scope);
  const auto to = instantOf(*to_text, scope);
  if (!from) return from.error();
  if (!to) return to.error();
  const auto times = times_text->empty() ? Result<std::int64_t>(1) : integerOf(*times_text);
  if (!times) return times.error();
  if (*times < 0 || *times > 1'000'000) return bad("BAD_NUMBER", "the factor " + *times_text + " is out of range");
  return JsonValue((to->utc_ms - from->utc_ms) / ledger::kMsPerMinute * *times);
}

Result<JsonValue> hashValue(const JsonValue& table, const ImportScope& scope) {
  const auto text = member(table, "hash", scope);
  if (!text) return text.error();
  const bool of_row = *text == "row" && scope.row != nullptr;
  return JsonValue(ledger::sha256(ledger::asBytes(of_row ? scope.row->raw : *text)).hex());
}

struct TypedTable {
  std::string_view name;
  Result<JsonValue> (*expand)(const JsonValue& table, const ImportScope& scope);
  std::initializer_list<std::string_view> options;
};

const TypedTable kTyped[] = {{"id", idValue, {}},
                             {"code", codeValue, {"empty"}},
                             {"day", dayValue, {}},
                             {"money", moneyValue, {"currency", "negate"}},
                             {"integer", integerValue, {"least"}},
                             {"minutes_from", minutesValue, {"minutes_to", "times"}},
                             {"hash", hashValue, {}},
                             {"instant", instantValue, {"plus_days"}}};

// A command may have a member of such a name itself; only a text asks for typing.
bool isTyped(const JsonValue& table, const TypedTable& typed) {
  const JsonValue* value = table.find(typed.name);
  return value != nullptr && value->text() != nullptr;
}

Result<JsonValue> expandTable(const JsonValue& table, const ImportScope& scope) {
  for (const TypedTable& typed : kTyped) {
    if (!isTyped(table, typed)) continue;
    for (const auto& [name, value] : *table.fields()) {
      if (name != typed.name && std::ranges::find(typed.options, name) == typed.options.end())
        return bad("BAD_MAPPING", "{" + std::string(typed.name) + " = …} takes no \"" + name + "\"");
    }
    return typed.expand(table, scope);
  }
  JsonValue::Fields fields;
  for (const auto& [name, value] : *table.fields()) {
    auto expanded = expandValue(value, scope);
    if (!expanded) return expanded;
    fields.emplace_back(name, std::move(*expanded));
  }
  return JsonValue(std::move(fields));
}

bool contains(const JsonValue* list, const std::string& text) {
  if (list == nullptr || list->list() == nullptr) return false;
  return std::ranges::any_of(*list->list(), [&](const JsonValue& one) { return one == JsonValue(text); });
}

}  // namespace

std::string columnName(std::string_view cell) {
  std::string name;
  std::size_t begin = 0;
  while (begin <= cell.size()) {
    const std::size_t end = std::min(cell.find('.', begin), cell.size());
    const std::string_view part = cell.substr(begin, end - begin);
    const bool place = !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    name += (name.empty() ? "" : ".") + (place ? "*" : std::string(part));
    begin = end + 1;
  }
  return name;
}

Result<std::string> expandText(const std::string& text, const ImportScope& scope) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{') {
      out += text[i];
      continue;
    }
    const std::size_t end = text.find('}', i);
    if (end == std::string::npos) return bad("BAD_MAPPING", "\"" + text + "\" has a brace that does not close");
    auto value = named(text.substr(i + 1, end - i - 1), scope);
    if (!value) return value;
    out += *value;
    i = end;
  }
  return out;
}

Result<JsonValue> expandValue(const JsonValue& value, const ImportScope& scope) {
  if (const auto* text = value.text()) {
    const auto expanded = expandText(*text, scope);
    if (!expanded) return expanded.error();
    return JsonValue(*expanded);
  }
  if (value.fields() != nullptr) return expandTable(value, scope);
  if (value.list() == nullptr) return value;
  JsonValue::List list;
  for (const JsonValue& one : *value.list()) {
    auto expanded = expandValue(one, scope);
    if (!expanded) return expanded;
    list.push_back(std::move(*expanded));
  }
  return JsonValue(std::move(list));
}

Result<bool> allHold(const JsonValue& conditions, const ImportScope& scope) {
  if (conditions.list() == nullptr) return true;
  for (const JsonValue& one : *conditions.list()) {
    const auto text = member(one, "value", scope);
    if (!text) return text.error();
    if (const auto sign = one.find("sign"); sign != nullptr && sign->text() != nullptr) {
      if ((*sign->text() == "negative") != text->starts_with("-")) return false;
    } else if (!contains(one.find("equals"), *text)) {
      return false;
    }
  }
  return true;
}

ledger::Id16 derivedId(const ledger::SubjectId& batch, std::string_view name) {
  const auto digest = ledger::sha256({ledger::asBytes("asar/import/id/v1"), batch.view(), ledger::asBytes(name)});
  ledger::Id16 id{};
  std::copy_n(digest.bytes.begin(), id.size(), id.begin());
  return id;
}

std::string codeOf(const std::string& text) {
  std::string code;
  bool lost = false;
  for (const char c : text) {
    const bool fits = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      std::string_view("._/:-").find(c) != std::string_view::npos;
    lost = lost || (!fits && c != ' ');
    code += fits ? c : '_';
  }
  if (!lost && code.size() <= kCodeMax) return code;
  const std::string mark = "-" + ledger::sha256(ledger::asBytes(text)).hex().substr(0, 8);
  return code.substr(0, kCodeMax - mark.size()) + mark;
}

}  // namespace tools
