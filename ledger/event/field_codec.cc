#include "ledger/event/field_codec.h"

#include "ledger/base/utf8.h"

namespace ledger {
namespace {

bool isCodeCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '/' || c == ':' || c == '-';
}

}  // namespace

void fail(FieldRule rule, const std::string& what) {
  throw DecodeFailure{std::string(rule.path) + " " + what};
}

void failUnknownKind(std::uint16_t kind) {
  throw DecodeFailure{"kind " + std::to_string(kind) + " is not known to this version"};
}

bool takeFixed(capnp::Data::Reader in, std::span<std::uint8_t> out, FieldRule rule) {
  if (in.size() == 0 && rule.optional) return false;
  if (in.size() != out.size()) {
    fail(rule, "has " + std::to_string(in.size()) + " bytes, not " + std::to_string(out.size()));
  }
  std::copy(in.begin(), in.end(), out.begin());
  return true;
}

std::string takeText(capnp::Text::Reader in, FieldRule rule) {
  const std::string_view text{in.begin(), in.size()};
  if (text.empty() && !rule.optional) fail(rule, "is missing");
  if (text.size() > limits::kTextBytesMax) fail(rule, "has more than 4096 bytes");
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8Length(text.substr(i));
    if (length == 0) fail(rule, "is not UTF-8 at byte " + std::to_string(i));
    if (static_cast<unsigned char>(text[i]) < 0x20 || text[i] == 0x7f) {
      fail(rule, "has a control character at byte " + std::to_string(i));
    }
    i += length;
  }
  return std::string(text);
}

std::string takeCode(capnp::Text::Reader in, FieldRule rule) {
  const std::string_view text{in.begin(), in.size()};
  if (text.empty() && rule.optional) return {};
  if (text.empty() || text.size() > limits::kCodeBytesMax || !std::ranges::all_of(text, isCodeCharacter)) {
    fail(rule, "is not 1 to 64 characters of A-Z a-z 0-9 . _ / : -");
  }
  return std::string(text);
}

void read(schema::Money::Reader in, Money& v) {
  const FieldRule rule{"Money.currency", false};
  const auto currency = Currency::parse(takeText(in.getCurrency(), rule));
  if (!currency) fail(rule, "is not a known ISO 4217 code");
  if (in.getMinor() > limits::kMinorMax || in.getMinor() < -limits::kMinorMax) {
    fail({"Money.minor", false}, "is beyond 10^15 minor units");
  }
  v = Money{in.getMinor(), *currency};
}

void write(const Money& v, schema::Money::Builder out) {
  out.setMinor(v.minor);
  const std::string code{v.currency.code()};
  if (!v.currency.isNone()) out.setCurrency(code.c_str());
}

void read(schema::Instant::Reader in, Instant& v) {
  if (in.getUtcMs() < limits::kUtcMsMin || in.getUtcMs() > limits::kUtcMsMax) {
    fail({"Instant.utcMs", false}, "is outside the years 2000 to 2100");
  }
  if (in.getOffsetMinutes() < -limits::kOffsetMinutesMax || in.getOffsetMinutes() > limits::kOffsetMinutesMax)
    fail({"Instant.offsetMinutes", false}, "is beyond 14 hours");
  v = Instant{in.getUtcMs(), in.getOffsetMinutes()};
}

void write(const Instant& v, schema::Instant::Builder out) {
  out.setUtcMs(v.utc_ms);
  out.setOffsetMinutes(v.offset_minutes);
}

}  // namespace ledger
