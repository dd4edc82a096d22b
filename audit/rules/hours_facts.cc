#include "audit/rules/hours_facts.h"

namespace audit {

void HoursFacts::hear(const State& /*state*/, const Case& /*c*/, schema::Command::Reader /*command*/) {}

}  // namespace audit
