// What the first two entries say of the ledger: its id, its origin and the key of its log.
#pragma once

#include "audit/log/chunk.h"

namespace audit {

struct Founding {
  Id ledger{};
  std::string origin;
  Key log_key{};
  bool demo = false;
};

// Out of the first chunk; nullopt where it does not begin with a founding.
std::optional<Founding> foundingOf(const Chunk& chunk);

}  // namespace audit
