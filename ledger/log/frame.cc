#include "ledger/log/frame.h"

#include <limits>
#include <string>

#include "ledger/base/limits.h"

namespace ledger {
namespace {

constexpr std::uint8_t kFrameVersion = 1;
constexpr std::size_t kHeaderBytes = 1 + 4;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kLengthBytes = 2;

Error damaged(Position first, const std::string& what) {
  return {ErrorCode::kCorrupt, "FRAME_DAMAGED", "the frame at position " + std::to_string(first) + " " + what};
}

}  // namespace

std::array<std::uint8_t, kFrameKeyBytes> frameKey(Position first) {
  std::array<std::uint8_t, kFrameKeyBytes> key{};
  for (std::size_t i = 0; i < key.size(); ++i) {
    key[i] = static_cast<std::uint8_t>(first >> (8 * (key.size() - 1 - i)));
  }
  return key;
}

Result<Position> parseFrameKey(ByteView key) {
  if (key.size() != kFrameKeyBytes) {
    return Error{ErrorCode::kCorrupt, "FRAME_DAMAGED",
                 "a frame has the key " + toHex(key) + "; keys are 8 bytes, the position of the first entry"};
  }
  return readBigEndian64(key);
}

Bytes encodeFrame(std::span<const Encoded> batch) {
  ASAR_CHECK(!batch.empty() && batch.size() <= limits::kBatchEntriesMax);
  std::size_t total = kHeaderBytes;
  for (const Encoded& entry : batch) total += kHashBytes + kLengthBytes + entry.body.size();

  Bytes value;
  value.reserve(total);
  value.push_back(kFrameVersion);
  appendBigEndian32(value, static_cast<std::uint32_t>(batch.size()));
  for (const Encoded& entry : batch) appendBytes(value, entry.hash.view());
  for (const Encoded& entry : batch) {
    ASAR_CHECK(entry.body.size() <= limits::kEntryBytesMax);
    appendBigEndian16(value, static_cast<std::uint16_t>(entry.body.size()));
    appendBytes(value, entry.body);
  }
  return value;
}

Result<FrameView> FrameView::parse(Position first, ByteView value) {
  if (value.size() < kHeaderBytes) {
    return damaged(first, "has " + std::to_string(value.size()) + " bytes, less than its header");
  }
  if (value[0] != kFrameVersion) {
    return damaged(first, "has version " + std::to_string(value[0]) + "; this program reads version 1");
  }
  const std::uint32_t count = readBigEndian32(value.subspan(1));
  if (count == 0 || count > limits::kBatchEntriesMax) {
    return damaged(first, "claims " + std::to_string(count) + " entries; 1 to " +
                              std::to_string(limits::kBatchEntriesMax) + " are possible");
  }
  if (first > std::numeric_limits<Position>::max() - count) return damaged(first, "runs past the last position");
  ByteView rest = value.subspan(kHeaderBytes);
  if (rest.size() < count * (kHashBytes + kLengthBytes)) {
    return damaged(first,
                   "claims " + std::to_string(count) + " entries but has " + std::to_string(value.size()) + " bytes");
  }
  FrameView frame;
  frame.first_ = first;
  frame.hashes_ = rest.first(count * kHashBytes);
  rest = rest.subspan(count * kHashBytes);
  frame.bodies_.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t length = rest.size() < kLengthBytes ? 0 : readBigEndian16(rest);
    if (rest.size() < kLengthBytes + length) {
      return damaged(first, "ends inside entry " + std::to_string(first + i));
    }
    frame.bodies_.push_back(rest.subspan(kLengthBytes, length));
    rest = rest.subspan(kLengthBytes + length);
  }
  if (!rest.empty()) return damaged(first, "has " + std::to_string(rest.size()) + " bytes after its last entry");
  return frame;
}

Digest FrameView::hash(std::size_t index) const {
  ASAR_CHECK(index < bodies_.size());
  return Digest::from(hashes_.subspan(index * kHashBytes, kHashBytes));
}

ByteView FrameView::body(std::size_t index) const {
  ASAR_CHECK(index < bodies_.size());
  return bodies_[index];
}

}  // namespace ledger
