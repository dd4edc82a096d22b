#include "audit/base/crc32.h"

namespace audit {
namespace {

// Eight tables, so that eight bytes are folded in at a time.
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables makeTables() {
  Tables tables{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? value >> 1U ^ 0xEDB88320U : value >> 1U;
    tables[0][i] = value;
  }
  for (std::size_t i = 0; i < 256; ++i) {
    for (std::size_t table = 1; table < 8; ++table) {
      const std::uint32_t value = tables[table - 1][i];
      tables[table][i] = value >> 8U ^ tables[0][value & 255U];
    }
  }
  return tables;
}

constexpr Tables kTables = makeTables();

}  // namespace

std::uint32_t crc32(std::uint32_t before, Bytes bytes) {
  std::uint32_t crc = ~before;
  while (bytes.size() >= 8) {
    const std::uint64_t word = load64(bytes.data()) ^ crc;
    crc = 0;
    for (std::size_t i = 0; i < 8; ++i) crc ^= kTables[7 - i][word >> (8 * i) & 255U];
    bytes = bytes.subspan(8);
  }
  for (const std::uint8_t byte : bytes) crc = crc >> 8U ^ kTables[0][(crc ^ byte) & 255U];
  return ~crc;
}

}  // namespace audit
