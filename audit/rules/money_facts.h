// MoneyFacts — what the rules on money read: payments with their documents, decisions and who took them, reports,
// organisations and how they are related.
//
// Shape    in the order of the log. `index` is the entry by which it took effect. Days are those of occurredAt at its
//          own offset; recorded_day that of the entry, at the same offset.
// Units    amounts in minor units of `currency`.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "audit/replay/case.h"

namespace audit {

struct SpentFact {
  Id id{};
  Id grant{};
  std::uint64_t index = 0;
  std::string line;  // as it was corrected
  std::int64_t amount = 0;
  std::string currency;
  Hash document{};
  schema::DocumentKind kind = schema::DocumentKind::INVOICE;
  std::string number;
  std::string number_key;  // as numberKey() spells it
  std::int64_t document_day = 0;
  std::string vendor;
  std::string vendor_key;  // as vendorKey() spells it
  schema::PaymentMethod method = schema::PaymentMethod::BANK;
  Moment at;
  std::int64_t day = 0;
  std::int64_t recorded_day = 0;
  bool imported = false;

  // The vendor is one that can be told from others.
  bool named() const { return vendor_key != "INDIVIDUAL"; }
};

// The grantee said that a payment came.
struct ConfirmedFact {
  std::uint64_t index = 0;
  std::int64_t day = 0;  // of the entry
};

struct PaidFact {
  Id id{};
  Id grant{};
  std::uint64_t index = 0;
  std::uint16_t tranche = 0;
  std::int64_t amount = 0;
  std::int64_t day = 0;
  bool approved = false;               // the tranche, by then
  std::vector<std::uint64_t> overdue;  // entries of the obligations of the grant that were overdue then
  bool imported = false;
  std::optional<ConfirmedFact> confirmed{};
};

enum class Duty { kApply, kScore, kApprove, kPay, kRecord, kVerify, kAudit };

// Somebody did something for a grant that others must not do.
struct DutyFact {
  Duty duty = Duty::kApprove;
  Doer doer;
  std::uint64_t index = 0;
};

struct AwardFact {
  Id grant{};
  Id application{};  // zeros: none
  std::uint64_t index = 0;
  std::int64_t at_ms = 0;
  std::int64_t day = 0;
  bool imported = false;
};

struct OrganisationFact {
  Id id{};
  std::uint64_t index = 0;
  std::string number;  // org-id; empty: none
  schema::OrganisationKind kind = schema::OrganisationKind::NGO;
  std::vector<std::pair<std::int64_t, std::int64_t>> idle;  // from, to (0: still): days on which it was deactivated
};

struct MembershipFact {
  Id id{};
  Id organisation{};
  Id within{};
  schema::MembershipKind kind = schema::MembershipKind::NETWORK;
  std::uint64_t index = 0;
  Days days;
};

struct RelatedFact {
  Id person{};
  Id organisation{};
  std::uint64_t index = 0;
  Days days;
};

struct RoleFact {
  Id person{};
  schema::Role role = schema::Role::OFFICER;
  std::uint64_t index = 0;
};

struct ScoreFact {
  Id application{};
  Id expert{};
  std::uint64_t index = 0;
  std::int64_t at_ms = 0;
  std::int64_t day = 0;
};

struct FigureFact {
  std::string name;
  std::int64_t said = 0;
  Sum ledger = 0;  // by the entries before the report
};

struct ReportFact {
  std::int64_t day = 0;
  std::uint64_t index = 0;
  std::vector<FigureFact> figures;  // those that the ledger has, of a financial report on a grant
  std::size_t unknown = 0;          // figures of other names
};

struct ObligationFact {
  Id id{};
  Id organisation{};
  Id grant{};  // zeros: none
  schema::ReportKind kind = schema::ReportKind::NARRATIVE;
  std::uint64_t index = 0;
  std::int64_t due = 0;  // as it was extended
  bool waived = false;
  std::vector<ReportFact> reports;
};

struct DemandFact {
  Id id{};
  Id grant{};
  std::uint64_t index = 0;
  std::int64_t amount = 0;
  std::int64_t due = 0;
  bool waived = false;
  Sum returned = 0;  // by the grant, until then
};

struct AllocationFact {
  Id id{};
  Id donation{};
  Id project{};
  std::uint64_t index = 0;
  std::int64_t amount = 0;
  std::string currency;
};

struct GiftFact {
  Id id{};
  std::uint64_t index = 0;
  std::string unit;
  std::uint32_t quantity = 0;
  std::int64_t value = 0;
  std::string currency;
};

// A document that money was claimed on otherwise than by an expenditure.
struct DocumentFact {
  std::string_view kind;  // of the subject
  Id id{};
  std::uint64_t index = 0;
  Hash document{};
  std::int64_t amount = 0;
  std::string currency;
};

struct MoneyFacts {
  std::vector<SpentFact> spent;
  std::vector<PaidFact> paid;
  IdMap<std::vector<std::size_t>> paid_of;  // by grant, places in the list above
  IdMap<std::vector<DutyFact>> duties;      // by grant; not of imports
  IdMap<std::vector<DutyFact>> applied;     // by application
  std::vector<AwardFact> awards;
  IdMap<std::size_t> award_of;  // by grant
  std::vector<OrganisationFact> organisations;
  std::map<std::string, Id> numbered;                    // organisations by number, as vendorKey() spells it
  IdMap<std::vector<MembershipFact>> memberships;        // by the organisation that is a member
  IdMap<std::vector<RelatedFact>> related;               // by organisation
  IdMap<std::vector<RoleFact>> roles;                    // by organisation: who was ever given one there
  IdMap<std::vector<ScoreFact>> scores;                  // by application
  std::set<std::pair<Id, Id>> aside;                     // application, expert: a conflict was declared
  IdMap<std::pair<std::uint64_t, std::int64_t>> closed;  // calls: entry and moment of their closing
  std::vector<ObligationFact> obligations;
  IdMap<std::vector<std::size_t>> obligations_of;  // by organisation
  std::vector<DemandFact> demands;
  std::vector<AllocationFact> allocations;
  std::vector<GiftFact> gifts;
  std::vector<DocumentFact> documents;
  std::set<Id> unreadable;  // expenditures that were queried because their document cannot be read

  // The state is that before the command takes effect.
  void hear(const State& state, const Case& c, schema::Command::Reader command);

 private:
  void hearSpending(const State& state, const Case& c, schema::Command::Reader command);
  void hearGrants(const State& state, const Case& c, schema::Command::Reader command);
  void hearReports(const State& state, const Case& c, schema::Command::Reader command);
  void hearGiving(const State& state, const Case& c, schema::Command::Reader command);
  void hearParties(const State& state, const Case& c, schema::Command::Reader command);  // party_facts.cc
  void hearCalls(const State& state, const Case& c, schema::Command::Reader command);    // party_facts.cc
  void note(const Case& c, schema::ExpenditureRecord::Reader command);
  void note(const State& state, const Case& c, schema::TrancheDisburse::Reader command);
  void note(const Case& c, schema::DisbursementConfirm::Reader command);
  void note(const State& state, const Case& c, schema::ReportSubmit::Reader command);
  void did(const Case& c, const Id& grant, Duty duty);

  IdMap<std::size_t> spent_at_;
  IdMap<std::size_t> organisation_at_;
  IdMap<Id> member_of_;  // memberships, to the organisation that is a member
  IdMap<std::size_t> obligation_at_;
  IdMap<std::size_t> demand_at_;
};

// Facts that have an id, each once; and the one of that id, null where there is none.
template <class Fact>
void addFact(std::vector<Fact>& facts, IdMap<std::size_t>& places, Fact fact) {
  if (places.try_emplace(fact.id, facts.size()).second) facts.push_back(std::move(fact));
}
template <class Fact>
Fact* factOf(std::vector<Fact>& facts, const IdMap<std::size_t>& places, const Id& id) {
  const std::size_t* place = find(places, id);
  return place == nullptr ? nullptr : &facts[*place];
}

// The number of a document so that spellings of one number are one: letters large, runs of letters and of digits
// parted by a point, leading zeros of numbers left out. "inv-001/7" and "INV1-7" are both "INV.1.7".
std::string numberKey(std::string_view number);
// A vendor so that spellings of one are one: letters large, and a BIN without the prefix that it may have or lack.
std::string vendorKey(std::string_view vendor);

}  // namespace audit
