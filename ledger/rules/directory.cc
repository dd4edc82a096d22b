#include "ledger/rules/directory.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/public_text.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

Result<void> checkLanguages(const std::vector<SpokenLanguage>& languages, const Context& context) {
  const auto not_after = [](SpokenLanguage one, SpokenLanguage next) { return one >= next; };
  if (context.rules < kRules3 || std::ranges::adjacent_find(languages, not_after) == languages.end()) return {};
  return refuse("BAD_LANGUAGES", "the languages of a person stand in the order kk, ru, en, other, each once");
}

}  // namespace

Result<void> checkRegion(std::string_view region) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool fits = region.size() >= 4 && region.size() <= 6 && capital(region[0]) && capital(region[1]) &&
                    region[2] == '-' &&
                    std::ranges::all_of(region.substr(3), [&](char c) { return capital(c) || digit(c); });
  if (fits) return {};
  return refuse("BAD_REGION", "'" + std::string(region) + "' is not an ISO 3166-2 code such as KZ-75");
}

Result<void> checkLater(CivilDay day, CivilDay last) {
  if (day > last) return {};
  return refuse("BAD_PERIOD", dayText(day) + " is not later than the last day so far, " + dayText(last));
}

Result<void> checkNotFuture(const Instant& at, const Context& context) {
  if (at.utc_ms <= context.recorded_at + limits::kClockToleranceMs) return {};
  return refuse("IN_FUTURE", at.text() + " is later than now, " +
                                 Instant{context.recorded_at, at.offset_minutes}.text() +
                                 ", by more than 2 minutes: facts are recorded after they happen");
}

Result<Decision> judge(const State& state, const OfficeEstablish& command, const Context&) {
  if (command.kind == OfficeKind::kNational) {
    if (!command.region.empty()) return refuse("BAD_REGION", "the national office has no region");
    if (state.ledger().national_office) return refuse("REGION_HAS_OFFICE", "there is a national office already");
    return Decision{};
  }
  ASAR_TRY(checkRegion(command.region));
  if (state.claimed.has({Claimed::kOfficeRegion, command.region})) {
    return refuse("REGION_HAS_OFFICE", "region " + command.region + " has a front office already");
  }
  return Decision{};
}

void evolve(State& state, const OfficeEstablish& command, const Context&) {
  state.offices.edit(command.office) = OfficeRecord{command.kind, command.region};
  if (command.kind == OfficeKind::kNational) {
    state.editLedger().national_office = true;
  } else {
    state.claimed.edit({Claimed::kOfficeRegion, command.region}) = command.office;
  }
}

Result<Decision> judge(const State& state, const OrganisationRegister& command, const Context& context) {
  ASAR_TRY(checkRegion(command.region));
  const std::string& number = command.registration_number;
  ASAR_TRY(checkPublicNumber("registrationNumber", number, context));
  if (!number.empty() && state.claimed.has({Claimed::kRegistrationNumber, number})) {
    return refuse("NUMBER_TAKEN",
                  "an organisation with the registration number " + number + " is in the ledger already");
  }
  return Decision{};
}

void evolve(State& state, const OrganisationRegister& command, const Context&) {
  state.organisations.edit(command.organisation) = OrganisationRecord{command.office, command.region};
  if (!command.registration_number.empty()) {
    state.claimed.edit({Claimed::kRegistrationNumber, command.registration_number}) = command.organisation;
  }
}

Result<Decision> judge(const State&, const PersonRegister& command, const Context& context) {
  ASAR_TRY(checkRegion(command.region));
  ASAR_TRY(checkLanguages(command.languages, context));
  return Decision{};
}

void evolve(State& state, const PersonRegister& command, const Context&) {
  state.persons.edit(command.person) =
      PersonRecord{command.office, command.region, command.age_band, /*has_key=*/false, command.age_basis};
}

Result<Decision> judge(const State& state, const ProgrammeDefine& command, const Context& context) {
  if (context.rules < kRules3) return Decision{};
  const auto* direction = state.claimed.find({Claimed::kDirection, command.direction});
  const bool retired =
      direction != nullptr && stateOf(state, StreamRole::kDirection, *direction) == SubjectState::kRetired;
  if (!retired) return Decision{};
  return refuse("WRONG_STATE",
                "the direction '" + command.direction + "' is retired: define the programme in one that is active");
}

void evolve(State& state, const ProgrammeDefine& command, const Context&) {
  state.programmes.edit(command.programme) = ProgrammeRecord{command.office, command.direction};
}

}  // namespace ledger
