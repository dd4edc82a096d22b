#include "projections/language/account_phrases.h"
#include "projections/language/credit_phrases.h"
#include "projections/render/account_parts.h"
#include "projections/render/accountability.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

void noteGrant(TableAmounts& amounts, const GrantRow& grant) {
  for (const std::int64_t minor :
       {grant.awarded, grant.disbursed - grant.reversed, grant.spent, grant.returned, grant.on_hand})
    amounts.note(minor, grant.currency);
}

Table fundedGrants(const AccountParts& parts, const std::vector<FundedGrant>& all) {
  const Cells& cells = parts.cells;
  Table table("grants",
              {cells.left("number", p::kNumber), cells.left("grantee", p::kGrantee), cells.left("state", p::kState),
               cells.left("currency", p::kCurrency), cells.right("awarded", p::kAwardedSum),
               cells.right("disbursed", p::kDisbursed), cells.right("spent", p::kSpent),
               cells.right("returned", p::kReturnedShort), cells.right("onHand", p::kOnHand)});
  TableAmounts amounts(cells);
  for (const FundedGrant& one : all) noteGrant(amounts, one.grant);
  for (const FundedGrant& one : all) {
    const GrantRow& grant = one.grant;
    const auto amount = [&](std::int64_t minor) { return amounts.cell(minor, grant.currency); };
    table.add({grant.number, cells.name(one.grantee.names), cells.word(Topic::kGrantState, nameOf(grant.state)),
               std::string(grant.currency.code()), amount(grant.awarded), amount(grant.disbursed - grant.reversed),
               amount(grant.spent), amount(grant.returned), amount(grant.on_hand)});
  }
  return table;
}

Table instruments(const AccountParts& parts, const char* name, const std::vector<FundingInstrument>& all) {
  const Cells& cells = parts.cells;
  Table table(name, {cells.left("number", p::kNumber), cells.left("name", p::kName), cells.left("state", p::kState),
                     cells.left("days", p::kPeriod), cells.right("amount", p::kAmount)});
  for (const FundingInstrument& one : all) {
    const Language language = cells.language();
    table.add({one.number, cells.name(one.names), parts.stateWord(one.state),
               shortDay(one.from, language) + " – " + shortDay(one.to, language),
               one.currency.isNone() ? Cell() : cells.money({one.amount, one.currency})});
  }
  return table;
}

Table tree(const AccountParts& parts, const RegrantReport& report) {
  const Cells& cells = parts.cells;
  Table table("tree", {cells.left("number", p::kGrant), cells.left("grantee", p::kGrantee),
                       cells.left("state", p::kState), cells.left("currency", p::kCurrency),
                       cells.right("awarded", p::kAwardedSum), cells.right("received", p::kReceived),
                       cells.right("spent", p::kSpent), cells.right("returned", p::kReturnedShort),
                       cells.right("onHand", p::kOnHand), cells.left("conserved", p::kConserved)});
  TableAmounts amounts(cells);
  for (const RegrantNode& node : report.nodes) noteGrant(amounts, node.grant);
  for (const RegrantNode& node : report.nodes) {
    const GrantRow& grant = node.grant;
    const auto amount = [&](std::int64_t minor) { return amounts.cell(minor, grant.currency); };
    std::string indent;
    // No line ends between the mark and its number.
    for (int i = 0; i < node.depth; ++i) indent += i + 1 == node.depth ? "└\u00a0" : "  ";
    table.add({Cell(indent + grant.number, grant.number), cells.name(node.grantee.names),
               cells.word(Topic::kGrantState, nameOf(grant.state)), std::string(grant.currency.code()),
               amount(grant.awarded), amount(grant.disbursed - grant.reversed), amount(grant.spent),
               amount(grant.returned), amount(grant.on_hand),
               node.balances() ? cells.phrase(p::kBalanced) : cells.phrase(p::kBalanceFails)});
  }
  table.if_empty = parts.in(p::kNoRegrants);
  return table;
}

Table regrantLines(const AccountParts& parts, const RegrantReport& report) {
  const Cells& cells = parts.cells;
  Table table("lines",
              {cells.left("grant", p::kGrant), cells.left("line", p::kLine), cells.left("currency", p::kCurrency),
               cells.right("budget", p::kBudgeted), cells.right("awarded", p::kToSubAwards),
               cells.right("left", p::kLeftToAward), cells.right("received", p::kReceived),
               cells.right("passedOn", p::kPassedOn), cells.right("spent", p::kSpent),
               cells.right("onHand", p::kOnHand), cells.left("conserved", p::kConserved)});
  TableAmounts amounts(cells);
  for (const RegrantNode& node : report.nodes) {
    for (const RegrantLine& line : node.lines) {
      for (const std::int64_t minor :
           {line.budget, line.awarded, line.left(), line.received, line.passed_on, line.spent, line.on_hand})
        amounts.note(minor, node.grant.currency);
    }
  }
  for (const RegrantNode& node : report.nodes) {
    const auto amount = [&](std::int64_t minor) { return amounts.cell(minor, node.grant.currency); };
    for (const RegrantLine& line : node.lines) {
      const std::string difference = amountText(line.difference(), node.grant.currency, cells.language());
      table.add(
          {node.grant.number, line.line, std::string(node.grant.currency.code()), amount(line.budget),
           amount(line.awarded), amount(line.left()), amount(line.received), amount(line.passed_on), amount(line.spent),
           amount(line.on_hand),
           line.difference() == 0 ? cells.phrase(p::kBalanced) : Cell(filled(parts.in(p::kDiffers), {difference}))});
    }
  }
  return table;
}

}  // namespace

Document funderDocument(const FunderReport& report, Language language) {
  const AccountParts parts(language);
  const Cells& cells = parts.cells;
  Document document = parts.begin("funder", parts.in(p::kFunderAccount), report.stamp);
  document.open = true;
  document.subtitle = nameIn(report.funder.names, language);
  Section who;
  who.particulars = {{parts.in(p::kKind), cells.word(Topic::kOrganisationKind, nameOf(report.funder.kind))},
                     {parts.in(p::kRegion), cells.place(Topic::kRegion, report.funder.region)}};
  Section owed;
  owed.heading = parts.in(p::kObligations);
  owed.particulars = parts.counts(report.obligations);
  document.sections = {
      who,
      parts.section(p::kGrantsGiven, parts.money("total", report.total, Topic::kRegister)),
      parts.section(p::kByDirection, parts.money("byDirection", report.by_direction, Topic::kDirection, p::kDirection)),
      parts.section(p::kBySource, parts.money("bySource", report.by_source, Topic::kFundSource, p::kSource)),
      parts.section(p::kByClass, parts.money("byClass", report.by_class, Topic::kGrantClass, p::kClass)),
      parts.section(p::kByRegion, parts.money("byRegion", report.by_region, Topic::kRegion, p::kRegion)),
      parts.section(p::kCosts, parts.costs(report.costs, report.stamp.period)),
      parts.section(p::kGrantsPassedOn, parts.money("passedOn", report.passed_on, Topic::kRegister)),
      asKnown(parts.section(p::kGrantList, fundedGrants(parts, report.grants)), report.stamp, language),
      parts.section(p::kCalls, instruments(parts, "calls", report.calls)),
      parts.section(p::kContracts, instruments(parts, "contracts", report.contracts)),
      owed};
  return document;
}

Document flowDocument(const FlowReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("flow", parts.in(p::kMoneyFlow), report.stamp);
  document.open = true;
  document.sections.push_back(parts.section(p::kTotal, parts.money("total", report.total, Topic::kRegister)));
  document.sections.back().remarks.push_back(parts.in(p::kSubAwardsLeftOut));
  const Column funder = parts.cells.left("funder", p::kFunder);
  for (const FlowFunder& one : report.funders) {
    Section section;
    section.heading = nameIn(one.funder.names, language);
    section.tables = {parts.money("directions", one.directions, Topic::kDirection, p::kDirection),
                      parts.costs(one.costs, report.stamp.period)};
    for (Table& table : section.tables) table.of = {{funder, parts.cells.name(one.funder.names)}};
    document.sections.push_back(std::move(section));
  }
  return document;
}

Document regrantDocument(const RegrantReport& report, Language language) {
  const AccountParts parts(language);
  Document document = parts.begin("regrants", parts.in(p::kRegrants), report.stamp);
  document.open = true;
  document.sections = {parts.section(p::kTree, tree(parts, report)),
                       parts.section(p::kRegrantLines, regrantLines(parts, report))};
  return document;
}

}  // namespace projections
