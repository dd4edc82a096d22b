// asar_sample — plays the sample year into an empty folder: a demonstration with invented people and money.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

#include "ledger/log/rocksdb_log.h"
#include "tests/sample/year.h"

namespace {

struct Wishes {
  std::string folder;
  std::uint64_t seed = 1;
  double scale = 1;
};

template <class Number>
bool parseNumber(const std::string& text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Wishes> parseWishes(int count, char** words) {
  Wishes wishes;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string name = words[i];
    const std::string value = words[i + 1];
    if (name == "--data") {
      wishes.folder = value;
    } else if (name == "--seed") {
      if (!parseNumber(value, wishes.seed)) return std::nullopt;
    } else if (name == "--scale") {
      if (!parseNumber(value, wishes.scale) || wishes.scale <= 0 || wishes.scale > 10) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (wishes.folder.empty() || count % 2 == 0) return std::nullopt;
  return wishes;
}

int fail(const std::string& why) {
  std::fprintf(stderr, "asar_sample: %s\n", why.c_str());
  return 1;
}

int play(const Wishes& wishes) {
  auto log = ledger::RocksdbLog::open(wishes.folder, {});
  if (!log) return fail(log.error().message);
  if ((*log)->head().size != 0) return fail(wishes.folder + " holds a ledger already: name an empty folder");
  ledger::SystemClock clock;
  ledger::SeededRandom salts(wishes.seed ^ 0x5a17'5a17'5a17'5a17ULL);
  auto ledger = ledger::Ledger::open({**log, clock, salts, {}});
  if (!ledger) return fail(ledger.error().message);
  ledger::SeededRandom random(wishes.seed);
  tests::Scribe scribe(**ledger, **log, random);
  sample::Year year(scribe, random, sample::Scale::of(wishes.scale));
  const auto started = std::chrono::steady_clock::now();
  const std::string failure = year.play();
  if (!failure.empty()) return fail("the ledger refused a submission of the sample: " + failure);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
  const ledger::Sealed sealed = (*ledger)->sealed();
  std::printf("DEMONSTRATION: invented people and money, 1 November 2025 to 31 October 2026\n");
  std::printf("%llu entries, root %s, %lld ms\n", static_cast<unsigned long long>(sealed.size),
              sealed.root.hex().c_str(), static_cast<long long>(took.count()));
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const auto wishes = parseWishes(count, words);
  if (!wishes) {
    std::fprintf(stderr, "usage: asar_sample --data FOLDER [--seed NUMBER] [--scale 0.1]\n");
    return 2;
  }
  return play(*wishes);
}
