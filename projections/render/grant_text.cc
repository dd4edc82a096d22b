#include "projections/render/headed_text.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

// One statement in one language: what its tables share.
class GrantText {
 public:
  GrantText(const GrantReport& report, Language language) : report_(report), language_(language) {}

  std::string header() const;
  std::string lines() const;
  std::string tranches() const;
  std::string disbursements() const;
  std::string expenditures() const;
  std::string movements() const;
  std::string demands() const;
  std::string subAwards() const;
  std::string balance() const;

 private:
  std::string amount(std::int64_t minor) const { return amountText(minor, report_.grant.currency, language_); }
  std::string day(ledger::CivilDay day) const { return shortDay(day, language_); }
  std::string entry(ledger::Position index) const { return std::to_string(index); }
  template <class Enum>
  std::string named(Topic topic, Enum value) const {
    return std::string(ledger::word(language_, topic, nameOf(value)));
  }
  std::string confirmed(ledger::Position index) const;
  std::string expenditureState(const ExpenditureRow& row) const;

  const GrantReport& report_;
  Language language_;
};

std::string GrantText::header() const {
  const GrantRow& grant = report_.grant;
  const ledger::Money awarded{grant.awarded, grant.currency};
  std::vector<std::pair<std::string, std::string>> facts = {
      {p::kFunder.in(language_), nameIn(report_.funder.names, language_)},
      {p::kGrantee.in(language_), nameIn(report_.grantee.names, language_)},
      {p::kProgramme.in(language_), nameIn(report_.programme.names, language_)},
      {p::kDirection.in(language_), placeText(Topic::kDirection, grant.direction, language_)},
      {p::kRegion.in(language_), placeText(Topic::kRegion, grant.region, language_)},
      {p::kClass.in(language_), named(Topic::kGrantClass, grant.grant_class)},
      {p::kSource.in(language_), named(Topic::kFundSource, grant.source)},
      {p::kAwarded.in(language_), moneyText(awarded, language_) + ", " + longDay(grant.awarded_day, language_)},
  };
  if (!grant.agreement_number.empty()) {
    facts.emplace_back(p::kAgreement.in(language_), grant.agreement_number + ", " +
                                                        longDay(grant.eligible_from, language_) + " – " +
                                                        longDay(grant.eligible_to, language_));
  }
  if (!grant.parent.isNone())
    facts.emplace_back(p::kSubAwardOf.in(language_), report_.parent.number + ", " + grant.parent_line);
  facts.emplace_back(p::kState.in(language_), named(Topic::kGrantState, grant.state));
  return factsText(facts);
}

std::string GrantText::lines() const {
  TextTable table({left(p::kLine, language_), left(p::kCostType, language_), right(p::kBudgeted, language_),
                   right(p::kSpent, language_), right(p::kLeft, language_)});
  std::int64_t budget = 0;
  std::int64_t spent = 0;
  for (const GrantLineRow& line : report_.lines) {
    budget += line.budget;
    spent += line.spent;
    table.add({line.line, named(Topic::kCostType, line.cost_type), amount(line.budget), amount(line.spent),
               amount(line.budget - line.spent)});
  }
  if (table.empty()) return {};
  table.rule();
  table.add({p::kTotal.in(language_), "", amount(budget), amount(spent), amount(budget - spent)});
  return table.text();
}

std::string GrantText::tranches() const {
  TextTable table({right(p::kNumber, language_), left(p::kDue, language_), right(p::kAmount, language_),
                   right(p::kPaid, language_), left(p::kState, language_)});
  for (const GrantTrancheRow& tranche : report_.tranches) {
    table.add({std::to_string(tranche.number), day(tranche.due), amount(tranche.amount), amount(tranche.disbursed),
               std::string(ledger::word(language_, Topic::kTrancheState, trancheState(tranche)))});
  }
  return table.empty() ? std::string() : table.text();
}

std::string GrantText::confirmed(ledger::Position index) const {
  return index == 0 ? p::kNotYet.in(language_) : p::kYes.in(language_);
}

std::string GrantText::disbursements() const {
  TextTable table({left(p::kDate, language_), left(p::kReference, language_), right(p::kTranche, language_),
                   right(p::kAmount, language_), right(p::kReversed, language_), left(p::kConfirmed, language_),
                   right(p::kEntry, language_)});
  for (const DisbursementRow& row : report_.disbursements) {
    const std::string state = row.voided ? std::string(ledger::word(language_, Topic::kGrantState, "voided"))
                                         : confirmed(row.confirmed_index);
    table.add({day(row.day), row.reference, std::to_string(row.tranche), amount(row.amount), amount(row.reversed),
               state, entry(row.since)});
  }
  return table.empty() ? std::string() : table.text();
}

std::string GrantText::expenditureState(const ExpenditureRow& row) const {
  std::string state = named(Topic::kExpenditureState, row.state);
  if (row.reason == ledger::ExpenditureReason::kNone) return state;
  return state + ": " + named(Topic::kExpenditureReason, row.reason);
}

std::string GrantText::expenditures() const {
  TextTable table({left(p::kDate, language_), left(p::kDocument, language_), left(p::kVendor, language_),
                   left(p::kLine, language_), right(p::kAmount, language_), right(p::kCounted, language_),
                   left(p::kState, language_), right(p::kEntry, language_)});
  std::int64_t total = 0;
  std::int64_t counted = 0;
  for (const ExpenditureRow& row : report_.expenditures) {
    counted += row.standing();
    if (row.state != ExpenditureState::kVoided) total += row.amount;
    const std::string vendor = row.vendor == "individual" ? p::kIndividual.in(language_) : row.vendor;
    table.add({day(row.day), row.document_number, vendor, row.line, amount(row.amount), amount(row.standing()),
               expenditureState(row), entry(row.since)});
  }
  if (table.empty()) return {};
  table.rule();
  table.add({p::kTotal.in(language_), "", "", "", amount(total), amount(counted), "", ""});
  return table.text();
}

std::string GrantText::movements() const {
  TextTable table({left(p::kDate, language_), left(p::kMovement, language_), right(p::kAmount, language_),
                   left(p::kState, language_), right(p::kEntry, language_)});
  for (const MovementRow& row : report_.movements) {
    std::string state;
    if (row.kind == MovementKind::kRefund) state = p::kConfirmed.in(language_) + ": " + confirmed(row.confirmed_index);
    if (row.voided) state = ledger::word(language_, Topic::kGrantState, "voided");
    table.add({day(row.day), named(Topic::kMovement, row.kind), amount(row.amount), state, entry(row.index)});
  }
  return table.empty() ? std::string() : table.text();
}

std::string GrantText::demands() const {
  TextTable table({left(p::kDate, language_), left(p::kDue, language_), right(p::kAmount, language_),
                   left(p::kState, language_), right(p::kEntry, language_)});
  for (const DemandRow& row : report_.demands) {
    const std::string state = (row.waived_index == 0 ? p::kDemanded : p::kWaived).in(language_);
    table.add({day(row.day), day(row.due), amount(row.amount), state, entry(row.since)});
  }
  return table.empty() ? std::string() : table.text();
}

std::string GrantText::subAwards() const {
  TextTable table({left(p::kNumber, language_), left(p::kLine, language_), right(p::kAwarded, language_),
                   right(p::kPaid, language_), right(p::kSpent, language_), left(p::kState, language_)});
  for (const GrantRow& row : report_.sub_awards) {
    table.add({row.number, row.parent_line, amount(row.awarded), amount(row.disbursed - row.reversed),
               amount(row.spent), named(Topic::kGrantState, row.state)});
  }
  return table.empty() ? std::string() : table.text();
}

std::string GrantText::balance() const {
  const GrantRow& grant = report_.grant;
  const std::int64_t before = report_.on_hand_before;
  const std::int64_t in = before + grant.disbursed - grant.reversed + grant.interest + grant.vendor_refunds;
  const std::int64_t out = grant.spent + grant.returned + grant.on_hand;
  TextTable table({{"", TextTable::Align::kLeft}, right(p::kAmount, language_)});
  if (report_.stamp.period) table.add({"  " + p::kOnHandBefore.in(language_), amount(before)});
  const std::string sign = report_.stamp.period ? "+ " : "  ";
  table.add({sign + p::kDisbursed.in(language_), amount(grant.disbursed)});
  table.add({"− " + p::kReversed.in(language_), amount(grant.reversed)});
  table.add({"+ " + p::kInterest.in(language_), amount(grant.interest)});
  table.add({"+ " + p::kVendorRefunds.in(language_), amount(grant.vendor_refunds)});
  table.rule();
  table.add({"=", amount(in)});
  table.add({"", ""});
  table.add({"  " + p::kSpent.in(language_), amount(grant.spent)});
  table.add({"+ " + p::kReturned.in(language_), amount(grant.returned)});
  table.add({"+ " + p::kOnHand.in(language_), amount(grant.on_hand)});
  table.rule();
  table.add({"=", amount(out)});
  const bool holds = in == out && grant.on_hand >= 0;
  return table.text() + "  " + (holds ? p::kBalanceHolds : p::kBalanceFails).in(language_) + "\n";
}

}  // namespace

std::string grantText(const GrantReport& report, Language language) {
  const GrantText text(report, language);
  const ledger::Currency currency = report.grant.currency;
  return titleText(p::kGrantStatement.in(language) + " " + report.grant.number, report.stamp, language) + "\n  " +
         report.grant.title + "\n\n" + text.header() +
         sectionText(withCurrency(p::kBudget, currency, language), text.lines()) +
         sectionText(withCurrency(p::kTranches, currency, language), text.tranches()) +
         sectionText(withCurrency(p::kDisbursements, currency, language), text.disbursements()) +
         sectionText(withCurrency(p::kExpenditures, currency, language), text.expenditures()) +
         sectionText(withCurrency(p::kOtherMovements, currency, language), text.movements()) +
         sectionText(withCurrency(p::kDemands, currency, language), text.demands()) +
         sectionText(withCurrency(p::kSubAwards, currency, language), text.subAwards()) +
         sectionText(withCurrency(p::kBalance, currency, language), text.balance()) + stampText(report.stamp, language);
}

}  // namespace projections
