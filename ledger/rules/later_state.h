// Later state — what the rules remember of the subjects of later kinds, beyond their lives (lifecycle.h).
//
// Units    minor units of the amount's currency; civil days; UTC milliseconds.
// Threads  plain values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/event/values.h"
#include "ledger/rules/done_by.h"

namespace ledger {

struct Days {
  CivilDay from = 0;
  CivilDay to = 0;  // 0 = open

  bool cover(CivilDay day) const { return from <= day && (to == 0 || day <= to); }
};

// A guardian's consent to a minor's service; whether it still stands says its life.
struct Guardianship {
  SubjectId id;
  Days days;
  PersonId guardian;
};

// A suspension or an exclusion.
struct BarRecord {
  CivilDay appeal_until = 0;
  std::vector<PersonId> signers;  // first and second, and those they acted for
};

// What an employer gives each of its people for service within paid time.
struct EmployerRecord {
  Minutes week_minutes{};
  Days days;
};

// An assignment with a stipend; before its start it has no days yet.
struct StipendRecord {
  SubjectId assignment;
  SubjectId organisation;
  Days days;
  bool started = false;
};

// Days on which an organisation's volunteers are sent to an emergency.
struct Deployment {
  SubjectId id;
  Days days;
};

struct ProposedProject {
  ProjectPropose plan;
  DoneBy proposer;
};

struct SignUpRecord {
  SubjectId shift;
  PersonId volunteer;
  UtcMs checked_in_at = 0;
};

struct CallRecord {
  Days days;
  Money budget;
  SubjectId funder;
  std::vector<Criterion> criteria;
  std::vector<PersonId> experts;  // drawn for it
  std::int64_t awarded = 0;
  GrantClass grant_class = GrantClass::kOther;
  SubjectId programme;
  CivilDay published_on = 0;  // whose classes and indices its awards go by
};

struct PanelRecord {
  SubjectId call;
  std::vector<Expert> candidates;
  std::uint16_t drawn = 0;
  Digest seed;
};

struct ScoreHeld {
  PersonId expert;
  std::string criterion;
  CivilDay given_on = 0;
  CivilDay recorded_on = 0;
};

struct ApplicationRecord {
  SubjectId call;
  SubjectId organisation;
  Money amount;
  std::vector<PersonId> conflicts;
  std::vector<PersonId> scorers;  // those whose scores count no more, too
  std::vector<ScoreHeld> scores;
  DoneBy applicant;  // who submitted it
};

// A sum, and what is taken of it: deliverables of a contract, allocations of a donation.
struct Portion {
  Money whole;
  std::int64_t taken = 0;
  SubjectId programme;  // what a donation is restricted to
};

struct ObligationRecord {
  CivilDay due = 0;
  SubjectId grant;
  ReportKind kind = ReportKind::kAnnual;
};

// What must be answered before a grant gets more money or closes.
struct WatchedRecord {
  std::vector<SubjectId> obligations;
  std::vector<SubjectId> high_findings;
};

struct AuditRecord {
  SubjectId organisation;
  SubjectId grant;
  std::vector<SubjectId> findings;
  Position opened = 0;  // index of the entry that opened it
};

struct FindingRecord {
  SubjectId audit;
};

struct RelatedParty {
  SubjectId organisation;
  Days days;
};

struct DelegationRecord {
  PersonId person;  // whose role it is
  PersonId delegate;
  Role role{};
  SubjectId within;  // none = wherever the person holds the role
  Days days;
};

struct EnrolmentRecord {
  PersonId person;
  Digest ticket_hash;
  UtcMs offered_at = 0;   // recordedAt of the entry by which it took effect
  bool recovers = false;  // after a loss of keys: it waits before it counts
};

// Values of one field of a person.
using PersonTag = std::pair<PersonId, std::uint16_t>;

struct CreditRecord {
  PersonId person;
  SubjectId policy;
  std::string double_use;  // under the document that was applied
  std::uint32_t credits = 0;
  std::optional<Money> voucher;
  std::vector<SubjectId> used;  // hours entries
};

enum class AwardState { kNominated, kConferred, kRevoked };

struct AwardRecord {
  AwardState state = AwardState::kNominated;
  PersonId nominee;
  SubjectId organisation;
  std::string distinction;
  CivilDay nominated_on = 0;
  CivilDay recorded_on = 0;
  SubjectId round;  // that it was admitted to
};

// Figures about people that were made public.
struct ReleaseRecord {
  SubjectId release;
  ReleaseSpan span{};
  CivilDay from = 0;
  Position at_size = 0;
};

struct RoundRecord {
  std::string distinction;
  Days days;
};

}  // namespace ledger
