#include "tests/crash/batches.h"

#include "ledger/base/clock.h"
#include "ledger/merkle/hashing.h"

namespace tests {
namespace {

// The first `words` words of a body.
std::string wordsOf(ledger::ByteView body, int words) {
  const std::string_view text = ledger::asText(body);
  std::size_t end = 0;
  for (int i = 0; i < words; ++i) {
    end = text.find(' ', i == 0 ? 0 : end + 1);
    if (end == std::string_view::npos) return "";
  }
  return std::string(text.substr(0, end));
}

}  // namespace

std::vector<ledger::Encoded> batchOf(std::uint64_t run, ledger::Position first, const ledger::Digest& before) {
  ledger::SeededRandom random(run * 1'000'003 + first);
  const std::size_t count = 1 + random.below(12);
  std::vector<ledger::Encoded> batch;
  ledger::Digest previous = before;
  for (std::size_t index = 0; index < count; ++index) {
    const std::string start =
        std::to_string(run) + " " + std::to_string(first) + " " + std::to_string(index) + " " + previous.hex() + " ";
    ledger::Bytes body = ledger::toBytes(ledger::asBytes(start));
    body.resize(start.size() + random.below(1900));
    random.fill(std::span(body).subspan(start.size()));
    previous = ledger::leafHash(body);
    batch.push_back({previous, std::move(body)});
  }
  return batch;
}

std::string batchIdOf(ledger::ByteView body) {
  return wordsOf(body, 2);
}

std::string entryIdOf(ledger::ByteView body) {
  return wordsOf(body, 3);
}

}  // namespace tests
