// Tiles — names and bytes of the public form of a log.
//
// Shape    a hash tile holds up to 256 hashes of one level, an entry bundle up to 256 entries, each as
//          u16 big-endian length and bytes. Partial ones carry their width in the name.
// Errors   kInvalid BAD_BUNDLE.
// Source   C2SP tlog-tiles.
#pragma once

#include <string>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"

namespace ledger {

inline constexpr Position kTileWidth = 256;

// "tile/<level>/<n>[.p/<width>]", a full tile where width is 256.
std::string tilePath(unsigned level, Position n, Position width);
std::string bundlePath(Position n, Position width);

Bytes tileBytes(const std::vector<Digest>& hashes);
void appendToBundle(Bytes& bundle, ByteView entry);
Result<std::vector<Bytes>> entriesOfBundle(ByteView bundle);

// Number of hashes a tree of `size` leaves has at a tile level.
Position hashesAtLevel(Position size, unsigned level);

}  // namespace ledger
