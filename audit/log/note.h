// Signed notes, checkpoints and verifier keys, read from the public formats alone.
//
// Shape    a note is a text and signature lines; a checkpoint is a note whose text says origin, size and root.
// Errors   nullopt: the bytes are not such a note; nothing here throws.
// Source   C2SP signed-note and tlog-checkpoint.
#pragma once

#include "audit/base/bytes.h"

namespace audit {

inline constexpr std::uint64_t kNoteBytesMax = 1U << 20U;

// A key that signs notes: `name+hash+base64(algorithm ‖ key)`. Only plain Ed25519 (algorithm 1) is read.
struct VerifierKey {
  std::string name;
  std::array<std::uint8_t, 4> hash{};
  Key key{};

  static std::optional<VerifierKey> parse(std::string_view text);
  static VerifierKey of(std::string name, const Key& key);
  std::string text() const;
};

struct NoteSignature {
  std::string name;
  std::array<std::uint8_t, 4> hash{};
  Buffer signature;
};

struct Note {
  std::string text;  // with its last line feed
  std::vector<NoteSignature> signatures;

  static std::optional<Note> parse(Bytes bytes);
};

enum class Signed {
  kYes,
  kNo,      // a line of this key does not hold
  kAbsent,  // no line of this key
};
Signed signedBy(const Note& note, const VerifierKey& key);

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};

  static std::optional<Checkpoint> parse(std::string_view text);
};

}  // namespace audit
