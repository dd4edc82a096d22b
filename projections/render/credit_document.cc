#include "projections/language/credit_phrases.h"
#include "projections/render/cells.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Minutes;
using ledger::Topic;
using StepKind = ledger::CreditStepKind;

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

std::vector<Particular> policyParticulars(const CreditReport& report, const Cells& cells) {
  const CreditPolicyRow& policy = report.policy;
  const auto in = [&](const Phrase& phrase) { return phrase.in(cells.language()); };
  return {
      {in(p::kVolunteer), report.ask.person.text()},
      {in(p::kAge), cells.word(Topic::kAgeBand, nameOf(report.age_band))},
      {in(p::kForDay), cells.longDay(report.ask.day)},
      {in(p::kBenefit), cells.word(Topic::kCreditBenefit, nameOf(report.rules.benefit))},
      {in(p::kPolicy), policy.policy.text()},
      {in(p::kVersion), policy.version},
      {in(p::kLegalStatus), cells.word(Topic::kLegalStatus, nameOf(policy.status))},
      {in(p::kPolicyEntry), cells.index(policy.document)},
      {in(p::kWindow), windowText(creditWindow(report.rules, report.ask.day), cells.language())},
      {in(p::kPolicySource), policy.source},
  };
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

std::vector<std::string> explanation(const CreditReport& report, Language language) {
  std::vector<std::string> steps;
  const auto say = [&](const std::string& sentence) {
    steps.push_back(std::to_string(steps.size() + 1) + ". " + sentence);
  };
  for (const ledger::CreditStep& step : report.result.steps) {
    say(stepText(report, step, language));
    if (step.kind != StepKind::kWindow || report.elsewhere.entries == 0) continue;
    say(filled(p::kStepElsewhere.in(language), {countedText(report.elsewhere.entries, p::kHoursEntries, language),
                                                durationText(report.elsewhere.minutes, language)}));
  }
  return steps;
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

std::optional<ledger::Money> voucherOf(const CreditGranted& one) {
  if (one.credit.voucher == 0) return std::nullopt;
  return ledger::Money{one.credit.voucher, one.credit.currency};
}

std::vector<Particular> resultParticulars(const CreditReport& report, const Cells& cells) {
  const Language language = cells.language();
  std::uint32_t credits = 0;
  std::optional<ledger::Money> voucher;
  for (const CreditGranted& one : report.granted) {
    credits += one.credit.credits;
    if (const auto more = voucherOf(one)) voucher = {(voucher ? voucher->minor : 0) + more->minor, more->currency};
  }
  const std::string before =
      report.granted.empty() ? p::kNothing.in(language) : earned(report, credits, voucher, language);
  const bool nothing = report.left_credits == 0 && !report.left_voucher;
  const std::string left =
      nothing ? p::kNothing.in(language) : earned(report, report.left_credits, report.left_voucher, language);
  return {
      {p::kCountedService.in(language), cells.minutes(report.result.counted)},
      {p::kReached.in(language), earned(report, report.result.credits, report.result.voucher, language)},
      {p::kGrantedBefore.in(language), before},
      {p::kToGrant.in(language), left},
      {p::kNextStep.in(language), nextText(report, language)},
  };
}

Table entriesTable(const CreditReport& report, const Cells& cells) {
  Table table("entries", {cells.left("day", p::kDate), cells.left("organisation", p::kOrganisation),
                          cells.left("role", p::kRoleOfService), cells.right("stands", p::kStandsOf),
                          cells.right("counts", p::kCounts), cells.right("entry", p::kEntry)});
  for (const CreditedEntry& entry : report.entries) {
    table.add({cells.day(entry.day), cells.name(entry.organisation), entry.role, cells.minutes(entry.stands),
               cells.minutes(entry.used.minutes), cells.index(entry.used.entry)});
  }
  return table;
}

Table grantedTable(const CreditReport& report, const Cells& cells) {
  Table table("granted", {cells.left("day", p::kForDay), cells.left("organisation", p::kOrganisation),
                          cells.left("sum", p::kCreditSum), cells.right("credits", p::kCount, Where::kData),
                          cells.right("voucher", p::kVoucher, Where::kData), cells.right("entry", p::kEntry)});
  for (const CreditGranted& one : report.granted) {
    const auto voucher = voucherOf(one);
    table.add({cells.day(one.credit.day), cells.name(one.organisation),
               earned(report, one.credit.credits, voucher, cells.language()), cells.count(one.credit.credits),
               voucher ? cells.money(*voucher) : Cell(), cells.index(one.credit.since)});
  }
  return table;
}

}  // namespace

Document creditDocument(const CreditReport& report, Language language) {
  const Cells cells(language);
  Document document{"credit", p::kCreditStatement.in(language), {}, language, report.stamp, {}, {}};
  document.sections.push_back({{}, policyParticulars(report, cells), {}, {}});
  if (report.size != report.stamp.size) {
    const auto size = countText(static_cast<std::int64_t>(report.size), language);
    document.sections.push_back({{}, {}, {}, {filled(p::kAsOfSize.in(language), {size})}});
  }
  document.sections.push_back({p::kResult.in(language), resultParticulars(report, cells), {}, {}});
  document.sections.push_back({p::kExplanation.in(language), {}, {}, explanation(report, language)});
  document.sections.push_back({p::kEntriesUsed.in(language), {}, {entriesTable(report, cells)}, {}});
  document.sections.push_back({p::kGrantedCredits.in(language), {}, {grantedTable(report, cells)}, {}});
  return document;
}

}  // namespace projections
