// Frame — one appended batch as one value of the store.
//
// Shape    key: 8 bytes, the position of the first entry. Value: u8 1, u32 n, n leaf hashes of 32
//          bytes, then n times (u16 length, bytes). All integers big-endian; 1 ≤ n ≤ 8,192; no byte may
//          follow the last entry.
// Errors   kCorrupt FRAME_DAMAGED, naming the frame by the position of its first entry. Decoding reads
//          nothing past the value and allocates nothing the value does not hold.
// Threads  pure functions; a FrameView is valid as long as the value it was made from.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "ledger/log/event_log.h"

namespace ledger {

constexpr std::size_t kFrameKeyBytes = 8;

std::array<std::uint8_t, kFrameKeyBytes> frameKey(Position first);
Result<Position> parseFrameKey(ByteView key);

// Requires a batch that rejectionOf() (batch.h) lets pass.
Bytes encodeFrame(std::span<const Encoded> batch);

// A checked frame whose hashes and bodies still lie in the stored value.
class FrameView {
 public:
  static Result<FrameView> parse(Position first, ByteView value);

  Position first() const { return first_; }
  std::size_t size() const { return bodies_.size(); }
  Position end() const { return first_ + bodies_.size(); }
  // Requires index < size().
  Digest hash(std::size_t index) const;
  ByteView body(std::size_t index) const;
  Encoded entry(std::size_t index) const { return {hash(index), toBytes(body(index))}; }

 private:
  Position first_ = 0;
  ByteView hashes_;
  std::vector<ByteView> bodies_;
};

}  // namespace ledger
