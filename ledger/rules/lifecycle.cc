#include "ledger/rules/lifecycle.h"

#include <algorithm>
#include <array>

#include "ledger/rules/directory.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

// The state in which the kind of the first version that opens a subject leaves it, by role.
std::array<std::optional<SubjectState>, kEnumerants<StreamRole>> firstStates() {
  std::array<std::optional<SubjectState>, kEnumerants<StreamRole>> first{};
  for (std::size_t i = 0; i < kKinds; ++i) {
    const KindTraits& traits = traitsOf(static_cast<Kind>(i));
    if (traits.since == 0 && traits.opens()) first[static_cast<std::size_t>(traits.streams.front())] = traits.to;
  }
  return first;
}

std::string namesOf(std::span<const SubjectState> states) {
  std::string names;
  for (const SubjectState state : states) names += (names.empty() ? "" : " or ") + std::string(nameOf(state));
  return names;
}

// The role in which a subject is opened: a funder is an organisation, a volunteer a person.
StreamRole openedAs(StreamRole role) {
  if (role == StreamRole::kFunder || role == StreamRole::kGrantee) return StreamRole::kOrganisation;
  if (role == StreamRole::kVolunteer || role == StreamRole::kNominee) return StreamRole::kPerson;
  return role;
}

std::int64_t minorOf(const Money& amount) {
  return amount.minor;
}
std::int64_t minorOf(const std::optional<Money>& amount) {
  return amount ? amount->minor : 1;
}

Result<void> checkCountry(const std::string& country) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (country.size() == 2 && std::ranges::all_of(country, capital)) return {};
  return refuse("BAD_COUNTRY", "'" + country + "' is not an ISO 3166-1 code of two letters such as KZ");
}

Result<void> countZero(const char* field) {
  return refuse("COUNT_ZERO", "`" + std::string(field) + "` is 0: count at least one, or record nothing");
}

// Fields of these names mean the same in every later kind.
template <class Body>
Result<void> checkNamedFields(const Body& body, const Context& context) {
  if constexpr (requires { body.occurred_at; }) ASAR_TRY(checkNotFuture(body.occurred_at, context));
  if constexpr (requires { body.region; }) ASAR_TRY(checkRegion(body.region));
  if constexpr (requires { body.from + body.to; }) {
    if (body.to != 0 && body.from > body.to) {
      return refuse("BAD_PERIOD",
                    "the period from " + dayText(body.from) + " to " + dayText(body.to) + " ends before it begins");
    }
  }
  if constexpr (requires { body.country; }) ASAR_TRY(checkCountry(body.country));
  if constexpr (requires { body.people == 0U; }) {
    if (body.people == 0U) return countZero("people");
  }
  if constexpr (requires { body.quantity == 0U; }) {
    if (body.quantity == 0U) return countZero("quantity");
  }
  if constexpr (requires { body.minutes.count(); }) {
    if (body.minutes.count() < 1) return countZero("minutes");
  }
  if constexpr (requires { minorOf(body.amount); }) {
    if (minorOf(body.amount) <= 0)
      return refuse("AMOUNT_NOT_POSITIVE", "the amount " + std::to_string(minorOf(body.amount)) + " is not above zero");
  }
  return {};
}

// When it happened; 0 where the command does not say.
UtcMs occurredAt(const Command& command) {
  return visit(
      [](const auto& body) -> UtcMs {
        if constexpr (requires { body.occurred_at.utc_ms; }) return body.occurred_at.utc_ms;
        return 0;
      },
      command.body);
}

Result<void> checkState(const State& state, StreamRole role, const SubjectId& id,
                        std::span<const SubjectState> wanted) {
  const auto now = stateOf(state, role, id);
  if (!now) return refuse("UNKNOWN_SUBJECT", "there is no " + std::string(nameOf(role)) + " " + id.text());
  if (std::ranges::find(wanted, *now) != wanted.end()) return {};
  return refuse("WRONG_STATE", std::string(nameOf(role)) + " " + id.text() + " is " + std::string(nameOf(*now)) +
                                   ", not " + namesOf(wanted));
}

Result<void> checkConditions(const State& state, const Command& command) {
  Result<void> result;
  const auto check = [&](StreamRole role, const SubjectId& id, std::span<const SubjectState> states) {
    if (result && !id.isNone()) result = checkState(state, role, id, states);
  };
  visit([&](const auto& body) { eachCondition(body, check); }, command.body);
  return result;
}

}  // namespace

std::optional<SubjectState> stateOf(const State& state, StreamRole role, const SubjectId& id) {
  static const auto kFirst = firstStates();
  if (const auto* subject = state.lives.find(id)) return subject->state;
  return kFirst[static_cast<std::size_t>(openedAs(role))];
}

Result<void> checkLife(const State& state, const Command& command, const Subjects& subjects, const Context& context) {
  const KindTraits& traits = traitsOf(kindOf(command));
  if (context.rules >= kConditionsSince) ASAR_TRY(checkConditions(state, command));
  if (traits.since == 0) return {};
  ASAR_TRY(visit([&](const auto& body) { return checkNamedFields(body, context); }, command.body));
  if (traits.from.empty()) return {};
  const StreamRole role = traits.streams.front();
  ASAR_TRY(checkState(state, role, subjects[role], traits.from));
  const auto* subject = state.lives.find(subjects[role]);
  const UtcMs at = occurredAt(command);
  if (subject == nullptr || at == 0 || at >= subject->opened_at) return {};
  return refuse("BEFORE_ORIGINAL",
                "it lies before its " + std::string(nameOf(role)) + " began, " + Instant{subject->opened_at, 0}.text());
}

void goOn(State& state, const Command& command) {
  const auto change = [&](StreamRole role, const SubjectId& id, SubjectState to) {
    if (id.isNone()) return;
    LifeRecord& life = state.lives.edit(id);
    life.role = openedAs(role);
    life.state = to;
  };
  visit([&](const auto& body) { eachChange(body, change); }, command.body);
  const KindTraits& traits = traitsOf(kindOf(command));
  if (traits.since == 0 || !traits.to) return;
  const auto subjects = subjectsOf(state, command);
  ASAR_CHECK(subjects);
  const StreamRole role = traits.streams.front();
  LifeRecord& life = state.lives.edit((*subjects)[role]);
  life.role = role;
  life.state = *traits.to;
  if (!traits.opens()) return;
  life.opened_at = occurredAt(command);
  for (const StreamRole other : traits.streams.subspan(1)) {
    if (!(*subjects)[other].isNone()) life.belongs.emplace_back(other, (*subjects)[other]);
  }
}

}  // namespace ledger
