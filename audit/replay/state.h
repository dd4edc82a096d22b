// State — what the log says so far: the second opinion's own picture of keys, roles, service, money and awards.
//
// Shape    plain values, found by id; nothing is ever removed but roles. Amounts are minor units of the grant's
//          currency, sums are wider than any amount, minutes are whole.
// Threads  single-thread.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/container/node_hash_map.h>
#include <capnp/message.h>

#include <map>
#include <memory>
#include <unordered_set>

#include "audit/replay/later_state.h"
#include "audit/replay/moment.h"
#include "audit/replay/people_state.h"
#include "audit/replay/service_state.h"
#include "ledger/schema/command.capnp.h"
#include "ledger/schema/submission.capnp.h"

namespace audit {

namespace schema = ::ledger::schema;

inline Id idOf(capnp::Data::Reader bytes) {
  return fixed<16>(bytes);
}
inline std::string stringOf(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}
// A region is a stream too: its code padded with zeros.
Id regionId(std::string_view code);

struct RoleHeld {
  schema::Role role = schema::Role::AUTHORITY;
  Id scope{};
  std::int64_t since_ms = 0;
  std::int64_t valid_to_ms = 0;  // 0: until revoked

  bool counts(std::int64_t now_ms) const { return valid_to_ms == 0 || now_ms <= valid_to_ms; }
};

struct Person {
  schema::AgeBand age_band = schema::AgeBand::UNKNOWN;
  schema::AgeBasis age_basis = schema::AgeBasis::DECLARED;
  Id office{};
  std::uint32_t keys = 0;  // ever registered
  std::vector<RoleHeld> roles;
  bool erased = false;
};

struct KeyHeld {
  Id person{};
  bool live = true;
  bool revoked = false;  // and not merely rotated
  bool zero_seen_taken = false;
};

struct Movement {
  std::int64_t at_ms = 0;
  std::uint64_t index = 0;
  std::uint64_t about = 0;  // index of the disbursement or expenditure it changes; itself otherwise
  Sum amount = 0;           // onHand grows by it
};

struct Disbursement {
  Id grant{};
  std::uint64_t index = 0;
  std::uint16_t tranche = 0;
  std::int64_t amount = 0;
  Sum reversed = 0;
  std::int64_t at_ms = 0;
  bool confirmed = false;
  bool voided = false;
};

enum class ExpenditureState { kRecorded, kQueried, kVerified, kDisallowed, kVoided };

struct Expenditure {
  Id grant{};
  std::uint64_t index = 0;
  std::size_t line = 0;
  std::int64_t amount = 0;
  Sum taken_back = 0;  // disallowed, or reversed with this as the original
  std::int64_t at_ms = 0;
  std::int64_t day = 0;  // of at_ms, where it was paid
  Doer recorder;
  std::vector<Doer> correctors;
  ExpenditureState state = ExpenditureState::kRecorded;
  std::string bill;     // vendor, number and currency
  std::string invoice;  // the bill with its amount
  Hash document{};
  Id disbursement{};    // of a sub-award, which it pays; zeros: none
  bool mended = false;  // corrected or voided after it was recorded

  Sum standing() const { return state == ExpenditureState::kVoided ? 0 : Sum{amount} - taken_back; }
};

struct Refund {
  Id grant{};
  std::int64_t amount = 0;
  std::int64_t at_ms = 0;
  bool received = false;
  bool voided = false;
};

struct BudgetLine {
  std::string name;
  schema::CostType cost_type = schema::CostType::OTHER;
  Sum budget = 0;
  std::int64_t agreed = 0;  // its budget by the agreement or the last amendment
  Sum spent = 0;
  Sum vired = 0;  // away from it since then, by the grantee alone
};

struct Tranche {
  std::int64_t amount = 0;
  bool approved = false;
  std::int64_t approved_ms = 0;
  Sum paid = 0;  // net of reversals
};

enum class GrantState { kAwarded, kAgreed, kClosed, kVoided };

struct Grant {
  GrantState state = GrantState::kAwarded;
  std::string number;
  std::string currency;
  schema::GrantClass grant_class = schema::GrantClass::OTHER;
  schema::FundSource source = schema::FundSource::STATE;
  Id funder{};
  Id grantee{};
  Id programme{};
  Id region{};
  Id batch{};
  Id application{};            // that it answers; zeros: none
  Id parent{};                 // of which it is a sub-award; zeros: none
  std::string parent_line;     // that funds it
  std::vector<Id> sub_awards;  // that it funds itself
  std::vector<Id> regrants;    // expenditures that pay them
  std::vector<Id> spending;    // all its expenditures
  bool others_wrote = false;   // entries that did not come with its batch
  std::int64_t awarded = 0;
  std::int64_t awarded_ms = 0;
  std::int64_t agreed_ms = 0;
  std::int64_t agreed_day = 0;
  std::int64_t budget_ms = 0;  // of the agreement or the last amendment
  std::optional<std::int64_t> first_paid_ms;
  std::vector<BudgetLine> lines;
  std::vector<Tranche> tranches;
  std::int64_t eligible_from = 0;
  std::int64_t eligible_to = 0;
  std::unordered_set<Id, IdHash> approvers;
  std::unordered_set<Id, IdHash> payers;  // who paid, took back or received
  std::unordered_set<Id, IdHash> verifiers;
  std::vector<Movement> movements;  // by time, then index
  Sum on_hand = 0;
  Sum disbursed = 0;  // net of reversals
  Sum paid_in = 0;    // gross
  Sum interest = 0;
  Sum vendor_refunds = 0;
  Sum spent = 0;
  Sum returned = 0;
  std::uint64_t queried = 0;
  std::uint64_t refunds_open = 0;
  std::map<std::int64_t, std::int64_t> appropriated;  // by year
  std::vector<Id> demands;
  Sum waived = 0;  // of what was demanded; never more than was on hand then
};

enum class AwardState { kNominated, kConferred, kRevoked };

struct Award {
  AwardState state = AwardState::kNominated;
  Id nominee{};
  Id organisation{};
  std::string distinction;  // its code
  std::int64_t nominated_day = 0;
  std::int64_t recorded_day = 0;  // of the nomination; of an imported one as above
};

struct Policy {
  std::uint64_t position = 0;
  Id id{};
  schema::PolicyKind kind = schema::PolicyKind::HOURS_LIMITS;
  bool repealed = false;
  std::int64_t from_day = 0;
  std::int64_t to_day = 0;                    // 0: open
  std::array<std::int64_t, 7> day_minutes{};  // by age band; 0: no limit
  std::int64_t claim_days = 0;
  std::int64_t attest_days = 0;
  std::int64_t reciprocal_most = 0;
  std::shared_ptr<capnp::MallocMessageBuilder> message;  // a copy of what was published
  schema::PolicyPublish::Reader document() const { return message->getRoot<schema::PolicyPublish>().asReader(); }
};

enum class Imported { kHours, kAttendance, kGrant, kDisbursement, kExpenditure, kReversal, kInterest, kRefund };

struct ImportedItem {
  Imported kind = Imported::kHours;
  Id id{};                  // of the subject; of the grant for interest
  std::uint64_t index = 0;  // of its entry
  std::uint64_t about = 0;
  Sum amount = 0;
  Hash document{};
  unsigned state = 0;    // attendance: which count
  std::int64_t day = 0;  // of money moved
};

// Figures about people that were made public.
struct Released {
  Id id{};
  schema::ReleaseSpan span = schema::ReleaseSpan::MONTH;
  std::int64_t first_day = 0;
  std::uint64_t at_size = 0;
};

struct Batch {
  Id importer{};
  Hash source{};
  Hash mapping{};
  Id system{};  // it came from; zeros: none was named
  std::uint32_t next_part = 0;
  schema::Visibility visibility = schema::Visibility::PRIVATE;  // the most public one of its parts
  bool voided = false;
  std::vector<ImportedItem> items;
};

struct State : LaterState, PeopleState {
  Id ledger{};
  std::string origin;
  std::vector<Key> log_keys;  // of its log, one after the other
  IdSet recovered;            // other ledgers whose losses were declared
  bool demo = false;
  std::int64_t last_access_day = 0;  // the newest whose vault accesses were hashed
  IdMap<Person> persons;
  absl::node_hash_map<Key, KeyHeld, KeyHash> keys;
  IdSet ids;  // every id ever given to a subject
  IdSet offices;
  absl::flat_hash_set<std::string> office_regions;  // "" is the national office
  IdMap<Id> organisations;                          // to their front office
  absl::flat_hash_set<std::string> registration_numbers;
  IdSet programmes;
  IdMap<Project> projects;  // also those only proposed, and those cancelled before they started
  IdMap<ProposedProject> proposed_projects;
  IdMap<Activity> activities;
  IdMap<Shift> shifts;
  IdMap<Hours> hours;
  IdMap<std::vector<Id>> hours_of;                              // by volunteer
  absl::flat_hash_map<std::string, std::vector<Id>> occasions;  // entries by occasionOf
  IdMap<VolunteerTime> time;
  IdMap<Grant> grants;
  IdMap<std::vector<Id>> grants_of;  // by grantee
  absl::flat_hash_set<std::string> grant_numbers;
  absl::flat_hash_map<std::string, Sum> awarded;  // by currency, all awards ever recorded
  IdMap<Disbursement> disbursements;
  IdMap<Expenditure> expenditures;
  IdMap<Refund> refunds;
  absl::flat_hash_set<Hash, KeyHash> documents;
  absl::flat_hash_set<std::string> invoices;
  IdMap<Award> awards;
  std::vector<Policy> policies;  // in force, unverified or repealed, in the order of their endorsements
  IdMap<Batch> batches;
  std::map<std::int64_t, std::vector<Released>> releases;  // by calendar year, in the order they took effect
};

}  // namespace audit
