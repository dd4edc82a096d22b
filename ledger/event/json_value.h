// JsonValue — a JSON text as a plain value: what the gate lets in and what every writer hands out.
//
// Shape    null, true/false, integer, text, list, or fields in the order they were given. No fractions.
// Threads  a value type.
// Source   RFC 8259; RFC 7493 (I-JSON).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ledger {

class JsonValue {
 public:
  using List = std::vector<JsonValue>;
  using Field = std::pair<std::string, JsonValue>;
  using Fields = std::vector<Field>;

  JsonValue() = default;
  // NOLINTBEGIN(google-explicit-constructor): so that {"size", 12} reads as it should
  JsonValue(bool value) : value_(value) {}
  JsonValue(int value) : value_(std::int64_t{value}) {}
  JsonValue(std::int64_t value) : value_(value) {}
  // Positions and sizes; a JSON integer of ours stays below 2^63.
  JsonValue(std::uint64_t value) : value_(static_cast<std::int64_t>(value)) {}
  JsonValue(std::string value) : value_(std::move(value)) {}
  JsonValue(std::string_view value) : value_(std::string(value)) {}
  JsonValue(const char* value) : value_(std::string(value)) {}
  JsonValue(List value) : value_(std::move(value)) {}
  JsonValue(Fields value) : value_(std::move(value)) {}
  // NOLINTEND(google-explicit-constructor)

  bool isNull() const { return std::holds_alternative<std::monostate>(value_); }
  // Null pointers where the value is of another shape.
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  const List* list() const { return std::get_if<List>(&value_); }
  const Fields* fields() const { return std::get_if<Fields>(&value_); }
  List* list() { return std::get_if<List>(&value_); }
  Fields* fields() { return std::get_if<Fields>(&value_); }

  // The field of that name; null where there is none.
  const JsonValue* find(std::string_view name) const;
  // Adds a field; a null value becomes an object first.
  void set(std::string name, JsonValue value);
  void push(JsonValue value);

  // "null", "a text", "an integer" … for messages.
  std::string_view shape() const;
  // One line without spaces, non-ASCII characters as they are.
  std::string line() const;
  // For a person: two spaces of indent.
  std::string pretty() const;

  friend bool operator==(const JsonValue&, const JsonValue&) = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, std::string, List, Fields> value_;
};

// The text between quotes, as RFC 8259 section 7 asks.
std::string quoteJson(std::string_view text);

}  // namespace ledger
