#include "ledger/seal/checkpoint.h"

#include "ledger/base/limits.h"

namespace ledger {
namespace {

Error badCheckpoint(std::string why) {
  return {ErrorCode::kInvalid, "BAD_CHECKPOINT", "not a checkpoint: " + std::move(why)};
}

std::string_view takeLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? "" : rest.substr(end + 1);
  return line;
}

}  // namespace

Result<std::uint64_t> parseDecimal(std::string_view text) {
  const Error bad{ErrorCode::kInvalid, "BAD_NUMBER",
                  "'" + std::string(text.substr(0, 24)) + "' is not a decimal number without leading zeros"};
  if (text.empty() || text.size() > 20 || (text.size() > 1 && text[0] == '0')) return bad;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return bad;
    if (__builtin_mul_overflow(value, std::uint64_t{10}, &value) ||
        __builtin_add_overflow(value, static_cast<std::uint64_t>(c - '0'), &value)) {
      return bad;
    }
  }
  return value;
}

std::string checkpointText(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + checkpoint.root.base64() + "\n";
}

Result<Checkpoint> parseCheckpointText(std::string_view text) {
  if (!text.ends_with('\n')) return badCheckpoint("the last newline is missing");
  Checkpoint out;
  out.origin = takeLine(text);
  if (!isKeyName(out.origin) || out.origin.size() > limits::kOriginBytesMax)
    return badCheckpoint("its origin is empty, too long or has spaces");
  const auto size = parseDecimal(takeLine(text));
  if (!size) return badCheckpoint("its size is " + size.error().message);
  out.size = *size;
  const auto root = fromBase64(takeLine(text));
  if (!root || root->size() != out.root.bytes.size()) return badCheckpoint("its root is not base64 of 32 bytes");
  out.root = Digest::from(*root);
  while (!text.empty()) {
    if (takeLine(text).empty()) return badCheckpoint("an extension line is empty");
  }
  return out;
}

Result<Checkpoint> openCheckpoint(std::string_view note, const VerifierKey& log) {
  const auto parsed = parseNote(note);
  if (!parsed) return parsed.error();
  const auto signers = verifyNote(*parsed, {&log, 1});
  if (!signers) return signers.error();
  auto checkpoint = parseCheckpointText(parsed->text);
  if (checkpoint && checkpoint->origin != log.name) {
    return badCheckpoint("its origin is " + checkpoint->origin + ", not " + log.name);
  }
  return checkpoint;
}

}  // namespace ledger
