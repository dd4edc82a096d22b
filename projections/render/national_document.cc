#include <algorithm>

#include "projections/language/suppression_phrases.h"
#include "projections/render/cells.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

Cell orHidden(bool hidden, Cell cell) {
  return hidden ? Cell(std::string(kHiddenSign)) : std::move(cell);
}

Section totals(const NationalReport& report, const Cells& cells) {
  const HoursFigures& total = report.total;
  const HiddenFigures& hidden = total.hidden;
  Section section;
  std::int64_t regional = 0;
  const auto tell = [&](const Phrase& name, Cell cell, Where where = Where::kEverywhere) {
    section.particulars.push_back({name.in(cells.language()), std::move(cell), where});
  };
  for (const OfficeRow& office : report.offices) {
    if (office.kind == ledger::OfficeKind::kRegional) {
      ++regional;
    } else {
      tell(p::kNationalOffice, cells.name(office.names));
    }
  }
  tell(p::kRegionalOffices, cells.count(regional));
  tell(p::kOrganisations, cells.count(total.organisations));
  tell(p::kActivities, cells.count(total.activities));
  tell(p::kVolunteersAttested, orHidden(hidden.attested, cells.count(total.volunteers)));
  tell(p::kAttestedHours, orHidden(hidden.attested, cells.minutes(total.sums.attested)));
  tell(p::kOfWhichDisputed, orHidden(hidden.disputed, cells.minutes(total.sums.disputed)));
  tell(p::kWaiting, orHidden(hidden.waiting, cells.minutes(total.sums.waiting)));
  tell(p::kImportedHours, orHidden(hidden.imported, cells.minutes(total.sums.imported)));
  Cell attended = cells.counted(total.attended_people, p::kPeople);
  const Cell time = cells.minutes(total.attended);
  attended.shown += ", " + time.shown;
  tell(p::kAttended, orHidden(hidden.attended, attended));
  tell(p::kAttended, orHidden(hidden.attended, time), Where::kData);
  tell(p::kConferred, cells.count(report.conferred));
  return section;
}

// Without people and hours, which are for offices.
Section placesSection(const std::vector<HoursFigures>& all, Topic topic, const Cells& cells) {
  const bool by_region = topic == Topic::kRegion;
  Table table(by_region ? "placesByRegion" : "placesByDirection",
              {cells.left("code", p::kCode, Where::kData), cells.left("name", by_region ? p::kRegion : p::kDirection),
               cells.right("organisations", p::kOrganisations), cells.right("activities", p::kActivities)});
  for (const HoursFigures& one : all)
    table.add({one.code, cells.place(topic, one.code), cells.count(one.organisations), cells.count(one.activities)});
  return {(by_region ? p::kPlacesByRegion : p::kPlacesByDirection).in(cells.language()), {}, {std::move(table)}, {}};
}

Section hoursSection(const std::vector<HoursFigures>& all, Topic topic, const Cells& cells) {
  const bool by_region = topic == Topic::kRegion;
  Table table(by_region ? "hoursByRegion" : "hoursByDirection",
              {cells.left("code", p::kCode, Where::kData), cells.left("name", by_region ? p::kRegion : p::kDirection),
               cells.right("organisations", p::kOrganisations), cells.right("activities", p::kActivities),
               cells.right("volunteers", p::kVolunteers), cells.right("attested", p::kAttested),
               cells.right("disputed", p::kDisputed), cells.right("imported", p::kImported)});
  for (const HoursFigures& one : all) {
    table.add({one.code, cells.place(topic, one.code), cells.count(one.organisations), cells.count(one.activities),
               cells.count(one.volunteers), cells.minutes(one.sums.attested), cells.minutes(one.sums.disputed),
               cells.minutes(one.sums.imported)});
  }
  return {(by_region ? p::kHoursByRegion : p::kHoursByDirection).in(cells.language()), {}, {std::move(table)}, {}};
}

// What is hidden, and by which policy.
Section hiding(const std::optional<SuppressionPolicy>& suppression, Language language) {
  Section section;
  if (!suppression) {
    section.remarks.push_back(p::kExactFigures.in(language));
    return section;
  }
  const SuppressionRule& rule = suppression->rule;
  section.remarks.push_back(p::kInReleases.in(language));
  section.remarks.push_back(
      filled(p::kHiddenFigures.in(language),
             {std::string(kHiddenSign), countText(rule.least, language), countText(rule.least_with_minors, language)}));
  if (!suppression->document) {
    section.remarks.push_back(p::kNoSuppressionPolicy.in(language));
    return section;
  }
  const SuppressionPolicyRow& policy = *suppression->document;
  section.remarks.push_back(filled(p::kSuppressionPolicy.in(language),
                                   {policy.policy.text(), policy.version,
                                    std::string(ledger::word(language, Topic::kLegalStatus, nameOf(policy.status))),
                                    std::to_string(policy.document)}));
  return section;
}

bool isWholeAll(const MoneySums& sums, ledger::Currency currency) {
  const auto amounts = {sums.awarded, sums.disbursed, sums.spent, sums.returned, sums.on_hand};
  return std::ranges::all_of(amounts, [&](std::int64_t minor) { return isWhole(minor, currency); });
}

// Amounts of one currency, with decimals only where one of them has any.
Section moneySection(const std::vector<MoneyFigures>& all, const MoneyFigures& total, Topic topic, const Cells& cells) {
  const ledger::Currency currency = total.currency;
  const bool by_region = topic == Topic::kRegion;
  const bool whole = std::ranges::all_of(
      all, [&](const MoneyFigures& one) { return one.currency != currency || isWholeAll(one.sums, currency); });
  const auto amount = [&](std::int64_t minor) {
    return whole ? cells.wholeAmount(minor, currency) : cells.amount(minor, currency);
  };
  Table table(by_region ? "moneyByRegion" : "moneyByDirection",
              {cells.left("code", p::kCode, Where::kData), cells.left("name", by_region ? p::kRegion : p::kDirection),
               cells.right("grants", p::kGrants), cells.right("awarded", p::kAwardedSum),
               cells.right("disbursed", p::kDisbursed), cells.right("spent", p::kSpent),
               cells.right("returned", p::kReturnedShort), cells.right("onHand", p::kOnHand)});
  const auto add = [&](std::string code, Cell name, const MoneySums& sums, RowKind kind) {
    table.add({std::move(code), std::move(name), cells.count(sums.grants), amount(sums.awarded), amount(sums.disbursed),
               amount(sums.spent), amount(sums.returned), amount(sums.on_hand)},
              kind);
  };
  for (const MoneyFigures& one : all) {
    if (one.currency == currency) add(one.code, cells.place(topic, one.code), one.sums, RowKind::kPlain);
  }
  add({}, cells.phrase(p::kTotal), total.sums, RowKind::kTotal);
  const Phrase& heading = by_region ? p::kMoneyByRegion : p::kMoneyByDirection;
  return {withCurrency(heading, currency, cells.language()), {}, {std::move(table)}, {}};
}

}  // namespace

Document nationalDocument(const NationalReport& report, Language language) {
  const Cells cells(language);
  Document document{"national", p::kNationalSummary.in(language), {}, language, report.stamp, {}, {}};
  document.open = report.suppression.has_value();
  const auto& by_place = report.suppression ? placesSection : hoursSection;
  document.sections = {totals(report, cells), by_place(report.regions, Topic::kRegion, cells),
                       by_place(report.directions, Topic::kDirection, cells)};
  for (const MoneyFigures& total : report.money) {
    document.sections.push_back(moneySection(report.money_by_region, total, Topic::kRegion, cells));
    document.sections.push_back(moneySection(report.money_by_direction, total, Topic::kDirection, cells));
  }
  document.sections.push_back(hiding(report.suppression, language));
  return document;
}

}  // namespace projections
