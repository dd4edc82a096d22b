// Aead — AES-256-GCM under keys that are wiped when they go.
//
// Shape    a box is nonce (12 bytes, random) ‖ ciphertext ‖ tag (16 bytes); it opens with the same key and the same
//          additional bytes only.
// Errors   kCorrupt AUTH_FAIL: another key, another place, or changed bytes. Nothing is released then.
// Threads  pure functions but for `random`.
// Source   NIST SP 800-38D.
#pragma once

#include <array>

#include "ledger/base/clock.h"
#include "ledger/base/digest.h"

namespace ledger {

// 32 secret bytes.
class SecretKey {
 public:
  SecretKey() = default;
  explicit SecretKey(ByteView bytes);  // requires 32
  static SecretKey draw(Random& random);
  ~SecretKey();
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;

  ByteView view() const { return bytes_; }

 private:
  std::array<std::uint8_t, 32> bytes_{};
};

// Overwrites, and is not optimised away.
void wipe(Bytes& secret);

Bytes sealBox(const SecretKey& key, ByteView bound_to, ByteView secret, Random& random);
Result<Bytes> openBox(const SecretKey& key, ByteView bound_to, ByteView box);

// HMAC-SHA256.
Digest keyedHash(const SecretKey& key, ByteView message);

}  // namespace ledger
