#include "projections/people/hours_by_volunteer.h"

#include <algorithm>

#include "projections/people/hours_by_volunteer_sql.h"

namespace projections {
namespace {

using ledger::Result;

void addFlags(HoursEntryRow& entry, const Fact& fact) {
  for (const ledger::Flag flag : fact.decision->flags) {
    const std::string_view name = nameOf(flag);
    if (entry.flags.find(name) != std::string::npos) continue;
    if (!entry.flags.empty()) entry.flags += ' ';
    entry.flags += name;
  }
}

void attest(HoursEntryRow& entry, const ledger::HoursAttest& attest, const Fact& fact) {
  entry.state = attest.minutes < entry.claimed ? HoursState::kPartiallyAttested : HoursState::kAttested;
  entry.minutes = attest.minutes;
  entry.reason = attest.reason;
  entry.method = attest.method;
  entry.attestor = fact.signer;
  entry.attested_index = fact.index;
  addFlags(entry, fact);
}

void resolve(HoursEntryRow& entry, const ledger::HoursResolve& resolve) {
  switch (resolve.outcome) {
    case ledger::DisputeOutcome::kUpheld:
      entry.state = entry.state_before;
      break;
    case ledger::DisputeOutcome::kCorrected:
      entry.state = HoursState::kCorrected;
      break;
    case ledger::DisputeOutcome::kVoided:
      entry.state = HoursState::kVoided;
      break;
  }
  entry.minutes = resolve.minutes;
}

void end(HoursEntryRow& entry, HoursState state, ledger::HoursReason reason) {
  entry.state = state;
  entry.minutes = ledger::Minutes{0};
  entry.reason = reason;
}

}  // namespace

std::string_view HoursByVolunteer::sql() const {
  return kHoursByVolunteerSql;
}

Result<void> HoursByVolunteer::load(Database& database) {
  if (auto loaded = entries_.load(database); !loaded) return loaded;
  return volunteers_.load(database);
}

Result<void> HoursByVolunteer::flush(Database& database) {
  if (auto written = entries_.flush(database); !written) return written;
  return volunteers_.flush(database);
}

void HoursByVolunteer::carry(const Fact& fact, const HoursEntryRow* before, HoursEntryRow& after) {
  after.changed = fact.index;
  VolunteerRow& volunteer = volunteers_.insert({after.volunteer, {}, 0});
  if (before != nullptr) volunteer.sums -= sumsOf(*before);
  volunteer.sums += sumsOf(after);
  volunteer.changed = fact.index;
  for (HoursListener* listener : listeners_) listener->hoursChanged(before, after);
}

Result<void> HoursByVolunteer::claim(const Fact& fact, const ledger::HoursClaim& claim) {
  const ActivityRow* activity = places_.activity(claim.activity);
  if (activity == nullptr) return withoutSubject(fact, "activity", claim.activity.text());
  const bool imported = fact.assurance == ledger::Assurance::kImported;
  HoursEntryRow entry;
  entry.hours = claim.hours;
  entry.volunteer = claim.volunteer;
  entry.activity = claim.activity;
  entry.organisation = activity->organisation;
  entry.region = activity->region;
  entry.direction = activity->direction;
  entry.day = claim.occurred_at.civilDay();
  entry.starts_at = claim.occurred_at.utc_ms;
  entry.ends_at = claim.until ? claim.until->utc_ms : 0;
  entry.claimed = claim.minutes;
  entry.minutes = imported ? claim.minutes : ledger::Minutes{0};
  entry.state = imported ? HoursState::kImported : HoursState::kClaimed;
  entry.state_before = entry.state;
  entry.role = claim.role;
  entry.time_basis = claim.time_basis;
  entry.presence = claim.presence;
  entry.assurance = fact.assurance;
  entry.batch = fact.batch;
  entry.employment = claim.employment;
  entry.since = fact.index;
  addFlags(entry, fact);
  carry(fact, nullptr, entries_.insert(std::move(entry)));
  return {};
}

template <class Change>
Result<void> HoursByVolunteer::alter(const Fact& fact, ledger::SubjectId hours, Change change) {
  HoursEntryRow* entry = entries_.change(hours);
  if (entry == nullptr) return withoutSubject(fact, "hours entry", hours.text());
  const HoursEntryRow before = *entry;
  change(*entry);
  carry(fact, &before, *entry);
  return {};
}

void HoursByVolunteer::voidBatch(const Fact& fact, ledger::SubjectId batch) {
  entries_.forEach([&](HoursEntryRow& entry) {
    if (entry.batch != batch || entry.state == HoursState::kVoided) return false;
    const HoursEntryRow before = entry;
    end(entry, HoursState::kVoided, entry.reason);
    carry(fact, &before, entry);
    return true;
  });
}

Result<void> HoursByVolunteer::fold(const Fact& fact) {
  const auto& body = fact.command->body;
  if (const auto* made = body.as<ledger::HoursClaim>()) return claim(fact, *made);
  if (const auto* attested = body.as<ledger::HoursAttest>()) {
    return alter(fact, attested->hours, [&](HoursEntryRow& entry) { attest(entry, *attested, fact); });
  }
  if (const auto* confirmed = body.as<ledger::HoursConfirm>()) {
    return alter(fact, confirmed->hours, [](HoursEntryRow& entry) { entry.confirmed = true; });
  }
  if (const auto* rejected = body.as<ledger::HoursReject>()) {
    return alter(fact, rejected->hours,
                 [&](HoursEntryRow& entry) { end(entry, HoursState::kRejected, rejected->reason); });
  }
  if (const auto* disputed = body.as<ledger::HoursDispute>()) {
    return alter(fact, disputed->hours, [&](HoursEntryRow& entry) {
      entry.state_before = entry.state;
      entry.state = HoursState::kDisputed;
      entry.reason = disputed->reason;
    });
  }
  if (const auto* resolved = body.as<ledger::HoursResolve>()) {
    return alter(fact, resolved->hours, [&](HoursEntryRow& entry) { resolve(entry, *resolved); });
  }
  if (const auto* corrected = body.as<ledger::HoursCorrect>()) {
    return alter(fact, corrected->hours, [&](HoursEntryRow& entry) {
      entry.state = HoursState::kCorrected;
      entry.minutes = corrected->minutes;
      entry.reason = corrected->reason;
    });
  }
  if (const auto* voided = body.as<ledger::HoursVoid>()) {
    return alter(fact, voided->hours, [&](HoursEntryRow& entry) { end(entry, HoursState::kVoided, voided->reason); });
  }
  if (const auto* batch = body.as<ledger::ImportVoid>()) voidBatch(fact, batch->batch);
  return {};
}

}  // namespace projections
