#include "audit/rules/rules_text.h"

#include <algorithm>
#include <array>
#include <functional>

#include "audit/answers/answer.h"
#include "audit/rules/rules_words.h"
#include "audit/rules/table.h"
#include "audit/rules/wrapped.h"

namespace audit {
namespace {

using ledger::Language;

constexpr std::array kHeaviestFirst{RuleSeverity::kCritical, RuleSeverity::kHigh, RuleSeverity::kMedium,
                                    RuleSeverity::kLow};
constexpr std::size_t kIndexesTold = 12;
constexpr std::size_t kSubjectsTold = 4;
constexpr std::int64_t kSpentTold = 2;

// Those with the most at risk; of several currencies and none as they come.
std::vector<const Raised*> mostFirst(const std::vector<Raised>& findings) {
  std::vector<const Raised*> out;
  out.reserve(findings.size());
  for (const Raised& raised : findings) out.push_back(&raised);
  const auto at_risk = [](const Raised* raised) { return raised->amount ? raised->amount->minor : Sum{0}; };
  std::ranges::stable_sort(out, std::greater<>(), at_risk);
  return out;
}

class RulesText {
 public:
  RulesText(const RulesReport& report, Language language, std::size_t each)
      : report_(report), language_(language), each_(each) {}

  std::string text() {
    head();
    for (const RuleSeverity severity : kHeaviestFirst) section(severity);
    notChecked();
    total();
    return std::move(out_);
  }

 private:
  std::string say(RulesPhrase which, std::vector<Told> values = {}) const {
    return rulesPhrase(language_, which, std::move(values));
  }
  std::string in(const InThree& words) const { return std::string(words.in(language_)); }

  void head() {
    const Facts& facts = report_.audit.facts;
    if (facts.origin.empty()) return unread();
    out_ += wrapped(say(RulesPhrase::kTitle, {textTold(facts.origin), countTold(facts.size), dayTold(report_.today)}),
                    "", "  ");
    std::string log = say(RulesPhrase::kLog, {{report_.audit.findings.verdict()}});
    if (!facts.pinned) log += " (" + say(RulesPhrase::kNotPinned) + ")";
    if (facts.demo) log += " (demo)";
    out_ += log + "\n";
    if (report_.outcomes.empty()) {
      out_ += wrapped(say(RulesPhrase::kNoReplay), "", "  ");
      return;
    }
    const std::uint64_t policy = report_.settings.policy();
    out_ += wrapped(policy == 0 ? say(RulesPhrase::kDefaults) : say(RulesPhrase::kThresholds, {countTold(policy)}), "",
                    "  ");
    for (const std::string& key : report_.settings.notTaken())
      out_ += wrapped(say(RulesPhrase::kNotTaken, {textTold(key)}), "  ", "    ");
    if (!report_.complete) out_ += wrapped(say(RulesPhrase::kIncomplete), "", "  ");
  }

  // There is nothing that the rules could be about.
  void unread() {
    const Findings& findings = report_.audit.findings;
    out_ += say(RulesPhrase::kLog, {{findings.verdict()}}) + "\n";
    for (const std::string& sentence : findings.notCheckedList()) out_ += wrapped(harmless(sentence), "  ", "    ");
    for (const Finding& finding : findings.sorted()) out_ += wrapped(harmless(finding.sentence), "  ", "    ");
    out_ += wrapped(say(RulesPhrase::kNoReplay), "", "  ");
  }

  void section(RuleSeverity severity) {
    bool titled = false;
    for (const Outcome& outcome : report_.outcomes) {
      const auto here = std::ranges::count(outcome.findings, severity, &Raised::severity);
      if (here == 0) continue;
      if (!titled) out_ += "\n" + say(phraseOf(severity)) + "\n";
      titled = true;
      rule(outcome, severity);
    }
  }

  void rule(const Outcome& outcome, RuleSeverity severity) {
    const Rule& one = *outcome.rule;
    std::size_t told = 0;
    std::size_t here = 0;
    std::string body;
    for (const Raised* raised : mostFirst(outcome.findings)) {
      if (raised->severity != severity) continue;
      ++here;
      if (told == each_) continue;
      ++told;
      body += finding(*raised);
    }
    // Those that were not kept are of the rule's own severity.
    const std::uint64_t all = here + (severity == outcome.severity ? outcome.raised - outcome.findings.size() : 0);
    out_ += edges("  " + std::string(one.id) + " " + in(one.name), countTold(all).text);
    out_ += body;
    if (all > told) out_ += "    " + say(RulesPhrase::kMore, {countTold(all - told), {std::string(one.id)}}) + "\n";
  }

  std::string finding(const Raised& raised) const {
    std::string where;
    const auto join = [&](const std::string& more) { where += (where.empty() ? "" : " · ") + more; };
    if (raised.amount)
      join(say(RulesPhrase::kAtRisk) + " " + amountTold(raised.amount->minor, raised.amount->currency).text);
    if (raised.minutes)
      join(say(RulesPhrase::kAtRisk) + " " +
           say(RulesPhrase::kMinutesAtRisk, {countTold(static_cast<std::uint64_t>(*raised.minutes))}));
    // Many expenditures are known by their entries.
    const auto spent = std::ranges::count(raised.subjects, "expenditure", &Subject::kind);
    std::size_t told = 0;
    for (const Subject& subject : raised.subjects) {
      if (spent > kSpentTold && subject.kind == "expenditure") continue;
      if (++told > kSubjectsTold) break;
      join(std::string(subjectWord(language_, subject.kind)) + " " + idText(subject.id));
    }
    if (told > kSubjectsTold) where += " …";
    std::string indexes;
    for (std::size_t i = 0; i < std::min(raised.evidence.size(), kIndexesTold); ++i)
      indexes += (i == 0 ? " " : ", ") + std::to_string(raised.evidence[i]);
    if (raised.evidence.size() > kIndexesTold) indexes += " …";
    if (!indexes.empty()) join(say(RulesPhrase::kEntries) + indexes);
    return wrapped(textOf(raised.sentence, language_), "    - ", "      ") +
           (where.empty() ? "" : wrapped(where, "      ", "      "));
  }

  void notChecked() {
    bool titled = false;
    for (const Outcome& outcome : report_.outcomes) {
      if (outcome.missing.empty()) continue;
      if (!titled) out_ += "\n" + say(RulesPhrase::kNotChecked) + "\n";
      titled = true;
      const std::string how = outcome.checked == Checked::kPart ? say(RulesPhrase::kInPart) : say(RulesPhrase::kNot);
      out_ += edges("  " + std::string(outcome.rule->id) + " " + in(outcome.rule->name), how);
      for (const Sentence& why : outcome.missing) out_ += wrapped(textOf(why, language_), "    - ", "      ");
    }
  }

  void total() {
    const auto count = [&](Checked checked) {
      return countTold(static_cast<std::uint64_t>(std::ranges::count(report_.outcomes, checked, &Outcome::checked)));
    };
    out_ += "\n" +
            say(RulesPhrase::kTotal, {countTold(report_.outcomes.size()), count(Checked::kWhole), count(Checked::kPart),
                                      count(Checked::kNot)}) +
            "\n";
    const auto severe = [&](RuleSeverity severity) { return countTold(report_.raised(severity)); };
    out_ += say(RulesPhrase::kRaised,
                {countTold(report_.raised()), severe(RuleSeverity::kCritical), severe(RuleSeverity::kHigh),
                 severe(RuleSeverity::kMedium), severe(RuleSeverity::kLow)}) +
            "\n";
  }

  const RulesReport& report_;
  Language language_;
  std::size_t each_;
  std::string out_;
};

}  // namespace

std::string textOf(const RulesReport& report, Language language, std::size_t findings_each) {
  return RulesText(report, language, findings_each).text();
}

std::string tableText(Language language) {
  std::string out;
  for (const Rule* rule : allRules()) {
    out += edges(std::string(rule->id) + " " + std::string(rule->name.in(language)),
                 rulesPhrase(language, phraseOf(rule->severity)));
    out += wrapped(rule->inputs.in(language), "    " + rulesPhrase(language, RulesPhrase::kInputs), "      ");
    std::string thresholds;
    for (const Parameter& parameter : rule->parameters) {
      thresholds += (thresholds.empty() ? "" : "; ") + std::string(rule->id) + (parameter.name.empty() ? "" : ".") +
                    std::string(parameter.name) + " = " +
                    (parameter.has_default ? thresholdText(language, parameter.unit, parameter.value)
                                           : rulesPhrase(language, RulesPhrase::kNoDefault));
    }
    if (!thresholds.empty())
      out += wrapped(thresholds, "    " + rulesPhrase(language, RulesPhrase::kThresholdsOf), "      ");
  }
  return out;
}

}  // namespace audit
