// Grant state — what the rules remember of a grant's money.
//
// Units    minor units of the grant's currency; UTC milliseconds.
// Threads  plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/event/values.h"
#include "ledger/rules/done_by.h"

namespace ledger {

enum class GrantState { kAwarded, kAgreed, kClosed, kVoided };

struct LineRecord {
  std::string line;
  std::int64_t budget = 0;
  std::int64_t spent = 0;
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

struct GrantRecord {
  GrantState state = GrantState::kAwarded;
  SubjectId funder;
  SubjectId grantee;
  SubjectId programme;
  std::string region;
  Currency currency;
  GrantClass grant_class = GrantClass::kOther;
  GrantSums sums;
  UtcMs awarded_at = 0;
  UtcMs agreed_at = 0;
  std::optional<UtcMs> first_paid_at;
  CivilDay eligible_from = 0;
  CivilDay eligible_to = 0;
  std::vector<LineRecord> lines;
  std::vector<TrancheRecord> tranches;
  std::vector<Movement> movements;  // ordered by (at, index)
  std::vector<PersonId> approvers;  // of any tranche
  std::vector<PersonId> payers;     // of any disbursement, reversal or refund received
  std::vector<PersonId> verifiers;  // of any expenditure
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
  std::uint32_t line = 0;  // index into GrantRecord::lines
  std::int64_t standing = 0;
  Instant at;
  DoneBy recorder;
};

struct RefundRecord {
  SubjectId grant;
  std::int64_t amount = 0;
  UtcMs at = 0;
  bool received = false;
  bool voided = false;
};

}  // namespace ledger
