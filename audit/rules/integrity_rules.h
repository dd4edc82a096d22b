// The rules on the integrity of the log: what its audit found, as findings of rules.
#pragma once

#include "audit/rules/run.h"

namespace audit {

void checkL01(Run& run);
void checkL02(Run& run);
void checkL03(Run& run);
void checkL04(Run& run);
void checkL05(Run& run);
void checkL06(Run& run);
void checkL07(Run& run);
void checkL08(Run& run);
void checkL09(Run& run);

}  // namespace audit
