// SignatureRules — how signatures are checked, as a parameter: the rules link no cryptography.
#pragma once

#include "ledger/event/value_types.h"

namespace ledger {

struct SignatureRules {
  bool (*acceptable)(const ActorKey& key);
  bool (*holds)(const ActorKey& key, ByteView message, const ActorSignature& signature);
};

}  // namespace ledger
