#include "audit/answers/plain_json.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace audit {
namespace {

// What a parsed value does not tell any more.
class Plainness {
 public:
  void take(nlohmann::json::parse_event_t event, const nlohmann::json& value) {
    switch (event) {
      case nlohmann::json::parse_event_t::object_start:
        names_.emplace_back();
        break;
      case nlohmann::json::parse_event_t::key:
        holds_ = names_.back().insert(value.get<std::string>()).second && holds_;
        break;
      case nlohmann::json::parse_event_t::object_end:
        names_.pop_back();
        break;
      case nlohmann::json::parse_event_t::value:
        holds_ = holds_ && !value.is_number_float();
        break;
      case nlohmann::json::parse_event_t::array_start:
      case nlohmann::json::parse_event_t::array_end:
        break;
    }
  }
  bool holds() const { return holds_; }

 private:
  std::vector<std::set<std::string>> names_;  // of each object that is open
  bool holds_ = true;
};

}  // namespace

nlohmann::json plainJson(std::string_view text) {
  Plainness plain;
  const auto take = [&](int, nlohmann::json::parse_event_t event, const nlohmann::json& value) {
    plain.take(event, value);
    return true;
  };
  nlohmann::json read = nlohmann::json::parse(text, take, false);
  if (!plain.holds()) return nlohmann::json(nlohmann::json::value_t::discarded);
  // Never copied: a deep one would take the stack.
  return read;
}

}  // namespace audit
