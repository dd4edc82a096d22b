#include <algorithm>

#include "projections/language/exchange_phrases.h"
#include "projections/render/headed_text.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Currency;
using ledger::Language;
using ledger::Topic;

constexpr std::int64_t kShownMax = 1'000'000'000'000'000'000;  // a figure past it is shown as it stands
constexpr std::size_t kWidest = 112;
constexpr std::size_t kShortHash = 16;  // hex digits of a document

std::string recordedOn(ledger::UtcMs at, Language language) {
  return longDay(recordedDay(at), language);
}

// How the figures of one category are shown: time, money of the ledger's currency, or a count.
class FigureText {
 public:
  FigureText(const std::string& category, Currency currency, Language language)
      : category_(category), currency_(currency), language_(language) {
    const auto asked = parseCategory(category);
    if (!asked) return;
    known_ = asked->category;
    region_ = asked->region;
  }

  std::string name() const {
    if (known_ == nullptr) return category_;
    const Phrase& phrase = categoryPhrase(known_->as);
    const bool money = known_->measure == Measure::kMoney && !currency_.isNone();
    const std::string name = money ? withCurrency(phrase, currency_, language_) : phrase.in(language_);
    return region_.empty() ? name : name + ", " + placeText(Topic::kRegion, region_, language_);
  }
  std::string figure(const std::optional<std::int64_t>& value) const { return value ? shown(*value) : "–"; }

 private:
  std::string shown(std::int64_t value) const {
    const bool plain = known_ == nullptr || value > kShownMax || value < -kShownMax;
    if (plain || known_->measure == Measure::kCount) return countText(value, language_);
    if (known_->measure == Measure::kMinutes) return durationText(ledger::Minutes{value}, language_);
    if (currency_.isNone()) return countText(value, language_);
    return isWhole(value, currency_) ? wholeAmountText(value, currency_, language_)
                                     : amountText(value, currency_, language_);
  }

  const std::string& category_;
  Currency currency_;
  Language language_;
  const ReconciliationCategory* known_ = nullptr;
  std::string region_;
};

bool hasChanged(const ComparedFigure& figure) {
  return figure.now && *figure.now != figure.recorded.derived;
}

std::string comparedTable(const ReconciliationEntry& entry, Currency currency, Language language) {
  TextTable table({left(p::kCategory, language),
                   right(p::kReported, language),
                   right(p::kDerivedThen, language),
                   right(p::kDerivedNow, language),
                   right(p::kDifferenceNow, language),
                   {"", TextTable::Align::kLeft}},
                  kWidest);
  for (const ComparedFigure& one : entry.figures) {
    const FigureText text(one.recorded.category, currency, language);
    std::optional<std::int64_t> difference;
    if (one.now) difference = differenceOf(one.recorded.reported, *one.now);
    table.add({text.name(), text.figure(one.recorded.reported), text.figure(one.recorded.derived), text.figure(one.now),
               text.figure(difference), hasChanged(one) ? "≠" : ""});
  }
  return table.text();
}

std::string entryText(const ReconciliationEntry& entry, Currency currency, Language language) {
  const ReconciliationRow& row = entry.recorded;
  const std::string name = nameIn(entry.system.names, language);
  return "\n" + name + (name.empty() ? "" : " ") + "(" + entry.system.code + ")\n" +
         factsText({{p::kDays.in(language), longDay(row.from, language) + " – " + longDay(row.to, language)},
                    {p::kReportedIn.in(language), row.document.hex().substr(0, kShortHash) + "…"},
                    {p::kRecordedOn.in(language),
                     recordedOn(row.recorded_at, language) + ", №\u00a0" + std::to_string(row.since)},
                    {p::kIdentity.in(language), row.reconciliation.text()}}) +
         comparedTable(entry, currency, language);
}

std::string kindsTable(const ImportEntry& entry, Language language) {
  if (entry.kinds.empty()) return {};
  TextTable table({left(p::kEvent, language), right(p::kCount, language), right(p::kPeopleCame, language),
                   right(p::kTime, language), left(p::kMoney, language)},
                  kWidest);
  for (const ImportedKind& kind : entry.kinds) {
    std::string money;
    for (const auto& [code, minor] : kind.amounts) {
      const auto currency = ledger::Currency::parse(code);
      money += (money.empty() ? "" : "; ") +
               (currency ? moneyText({minor, *currency}, language) : countText(minor, language) + " " + code);
    }
    table.add({kind.event, countText(kind.count, language), kind.people == 0 ? "" : countText(kind.people, language),
               kind.minutes == 0 ? "" : durationText(ledger::Minutes{kind.minutes}, language), money});
  }
  return table.text();
}

std::string batchText(const ImportEntry& entry, Language language) {
  const ImportBatchRow& batch = entry.batch;
  const std::string from = recordedOn(batch.first_at, language);
  const std::string to = recordedOn(batch.last_at, language);
  std::vector<std::pair<std::string, std::string>> facts = {
      {p::kImporter.in(language), batch.importer.text()},
      {p::kRecordedOn.in(language), from == to ? from : from + " – " + to},
      {p::kPartsAndRows.in(language), countText(batch.parts, language) + ", " + countText(batch.first_row, language) +
                                          "–" + countText(batch.last_row, language)},
      {p::kSourceHash.in(language), batch.source_hash.hex()},
      {p::kMappingHash.in(language), batch.mapping_hash.hex()}};
  if (!entry.system_code.empty()) facts.emplace_back(p::kSystem.in(language), entry.system_code);
  if (batch.voided_index != 0) {
    facts.emplace_back(p::kVoidedOn.in(language),
                       longDay(batch.voided_day, language) + ", №\u00a0" + std::to_string(batch.voided_index));
  }
  return "\n" + p::kBatch.in(language) + " " + batch.batch.text() + "\n" + factsText(facts) +
         kindsTable(entry, language);
}

std::string subjectText(const LinkEntry& entry, Language language) {
  if (!entry.known) return {};
  const std::string role = std::string(ledger::word(language, Topic::kRegister, nameOf(entry.subject.role)));
  const std::string name = nameIn(entry.subject.names, language);
  const std::string& number = entry.subject.number.empty() ? entry.subject.code : entry.subject.number;
  const std::string label = name.empty() ? number : name;
  return label.empty() ? role : label + "; " + role;
}

}  // namespace

std::string reconciledText(const std::vector<ReconciledFigureRow>& figures, Currency currency, Language language) {
  TextTable table({left(p::kCategory, language), right(p::kReported, language), right(p::kDerived, language),
                   right(p::kDifference, language)},
                  kWidest);
  for (const ReconciledFigureRow& one : figures) {
    const FigureText text(one.category, currency, language);
    table.add({text.name(), text.figure(one.reported), text.figure(one.derived),
               text.figure(differenceOf(one.reported, one.derived))});
  }
  return table.text();
}

std::string reconciliationText(const ReconciliationReport& report, Language language) {
  std::string text = titleText(p::kReconciliations.in(language), report.stamp, language);
  bool changed = false;
  for (const ReconciliationEntry& entry : report.entries) {
    text += entryText(entry, report.currency, language);
    changed = changed || std::ranges::any_of(entry.figures, hasChanged);
  }
  if (report.entries.empty()) text += "\n  " + p::kNothing.in(language) + "\n";
  if (changed) text += "\n" + p::kChangedSince.in(language) + "\n";
  if (!report.entries.empty()) text += (changed ? "" : "\n") + p::kThenAsRecorded.in(language) + "\n";
  return text + stampText(report.stamp, language);
}

std::string importText(const ImportReport& report, Language language) {
  std::string text = titleText(p::kImports.in(language), report.stamp, language);
  for (const ImportEntry& entry : report.entries) text += batchText(entry, language);
  if (report.entries.empty()) text += "\n  " + p::kNothing.in(language) + "\n";
  return text + stampText(report.stamp, language);
}

std::string linkText(const LinkReport& report, Language language) {
  std::string text = titleText(p::kLinks.in(language), report.stamp, language) + "\n";
  TextTable table({left(p::kSystem, language), left(p::kTheirId, language), left(p::kSubjectHere, language),
                   left(p::kIdHere, language), left(p::kDate, language)},
                  kWidest);
  for (const LinkEntry& entry : report.entries) {
    table.add({entry.system.code, entry.link.external_id, subjectText(entry, language), entry.link.subject.text(),
               shortDay(entry.link.day, language)});
  }
  text += table.empty() ? "  " + p::kNothing.in(language) + "\n" : table.text();
  return text + stampText(report.stamp, language);
}

}  // namespace projections
