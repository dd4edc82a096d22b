// asar_sample — plays the sample year into an empty folder, or one made by `asar init --demo`: a demonstration with
// invented people and money.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

#include "ledger/base/limits.h"
#include "ledger/log/memory_log.h"
#include "ledger/log/rocksdb_log.h"
#include "ledger/publisher.h"
#include "ledger/seal/signed_file.h"
#include "tests/sample/founders.h"

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

// What the year is played into. It happens in memory and goes to the disk week by week: a submission of a past year
// waits for nobody's acknowledgement, so there is one sync for each checkpoint instead of one for each submission.
class Stage {
 public:
  Stage(std::filesystem::path folder, ledger::RocksdbLog& disk)
      : folder_(std::move(folder)), disk_(disk), reader_(disk), publisher_(folder_ / "tiles") {}

  // Takes over what is on the disk already.
  std::string load() { return copy(disk_, memory_); }
  ledger::MemoryLog& memory() { return memory_; }

  // Writes what is new to the disk, then signs and publishes a checkpoint of it; what failed, or "".
  std::string publish(ledger::Ledger& ledger, const sample::Founders& founders) {
    std::string failure = copy(memory_, disk_);
    if (!failure.empty()) return failure;
    const ledger::Sealed sealed = ledger.sealed();
    ledger::LogSigner signer(founders.origin, founders.log_key, folder_ / "signed");
    const auto note = signer.sign(sealed.size, sealed.root, [&](ledger::Position size) { return ledger.rootAt(size); });
    if (!note) return note.error().message;
    const auto published = publisher_.publish(reader_, {founders.origin, sealed.size, sealed.root}, *note);
    return published ? "" : published.error().message;
  }

 private:
  static std::string copy(ledger::EventLog& from, ledger::EventLog& to) {
    for (ledger::Head head = to.head(); head.size < from.head().size; head = to.head()) {
      auto page = from.read(head.size, ledger::limits::kBatchBytesMax / 2);
      if (!page) return page.error().message;
      if (page->entries.size() > ledger::limits::kBatchEntriesMax)
        page->entries.resize(ledger::limits::kBatchEntriesMax);
      const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
      const auto appended = to.append(page->entries, head, deadline);
      if (appended.status != ledger::AppendStatus::kCommitted)
        return "the log could not be written: " + appended.message;
    }
    return "";
  }

  const std::filesystem::path folder_;
  ledger::RocksdbLog& disk_;
  ledger::MemoryLog memory_;
  ledger::LogReader reader_;
  ledger::Publisher publisher_;
};

int play(const Wishes& wishes) {
  auto log = ledger::RocksdbLog::open(wishes.folder, {});
  if (!log) return fail(log.error().message);
  const ledger::Position size = (*log)->head().size;
  if (size > 2) return fail(wishes.folder + " holds more than a founding already: name an empty folder");
  Stage stage(wishes.folder, **log);
  if (const std::string failure = stage.load(); !failure.empty()) return fail(failure);
  ledger::SystemClock clock;
  ledger::SeededRandom salts(wishes.seed ^ 0x5a17'5a17'5a17'5a17ULL);
  auto ledger = ledger::Ledger::open({stage.memory(), clock, salts, {}});
  if (!ledger) return fail(ledger.error().message);
  ledger::SeededRandom random(wishes.seed);
  const auto founders = sample::takeFounders(wishes.folder, size > 0, random);
  if (!founders) return fail(founders.error().message);
  tests::Scribe scribe(**ledger, stage.memory(), random);
  sample::Year year(scribe, random, sample::Scale::of(wishes.scale), *founders);
  year.at_checkpoint = [&] { return stage.publish(**ledger, *founders); };
  const std::string failure = year.play();
  if (!failure.empty()) return fail("the sample year stopped: " + failure);
  const ledger::Sealed sealed = (*ledger)->sealed();
  std::printf("DEMONSTRATION: invented people and money, 1 November 2025 to 31 October 2026\n");
  std::printf("%llu entries, root %s\n", static_cast<unsigned long long>(sealed.size), sealed.root.hex().c_str());
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
