#include "audit/replay/rules.h"

#include <capnp/schema.h>

#include "audit/replay/agreement.h"
#include "audit/replay/grant.h"
#include "audit/replay/hours.h"
#include "audit/replay/keys_roles.h"
#include "audit/replay/later_kinds.h"
#include "audit/replay/later_rules.h"
#include "audit/replay/oversight.h"
#include "audit/replay/periods.h"
#include "audit/replay/personal.h"
#include "audit/replay/public_texts.h"
#include "audit/replay/service.h"
#include "audit/replay/spending.h"
#include "audit/replay/visit.h"

namespace audit {
namespace {

constexpr std::uint64_t kKindAnnotation = 0x98b2cfaa0885020e;

struct Kind {
  const char* event = "";
  bool importable = false;
  bool inherits = false;
  schema::Visibility visibility = schema::Visibility::PUBLIC;
};

// Read once from the annotations of the schema, by discriminant.
std::vector<Kind> readKinds() {
  std::vector<Kind> kinds;
  for (const auto field : capnp::Schema::from<schema::Command>().asStruct().getUnionFields()) {
    Kind kind;
    for (const auto annotation : field.getProto().getAnnotations()) {
      if (annotation.getId() != kKindAnnotation) continue;
      const auto facts = annotation.getValue().getStruct().getAs<schema::KindOf>();
      kind = {facts.getEvent().cStr(), facts.getImportable(), facts.getInherits(), facts.getVisibility()};
    }
    const std::size_t place = field.getProto().getDiscriminantValue();
    if (kinds.size() <= place) kinds.resize(place + 1);
    kinds[place] = kind;
  }
  return kinds;
}

const Kind& kindOf(schema::Command::Reader command) {
  static const auto& kinds = *new std::vector<Kind>(readKinds());
  return kinds.at(static_cast<std::size_t>(command.which()));
}

struct Judge {
  const State& state;
  const Case& c;

  Ruling operator()(schema::HoursClaim::Reader command) const { return rule(state, c, command); }
  Ruling operator()(schema::HoursAttest::Reader command) const { return rule(state, c, command); }
  Ruling operator()(schema::GrantAward::Reader command) const { return rule(state, c, command); }
  Ruling operator()(schema::AgreementSign::Reader command) const { return rule(state, c, command); }
  Ruling operator()(schema::TrancheApprove::Reader command) const { return rule(state, c, command); }
  Ruling operator()(schema::ExpenditureRecord::Reader command) const { return rule(state, c, command); }
  // An endorsement is judged as what it endorses.
  Ruling operator()(schema::Endorse::Reader) const { return {}; }
  template <class Command>
  Ruling operator()(Command command) const {
    return {judge(state, c, command), 0, 0};
  }
};

struct Apply {
  State& state;
  const Case& c;

  void operator()(schema::Endorse::Reader) const {}
  template <class Command>
  void operator()(Command command) const {
    apply(state, c, command);
  }
};

}  // namespace

Ruling rule(const State& state, const Case& c, schema::Command::Reader command) {
  if (const Refusal refusal = judgeConditions(state, c, command)) return {refusal, 0, 0};
  if (const Refusal refusal = judgePublicTexts(c, command)) return {refusal, 0, 0};
  if (const Refusal refusal = judgeClosedDay(state, c, command)) return {refusal, 0, 0};
  if (isLater(command)) return ruleOfLater(state, c, command);
  return visit(command, Judge{state, c});
}

void bringAbout(State& state, const Case& c, schema::Command::Reader command) {
  changeStates(state, command);
  if (isLater(command)) {
    applyLater(state, c, command);
    return;
  }
  visit(command, Apply{state, c});
}

const char* nameOf(schema::Command::Reader command) {
  return kindOf(command).event;
}
bool isImportable(schema::Command::Reader command) {
  return kindOf(command).importable;
}

std::optional<schema::Visibility> classOf(schema::Command::Reader command) {
  const Kind& kind = kindOf(command);
  if (kind.inherits) return std::nullopt;
  return kind.visibility;
}

}  // namespace audit
