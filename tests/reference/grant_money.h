// Grant money, as the page tells of it: what the facts about one grant come to.
#pragma once

#include "tests/reference/facts.h"

namespace reference {

// One movement of the money that a grantee holds.
struct Move {
  ledger::UtcMs at = 0;
  ledger::Position index = 0;
  std::int64_t change = 0;
};

struct Payment {
  const Fact* fact = nullptr;
  const ledger::TrancheDisburse* command = nullptr;
  std::int64_t left = 0;  // not taken back
  bool confirmed = false;
};

enum class CostStage { kRecorded, kVerified, kQueried, kDisallowed };

struct Cost {
  const Fact* fact = nullptr;
  const ledger::ExpenditureRecord* command = nullptr;
  std::int64_t standing = 0;
  CostStage stage = CostStage::kRecorded;
};

struct Refund {
  const ledger::RefundSend* command = nullptr;
  bool received = false;
};

struct Grant {
  const ledger::GrantAward* award = nullptr;
  const ledger::AgreementSign* agreement = nullptr;
  bool closed = false;
  std::map<std::uint16_t, ledger::UtcMs> approved;  // tranches, and when
  std::vector<Payment> payments;
  std::vector<Cost> costs;
  std::vector<Refund> refunds;
  std::vector<Move> moves;
  std::int64_t paid = 0;  // before anything was taken back
  std::int64_t interest = 0;
  std::int64_t vendor_refunds = 0;
  std::set<ledger::PersonId> approvers, payers, checkers;

  const Payment* payment(const ledger::SubjectId& id) const;
  const Cost* cost(const ledger::SubjectId& id) const;
  const Refund* refund(const ledger::SubjectId& id) const;
  const ledger::BudgetLine* line(const std::string& name) const;
  const ledger::Tranche* tranche(std::uint16_t number) const;
  std::int64_t paidOf(std::uint16_t tranche) const;
  std::int64_t spentOn(const std::string& line) const;
};

// The figures of README.md, section 7, and those of each line.
struct GrantFigures {
  std::int64_t awarded = 0;
  std::int64_t disbursed = 0;
  std::int64_t spent = 0;
  std::int64_t returned = 0;
  std::int64_t on_hand = 0;
  std::map<std::string, std::int64_t> lines;
  friend bool operator==(const GrantFigures&, const GrantFigures&) = default;
};

// None where there is no such grant.
std::optional<Grant> grantOf(const World& world, const ledger::SubjectId& grant);
GrantFigures figuresOf(const Grant& grant);
std::map<ledger::SubjectId, GrantFigures> allFigures(const World& world);
// Whether money would be missing at some moment, with one movement more.
bool isMissing(const World& world, const Grant& grant, const Move& more);

}  // namespace reference
