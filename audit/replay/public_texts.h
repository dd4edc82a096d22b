// Public texts — how names, registration numbers and vendors are spelt that everybody may read.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Public texts".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Of every kind: those without such texts are passed over.
Refusal judgePublicTexts(const Case& c, schema::Command::Reader command);

}  // namespace audit
