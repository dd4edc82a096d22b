#include "audit/replay_coordination.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "audit/later_kinds.h"

namespace audit {
namespace {

using Which = schema::Command::Which;
using schema::Role;

constexpr Role kAuthorities[] = {Role::AUTHORITY};
constexpr Role kClerks[] = {Role::CLERK};
constexpr Role kOfficers[] = {Role::OFFICER};
constexpr Role kOrganisers[] = {Role::OFFICER, Role::COORDINATOR};

struct Speakers {
  Which which;
  std::span<const Role> roles;
  const char* scope;  // the subject the role is held in; "" is the whole ledger
  Voice voice;
};

// Anybody who has a key may bring an idea; for the rest:
constexpr Speakers kSpeakers[] = {
    {Which::OFFICE_MANDATE_SET, kAuthorities, "", Voice::kWithSecond},
    {Which::MONITORING_VISIT_RECORD, kClerks, "office", Voice::kAlone},
    {Which::IDEA_TRIAGE, kClerks, "office", Voice::kAlone},
    {Which::IDEA_CONVERT, kClerks, "office", Voice::kAlone},
    {Which::IDEA_DECLINE, kClerks, "office", Voice::kAlone},
    {Which::REQUEST_RECEIVE, kClerks, "office", Voice::kAlone},
    {Which::REQUEST_ROUTE, kClerks, "office", Voice::kAlone},
    {Which::REQUEST_RESOLVE, kClerks, "office", Voice::kAlone},
    {Which::MEETING_HOLD, kClerks, "office", Voice::kAlone},
    {Which::DIRECTION_ADD, kAuthorities, "", Voice::kWithSecond},
    {Which::DIRECTION_RETIRE, kAuthorities, "", Voice::kWithSecond},
    {Which::CAMPAIGN_OPEN, kClerks, "office", Voice::kAlone},
    {Which::DEED_RECORD, kOrganisers, "organisation", Voice::kAlone},
    {Which::COMMITMENT_RECORD, kOfficers, "organisation", Voice::kAlone},
    {Which::CAMPAIGN_CLOSE, kClerks, "office", Voice::kAlone},
    {Which::FORUM_REGISTER, kClerks, "office", Voice::kAlone},
    {Which::PARTICIPATION_RECORD, kClerks, "office", Voice::kAlone},
    {Which::COUNCIL_FORM, kAuthorities, "", Voice::kWithSecond},
    {Which::RESOLUTION_TAKE, kClerks, "office", Voice::kAlone},
    {Which::RESOLUTION_FULFIL, kClerks, "office", Voice::kAlone},
    {Which::PARTNERSHIP_REGISTER, kAuthorities, "", Voice::kWithSecond},
    {Which::EMERGENCY_DECLARE, kAuthorities, "", Voice::kWithSecond},
    {Which::EMERGENCY_END, kAuthorities, "", Voice::kWithSecond},
    {Which::DEPLOYMENT_ORDER, kClerks, "office", Voice::kAlone},
    {Which::DEPLOYMENT_END, kOrganisers, "organisation", Voice::kAlone},
    {Which::LEGAL_BASIS_RECORD, kAuthorities, "", Voice::kWithSecond},
    {Which::CAPACITY_REPORT, kClerks, "office", Voice::kAlone},
};

bool isCountry(std::string_view code) {
  return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string participationOf(schema::ParticipationRecord::Reader command) {
  const Id forum = idOf(command.getForum());
  return std::string(forum.begin(), forum.end()) + stringOf(command.getCountry()) + ' ' +
         std::to_string(static_cast<unsigned>(command.getRole()));
}

Refusal judgeForum(const State& state, schema::ParticipationRecord::Reader command) {
  if (!isCountry(stringOf(command.getCountry()))) return {"BAD_COUNTRY", "the country is no ISO 3166-1 code"};
  if (!state.participations.contains(participationOf(command))) return {};
  return {"PARTICIPATION_TAKEN", "that country's people in that role were counted before"};
}

Refusal judgeDeed(const State& state, schema::DeedRecord::Reader command) {
  const auto* days = find(state.campaigns, idOf(command.getCampaign()));
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
  if (days == nullptr || (days->first <= day && day <= days->second)) return {};
  return {"OUTSIDE_CAMPAIGN", "the deed lies outside the days of its campaign"};
}

}  // namespace

Refusal judgeCoordination(const State& state, schema::Command::Reader command) {
  if (command.isDirectionAdd()) {
    const bool taken = state.directions.contains(stringOf(command.getDirectionAdd().getCode()));
    return taken ? Refusal{"DIRECTION_TAKEN", "a direction of that code is there already"} : Refusal{};
  }
  if (command.isForumRegister()) {
    const bool fits = isCountry(stringOf(command.getForumRegister().getCountry()));
    return fits ? Refusal{} : Refusal{"BAD_COUNTRY", "the country is no ISO 3166-1 code"};
  }
  if (command.isParticipationRecord()) return judgeForum(state, command.getParticipationRecord());
  if (command.isDeedRecord()) return judgeDeed(state, command.getDeedRecord());
  return {};
}

void applyCoordination(State& state, schema::Command::Reader command) {
  if (command.isDirectionAdd()) state.directions.insert(stringOf(command.getDirectionAdd().getCode()));
  if (command.isParticipationRecord()) state.participations.insert(participationOf(command.getParticipationRecord()));
  if (command.isCampaignOpen()) {
    const auto campaign = command.getCampaignOpen();
    state.campaigns.try_emplace(idOf(campaign.getCampaign()), campaign.getFrom(), campaign.getTo());
  }
}

Voice voiceInCoordination(const State& state, const Case& c, const Id& person, schema::Command::Reader command) {
  if (command.isIdeaSubmit()) return Voice::kAlone;
  const auto* const row = std::ranges::find(kSpeakers, command.which(), &Speakers::which);
  if (row == std::end(kSpeakers)) return Voice::kNone;
  const Id scope = *row->scope == '\0' ? Id{} : subjectOf(state, command, row->scope);
  const bool may = std::ranges::any_of(
      row->roles, [&](schema::Role role) { return holds(state, person, role, scope, c.recorded_at); });
  return may ? row->voice : Voice::kNone;
}

}  // namespace audit
