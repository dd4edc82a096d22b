// Grant state — what the rules remember of a grant's money.
//
// Units    minor units of the grant's currency; UTC milliseconds.
// Threads  plain values.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ledger/event/values.h"
#include "ledger/rules/done_by.h"

namespace ledger {

enum class GrantState { kAwarded, kAgreed, kClosed, kVoided };

struct LineRecord {
  std::string line;
  CostType cost_type = CostType::kOther;
  std::int64_t budget = 0;
  std::int64_t agreed = 0;  // the budget by the agreement or its last amendment
  std::int64_t spent = 0;
  std::int64_t vired = 0;      // away from it without a second person, since the agreement or its last amendment
  std::int64_t regranted = 0;  // awarded from it to others

  // What the budget is never below.
  std::int64_t bound() const { return std::max(spent, regranted); }
};

struct TrancheRecord {
  std::int64_t amount = 0;
  std::int64_t disbursed = 0;  // net of reversals
  bool approved = false;
  UtcMs approved_at = 0;
};

// One movement of money on hand.
struct Movement {
  UtcMs at = 0;
  Position index = 0;
  std::int64_t delta = 0;
};

struct GrantSums {
  std::int64_t awarded = 0;
  std::int64_t disbursed = 0;
  std::int64_t reversed = 0;
  std::int64_t interest = 0;
  std::int64_t vendor_refunds = 0;
  std::int64_t spent = 0;
  std::int64_t returned = 0;
};

// What the budget of a year gives to a long-term grant.
struct Appropriation {
  std::uint16_t year = 0;
  std::int64_t amount = 0;
};

struct GrantRecord {
  GrantState state = GrantState::kAwarded;
  SubjectId funder;
  SubjectId grantee;
  SubjectId programme;
  std::string region;
  Currency currency;
  GrantClass grant_class = GrantClass::kOther;
  FundSource source = FundSource::kState;
  SubjectId application;  // that it answers; none of most
  SubjectId parent;       // the grant that funds this one; none of most
  SubjectId earlier;      // the grant of the same grantee that was awarded before this one
  std::string parent_line;
  GrantSums sums;
  UtcMs awarded_at = 0;
  UtcMs agreed_at = 0;
  CivilDay agreed_on = 0;
  UtcMs terms_at = 0;  // of the agreement or its last amendment
  std::optional<UtcMs> first_paid_at;
  CivilDay eligible_from = 0;
  CivilDay eligible_to = 0;
  std::vector<LineRecord> lines;
  std::vector<TrancheRecord> tranches;
  std::vector<Movement> movements;  // ordered by (at, index)
  std::vector<PersonId> approvers;  // of any tranche
  std::vector<PersonId> payers;     // of any disbursement, reversal or refund received
  std::vector<PersonId> verifiers;  // of any expenditure
  std::vector<SubjectId> sub_awards;
  std::vector<Appropriation> appropriations;
  std::int64_t verified = 0;   // of what stands spent
  std::int64_t passed_on = 0;  // that stands spent of what names a disbursement of a sub-award
  std::int64_t demanded = 0;   // back since it was closed last, and not waived
  std::int64_t waived = 0;     // of what was demanded; no more than was on hand then
  std::uint32_t closings = 0;
  std::uint32_t refunds_open = 0;
  std::uint32_t queried = 0;
  SubjectId batch;              // none unless imported
  bool used_by_others = false;  // has entries from outside its batch
};

struct DisbursementRecord {
  SubjectId grant;
  std::uint16_t tranche = 0;
  std::int64_t amount = 0;
  std::int64_t left = 0;  // not reversed
  Instant at;
  bool confirmed = false;
  bool voided = false;
};

enum class ExpenditureState { kRecorded, kVerified, kQueried, kDisallowed, kVoided };

struct ExpenditureRecordHeld {
  ExpenditureState state = ExpenditureState::kRecorded;
  SubjectId grant;
  std::uint32_t line = 0;     // index into GrantRecord::lines
  std::int64_t amount = 0;    // as recorded or corrected
  std::int64_t standing = 0;  // of it; less what was disallowed or reversed
  Instant at;
  Position index = 0;  // of its movement
  DoneBy recorder;
  std::vector<PersonId> correctors;
  Digest document;
  std::string invoice;     // vendor and number of the document
  SubjectId disbursement;  // of the sub-award that it pays; none of most
  bool mended = false;     // corrected or voided by a later entry
};

// Money demanded back.
struct DemandRecord {
  SubjectId grant;
  std::int64_t amount = 0;
  std::uint32_t closings = 0;  // of the grant before it
};

struct RefundRecord {
  SubjectId grant;
  std::int64_t amount = 0;
  UtcMs at = 0;
  bool received = false;
  bool voided = false;
};

}  // namespace ledger
