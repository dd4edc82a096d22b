// StateText — every row of every table of the rules' state as text, so that two states can be compared and a difference
// read. Which fields there are follows from the headers of the state (state_fields.py); a type that nobody here knows
// does not compile.
//
// Shape    "hours 0123…" → "{state:1 volunteer:0123… …}". Commands stand as the hash of their encoding.
// Threads  pure functions.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "ledger/event/codec.h"
#include "tests/support/state_fields.h"

namespace tests {

using StateText = std::map<std::string, std::string>;

class ValueText {
 public:
  template <class Any>
  static std::string of(const Any& value) {
    std::string text;
    write(text, value);
    return text;
  }

 private:
  template <class Any>
  static void write(std::string& text, const Any& value) {
    if constexpr (requires { ledger::KindOfBody<Any>::kKind; }) {
      write(text, ledger::Command{{}, {}, value});
    } else if constexpr (std::is_enum_v<Any>) {
      text += std::to_string(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_integral_v<Any>) {
      text += std::to_string(value);
    } else if constexpr (requires { value.view(); }) {
      text += ledger::toHex(value.view());
    } else if constexpr (requires { value.code(); }) {
      text += value.code();
    } else if constexpr (requires { value.count(); }) {
      text += std::to_string(value.count());
    } else {
      eachField(value, [&, first = true](std::string_view name, const auto& field) mutable {
        text += first ? "{" : " ";
        text.append(name).append(":");
        write(text, field);
        first = false;
      });
      text += "}";
    }
  }
  static void write(std::string& text, const std::string& value) { text.append("'").append(value).append("'"); }
  static void write(std::string& text, const ledger::Command& command) {
    text += ledger::sha256(ledger::encode(command)).hex();
  }
  static void write(std::string& text, const ledger::Instant& at) { text += at.text(); }
  static void write(std::string& text, const ledger::Money& money) {
    text.append(std::to_string(money.minor)).append(money.currency.code());
  }
  static void write(std::string& text, const ledger::Expert& expert) { write(text, expert.person); }
  static void write(std::string& text, const ledger::Criterion& criterion) {
    text.append(criterion.code).append("=").append(std::to_string(criterion.points));
  }
  template <class First, class Second>
  static void write(std::string& text, const std::pair<First, Second>& pair) {
    write(text, pair.first);
    text += "/";
    write(text, pair.second);
  }
  template <class Item>
  static void write(std::string& text, const std::vector<Item>& items) {
    text += "[";
    for (const Item& item : items) {
      write(text, item);
      text += ",";
    }
    text += "]";
  }
  template <class Item>
  static void write(std::string& text, const std::optional<Item>& value) {
    if (value) write(text, *value);
    if (!value) text += "none";
  }
  template <class Item>
  static void write(std::string& text, const std::shared_ptr<const Item>& value) {
    write(text, *value);
  }
};

inline StateText textOf(const ledger::State& state) {
  StateText text{{"ledger", ValueText::of(state.ledger())}};
  eachTable(state, [&](std::string_view name, const auto& table) {
    const std::string start = std::string(name) + " ";
    for (const auto& [key, record] : table.all()) text[start + ValueText::of(key)] = ValueText::of(record);
    if (!table.changed().empty()) text[start] = "has changes that are neither kept nor forgotten";
  });
  return text;
}

// The first row that differs, with both readings; empty where none does.
inline std::string difference(const StateText& one, const StateText& other) {
  const auto told = [](const StateText& text, const std::string& key) {
    const auto row = text.find(key);
    return row == text.end() ? std::string("not there") : row->second;
  };
  StateText keys = one;
  keys.insert(other.begin(), other.end());
  for (const auto& [key, value] : keys) {
    if (told(one, key) != told(other, key)) return key + ": " + told(one, key) + " | " + told(other, key);
  }
  return {};
}

}  // namespace tests
