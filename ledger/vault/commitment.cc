#include "ledger/vault/commitment.h"

#include <algorithm>

namespace ledger {
namespace {

constexpr std::size_t kPrefixBytes = 32 + 4;

// 16, 64, 256 or 1,024 bytes.
std::size_t paddedSize(std::size_t size) {
  std::size_t padded = 16;
  while (padded < size) padded *= 4;
  return padded;
}

}  // namespace

Digest commitmentOf(std::uint16_t tag, const Digest& salt, ByteView value) {
  Bytes head = toBytes(asBytes("asar/commit/v1"));
  appendBigEndian16(head, tag);
  appendBytes(head, salt.view());
  appendBigEndian32(head, static_cast<std::uint32_t>(value.size()));
  return sha256({head, value});
}

Bytes packOpening(const Opening& opening) {
  Bytes packed = toBytes(opening.salt.view());
  appendBigEndian32(packed, static_cast<std::uint32_t>(opening.value.size()));
  appendBytes(packed, opening.value);
  packed.resize(kPrefixBytes + paddedSize(opening.value.size()));
  return packed;
}

bool unpackOpening(ByteView packed, Opening& opening) {
  if (packed.size() < kPrefixBytes) return false;
  opening.salt = Digest::from(packed.first(32));
  const std::size_t size = readBigEndian32(packed.subspan(32, 4));
  if (size > packed.size() - kPrefixBytes) return false;
  opening.value = toBytes(packed.subspan(kPrefixBytes, size));
  return true;
}

}  // namespace ledger
