#include "ledger/log/log_check.h"

#include <string>

#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

Error headDiffers(const std::string& what, Position size, const Digest& found, const Digest& promised) {
  return {ErrorCode::kCorrupt, "HEAD_DIFFERS",
          "the first " + std::to_string(size) + " entries have the " + what + " " + found.hex() +
              ", but the head file promises " + promised.hex() + ": this is not the log that was acknowledged"};
}

}  // namespace

Error positionsMissing(Position first, Position last, const std::string& because) {
  const std::string which = first == last
                                ? "position " + std::to_string(first) + " is missing"
                                : "positions " + std::to_string(first) + " to " + std::to_string(last) + " are missing";
  return {ErrorCode::kCorrupt, "POSITIONS_MISSING", which + ": " + because + "; restore the log from a backup"};
}

LogCheck::LogCheck(std::optional<SealedHead> promised, bool rehash) : promised_(promised), rehash_(rehash) {}

Result<void> LogCheck::add(ByteView key, ByteView value) {
  const auto first = parseFrameKey(key);
  if (!first) return first.error();
  const Position expected = frontier_.size();
  if (*first > expected) {
    return positionsMissing(expected, *first - 1, "the next stored entry is " + std::to_string(*first));
  }
  if (*first < expected) {
    return Error{ErrorCode::kCorrupt, "FRAMES_OVERLAP",
                 "the frame at position " + std::to_string(*first) + " begins before position " +
                     std::to_string(expected) + ", where the frame before it ends"};
  }
  const auto frame = FrameView::parse(*first, value);
  if (!frame) return frame.error();
  for (std::size_t i = 0; i < frame->size(); ++i) ASAR_TRY(addLeaf(*frame, i));
  return {};
}

Result<void> LogCheck::addLeaf(const FrameView& frame, std::size_t index) {
  last_hash_ = frame.hash(index);
  if (rehash_ && leafHash(frame.body(index)) != last_hash_) {
    return Error{ErrorCode::kCorrupt, "LEAF_DIFFERS",
                 "the bytes of entry " + std::to_string(frame.first() + index) + " do not have its leaf hash " +
                     last_hash_.hex()};
  }
  frontier_.push(last_hash_);
  if (!promised_ || frontier_.size() != promised_->head.size) return {};
  if (last_hash_ != promised_->head.hash) {
    return headDiffers("last leaf hash", frontier_.size(), last_hash_, promised_->head.hash);
  }
  const Digest root = frontier_.root();
  if (root != promised_->root) return headDiffers("root", frontier_.size(), root, promised_->root);
  return {};
}

Result<SealedHead> LogCheck::finish() const {
  const Position size = frontier_.size();
  if (!promised_ && size > 0) {
    return Error{ErrorCode::kCorrupt, "HEAD_MISSING",
                 "the head file is missing beside a log of " + std::to_string(size) +
                     " entries: nothing says whether that is all of it; restore the file from a backup"};
  }
  if (promised_ && size < promised_->head.size) {
    return positionsMissing(size, promised_->head.size - 1,
                            "the log ends after " + std::to_string(size) + " entries, the head file promises " +
                                std::to_string(promised_->head.size));
  }
  return SealedHead{{size, last_hash_}, frontier_.root()};
}

}  // namespace ledger
