// Names and contents of tiles: where the hashes and entries of a log stand in an export.
//
// Shape    a tile holds 256 hashes of one level (8 Merkle levels apart), or 256 entries; the last of a level may be
//          partial: `tile/0/x001/067.p/8`.
// Source   C2SP tlog-tiles.
#pragma once

#include "audit/base/bytes.h"

namespace audit {

inline constexpr std::uint64_t kTileWidth = 256;
inline constexpr std::uint64_t kEntryBytesMax = 65535;
inline constexpr int kEntriesLevel = -1;

struct TileName {
  int level = 0;  // 0 … 63, or kEntriesLevel
  std::uint64_t number = 0;
  std::uint64_t width = kTileWidth;

  std::string text() const;
  static std::optional<TileName> parse(std::string_view name);
  bool operator==(const TileName&) const = default;
};

// How many hashes (or entries) a level holds in a log of this size.
std::uint64_t hashesOf(int level, std::uint64_t size);
// How many tiles a log of this size has, hashes and entries together.
std::uint64_t tilesOf(std::uint64_t size);
// The last tile of a level is as wide as what is left.
TileName tileAt(int level, std::uint64_t number, std::uint64_t size);

// The entries of a bundle; nullopt where the lengths do not fit exactly `count` entries.
std::optional<std::vector<Bytes>> entriesOf(Bytes bundle, std::uint64_t count);

}  // namespace audit
