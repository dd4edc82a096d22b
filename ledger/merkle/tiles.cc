#include "ledger/merkle/tiles.h"

#include <array>
#include <cstdio>

namespace ledger {
namespace {

// 1234067 → "x001/x234/067".
std::string numberPath(Position n) {
  std::string path;
  for (bool last = true; last || n > 0; last = false, n /= 1000) {
    std::array<char, 8> group{};
    std::snprintf(group.data(), group.size(), last ? "%03u" : "x%03u/", static_cast<unsigned>(n % 1000));
    path.insert(0, group.data());
  }
  return path;
}

std::string withWidth(std::string path, Position width) {
  if (width != kTileWidth) path += ".p/" + std::to_string(width);
  return path;
}

}  // namespace

std::string tilePath(unsigned level, Position n, Position width) {
  return withWidth("tile/" + std::to_string(level) + "/" + numberPath(n), width);
}

std::string bundlePath(Position n, Position width) {
  return withWidth("tile/entries/" + numberPath(n), width);
}

Bytes tileBytes(const std::vector<Digest>& hashes) {
  Bytes bytes;
  bytes.reserve(hashes.size() * 32);
  for (const Digest& hash : hashes) appendBytes(bytes, hash.bytes);
  return bytes;
}

void appendToBundle(Bytes& bundle, ByteView entry) {
  ASAR_CHECK(entry.size() <= 0xffff);
  appendBigEndian16(bundle, static_cast<std::uint16_t>(entry.size()));
  appendBytes(bundle, entry);
}

Result<std::vector<Bytes>> entriesOfBundle(ByteView bundle) {
  std::vector<Bytes> entries;
  while (!bundle.empty()) {
    const std::size_t length = bundle.size() < 2 ? bundle.size() : readBigEndian16(bundle);
    if (bundle.size() < 2 + length || entries.size() == kTileWidth) {
      return Error{ErrorCode::kInvalid, "BAD_BUNDLE",
                   "an entry bundle is cut off in entry " + std::to_string(entries.size()) + ", or has more than 256"};
    }
    entries.push_back(toBytes(bundle.subspan(2, length)));
    bundle = bundle.subspan(2 + length);
  }
  return entries;
}

Position hashesAtLevel(Position size, unsigned level) {
  return level >= 8 ? 0 : size >> (8 * level);
}

}  // namespace ledger
