#include "ledger/event/json_value.h"

#include <cstdio>

namespace ledger {
namespace {

constexpr int kOneLine = -1;

void breakLine(std::string& out, int indent) {
  if (indent == kOneLine) return;
  out += '\n';
  out.append(static_cast<std::size_t>(indent) * 2, ' ');
}

void append(std::string& out, const JsonValue& value, int indent);

void appendList(std::string& out, const JsonValue::List& items, int indent) {
  const int inner = indent == kOneLine ? kOneLine : indent + 1;
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    breakLine(out, inner);
    append(out, items[i], inner);
  }
  if (!items.empty()) breakLine(out, indent);
  out += ']';
}

void appendFields(std::string& out, const JsonValue::Fields& fields, int indent) {
  const int inner = indent == kOneLine ? kOneLine : indent + 1;
  out += '{';
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    breakLine(out, inner);
    out += quoteJson(fields[i].first);
    out += indent == kOneLine ? ":" : ": ";
    append(out, fields[i].second, inner);
  }
  if (!fields.empty()) breakLine(out, indent);
  out += '}';
}

void append(std::string& out, const JsonValue& value, int indent) {
  if (const auto* list = value.list()) return appendList(out, *list, indent);
  if (const auto* fields = value.fields()) return appendFields(out, *fields, indent);
  if (const auto* text = value.text()) {
    out += quoteJson(*text);
  } else if (const auto* integer = value.integer()) {
    out += std::to_string(*integer);
  } else if (const auto* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
  } else {
    out += "null";
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  if (const auto* all = fields()) {
    for (const auto& [key, value] : *all) {
      if (key == name) return &value;
    }
  }
  return nullptr;
}

void JsonValue::set(std::string name, JsonValue value) {
  if (isNull()) value_ = Fields{};
  std::get<Fields>(value_).emplace_back(std::move(name), std::move(value));
}

void JsonValue::push(JsonValue value) {
  if (isNull()) value_ = List{};
  std::get<List>(value_).push_back(std::move(value));
}

std::string_view JsonValue::shape() const {
  if (boolean() != nullptr) return "true or false";
  if (integer() != nullptr) return "an integer";
  if (text() != nullptr) return "a text";
  if (list() != nullptr) return "a list";
  if (fields() != nullptr) return "an object";
  return "null";
}

std::string JsonValue::line() const {
  std::string out;
  append(out, *this, kOneLine);
  return out;
}

std::string JsonValue::pretty() const {
  std::string out;
  append(out, *this, 0);
  return out;
}

std::string quoteJson(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      char escaped[8];
      static_cast<void>(std::snprintf(escaped, sizeof escaped, "\\u%04x", byte));
      out += escaped;
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace ledger
