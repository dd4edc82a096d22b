#include "audit/verify/release_history.h"

#include <capnp/schema.h>

#include <algorithm>

#include "audit/verify/national.h"

namespace audit {
namespace {

std::string nameOfKind(schema::ActivityKind kind) {
  const auto kinds = capnp::Schema::from<schema::ActivityKind>().getEnumerants();
  return kinds[static_cast<unsigned>(kind)].getProto().getName().cStr();
}

bool isMinorsBand(schema::AgeBand band) {
  return band == schema::AgeBand::UNDER14 || band == schema::AgeBand::FROM14TO15 || band == schema::AgeBand::FROM16TO17;
}

// The entry that a command is about; nullopt: none.
std::optional<Id> hoursOf(schema::Command::Reader command) {
  if (command.isHoursClaim()) return idOf(command.getHoursClaim().getHours());
  if (command.isHoursAttest()) return idOf(command.getHoursAttest().getHours());
  if (command.isHoursReject()) return idOf(command.getHoursReject().getHours());
  if (command.isHoursDispute()) return idOf(command.getHoursDispute().getHours());
  if (command.isHoursResolve()) return idOf(command.getHoursResolve().getHours());
  if (command.isHoursCorrect()) return idOf(command.getHoursCorrect().getHours());
  if (command.isHoursVoid()) return idOf(command.getHoursVoid().getHours());
  return std::nullopt;
}

ReleaseSaid saidBy(const Case& c, schema::ReleasePublish::Reader release) {
  ReleaseSaid said{c.index,
                   release.getSpan(),
                   release.getFrom(),
                   release.getTo(),
                   release.getAtSize(),
                   {release.getLeast(), release.getLeastWithMinors()},
                   {}};
  for (const auto table : release.getTables())
    said.tables.emplace_back(stringOf(table.getName()), fixed<32>(table.getDigest()));
  return said;
}

}  // namespace

void ReleaseHistory::take(const State& state, const Case& c, schema::Command::Reader command) {
  settle(state);
  touched_ = hoursOf(command);
  touched_at_ = c.index;
  if (command.isProfilesMerge() && c.rules >= kVersionThree) {
    const auto merge = command.getProfilesMerge();
    merges_.push_back({c.index, idOf(merge.getPerson()), idOf(merge.getAbsorbed())});
  } else if (command.isOrganisationRegister()) {
    const auto organisation = command.getOrganisationRegister();
    const auto names = organisation.getNames();
    names_[idOf(organisation.getOrganisation())] = {stringOf(names.getKk()), stringOf(names.getRu()),
                                                    stringOf(names.getEn())};
  } else if (command.isReleasePublish()) {
    releases_.push_back(saidBy(c, command.getReleasePublish()));
  }
}

void ReleaseHistory::settle(const State& state) {
  if (!touched_) return;
  const Id id = *touched_;
  touched_.reset();
  const Hours* hours = find(state.hours, id);
  // What was imported never counts; it is voided with its batch.
  if (hours == nullptr || hours->imported) return;
  History& history = hours_[id];
  if (history.standings.empty()) {
    const Activity* activity = find(state.activities, hours->activity);
    const Project* project = activity == nullptr ? nullptr : find(state.projects, activity->project);
    if (project == nullptr) return;
    history.volunteer = hours->volunteer;
    history.organisation = project->organisation;
    history.day = civilDay(hours->occurred);
    history.region = regionOf(project->region);
    history.activity = nameOfKind(activity->kind);
    history.minor = isMinorsBand(hours->age_band);
  }
  history.standings.push_back({touched_at_, hours->standing, hours->state != HoursState::kVoided});
}

std::vector<ReleasedHours> ReleaseHistory::hoursAt(std::int64_t first_day, std::int64_t last_day, std::uint64_t size,
                                                   std::uint64_t merged_at) const {
  std::map<Id, Id> survivors;
  for (const Merge& merge : merges_) {
    if (merge.index >= merged_at) continue;
    for (auto& [absorbed, survivor] : survivors) {
      if (survivor == merge.absorbed) survivor = merge.person;
    }
    survivors[merge.absorbed] = merge.person;
  }
  std::vector<ReleasedHours> all;
  for (const auto& [id, history] : hours_) {
    if (history.day < first_day || history.day > last_day) continue;
    const Standing* last = nullptr;
    for (const Standing& standing : history.standings) {
      if (standing.index < size) last = &standing;
    }
    if (last == nullptr || !last->counts) continue;
    const auto survivor = survivors.find(history.volunteer);
    all.push_back({survivor == survivors.end() ? history.volunteer : survivor->second, history.organisation,
                   history.region, history.activity, last->minutes, history.minor});
  }
  return all;
}

}  // namespace audit
