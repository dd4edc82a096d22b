#include "tools/bench/draws.h"

#include <array>
#include <span>
#include <string_view>

namespace tools {
namespace {

constexpr std::array<std::int64_t, 11> kMinutesTenths = {1, 15, 20, 30, 60, 65, 90, 120, 159, 230, kLongestService};
// The last is the hundredth from above: what is larger would not fit a small grant.
constexpr std::array<std::int64_t, 11> kTengeTenths = {1, 234, 500, 600, 738, 960, 1'290, 1'873, 3'070, 5'721, 38'446};
constexpr std::int64_t kMinorPerTenge = 100;

constexpr std::array<std::string_view, 20> kRegions = {"KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31",
                                                       "KZ-33", "KZ-35", "KZ-39", "KZ-43", "KZ-47", "KZ-55", "KZ-59",
                                                       "KZ-61", "KZ-62", "KZ-63", "KZ-71", "KZ-75", "KZ-79"};
constexpr std::string_view kConsonants = "bdgjklmnpqrstvz";
constexpr std::string_view kVowels = "aeiou";

// Evenly within a tenth.
std::int64_t drawFrom(std::span<const std::int64_t> tenths, std::int64_t scale, ledger::SeededRandom& random) {
  const std::size_t tenth = random.below(tenths.size() - 1);
  const std::int64_t least = tenths[tenth] * scale, most = tenths[tenth + 1] * scale;
  return least + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most - least) + 1));
}

}  // namespace

ledger::Minutes Draws::duration() {
  return ledger::Minutes{drawFrom(kMinutesTenths, 1, random_)};
}

std::int64_t Draws::sum() {
  return drawFrom(kTengeTenths, kMinorPerTenge, random_);
}

std::string Draws::words(int count) {
  constexpr int kSyllables = 3;
  std::string text;
  for (int word = 0; word < count; ++word) {
    if (word > 0) text += ' ';
    for (int i = 0; i < kSyllables; ++i) {
      text += kConsonants[random_.below(kConsonants.size())];
      text += kVowels[random_.below(kVowels.size())];
    }
  }
  return text;
}

std::string Draws::region() {
  return std::string(kRegions[random_.below(kRegions.size())]);
}

}  // namespace tools
