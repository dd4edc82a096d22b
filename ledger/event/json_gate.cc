#include "ledger/event/json_gate.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace ledger {
namespace {

// Receives the tokens. Returning false stops the parser; `refusal` then says why.
class Gate {
 public:
  // The parser's own types; it asks for exactly these members.
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;
  using string_t = std::string;
  using binary_t = nlohmann::json::binary_t;

  struct Refusal {
    std::string reason;
    std::string message;
    std::size_t at = 0;  // byte offset, where the parser knows it
  };

  // NOLINTBEGIN(readability-identifier-naming): names the parser calls
  bool null() { return put(JsonValue()); }
  bool boolean(bool value) { return put(JsonValue(value)); }
  bool number_integer(std::int64_t value) {
    return value < -limits::kJsonIntegerMax ? refuseNumber() : put(JsonValue(value));
  }
  bool number_unsigned(std::uint64_t value) {
    return value > static_cast<std::uint64_t>(limits::kJsonIntegerMax) ? refuseNumber() : put(JsonValue(value));
  }
  bool number_float(double /*value*/, const std::string& /*spelling*/) { return refuseNumber(); }
  bool string(std::string& value) { return checkText(value) && put(JsonValue(std::move(value))); }
  bool binary(binary_t& /*value*/) { return refuse("JSON_MALFORMED", "binary values are not JSON"); }
  bool start_object(std::size_t /*count*/) { return open(JsonValue(JsonValue::Fields{})); }
  bool start_array(std::size_t /*count*/) { return open(JsonValue(JsonValue::List{})); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    if (!checkText(name)) return false;
    if (open_.back().value.find(name) != nullptr) {
      return refuse("JSON_NAME_TWICE", "the name " + quoteJson(name) + " stands twice in one object; keep one");
    }
    if (open_.back().value.fields()->size() >= limits::kJsonNamesPerObjectMax) {
      return refuse("JSON_TOO_LONG", "more than 256 names in one object");
    }
    open_.back().name = std::move(name);
    return true;
  }
  bool parse_error(std::size_t at, const std::string& token, const nlohmann::json::exception& why) {
    constexpr int kNumberOverflow = 406;  // of the parser's own list
    if (why.id == kNumberOverflow) return refuseNumber();
    refusal_ = Refusal{"JSON_MALFORMED", token.empty() ? "the text ends too early" : "this is not JSON", at};
    return false;
  }
  // NOLINTEND(readability-identifier-naming)

  const std::optional<Refusal>& refusal() const { return refusal_; }
  JsonValue take() { return std::move(done_); }

 private:
  struct Open {
    JsonValue value;
    std::string name;  // of the field being read
  };

  bool refuse(std::string reason, std::string message) {
    refusal_ = Refusal{std::move(reason), std::move(message)};
    return false;
  }
  bool refuseNumber() {
    return refuse("JSON_NUMBER", "numbers are integers of at most 18 digits, without fraction or exponent");
  }
  bool checkText(const std::string& text) {
    return !hasControlCharacter(text) || refuse("JSON_CONTROL_CHARACTER", "a text holds a control character");
  }
  bool open(JsonValue value) {
    if (open_.size() >= limits::kJsonDepthMax) return refuse("JSON_TOO_DEEP", "more than 16 levels of nesting");
    open_.push_back({std::move(value), {}});
    return true;
  }
  bool close() {
    JsonValue value = std::move(open_.back().value);
    open_.pop_back();
    return put(std::move(value));
  }
  bool put(JsonValue value) {
    if (open_.empty()) {
      done_ = std::move(value);
    } else if (open_.back().value.list() != nullptr) {
      open_.back().value.push(std::move(value));
    } else {
      open_.back().value.set(open_.back().name, std::move(value));
    }
    return true;
  }

  std::vector<Open> open_;
  JsonValue done_;
  std::optional<Refusal> refusal_;
};

Error refusedAt(std::string_view text, std::size_t first_line, const Gate::Refusal& refusal) {
  std::string where = "line " + std::to_string(first_line);
  if (refusal.at > 0) {
    const auto before = text.substr(0, std::min(refusal.at - 1, text.size()));
    const auto line_start = before.rfind('\n');
    const auto lines = static_cast<std::size_t>(std::ranges::count(before, '\n'));
    const std::size_t column = before.size() - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1;
    where = "line " + std::to_string(first_line + lines) + ", column " + std::to_string(column);
  }
  return {ErrorCode::kInvalid, refusal.reason, where + ": " + refusal.message};
}

// What the parser would swallow in silence: a byte-order mark, and all that follows a zero byte.
std::optional<Gate::Refusal> refusedBytes(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) return Gate::Refusal{"JSON_MALFORMED", "starts with a byte-order mark", 1};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f) {
      return Gate::Refusal{"JSON_CONTROL_CHARACTER", "a control character", i + 1};
    }
  }
  return std::nullopt;
}

}  // namespace

bool hasControlCharacter(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return true;
  }
  return false;
}

Result<void> checkJsonBytes(std::string_view text, std::size_t first_line) {
  if (const auto refusal = refusedBytes(text)) return refusedAt(text, first_line, *refusal);
  return {};
}

Result<JsonValue> parseJson(std::string_view text, std::size_t first_line, std::size_t bytes_max) {
  if (text.size() > bytes_max) {
    return refusedAt(text, first_line,
                     {"JSON_TOO_LONG", std::to_string(text.size()) + " bytes, at most " + std::to_string(bytes_max)});
  }
  ASAR_TRY(checkJsonBytes(text, first_line));
  Gate gate;
  bool accepted = false;
  try {
    accepted = nlohmann::json::sax_parse(text, &gate, nlohmann::json::input_format_t::json, true, false);
  } catch (const std::exception& exception) {
    return refusedAt(text, first_line, {"JSON_MALFORMED", exception.what()});
  }
  if (!accepted) {
    return refusedAt(text, first_line, gate.refusal().value_or(Gate::Refusal{"JSON_MALFORMED", "this is not JSON"}));
  }
  return gate.take();
}

}  // namespace ledger
