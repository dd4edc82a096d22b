// Case — one command before the rules: who signed it, who endorses it, when it is recorded. And Refusal, what a rule
// says against it.
#pragma once

#include "audit/replay/state.h"

namespace audit {

struct Case {
  std::uint64_t index = 0;     // of the entry that is judged
  Hash leaf{};                 // leaf hash of that entry
  std::uint64_t document = 0;  // of the entry that holds the command: the proposal's where one is endorsed
  std::uint16_t rules = 0;     // the version that the entry says it was judged by
  std::int64_t recorded_at = 0;
  std::uint64_t seen = 0;  // size of the log whose root the header names
  Id person{};             // who signed the command
  Key key{};               // with which key
  Id acts_for{};           // in whose role she speaks, where it is not her own; zeros: nobody's
  std::optional<Id> second;
  Id second_acts_for{};
  std::vector<Id> signer_profiles{};  // besides the two that speak first, and those that speak second
  std::vector<Id> endorser_profiles{};
  schema::Assurance assurance = schema::Assurance::SELF;
  schema::Visibility visibility = schema::Visibility::PUBLIC;  // of the submission
  Id batch{};
  bool trusted = false;  // its signatures and proofs were judged before

  bool imported() const { return assurance == schema::Assurance::IMPORTED; }
  Doer signer() const { return {person, acts_for, signer_profiles}; }
  Doer endorser() const { return {second.value_or(Id{}), second_acts_for, endorser_profiles}; }
  // True of one of the two, or of those they act for.
  template <class Holds>
  bool anyone(Holds holds) const {
    return signer().any(holds) || endorser().any(holds);
  }
  bool concerns(const Id& one) const { return signer().is(one) || endorser().is(one); }
  bool meets(const Doer& earlier) const { return signer().meets(earlier) || endorser().meets(earlier); }
};

struct Refusal {
  const char* name = nullptr;
  const char* why = "";

  explicit operator bool() const { return name != nullptr; }
};

// What the rules expect the ledger to have decided.
struct Ruling {
  Refusal refusal;
  std::uint64_t policy = 0;
  unsigned flags = 0;  // a bit per Flag
};

inline constexpr Refusal kUnknownSubject{"UNKNOWN_SUBJECT", "it names something that the log does not know"};
inline constexpr Refusal kIdTaken{"ID_TAKEN", "its new id is in use"};
inline constexpr Refusal kWrongState{"WRONG_STATE", "the state of its subject does not allow it"};
inline constexpr Refusal kInFuture{"IN_FUTURE", "it tells of something later than its recording"};
inline constexpr Refusal kReasonMissing{"REASON_MISSING", "it needs a reason"};

// The version of the rules that brought whatever the text calls "since version 3".
inline constexpr std::uint16_t kVersionThree = 3;

// The day of the entry that is judged, by the offset of what its signer said: by it what she says of the time opens no
// window and passes no gate. By earlier rules, and of imports, the day that she said.
inline std::int64_t gateDay(const Case& c, schema::Instant::Reader said) {
  if (c.rules < kVersionThree || c.imported()) return civilDay(Moment::of(said));
  return civilDay(c.recorded_at, said.getOffsetMinutes());
}

inline Refusal future(const Case& c, schema::Instant::Reader instant) {
  return inFuture(instant.getUtcMs(), c.recorded_at) ? kInFuture : Refusal{};
}

}  // namespace audit
