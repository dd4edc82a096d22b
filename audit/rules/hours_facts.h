// HoursFacts — what the rules on hours read: service, attestations, check-ins, credits, as they were recorded.
//
// Shape    in the order of the log. `index` is the entry by which it took effect. Moments are milliseconds; the state
//          has what stands of an entry, whom it is of and when it was served.
// Units    minutes whole.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "audit/replay/case.h"

namespace audit {

struct AttestFact {
  std::uint64_t index = 0;
  Doer doer;
  Key key{};
  std::int64_t minutes = 0;
  schema::AttestationMethod method = schema::AttestationMethod::PRESENT;
  schema::HoursReason reason = schema::HoursReason::NONE;
  std::int64_t recorded_ms = 0;
  bool mandate = false;  // she held the role there when she attested, and when the service ended
};

struct CorrectFact {
  std::uint64_t index = 0;
  std::int64_t from = 0;  // minutes that stood
  std::int64_t to = 0;
  schema::HoursReason reason = schema::HoursReason::NONE;
};

struct ServedFact {
  Id id{};
  Id project{};
  Id organisation{};
  std::uint64_t index = 0;  // of the claim
  std::int64_t recorded_ms = 0;
  schema::Presence presence = schema::Presence::ONSITE;
  bool guarded = false;  // a guardian had agreed to service on that day
  std::optional<AttestFact> attest{};
  std::vector<CorrectFact> corrections{};
};

struct CheckFact {
  std::uint64_t index = 0;
  Moment at;
  schema::CheckMethod method = schema::CheckMethod::QR;
  Hash device{};  // of the volunteer's own; zeros: none was told
  std::string place;
};

struct SignupFact {
  Id id{};
  Id shift{};
  Id activity{};
  Id volunteer{};
  std::optional<CheckFact> in{};
  std::optional<CheckFact> out{};
};

struct ShiftFact {
  Id id{};
  Id activity{};
  std::uint64_t index = 0;
  std::string role;
  Moment starts;
  Moment ends;
  std::uint16_t people = 0;  // at most; 0: no limit was told
  bool roster = false;       // it was closed with one
};

struct ActivityFact {
  std::uint64_t index = 0;
  std::string place;
  std::int64_t people = 0;                 // who came, once it was held
  std::optional<std::uint64_t> cancelled;  // by that entry
};

struct CreditUseFact {
  Id hours{};
  std::int64_t minutes = 0;
};

struct CreditFact {
  Id id{};
  Id person{};
  Id organisation{};
  Id policy{};
  std::uint64_t index = 0;
  std::int64_t day = 0;
  std::vector<CreditUseFact> used;
};

// Something of a person that holds on these days: an insurance, a stay that was offered.
struct PersonDays {
  Id id{};
  std::uint64_t index = 0;
  Days days;
  std::string country;  // of a stay
};

struct CommitmentFact {
  Id person{};
  std::uint64_t index = 0;
};

struct HoursFacts {
  std::vector<ServedFact> served;
  std::vector<SignupFact> signups;
  std::vector<ShiftFact> shifts;
  IdMap<std::vector<std::size_t>> shifts_of;  // by activity, places in the list above
  IdMap<ActivityFact> activities;
  std::vector<CreditFact> credits;
  IdMap<std::vector<Days>> suspended;                                               // by project
  IdMap<std::string> regions;                                                       // of organisations
  IdMap<std::string> project_regions;                                               // of projects
  IdMap<std::vector<PersonDays>> insured;                                           // by person
  IdMap<std::vector<PersonDays>> stays;                                             // by person
  std::map<std::pair<std::uint16_t, Hash>, std::vector<CommitmentFact>> committed;  // by tag and digest
  std::map<Key, std::pair<std::uint64_t, std::int64_t>> compromised;                // entry, and since when

  // The state is that before the command takes effect.
  void hear(const State& state, const Case& c, schema::Command::Reader command);
  const ServedFact* servedOf(const Id& hours) const;

 private:
  void hearHours(const State& state, const Case& c, schema::Command::Reader command);
  void hearShifts(const State& state, const Case& c, schema::Command::Reader command);
  void hearProjects(const Case& c, schema::Command::Reader command);
  void hearPeople(const Case& c, schema::Command::Reader command);
  void note(const State& state, const Case& c, schema::HoursClaim::Reader command);
  void note(const State& state, const Case& c, schema::HoursAttest::Reader command);
  void note(const Case& c, const Id& person, capnp::List<schema::Commitment>::Reader commitments);
  void end(IdMap<std::vector<PersonDays>>& list, const Id& id, std::int64_t day);

  IdMap<std::size_t> served_at_;
  IdMap<std::size_t> signup_at_;
  IdMap<std::size_t> shift_at_;
  IdMap<Id> covered_;  // insurances and stays, to their person
};

}  // namespace audit
