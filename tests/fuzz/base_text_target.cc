// Text forms of ids, digests, instants and amounts: what is accepted has exactly one spelling.
#include <string>
#include <string_view>

#include "ledger/base/bytes.h"
#include "ledger/base/check.h"
#include "ledger/base/ids.h"
#include "ledger/base/instant.h"
#include "ledger/base/money.h"
#include "tests/fuzz/fuzz_target.h"

namespace ledger {
namespace {

void checkBytes(std::string_view text) {
  if (const auto bytes = fromHex(text)) ASAR_CHECK(toHex(*bytes) == text);
  if (const auto bytes = fromBase64(text)) ASAR_CHECK(toBase64(*bytes) == text);
  ASAR_CHECK(fromHex(toHex(asBytes(text))).ok());
  ASAR_CHECK(asText(*fromBase64(toBase64(asBytes(text)))) == text);
}

void checkNames(std::string_view text) {
  if (const auto id = parseIdText(text)) ASAR_CHECK(idText(*id) == text);
  if (const auto day = parseDay(text)) ASAR_CHECK(dayText(*day) == text);
}

// "Z" and "+00:00", or ".5" and ".500", are one moment: the text made from it is read as the same again.
void checkInstant(std::string_view text) {
  const auto instant = Instant::parse(text);
  if (!instant) return;
  const auto again = Instant::parse(instant->text());
  ASAR_CHECK(again.ok() && *again == *instant);
}

void checkAmount(std::string_view text) {
  for (const std::string_view code : {"KZT", "JPY"}) {
    const auto currency = Currency::parse(code);
    const auto minor = parseMinor(text, *currency);
    if (!minor) continue;
    const auto again = parseMinor(minorText(*minor, *currency), *currency);
    ASAR_CHECK(again.ok() && *again == *minor);
  }
}

}  // namespace
}  // namespace ledger

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  ledger::checkBytes(text);
  ledger::checkNames(text);
  ledger::checkInstant(text);
  ledger::checkAmount(text);
  return 0;
}
