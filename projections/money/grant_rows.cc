#include "projections/money/grant_rows.h"

namespace projections {

std::string_view nameOf(GrantState state) {
  switch (state) {
    case GrantState::kAwarded:
      return "awarded";
    case GrantState::kAgreed:
      return "agreed";
    case GrantState::kClosed:
      return "closed";
    case GrantState::kVoided:
      return "voided";
    case GrantState::kSuspended:
      return "suspended";
    case GrantState::kTerminated:
      return "terminated";
    case GrantState::kRecovery:
      return "recovery";
  }
  return {};
}

std::string_view nameOf(ExpenditureState state) {
  switch (state) {
    case ExpenditureState::kRecorded:
      return "recorded";
    case ExpenditureState::kVerified:
      return "verified";
    case ExpenditureState::kQueried:
      return "queried";
    case ExpenditureState::kDisallowed:
      return "disallowed";
    case ExpenditureState::kVoided:
      return "voided";
  }
  return {};
}

std::string_view nameOf(MovementKind kind) {
  switch (kind) {
    case MovementKind::kDisbursementReversed:
      return "disbursementReversed";
    case MovementKind::kExpenditureReversed:
      return "expenditureReversed";
    case MovementKind::kVendorRefund:
      return "vendorRefund";
    case MovementKind::kInterest:
      return "interest";
    case MovementKind::kRefund:
      return "refund";
    case MovementKind::kExpenditureDisallowed:
      return "expenditureDisallowed";
  }
  return {};
}

}  // namespace projections
