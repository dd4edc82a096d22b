// State — what the rules must remember to judge the next command: the fold of the log.
//
// Shape    tables of plain records, with one pending change (table.h). No I/O, no clock.
// Units    minutes; minor units of the grant's currency; UTC milliseconds.
// Threads  one writer thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/rules/done_by.h"
#include "ledger/rules/grant_state.h"
#include "ledger/rules/hours_state.h"
#include "ledger/rules/later_state.h"
#include "ledger/rules/table.h"

namespace ledger {

struct PersonRecord {
  SubjectId office;  // none for founders
  std::string region;
  AgeBand age_band = AgeBand::kUnknown;
  bool has_key = false;
  AgeBasis age_basis = AgeBasis::kDeclared;
};

struct ErasureRecord {
  Position index = 0;  // of the entry that brought it about
  UtcMs recorded_at = 0;
};

struct KeyRecord {
  PersonId person;
  bool live = true;
  bool revoked = false;       // and not merely rotated
  bool seen_nothing = false;  // has used its one submission without a checkpoint seen
};

struct RoleHeld {
  Role role = Role::kAuthority;
  SubjectId scope;  // none = the whole ledger
  UtcMs granted_at = 0;
  UtcMs valid_to = 0;  // 0 = until revoked

  bool counts(UtcMs at) const { return valid_to == 0 || at <= valid_to; }
};

struct OfficeRecord {
  OfficeKind kind = OfficeKind::kNational;
  std::string region;
};

struct OrganisationRecord {
  SubjectId office;
  std::string region;
  CivilDay verified_on = 0;  // the first day it was compared with a register; 0 = never
};

struct ProgrammeRecord {
  SubjectId office;
  std::string direction;
};

struct ProjectRecord {
  SubjectId programme;
  SubjectId organisation;
  std::string region;
  CivilDay from = 0;
  CivilDay to = 0;
};

struct ActivityRecord {
  SubjectId project;
  Instant starts;
  Instant ends;
  ActivityKind kind = ActivityKind::kShift;
};

struct ShiftRecord {
  SubjectId activity;
  Instant starts;
  Instant ends;
  std::uint16_t max_people = 0;
  std::uint32_t signed_up = 0;  // neither cancelled nor absent
  std::vector<AttendanceState> counted;
};

// A subject of a later kind, or one of the first version once it has left its first state.
struct LifeRecord {
  StreamRole role{};
  SubjectState state{};
  UtcMs opened_at = 0;                                    // occurredAt of the command that opened it, where it has one
  std::vector<std::pair<StreamRole, SubjectId>> belongs;  // the other streams of the entry that opened it
};

struct PolicyRecord {
  Position document = 0;  // index of its entry
  PolicyPublish policy;
};

struct ProposalRecord {
  Position index = 0;
  UtcMs recorded_at = 0;
  PersonId person;
  ActorKey key;
  Visibility visibility = Visibility::kPublic;
  Assurance assurance = Assurance::kSelf;
  bool open = true;
  Command command;
  PersonId acting_for;  // whom the proposer acted for then
};

// Something a batch brought in, and how to take it back.
struct ImportedMoney {
  enum class What { kDisbursement, kReversedDisbursement, kExpenditure, kReversal, kInterest, kRefund } what{};
  SubjectId grant;
  SubjectId id;  // of the disbursement, expenditure (or the reversal's original), refund
  std::int64_t amount = 0;
  CivilDay day = 0;  // on which it happened
  Position index = 0;
};

// What may be taken once in the ledger.
enum class Claimed : std::uint8_t {
  kRegistrationNumber,
  kGrantNumber,
  kDocument,
  kInvoice,
  kOfficeRegion,
  kDirection,
  kParticipation,
  kSignUp,
  kAttendance,
  kApplication,
  kScore,
  kReceipt,
  kTarget,
  kSample,
  kDistinction,
  kSystem,
  kLink,
  kDisbursement,  // that an expenditure names
  kRecovery,      // of a ledger that lost entries
};
using ClaimedKey = std::pair<Claimed, std::string>;

struct BatchRecord {
  PersonId importer;
  Digest source;
  Digest mapping;
  SubjectId system;  // it came from; none where it was not said
  std::uint32_t parts = 0;
  Visibility visibility = Visibility::kPrivate;  // the most public class of its parts
  bool voided = false;
  std::vector<SubjectId> hours;
  std::vector<SubjectId> grants;
  std::vector<ImportedMoney> money;
  std::vector<ClaimedKey> claims;  // free again when the batch is voided
  std::vector<std::pair<SubjectId, AttendanceState>> counts;
};

struct StreamRecord {
  std::uint64_t version = 0;
  Position last = 0;
};

struct SubmissionRecord {
  Digest header;  // SHA-256 of the header bytes
  Position index = 0;
  std::uint32_t count = 0;
  UtcMs recorded_at = 0;
  Digest leaf_hash;
};

struct LedgerRecord {
  LedgerId id;
  std::string origin;
  ActorKey log_key;                        // at present
  std::vector<ActorKey> earlier_log_keys;  // in their order
  std::string currency;
  bool founded = false;
  bool demo = false;
  bool national_office = false;
  std::vector<std::pair<PersonId, RoleHeld>> authorities;
  UtcMs last_recorded_at = 0;
  CivilDay last_access_day = 0;  // the newest day whose vault accesses are in the log
  // In effect, in the order of their endorsements; shared, for this record is copied with each change.
  std::vector<std::shared_ptr<const PolicyRecord>> policies;
};

class State {
 public:
  Table<PersonId, PersonRecord> persons;
  Table<ActorKey, KeyRecord> keys;
  Table<PersonId, std::vector<RoleHeld>> roles;
  Table<SubjectId, OfficeRecord> offices;
  Table<SubjectId, OrganisationRecord> organisations;
  Table<SubjectId, ProgrammeRecord> programmes;
  Table<SubjectId, ProjectRecord> projects;
  Table<SubjectId, ProposedProject> proposed_projects;
  Table<SubjectId, ActivityRecord> activities;
  Table<SubjectId, ShiftRecord> shifts;
  Table<SubjectId, HoursRecord> hours;
  Table<PersonDay, Minutes> days;
  Table<PersonId, SubjectId> newest_hours;         // by volunteer; HoursRecord::earlier goes on from there
  Table<PersonDay, std::vector<SubjectId>> begun;  // hours entries by volunteer and the day the service began
  Table<PersonId, std::vector<Interval>> intervals;
  Table<PaidWeek, Minutes> paid_weeks;                               // that stand
  Table<std::pair<PersonId, PersonId>, std::uint32_t> attestations;  // entries, by who attested and whose they are
  Table<SubjectId, GrantRecord> grants;
  Table<SubjectId, SubjectId> newest_grants;  // by grantee; GrantRecord::earlier goes on from there
  Table<std::string, std::int64_t> awarded;   // by currency, all awards ever recorded
  Table<SubjectId, DisbursementRecord> disbursements;
  Table<SubjectId, ExpenditureRecordHeld> expenditures;
  Table<SubjectId, RefundRecord> refunds;
  Table<SubjectId, DemandRecord> demands;
  Table<SubjectId, AwardRecord> awards;
  Table<SubjectId, BatchRecord> batches;
  Table<SubjectId, LifeRecord> lives;
  Table<SubjectId, Days> campaigns;
  Table<PersonId, std::vector<RelatedParty>> related;
  Table<SubjectId, SignUpRecord> signups;
  Table<SubjectId, Minutes> trainings;
  Table<SubjectId, CivilDay> last_days;  // of assignments
  Table<PersonId, std::vector<StipendRecord>> stipends;
  Table<SubjectId, EmployerRecord> employments;
  Table<SubjectId, CallRecord> calls;
  Table<SubjectId, PanelRecord> panels;
  Table<SubjectId, ApplicationRecord> applications;
  Table<SubjectId, Portion> portions;  // of contracts and donations
  Table<SubjectId, ObligationRecord> obligations;
  Table<SubjectId, WatchedRecord> watched;                 // by grant
  Table<SubjectId, std::vector<SubjectId>> high_findings;  // by organisation, of audits of no grant
  Table<SubjectId, FigureBasis> indicators;
  Table<SubjectId, AuditRecord> audits;
  Table<SubjectId, std::vector<PersonId>> auditors;  // of a grant, or of an organisation and all its grants
  Table<SubjectId, std::vector<PersonId>> organisation_auditors;  // of an organisation or of any grant of it
  Table<SubjectId, FindingRecord> findings;
  Table<SubjectId, std::string> distinctions;  // their codes
  Table<SubjectId, RoundRecord> rounds;
  Table<std::string, std::uint32_t> open_rounds;             // by distinction, how many
  Table<PersonId, BarRecord> bars;                           // the last suspension or exclusion
  Table<PersonId, std::vector<Guardianship>> guardianships;  // by the minor
  Table<PersonId, PersonId> absorbed_by;                     // the surviving profile of a merged one
  Table<PersonId, std::vector<PersonId>> absorbed;           // by the surviving profile, all that it absorbed
  Table<SubjectId, std::vector<Deployment>> deployments;     // by organisation
  Table<SubjectId, CreditRecord> credits;
  Table<PersonId, std::vector<SubjectId>> credits_of;
  Table<SubjectId, Position> ids;  // every id given to a subject, and the entry that gave it
  Table<ClaimedKey, SubjectId> claimed;
  Table<Digest, ProposalRecord> proposals;
  Table<SubjectId, StreamRecord> streams;
  Table<SubmissionId, SubmissionRecord> submissions;
  Table<PersonId, ErasureRecord> erased;
  Table<PersonTag, std::vector<Digest>> replaced;  // by the last command that did so: what it commits to stands alone
  Table<SubjectId, DelegationRecord> delegations;
  Table<PersonId, std::vector<SubjectId>> delegated;  // to the person, not ended, in the order recorded
  Table<SubjectId, EnrolmentRecord> enrolments;
  Table<SubjectId, std::vector<Days>> closed_periods;  // of organisations
  Table<int, std::vector<ReleaseRecord>> releases;     // by calendar year, in the order they took effect

  const LedgerRecord& ledger() const { return pending_ledger_ ? *pending_ledger_ : ledger_; }
  LedgerRecord& editLedger();

  // Keeps or forgets everything edited since the last of these calls.
  void settle();
  void discard();

 private:
  LedgerRecord ledger_;
  std::optional<LedgerRecord> pending_ledger_;
};

}  // namespace ledger
