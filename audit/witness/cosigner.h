// Cosigner — the key of a witness, and the cosignatures it makes.
//
// Shape    cosignature/v1 by Ed25519: algorithm 4 in key ids and verifier keys, so that no such signature is ever taken
//          for one of a log.
// Units    seconds since 1970.
// Errors   nullopt where the crypto library refuses the seed.
// Threads  a made Cosigner may be shared.
// Source   C2SP tlog-cosignature.
#pragma once

#include <memory>

#include "audit/base/bytes.h"

namespace audit::witness {

class Cosigner {
 public:
  static std::optional<Cosigner> of(std::string name, const Key& seed);

  const std::string& name() const { return name_; }
  const Key& key() const { return key_; }
  std::string vkey() const { return vkeyOf(name_, key_); }
  static std::string vkeyOf(const std::string& name, const Key& key);

  // "— name base64\n" over the text of a checkpoint, with its last line feed.
  std::string line(std::string_view text, std::uint64_t time) const;

 private:
  Cosigner() = default;

  std::string name_;
  Key key_{};
  std::shared_ptr<void> pair_;  // EVP_PKEY
};

}  // namespace audit::witness
