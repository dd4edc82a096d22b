// Which Ed25519 keys and signatures are accepted.
//
// Shape    a signature holds when it is 64 bytes, S < L, neither the key nor R is of small order or not
//          reduced, and the cofactorless check of RFC 8032 holds. The crypto library alone accepts more.
// Source   ledger/schema/README.md, "What is hashed".
#pragma once

#include "audit/base/bytes.h"

namespace audit {

bool acceptableKey(const Key& key);
bool signatureHolds(const Key& key, Bytes message, Bytes signature);

}  // namespace audit
