// The audit of an export against what the trust store remembers; and what it is to remember afterwards.
#pragma once

#include "audit/answers/trust_store.h"
#include "audit/verify/verify.h"

namespace audit {

// As verifyPath. What the store holds of the log's origin becomes one more earlier checkpoint, and what was judged then
// of the same entries is not judged again. A log that is OK under a pinned key replaces it: a key that only the export
// itself names must not decide what is trusted.
void verifyTrusted(const Place& place, Request request, const TrustStore& store, Audit& audit);

}  // namespace audit
