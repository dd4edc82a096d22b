// PeopleState — what the log says of persons after their registration: who acts for whom, tickets, guardians, credits,
// profiles that are one, who attested for whom; and of the days that an organisation has closed or was deployed on.
//
// Shape    plain values, found by id; days are civil days, counted from 1970-01-01; vouchers are minor units.
// Threads  single-thread.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "audit/replay/later_state.h"

namespace audit {

struct Delegation {
  Id id{};
  Id person{};  // whose role it is
  schema::Role role = schema::Role::CLERK;
  Id within{};  // zeros: wherever she holds it
  Days days;
};

struct Enrolment {
  Id person{};
  Hash ticket_hash{};
  std::int64_t since_ms = 0;  // when it took effect
  bool recovery = false;
};

struct Guardianship {
  Id id{};
  Id guardian{};
  Days days;
};

struct Deployment {
  Id id{};
  Days days;  // open until it has ended
};

struct Credit {
  Id id{};
  Id policy{};             // the id of its rules
  std::string double_use;  // as these rules had it
  std::int64_t credits = 0;
  std::int64_t voucher = 0;
  std::string currency;  // of the voucher
  std::vector<Id> used;  // hours entries
};

struct PeopleState {
  IdMap<std::vector<Delegation>> delegations_to;  // by delegate, in the order of the log
  IdMap<Enrolment> enrolments;
  IdMap<std::vector<Guardianship>> guardianships_of;  // by the person who is guarded
  IdMap<std::vector<Deployment>> deployments_of;      // by organisation
  IdMap<std::vector<Days>> closed_days_of;            // by organisation
  IdMap<std::vector<Credit>> credits_of;              // by person
  // Profiles that were joined: the one under which all of them are listed, and those lists.
  IdMap<Id> profile_under;
  IdMap<std::vector<Id>> profiles;
  absl::flat_hash_map<std::pair<Id, Id>, std::uint32_t> attested_by;  // entries, by attestor and volunteer
};

// What stands there under that id; nothing where there is none.
template <class Value>
const std::vector<Value>& listOf(const IdMap<std::vector<Value>>& map, const Id& id) {
  static const auto& none = *new std::vector<Value>;
  const auto* found = find(map, id);
  return found == nullptr ? none : *found;
}

}  // namespace audit
