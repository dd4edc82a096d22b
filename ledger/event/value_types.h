// The small types that the generated values are made of.
//
// Shape    generated/ledger/event/values.h holds one plain struct for each struct of the schema.
// Source   ledger/schema/types.capnp says which annotation becomes which type.
#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "ledger/base/bytes.h"
#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/base/instant.h"
#include "ledger/base/money.h"

namespace ledger {

// 16 random bytes that make a hash unguessable.
using NonceId = Id<struct NonceIdTag>;

// An Ed25519 public key of a person (RFC 8032), not yet judged.
struct ActorKey {
  std::array<std::uint8_t, 32> bytes{};

  ByteView view() const { return bytes; }
  friend auto operator<=>(const ActorKey&, const ActorKey&) = default;

  template <class H>
  friend H AbslHashValue(H h, const ActorKey& key) {
    return H::combine_contiguous(std::move(h), key.bytes.data(), key.bytes.size());
  }
};

// An Ed25519 signature (RFC 8032), not yet judged.
struct ActorSignature {
  std::array<std::uint8_t, 64> bytes{};

  ByteView view() const { return bytes; }
  friend bool operator==(const ActorSignature&, const ActorSignature&) = default;
};

}  // namespace ledger
