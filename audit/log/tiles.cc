#include "audit/log/tiles.h"

namespace audit {
namespace {

std::string groups(std::uint64_t number) {
  std::string text;
  do {
    const std::string digits = std::to_string(number % 1000);
    text = "/" + (text.empty() ? std::string() : "x") + std::string(3 - digits.size(), '0') + digits + text;
    // The first group written is the last of the name: only the others carry an x.
    number /= 1000;
  } while (number != 0);
  return text;
}

}  // namespace

std::string TileName::text() const {
  std::string name = "tile/" + (level == kEntriesLevel ? std::string("entries") : std::to_string(level));
  name += groups(number);
  if (width != kTileWidth) name += ".p/" + std::to_string(width);
  return name;
}

std::optional<TileName> TileName::parse(std::string_view name) {
  constexpr std::string_view kStart = "tile/";
  if (!name.starts_with(kStart) || name.size() > 80) return std::nullopt;
  TileName tile;
  std::string_view rest = name.substr(kStart.size());
  const auto slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto level = decimal(rest.substr(0, slash));
  if (rest.substr(0, slash) == "entries") {
    tile.level = kEntriesLevel;
  } else if (level && *level < 64) {
    tile.level = static_cast<int>(*level);
  } else {
    return std::nullopt;
  }
  for (rest.remove_prefix(slash + 1); rest.size() >= 3;) {
    const bool more = rest[0] == 'x';
    const auto digits = rest.substr(more ? 1 : 0, 3);
    if (digits.size() != 3 || digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    tile.number = tile.number * 1000 +
                  static_cast<std::uint64_t>((digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0'));
    rest.remove_prefix(more ? 4 : 3);
    if (!more) break;
    if (!rest.starts_with('/') || tile.number > 1'000'000'000'000) return std::nullopt;
    rest.remove_prefix(1);
  }
  if (rest.starts_with(".p/")) {
    const auto width = decimal(rest.substr(3));
    if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
    tile.width = *width;
  }
  // One spelling only.
  if (tile.text() != name) return std::nullopt;
  return tile;
}

std::uint64_t hashesOf(int level, std::uint64_t size) {
  const int shift = level == kEntriesLevel ? 0 : 8 * level;
  return shift >= 64 ? 0 : size >> shift;
}

std::uint64_t tilesOf(std::uint64_t size) {
  const auto count = [](std::uint64_t hashes) { return hashes / kTileWidth + (hashes % kTileWidth != 0 ? 1 : 0); };
  std::uint64_t sum = count(size);
  for (int level = 0; level < 8; ++level) sum += count(hashesOf(level, size));
  return sum;
}

TileName tileAt(int level, std::uint64_t number, std::uint64_t size) {
  const std::uint64_t left = hashesOf(level, size) - number * kTileWidth;
  return {level, number, left < kTileWidth ? left : kTileWidth};
}

std::optional<std::vector<Bytes>> entriesOf(Bytes bundle, std::uint64_t count) {
  std::vector<Bytes> entries;
  entries.reserve(count);
  while (entries.size() < count) {
    if (bundle.size() < 2) return std::nullopt;
    const std::size_t length = static_cast<std::size_t>(bundle[0]) << 8U | bundle[1];
    if (bundle.size() - 2 < length) return std::nullopt;
    entries.push_back(bundle.subspan(2, length));
    bundle = bundle.subspan(2 + length);
  }
  if (!bundle.empty()) return std::nullopt;
  return entries;
}

}  // namespace audit
