#include "audit/rules/facts.h"

namespace audit {
namespace {

// Of days that no command says an offset for.
constexpr std::int64_t kHomeOffsetMinutes = 300;

}  // namespace

void FactsListener::takesEffect(const State& state, const Case& c, schema::Command::Reader command) {
  facts_.today = civilDay(c.recorded_at, kHomeOffsetMinutes);
  facts_.money.hear(state, c, command);
  facts_.hours.hear(state, c, command);
}

}  // namespace audit
