#include <utility>

#include "projections/language/credit_phrases.h"
#include "projections/render/headed_text.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Minutes;
using ledger::Topic;
using StepKind = ledger::CreditStepKind;

constexpr std::size_t kValueWidth = 84;

std::string units(const CreditReport& report, std::int64_t credits, Language language) {
  return unitsText(credits, report.rules.unit, language);
}

// "2 credits and a voucher of 20,000.00 KZT".
std::string earned(const CreditReport& report, std::uint32_t credits, const std::optional<ledger::Money>& voucher,
                   Language language) {
  std::string text = units(report, credits, language);
  if (voucher) text += p::kAnd.in(language) + filled(p::kVoucherOf.in(language), {moneyText(*voucher, language)});
  return text;
}

std::optional<ledger::Money> moneyOf(std::int64_t minor, const std::optional<ledger::Money>& like) {
  if (minor == 0 || !like) return std::nullopt;
  return ledger::Money{minor, like->currency};
}

std::string windowText(const ledger::Days& window, Language language) {
  if (window.from == 0) return filled(p::kWindowUpTo.in(language), {shortDay(window.to, language)});
  return filled(p::kWindowSpan.in(language), {shortDay(window.from, language), shortDay(window.to, language)});
}

// A long value over several lines, broken at spaces.
void addLong(std::vector<std::pair<std::string, std::string>>& facts, std::string name, const std::string& value) {
  std::string line;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = std::min(value.find(' ', at), value.size());
    const std::string word = value.substr(at, end - at);
    if (!line.empty() && displayWidth(line) + 1 + displayWidth(word) > kValueWidth) {
      facts.emplace_back(std::exchange(name, {}), std::exchange(line, {}));
    }
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  facts.emplace_back(name, line);
}

std::string policyFacts(const CreditReport& report, Language language) {
  const CreditPolicyRow& policy = report.policy;
  std::vector<std::pair<std::string, std::string>> facts = {
      {p::kVolunteer.in(language), report.ask.person.text()},
      {p::kAge.in(language), std::string(ledger::word(language, Topic::kAgeBand, nameOf(report.age_band)))},
      {p::kForDay.in(language), longDay(report.ask.day, language)},
      {p::kBenefit.in(language),
       std::string(ledger::word(language, Topic::kCreditBenefit, nameOf(report.rules.benefit)))},
      {p::kPolicy.in(language), policy.policy.text()},
      {p::kVersion.in(language), policy.version},
      {p::kLegalStatus.in(language), std::string(ledger::word(language, Topic::kLegalStatus, nameOf(policy.status)))},
      {p::kPolicyEntry.in(language), std::to_string(policy.document)},
      {p::kWindow.in(language), windowText(creditWindow(report.rules, report.ask.day), language)},
  };
  addLong(facts, p::kPolicySource.in(language), policy.source);
  return factsText(facts);
}

// Steps of the form "why: entries, minutes".
struct Tally {
  StepKind kind;
  const Phrase* phrase;
};
constexpr Tally kTallies[] = {
    {StepKind::kImported, &p::kStepImported},
    {StepKind::kNotAttested, &p::kStepNotAttested},
    {StepKind::kDisputed, &p::kStepDisputed},
    {StepKind::kUnconfirmed, &p::kStepUnconfirmed},
    {StepKind::kUnverified, &p::kStepUnverified},
    {StepKind::kTimeBasis, &p::kStepTimeBasis},
    {StepKind::kAge, &p::kStepAge},
    {StepKind::kActivity, &p::kStepActivity},
    {StepKind::kRole, &p::kStepRole},
    {StepKind::kOutside, &p::kStepOutside},
    {StepKind::kEligible, &p::kStepEligible},
};

const Phrase* tallyPhrase(StepKind kind) {
  for (const Tally& tally : kTallies) {
    if (tally.kind == kind) return tally.phrase;
  }
  return nullptr;
}

std::string stepText(const CreditReport& report, const ledger::CreditStep& step, Language language) {
  const auto figure = [&](std::size_t i) { return i < step.figures.size() ? step.figures[i] : 0; };
  const auto minutes = [&](std::size_t i) { return durationText(Minutes{figure(i)}, language); };
  if (const Phrase* tally = tallyPhrase(step.kind))
    return filled(tally->in(language), {countedText(figure(0), p::kHoursEntries, language), minutes(1)});
  switch (step.kind) {
    case StepKind::kWindow: {
      const auto day = [&](std::size_t i) { return shortDay(static_cast<ledger::CivilDay>(figure(i)), language); };
      if (figure(0) == 0) return filled(p::kStepWindowUpTo.in(language), {day(1)});
      return filled(p::kStepWindow.in(language), {day(0), day(1)});
    }
    case StepKind::kCategoryMost:
      return filled(p::kStepCategoryMost.in(language), {step.name, minutes(0), minutes(1)});
    case StepKind::kCategoryLeast:
      return filled(p::kStepCategoryLeast.in(language), {step.name, minutes(0), minutes(1)});
    case StepKind::kMinutesMost:
      return filled(p::kStepMinutesMost.in(language), {minutes(0), minutes(1)});
    case StepKind::kMonthsLeast:
      return filled(p::kStepMonthsLeast.in(language), {countText(figure(0), language), countText(figure(1), language)});
    case StepKind::kTier: {
      const auto voucher = moneyOf(figure(2), report.result.voucher);
      return filled(p::kStepTier.in(language),
                    {step.name, minutes(0), earned(report, static_cast<std::uint32_t>(figure(1)), voucher, language)});
    }
    case StepKind::kNoTier:
      if (figure(1) == 0) return p::kStepNoTierOfAge.in(language);
      return filled(p::kStepNoTier.in(language), {minutes(0), minutes(1)});
    case StepKind::kWholeHours:
      return filled(p::kStepWholeHours.in(language), {countText(figure(0), language)});
    case StepKind::kCreditsMost:
      return filled(p::kStepCreditsMost.in(language),
                    {units(report, figure(0), language), units(report, figure(1), language)});
    case StepKind::kImported:
    case StepKind::kNotAttested:
    case StepKind::kDisputed:
    case StepKind::kUnconfirmed:
    case StepKind::kUnverified:
    case StepKind::kTimeBasis:
    case StepKind::kAge:
    case StepKind::kActivity:
    case StepKind::kRole:
    case StepKind::kOutside:
    case StepKind::kEligible:
      break;
  }
  return {};
}

std::string explanation(const CreditReport& report, Language language) {
  std::string text;
  std::size_t number = 0;
  const auto say = [&](const std::string& sentence) {
    text += "  " + std::to_string(++number) + ". " + sentence + "\n";
  };
  for (const ledger::CreditStep& step : report.result.steps) {
    say(stepText(report, step, language));
    if (step.kind != StepKind::kWindow || report.elsewhere.entries == 0) continue;
    say(filled(p::kStepElsewhere.in(language), {countedText(report.elsewhere.entries, p::kHoursEntries, language),
                                                durationText(report.elsewhere.minutes, language)}));
  }
  return text;
}

std::string nextText(const CreditReport& report, Language language) {
  if (!report.goal) {
    for (const ledger::CreditStep& step : report.result.steps) {
      if (step.kind == StepKind::kCategoryLeast || step.kind == StepKind::kMonthsLeast)
        return p::kNoNextCondition.in(language);
    }
    return p::kNoNext.in(language);
  }
  const ledger::CreditGoal& goal = *report.goal;
  return filled(p::kNextIs.in(language), {durationText(goal.missing, language), durationText(goal.minutes, language),
                                          earned(report, goal.credits, goal.voucher, language)});
}

std::string resultFacts(const CreditReport& report, Language language) {
  std::uint32_t credits = 0;
  std::optional<ledger::Money> voucher;
  for (const CreditGranted& one : report.granted) {
    credits += one.credit.credits;
    if (one.credit.voucher == 0) continue;
    voucher = ledger::Money{(voucher ? voucher->minor : 0) + one.credit.voucher, one.credit.currency};
  }
  const std::string before =
      report.granted.empty() ? p::kNothing.in(language) : earned(report, credits, voucher, language);
  const bool nothing = report.left_credits == 0 && !report.left_voucher;
  const std::string left =
      nothing ? p::kNothing.in(language) : earned(report, report.left_credits, report.left_voucher, language);
  return factsText({
      {p::kCountedService.in(language), durationText(report.result.counted, language)},
      {p::kReached.in(language), earned(report, report.result.credits, report.result.voucher, language)},
      {p::kGrantedBefore.in(language), before},
      {p::kToGrant.in(language), left},
      {p::kNextStep.in(language), nextText(report, language)},
  });
}

std::string entries(const CreditReport& report, Language language) {
  TextTable table({left(p::kDate, language), left(p::kOrganisation, language), left(p::kRoleOfService, language),
                   right(p::kStandsOf, language), right(p::kCounts, language), right(p::kEntry, language)});
  for (const CreditedEntry& entry : report.entries) {
    table.add({shortDay(entry.day, language), nameIn(entry.organisation, language), entry.role,
               durationText(entry.stands, language), durationText(entry.used.minutes, language),
               std::to_string(entry.used.entry)});
  }
  return table.empty() ? std::string() : table.text();
}

std::string granted(const CreditReport& report, Language language) {
  TextTable table({left(p::kForDay, language), left(p::kOrganisation, language), left(p::kCreditSum, language),
                   right(p::kEntry, language)});
  for (const CreditGranted& one : report.granted) {
    std::optional<ledger::Money> voucher;
    if (one.credit.voucher != 0) voucher = ledger::Money{one.credit.voucher, one.credit.currency};
    table.add({shortDay(one.credit.day, language), nameIn(one.organisation, language),
               earned(report, one.credit.credits, voucher, language), std::to_string(one.credit.since)});
  }
  return table.empty() ? std::string() : table.text();
}

}  // namespace

std::string creditText(const CreditReport& report, Language language) {
  std::string text =
      titleText(p::kCreditStatement.in(language), report.stamp, language) + "\n" + policyFacts(report, language);
  if (report.size != report.stamp.size) {
    const auto size = countText(static_cast<std::int64_t>(report.size), language);
    text += "\n" + filled(p::kAsOfSize.in(language), {size}) + "\n";
  }
  return text + sectionText(p::kResult.in(language), resultFacts(report, language)) +
         sectionText(p::kExplanation.in(language), explanation(report, language)) +
         sectionText(p::kEntriesUsed.in(language), entries(report, language)) +
         sectionText(p::kGrantedCredits.in(language), granted(report, language)) + stampText(report.stamp, language);
}

}  // namespace projections
