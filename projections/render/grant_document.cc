#include "projections/render/cells.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

// One statement in one language: what its tables share.
class GrantTables {
 public:
  GrantTables(const GrantReport& report, Language language) : report_(report), cells_(language) {}

  std::vector<Particular> header() const;
  Table lines() const;
  Table tranches() const;
  Table disbursements() const;
  Table expenditures() const;
  Table movements() const;
  Table demands() const;
  Table subAwards() const;
  Section balance() const;
  // A heading with the currency, and a table under it.
  Section section(const Phrase& heading, Table table) const;

 private:
  std::string in(const Phrase& phrase) const { return phrase.in(cells_.language()); }
  Cell amount(std::int64_t minor) const { return cells_.amount(minor, report_.grant.currency); }
  template <class Enum>
  Cell named(Topic topic, Enum value) const {
    return cells_.word(topic, nameOf(value));
  }
  Column entryColumn() const { return cells_.right("entry", p::kEntry); }
  std::string confirmed(ledger::Position index) const;
  std::string expenditureState(const ExpenditureRow& row) const;
  // A line of the balance: its sign is for reading alone.
  void addTerm(Table& table, const char* sign, const Phrase& name, std::int64_t minor) const;

  const GrantReport& report_;
  Cells cells_;
};

std::vector<Particular> GrantTables::header() const {
  const GrantRow& grant = report_.grant;
  const Cell awarded = cells_.money({grant.awarded, grant.currency});
  const Cell awarded_day = cells_.longDay(grant.awarded_day);
  std::vector<Particular> facts = {
      {in(p::kFunder), cells_.name(report_.funder.names)},
      {in(p::kGrantee), cells_.name(report_.grantee.names)},
      {in(p::kProgramme), cells_.name(report_.programme.names)},
      {in(p::kDirection), cells_.place(Topic::kDirection, grant.direction)},
      {in(p::kRegion), cells_.place(Topic::kRegion, grant.region)},
      {in(p::kClass), named(Topic::kGrantClass, grant.grant_class)},
      {in(p::kSource), named(Topic::kFundSource, grant.source)},
      {in(p::kAwarded), {awarded.shown + ", " + awarded_day.shown, std::get<Number>(awarded.value)}},
      {in(p::kAwardedOn), awarded_day, Where::kData},
  };
  if (!grant.agreement_number.empty()) {
    facts.push_back({in(p::kAgreement), grant.agreement_number + ", " +
                                            spanText(grant.eligible_from, grant.eligible_to, cells_.language())});
  }
  if (!grant.parent.isNone()) facts.push_back({in(p::kSubAwardOf), report_.parent.number + ", " + grant.parent_line});
  facts.push_back({in(p::kState), named(Topic::kGrantState, grant.state)});
  return facts;
}

Section GrantTables::section(const Phrase& heading, Table table) const {
  Section section;
  section.heading = withCurrency(heading, report_.grant.currency, cells_.language());
  section.tables.push_back(std::move(table));
  return section;
}

Table GrantTables::lines() const {
  Table table("lines",
              {cells_.left("line", p::kLine), cells_.left("costType", p::kCostType),
               cells_.right("budget", p::kBudgeted), cells_.right("spent", p::kSpent), cells_.right("left", p::kLeft)});
  std::int64_t budget = 0;
  std::int64_t spent = 0;
  for (const GrantLineRow& line : report_.lines) {
    budget += line.budget;
    spent += line.spent;
    table.add({line.line, named(Topic::kCostType, line.cost_type), amount(line.budget), amount(line.spent),
               amount(line.budget - line.spent)});
  }
  if (table.rows.empty()) return table;
  table.add({cells_.phrase(p::kTotal), {}, amount(budget), amount(spent), amount(budget - spent)}, RowKind::kTotal);
  return table;
}

Table GrantTables::tranches() const {
  Table table("tranches",
              {cells_.right("number", p::kNumber), cells_.left("due", p::kDue), cells_.right("amount", p::kAmount),
               cells_.right("disbursed", p::kPaid), cells_.left("state", p::kState)});
  for (const GrantTrancheRow& tranche : report_.tranches) {
    table.add({cells_.index(tranche.number), cells_.day(tranche.due), amount(tranche.amount), amount(tranche.disbursed),
               cells_.word(Topic::kTrancheState, trancheState(tranche))});
  }
  return table;
}

std::string GrantTables::confirmed(ledger::Position index) const {
  return in(index == 0 ? p::kNotYet : p::kYes);
}

Table GrantTables::disbursements() const {
  Table table("disbursements",
              {cells_.left("day", p::kDate), cells_.left("reference", p::kReference),
               cells_.right("tranche", p::kTranche), cells_.right("amount", p::kAmount),
               cells_.right("reversed", p::kReversed), cells_.left("confirmed", p::kConfirmed), entryColumn()});
  for (const DisbursementRow& row : report_.disbursements) {
    const Cell state = row.voided ? cells_.word(Topic::kGrantState, "voided") : Cell(confirmed(row.confirmed_index));
    table.add({cells_.day(row.day), row.reference, cells_.index(row.tranche), amount(row.amount), amount(row.reversed),
               state, cells_.index(row.since)});
  }
  return table;
}

std::string GrantTables::expenditureState(const ExpenditureRow& row) const {
  std::string state = named(Topic::kExpenditureState, row.state).shown;
  if (row.reason == ledger::ExpenditureReason::kNone) return state;
  return state + ": " + named(Topic::kExpenditureReason, row.reason).shown;
}

Table GrantTables::expenditures() const {
  Table table("expenditures",
              {cells_.left("day", p::kDate), cells_.left("document", p::kDocument), cells_.left("vendor", p::kVendor),
               cells_.left("line", p::kLine), cells_.right("amount", p::kAmount), cells_.right("counted", p::kCounted),
               cells_.left("state", p::kState), entryColumn()});
  std::int64_t total = 0;
  std::int64_t counted = 0;
  for (const ExpenditureRow& row : report_.expenditures) {
    counted += row.standing();
    if (row.state != ExpenditureState::kVoided) total += row.amount;
    const std::string vendor = row.vendor == "individual" ? in(p::kIndividual) : row.vendor;
    table.add({cells_.day(row.day), row.document_number, vendor, row.line, amount(row.amount), amount(row.standing()),
               expenditureState(row), cells_.index(row.since)});
  }
  if (table.rows.empty()) return table;
  table.add({cells_.phrase(p::kTotal), {}, {}, {}, amount(total), amount(counted), {}, {}}, RowKind::kTotal);
  return table;
}

Table GrantTables::movements() const {
  Table table("movements", {cells_.left("day", p::kDate), cells_.left("kind", p::kMovement),
                            cells_.right("amount", p::kAmount), cells_.left("state", p::kState), entryColumn()});
  for (const MovementRow& row : report_.movements) {
    Cell state;
    if (row.kind == MovementKind::kRefund) state = in(p::kConfirmed) + ": " + confirmed(row.confirmed_index);
    if (row.voided) state = cells_.word(Topic::kGrantState, "voided");
    table.add(
        {cells_.day(row.day), named(Topic::kMovement, row.kind), amount(row.amount), state, cells_.index(row.index)});
  }
  return table;
}

Table GrantTables::demands() const {
  Table table("demands", {cells_.left("day", p::kDate), cells_.left("due", p::kDue), cells_.right("amount", p::kAmount),
                          cells_.left("state", p::kState), entryColumn()});
  for (const DemandRow& row : report_.demands) {
    table.add({cells_.day(row.day), cells_.day(row.due), amount(row.amount),
               cells_.phrase(row.waived_index == 0 ? p::kDemanded : p::kWaived), cells_.index(row.since)});
  }
  return table;
}

Table GrantTables::subAwards() const {
  Table table("subAwards", {cells_.left("number", p::kNumber), cells_.left("line", p::kLine),
                            cells_.right("awarded", p::kAwardedSum), cells_.right("disbursed", p::kPaid),
                            cells_.right("spent", p::kSpent), cells_.left("state", p::kState)});
  for (const GrantRow& row : report_.sub_awards) {
    table.add({row.number, row.parent_line, amount(row.awarded), amount(row.disbursed - row.reversed),
               amount(row.spent), named(Topic::kGrantState, row.state)});
  }
  return table;
}

void GrantTables::addTerm(Table& table, const char* sign, const Phrase& name, std::int64_t minor) const {
  table.add({Cell(sign + in(name), in(name)), amount(minor)});
}

Section GrantTables::balance() const {
  const GrantRow& grant = report_.grant;
  const std::int64_t before = report_.on_hand_before;
  const std::int64_t in_all = before + grant.disbursed - grant.reversed + grant.interest + grant.vendor_refunds;
  const std::int64_t out_all = grant.spent + grant.returned + grant.on_hand;
  const Cell equals("=", in(p::kTotal));
  Table table("balance", {{"term", "", Align::kLeft}, cells_.right("amount", p::kAmount)});
  if (report_.stamp.period) addTerm(table, "  ", p::kOnHandBefore, before);
  addTerm(table, report_.stamp.period ? "+ " : "  ", p::kDisbursed, grant.disbursed);
  addTerm(table, "− ", p::kReversed, grant.reversed);
  addTerm(table, "+ ", p::kInterest, grant.interest);
  addTerm(table, "+ ", p::kVendorRefunds, grant.vendor_refunds);
  table.add({equals, amount(in_all)}, RowKind::kTotal);
  table.gap();
  addTerm(table, "  ", p::kSpent, grant.spent);
  addTerm(table, "+ ", p::kReturned, grant.returned);
  addTerm(table, "+ ", p::kOnHand, grant.on_hand);
  table.add({equals, amount(out_all)}, RowKind::kTotal);
  Section balance = section(p::kBalance, std::move(table));
  const bool holds = in_all == out_all && grant.on_hand >= 0;
  balance.remarks.push_back(in(holds ? p::kBalanceHolds : p::kBalanceFails));
  return balance;
}

}  // namespace

Document grantDocument(const GrantReport& report, Language language) {
  const GrantTables tables(report, language);
  Document document;
  document.name = "grant";
  document.title = p::kGrantStatement.in(language) + " " + report.grant.number;
  document.subtitle = report.grant.title;
  document.language = language;
  document.open = true;
  document.stamp = report.stamp;
  const auto known = [&](const Phrase& heading, Table table) {
    return asKnown(tables.section(heading, std::move(table)), report.stamp, language);
  };
  document.sections = {{{}, tables.header(), {}, {}},
                       known(p::kBudget, tables.lines()),
                       known(p::kTranches, tables.tranches()),
                       tables.section(p::kDisbursements, tables.disbursements()),
                       tables.section(p::kExpenditures, tables.expenditures()),
                       tables.section(p::kOtherMovements, tables.movements()),
                       tables.section(p::kDemands, tables.demands()),
                       known(p::kSubAwards, tables.subAwards()),
                       tables.balance()};
  return document;
}

}  // namespace projections
