// The rows of grant_statement.sql.
//
// Units    amounts: minor units of the grant's currency.
#pragma once

#include <string>
#include <utility>

#include "ledger/event/values.h"

namespace projections {

enum class GrantState : std::uint16_t { kAwarded, kAgreed, kClosed, kVoided, kSuspended, kTerminated, kRecovery };
std::string_view nameOf(GrantState state);

// What the latest entry about it says; how much of it stands is in the amounts.
enum class ExpenditureState : std::uint16_t { kRecorded, kVerified, kQueried, kDisallowed, kVoided };
std::string_view nameOf(ExpenditureState state);

enum class MovementKind : std::uint16_t {
  kDisbursementReversed,
  kExpenditureReversed,
  kVendorRefund,
  kInterest,
  kRefund,
  kExpenditureDisallowed,
};
std::string_view nameOf(MovementKind kind);

struct GrantRow {
  static constexpr const char* kTable = "grants";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId grant;
  std::string number;
  std::string title;
  ledger::SubjectId funder;
  ledger::SubjectId grantee;
  ledger::SubjectId programme;
  std::string region;
  std::string direction;
  ledger::Currency currency;
  std::int64_t awarded = 0;
  ledger::GrantClass grant_class{};
  ledger::FundSource source{};
  ledger::CivilDay awarded_day = 0;
  std::string agreement_number;
  ledger::CivilDay eligible_from = 0;
  ledger::CivilDay eligible_to = 0;
  GrantState state{};
  std::int64_t disbursed = 0;
  std::int64_t reversed = 0;
  std::int64_t interest = 0;
  std::int64_t vendor_refunds = 0;
  std::int64_t spent = 0;
  std::int64_t disallowed = 0;
  std::int64_t returned = 0;
  std::int64_t on_hand = 0;
  std::int64_t demanded = 0;  // back since it was closed last, and not waived
  std::int64_t waived = 0;
  ledger::SubjectId parent;  // of a sub-award: the grant that funds it
  std::string parent_line;
  ledger::SubjectId batch;
  ledger::Position since = 0;
  ledger::Position changed = 0;

  ledger::SubjectId key() const { return grant; }
  void settle() { on_hand = disbursed - reversed + interest + vendor_refunds - spent - returned; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("grant_id", row.grant), v("number", row.number), v("title", row.title), v("funder", row.funder);
    v("grantee", row.grantee), v("programme", row.programme), v("region", row.region), v("direction", row.direction);
    v("currency", row.currency), v("awarded", row.awarded), v("grant_class", row.grant_class);
    v("source", row.source), v.day("awarded_day", row.awarded_day), v("agreement_number", row.agreement_number);
    v.day("eligible_from", row.eligible_from), v.day("eligible_to", row.eligible_to), v("state", row.state);
    v("disbursed", row.disbursed), v("reversed", row.reversed), v("interest", row.interest);
    v("vendor_refunds", row.vendor_refunds), v("spent", row.spent), v("disallowed", row.disallowed);
    v("returned", row.returned), v("on_hand", row.on_hand), v("demanded", row.demanded), v("waived", row.waived);
    v("parent", row.parent), v("parent_line", row.parent_line), v("batch", row.batch), v("since", row.since);
    v("changed", row.changed);
  }
};

struct GrantLineRow {
  static constexpr const char* kTable = "grant_lines";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::SubjectId grant;
  std::string line;
  std::int64_t ordinal = 0;
  ledger::CostType cost_type{};
  std::int64_t budget = 0;
  std::int64_t spent = 0;

  std::pair<ledger::SubjectId, std::string> key() const { return {grant, line}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("grant_id", row.grant), v("line", row.line), v("ordinal", row.ordinal), v("cost_type", row.cost_type);
    v("budget", row.budget), v("spent", row.spent);
  }
};

struct GrantTrancheRow {
  static constexpr const char* kTable = "grant_tranches";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::SubjectId grant;
  std::int64_t number = 0;
  std::int64_t amount = 0;
  ledger::CivilDay due = 0;
  ledger::Position approved_index = 0;
  std::int64_t disbursed = 0;

  std::pair<ledger::SubjectId, std::int64_t> key() const { return {grant, number}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("grant_id", row.grant), v("number", row.number), v("amount", row.amount), v.day("due", row.due);
    v("approved_index", row.approved_index), v("disbursed", row.disbursed);
  }
};

struct DisbursementRow {
  static constexpr const char* kTable = "grant_disbursements";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId disbursement;
  ledger::SubjectId grant;
  std::int64_t tranche = 0;
  std::int64_t amount = 0;
  std::int64_t reversed = 0;
  std::string reference;
  ledger::CivilDay day = 0;
  ledger::Position confirmed_index = 0;
  bool voided = false;
  ledger::SubjectId batch;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return disbursement; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("disbursement", row.disbursement), v("grant_id", row.grant), v("tranche", row.tranche), v("amount", row.amount);
    v("reversed", row.reversed), v("reference", row.reference), v.day("day", row.day);
    v("confirmed_index", row.confirmed_index), v("voided", row.voided), v("batch", row.batch), v("since", row.since);
  }
};

struct ExpenditureRow {
  static constexpr const char* kTable = "grant_expenditures";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId expenditure;
  ledger::SubjectId grant;
  std::string line;
  std::int64_t amount = 0;
  std::int64_t disallowed = 0;
  std::int64_t reversed = 0;
  ExpenditureState state{};
  ledger::ExpenditureReason reason{};
  ledger::Digest document_hash;
  ledger::DocumentKind document_kind{};
  std::string document_number;
  ledger::CivilDay document_day = 0;
  std::string vendor;
  ledger::PaymentMethod method{};
  ledger::CivilDay day = 0;
  ledger::SubjectId batch;
  ledger::Position since = 0;
  ledger::Position changed = 0;

  ledger::SubjectId key() const { return expenditure; }
  std::int64_t standing() const { return state == ExpenditureState::kVoided ? 0 : amount - disallowed - reversed; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("expenditure", row.expenditure), v("grant_id", row.grant), v("line", row.line), v("amount", row.amount);
    v("disallowed", row.disallowed), v("reversed", row.reversed), v("state", row.state), v("reason", row.reason);
    v("document_hash", row.document_hash), v("document_kind", row.document_kind);
    v("document_number", row.document_number), v.day("document_day", row.document_day), v("vendor", row.vendor);
    v("method", row.method), v.day("day", row.day), v("batch", row.batch), v("since", row.since);
    v("changed", row.changed);
  }
};

struct MovementRow {
  static constexpr const char* kTable = "grant_movements";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::Position index = 0;
  ledger::SubjectId grant;
  MovementKind kind{};
  ledger::SubjectId subject;
  ledger::SubjectId original;
  std::int64_t amount = 0;
  ledger::CivilDay day = 0;
  ledger::Position confirmed_index = 0;
  bool voided = false;
  ledger::SubjectId batch;

  ledger::Position key() const { return index; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("movement_index", row.index), v("grant_id", row.grant), v("kind", row.kind), v("subject", row.subject);
    v("original", row.original), v("amount", row.amount), v.day("day", row.day);
    v("confirmed_index", row.confirmed_index), v("voided", row.voided), v("batch", row.batch);
  }
};

// Money demanded back.
struct DemandRow {
  static constexpr const char* kTable = "grant_demands";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId demand;
  ledger::SubjectId grant;
  std::int64_t amount = 0;
  ledger::CivilDay due = 0;
  ledger::CivilDay day = 0;
  ledger::Position waived_index = 0;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return demand; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("demand", row.demand), v("grant_id", row.grant), v("amount", row.amount), v.day("due", row.due);
    v.day("day", row.day), v("waived_index", row.waived_index), v("since", row.since);
  }
};

}  // namespace projections

template <>
inline constexpr std::uint16_t ledger::kEnumerants<projections::GrantState> = 7;
template <>
inline constexpr std::uint16_t ledger::kEnumerants<projections::ExpenditureState> = 5;
template <>
inline constexpr std::uint16_t ledger::kEnumerants<projections::MovementKind> = 6;
