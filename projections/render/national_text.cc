#include <algorithm>

#include "projections/language/suppression_phrases.h"
#include "projections/render/headed_text.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

std::string orHidden(bool hidden, std::string text) {
  return hidden ? std::string(kHiddenSign) : std::move(text);
}

std::string totals(const NationalReport& report, Language language) {
  const HoursFigures& total = report.total;
  std::vector<std::pair<std::string, std::string>> facts;
  std::int64_t regional = 0;
  for (const OfficeRow& office : report.offices) {
    if (office.kind == ledger::OfficeKind::kRegional) {
      ++regional;
    } else {
      facts.emplace_back(p::kNationalOffice.in(language), nameIn(office.names, language));
    }
  }
  const auto count = [&](const Phrase& name, std::int64_t value) {
    facts.emplace_back(name.in(language), countText(value, language));
  };
  const auto duration = [&](const Phrase& name, ledger::Minutes value, bool hidden) {
    facts.emplace_back(name.in(language), orHidden(hidden, durationText(value, language)));
  };
  count(p::kRegionalOffices, regional);
  count(p::kOrganisations, total.organisations);
  count(p::kActivities, total.activities);
  facts.emplace_back(p::kVolunteersAttested.in(language),
                     orHidden(total.hidden.attested, countText(total.volunteers, language)));
  duration(p::kAttestedHours, total.sums.attested, total.hidden.attested);
  duration(p::kOfWhichDisputed, total.sums.disputed, total.hidden.disputed);
  duration(p::kWaiting, total.sums.waiting, total.hidden.waiting);
  duration(p::kImportedHours, total.sums.imported, total.hidden.imported);
  facts.emplace_back(p::kAttended.in(language),
                     orHidden(total.hidden.attended, countedText(total.attended_people, p::kPeople, language) + ", " +
                                                         durationText(total.attended, language)));
  count(p::kConferred, report.conferred);
  return factsText(facts);
}

std::string hoursTable(const std::vector<HoursFigures>& all, Topic topic, Language language) {
  TextTable table({left(topic == Topic::kRegion ? p::kRegion : p::kDirection, language),
                   right(p::kOrganisations, language), right(p::kActivities, language), right(p::kVolunteers, language),
                   right(p::kAttested, language), right(p::kDisputed, language), right(p::kImported, language)});
  for (const HoursFigures& one : all) {
    table.add({placeText(topic, one.code, language), countText(one.organisations, language),
               countText(one.activities, language), orHidden(one.hidden.attested, countText(one.volunteers, language)),
               orHidden(one.hidden.attested, durationText(one.sums.attested, language)),
               orHidden(one.hidden.disputed, durationText(one.sums.disputed, language)),
               orHidden(one.hidden.imported, durationText(one.sums.imported, language))});
  }
  return table.empty() ? std::string() : table.text();
}

// What is hidden, and by which policy.
std::string hidingText(const std::optional<SuppressionPolicy>& suppression, Language language) {
  if (!suppression) return "\n" + p::kExactFigures.in(language) + "\n";
  const SuppressionRule& rule = suppression->rule;
  std::string text = "\n" +
                     filled(p::kHiddenFigures.in(language), {std::string(kHiddenSign), countText(rule.least, language),
                                                             countText(rule.least_with_minors, language)}) +
                     "\n";
  if (!suppression->document) return text + p::kNoSuppressionPolicy.in(language) + "\n";
  const SuppressionPolicyRow& policy = *suppression->document;
  return text +
         filled(p::kSuppressionPolicy.in(language),
                {policy.policy.text(), policy.version,
                 std::string(ledger::word(language, Topic::kLegalStatus, nameOf(policy.status))),
                 std::to_string(policy.document)}) +
         "\n";
}

// Amounts of one currency, with decimals only where one of them has any.
class MoneyTable {
 public:
  MoneyTable(const std::vector<MoneyFigures>& all, const MoneyFigures& total, Language language)
      : all_(all),
        total_(total),
        language_(language),
        whole_(std::all_of(all.begin(), all.end(), [&](const MoneyFigures& one) {
          return one.currency != total.currency || isWholeAll(one.sums);
        })) {}

  std::string text(Topic topic) const {
    TextTable table({left(topic == Topic::kRegion ? p::kRegion : p::kDirection, language_),
                     right(p::kGrants, language_), right(p::kAwardedSum, language_), right(p::kDisbursed, language_),
                     right(p::kSpent, language_), right(p::kReturnedShort, language_), right(p::kOnHand, language_)});
    for (const MoneyFigures& one : all_) {
      if (one.currency == total_.currency) table.add(row(placeText(topic, one.code, language_), one.sums));
    }
    table.rule();
    table.add(row(p::kTotal.in(language_), total_.sums));
    return table.text();
  }

 private:
  bool isWholeAll(const MoneySums& sums) const {
    const auto amounts = {sums.awarded, sums.disbursed, sums.spent, sums.returned, sums.on_hand};
    return std::all_of(amounts.begin(), amounts.end(),
                       [&](std::int64_t minor) { return isWhole(minor, total_.currency); });
  }
  std::string amount(std::int64_t minor) const {
    return whole_ ? wholeAmountText(minor, total_.currency, language_) : amountText(minor, total_.currency, language_);
  }
  std::vector<std::string> row(std::string name, const MoneySums& sums) const {
    return {std::move(name),      countText(sums.grants, language_),
            amount(sums.awarded), amount(sums.disbursed),
            amount(sums.spent),   amount(sums.returned),
            amount(sums.on_hand)};
  }

  const std::vector<MoneyFigures>& all_;
  const MoneyFigures& total_;
  Language language_;
  const bool whole_;
};

}  // namespace

std::string nationalText(const NationalReport& report, Language language) {
  std::string text =
      titleText(p::kNationalSummary.in(language), report.stamp, language) + "\n" + totals(report, language) +
      sectionText(p::kHoursByRegion.in(language), hoursTable(report.regions, Topic::kRegion, language)) +
      sectionText(p::kHoursByDirection.in(language), hoursTable(report.directions, Topic::kDirection, language));
  for (const MoneyFigures& total : report.money) {
    text += sectionText(withCurrency(p::kMoneyByRegion, total.currency, language),
                        MoneyTable(report.money_by_region, total, language).text(Topic::kRegion));
    text += sectionText(withCurrency(p::kMoneyByDirection, total.currency, language),
                        MoneyTable(report.money_by_direction, total, language).text(Topic::kDirection));
  }
  return text + hidingText(report.suppression, language) + stampText(report.stamp, language);
}

}  // namespace projections
