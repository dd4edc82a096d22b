#include "projections/render/account_parts.h"

#include "projections/language/account_phrases.h"
#include "projections/language/oversight_phrases.h"

namespace projections {

namespace p = phrases;
using ledger::Topic;

std::string hundredthsText(std::int64_t hundredths, ledger::Language language) {
  constexpr std::int64_t kWhole = 100;
  const std::string part = std::to_string(hundredths % kWhole);
  return countText(hundredths / kWhole, language) + (language == ledger::Language::kEnglish ? "." : ",") +
         (part.size() == 1 ? "0" : "") + part;
}

Document AccountParts::begin(const char* name, std::string title, const Stamp& stamp) const {
  Document document;
  document.name = name;
  document.title = std::move(title);
  document.language = cells.language();
  document.stamp = stamp;
  return document;
}

Section AccountParts::section(const Phrase& heading, Table table) const {
  Section section;
  section.heading = in(heading);
  section.tables.push_back(std::move(table));
  return section;
}

Cell AccountParts::wordOrNone(Topic topic, const std::string& code) const {
  return code.empty() ? Cell() : cells.word(topic, code);
}

Section AccountParts::service(const ServiceFigures& figures) const {
  Table bands("ageBands", {cells.left("ageBand", p::kAgeBand), cells.right("volunteers", p::kVolunteers),
                           cells.right("attested", p::kAttested)});
  for (const BandFigures& band : figures.bands) {
    bands.add(
        {cells.word(Topic::kAgeBand, nameOf(band.band)), cells.count(band.volunteers), cells.minutes(band.attested)});
  }
  Section section = this->section(p::kService, std::move(bands));
  section.particulars = {{in(p::kActivities), cells.count(figures.activities)}};
  if (figures.hidden) {
    section.remarks.push_back(in(p::kServiceHidden));
    return section;
  }
  for (Particular& one : std::vector<Particular>{
           {in(p::kVolunteersAttested), cells.count(figures.volunteers)},
           {in(p::kMinors), cells.count(figures.minors)},
           {in(p::kAttestedHours), cells.minutes(figures.sums.attested)},
           {in(p::kOfWhichDisputed), cells.minutes(figures.sums.disputed)},
           {in(p::kWaiting), cells.minutes(figures.sums.waiting)},
           {in(p::kImportedHours), cells.minutes(figures.sums.imported)},
           {in(p::kAttended), Cell(countedText(figures.attended_people, p::kPeople, cells.language()) + ", " +
                                   durationText(figures.attended, cells.language()))}}) {
    section.particulars.push_back(std::move(one));
  }
  return section;
}

Section AccountParts::charity(const CharityFigures& figures) const {
  Table sums("charity", {cells.left("currency", p::kCurrency), cells.right("donations", p::kDonations),
                         cells.right("donated", p::kDonated), cells.right("gifts", p::kGifts),
                         cells.right("giftsValue", p::kGiftsValue), cells.right("allocated", p::kAllocatedToProjects),
                         cells.right("givenBack", p::kGivenBack), cells.right("pledged", p::kPledgedOpen)});
  for (const CharitySums& one : figures.sums) {
    const auto amount = [&](std::int64_t minor) { return cells.amount(minor, one.currency); };
    sums.add({std::string(one.currency.code()), cells.count(one.donations), amount(one.donated), cells.count(one.gifts),
              amount(one.gifts_value), amount(one.allocated), amount(one.given_back), amount(one.pledged)});
  }
  Table donors("donors", {cells.left("donorKind", p::kDonor), cells.left("currency", p::kCurrency),
                          cells.right("donations", p::kDonations), cells.right("donated", p::kDonated),
                          cells.right("gifts", p::kGifts), cells.right("giftsValue", p::kGiftsValue)});
  for (const CharityDonors& one : figures.donors) {
    donors.add({cells.word(Topic::kSubjectKind, "donation." + one.donor_kind), std::string(one.currency.code()),
                cells.count(one.donations), cells.amount(one.donated, one.currency), cells.count(one.gifts),
                cells.amount(one.gifts_value, one.currency)});
  }
  Section section = this->section(p::kCharity, std::move(sums));
  section.tables.push_back(std::move(donors));
  return section;
}

Table AccountParts::money(const char* name, const std::vector<MoneyFigures>& all, Topic topic,
                          const Phrase& code) const {
  const bool coded = topic != Topic::kRegister;
  std::vector<Column> columns;
  if (coded) columns.push_back(cells.left("code", code));
  for (Column& column :
       std::vector<Column>{cells.left("currency", p::kCurrency), cells.right("grants", p::kGrants),
                           cells.right("awarded", p::kAwardedSum), cells.right("disbursed", p::kDisbursed),
                           cells.right("spent", p::kSpent), cells.right("returned", p::kReturnedShort),
                           cells.right("onHand", p::kOnHand)}) {
    columns.push_back(std::move(column));
  }
  Table table(name, std::move(columns));
  TableAmounts amounts(cells);
  for (const MoneyFigures& one : all) {
    for (const std::int64_t minor :
         {one.sums.awarded, one.sums.disbursed, one.sums.spent, one.sums.returned, one.sums.on_hand})
      amounts.note(minor, one.currency);
  }
  for (const MoneyFigures& one : all) {
    const auto amount = [&](std::int64_t minor) { return amounts.cell(minor, one.currency); };
    std::vector<Cell> row;
    if (coded) row.push_back(cells.place(topic, one.code));
    for (Cell& cell : std::vector<Cell>{Cell(std::string(one.currency.code())), cells.count(one.sums.grants),
                                        amount(one.sums.awarded), amount(one.sums.disbursed), amount(one.sums.spent),
                                        amount(one.sums.returned), amount(one.sums.on_hand)}) {
      row.push_back(std::move(cell));
    }
    table.add(std::move(row));
  }
  return table;
}

Table AccountParts::costs(const std::vector<FlowCost>& costs, const std::optional<Period>& period) const {
  std::vector<Column> columns = {cells.left("direction", p::kDirection), cells.left("costType", p::kCostType),
                                 cells.left("currency", p::kCurrency), cells.right("budget", p::kBudgeted),
                                 cells.right("spent", p::kSpent)};
  if (!period) columns.push_back(cells.right("left", p::kLeft));
  Table table("costs", std::move(columns));
  for (const FlowCost& one : costs) {
    std::vector<Cell> row = {cells.place(Topic::kDirection, one.direction),
                             cells.word(Topic::kCostType, nameOf(one.cost_type)), std::string(one.currency.code()),
                             cells.amount(one.budget, one.currency), cells.amount(one.spent, one.currency)};
    if (!period) row.push_back(cells.amount(one.budget - one.spent, one.currency));
    table.add(std::move(row));
  }
  return table;
}

Table AccountParts::grants(const std::vector<GrantRow>& grants) const {
  Table table("grants", {cells.left("number", p::kNumber), cells.left("title", p::kTitle),
                         cells.left("state", p::kState), cells.left("currency", p::kCurrency),
                         cells.right("awarded", p::kAwardedSum), cells.right("disbursed", p::kDisbursed),
                         cells.right("spent", p::kSpent), cells.right("onHand", p::kOnHand)});
  TableAmounts amounts(cells);
  for (const GrantRow& grant : grants) {
    for (const std::int64_t minor : {grant.awarded, grant.disbursed - grant.reversed, grant.spent, grant.on_hand})
      amounts.note(minor, grant.currency);
  }
  for (const GrantRow& grant : grants) {
    const auto amount = [&](std::int64_t minor) { return amounts.cell(minor, grant.currency); };
    table.add({grant.number, grant.title, cells.word(Topic::kGrantState, nameOf(grant.state)),
               std::string(grant.currency.code()), amount(grant.awarded), amount(grant.disbursed - grant.reversed),
               amount(grant.spent), amount(grant.on_hand)});
  }
  return table;
}

Table AccountParts::obligations(const char* name, const std::vector<ObligationEntry>& entries) const {
  Table table(name, {cells.left("kind", p::kReport), cells.left("organisation", p::kOrganisation),
                     cells.left("grant", p::kGrant), cells.left("funder", p::kOwedTo), cells.left("due", p::kDue),
                     cells.left("last", p::kFinalDay), cells.left("state", p::kState),
                     cells.right("daysLate", p::kDaysLate), cells.right("entry", p::kEntry)});
  for (const ObligationEntry& entry : entries) {
    table.add({cells.word(Topic::kSubjectKind, "obligation." + entry.kind), cells.name(entry.organisation.names),
               entry.grant_number, cells.name(entry.funder.names), cells.day(entry.due), cells.day(entry.last),
               stateWord(entry.state), cells.count(entry.days_late), cells.index(entry.since)});
  }
  return table;
}

Table AccountParts::severities(const char* name, const std::vector<FindingCounts>& counts) const {
  Table table(name, {cells.left("severity", p::kSeverity), cells.right("all", p::kAll), cells.right("open", p::kOpen),
                     cells.right("overdue", p::kOverdue), cells.right("closed", p::kClosed),
                     cells.right("dismissed", p::kDismissed)});
  for (const FindingCounts& one : counts) {
    table.add({severityText(one.severity, cells.language()), cells.count(one.all), cells.count(one.open),
               cells.count(one.overdue), cells.count(one.closed), cells.count(one.dismissed)});
  }
  return table;
}

std::vector<Particular> AccountParts::counts(const ObligationCounts& counts) const {
  return {{in(p::kAll), cells.count(counts.all)},        {in(p::kInTime), cells.count(counts.in_time)},
          {in(p::kLate), cells.count(counts.late)},      {in(p::kOverdue), cells.count(counts.overdue)},
          {in(p::kStillOpen), cells.count(counts.owed)}, {in(p::kWaivedCount), cells.count(counts.waived)}};
}

}  // namespace projections
