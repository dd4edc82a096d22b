#include <algorithm>

#include "projections/language/exchange_phrases.h"
#include "projections/language/oversight_phrases.h"
#include "projections/render/cells.h"
#include "projections/render/document_text.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Currency;
using ledger::Language;
using ledger::Topic;

constexpr std::int64_t kShownMax = 1'000'000'000'000'000'000;  // a figure past it is shown as it stands
constexpr std::size_t kShortHash = 16;                         // hex digits of a document

std::string recordedOn(ledger::UtcMs at, Language language) {
  return longDay(recordedDay(at), language);
}

// How the figures of one category are shown: time, money of the ledger's currency, or a count.
class FigureCells {
 public:
  FigureCells(const std::string& category, Currency currency, const Cells& cells)
      : category_(category), currency_(currency), cells_(cells) {
    const auto asked = parseCategory(category);
    if (!asked) return;
    known_ = asked->category;
    region_ = asked->region;
  }

  Cell name() const {
    if (known_ == nullptr) return category_;
    const Language language = cells_.language();
    const Phrase& phrase = categoryPhrase(known_->as);
    const bool money = known_->measure == Measure::kMoney && !currency_.isNone();
    const std::string name = money ? withCurrency(phrase, currency_, language) : phrase.in(language);
    return region_.empty() ? name : name + ", " + placeText(Topic::kRegion, region_, language);
  }
  Cell figure(const std::optional<std::int64_t>& value) const { return value ? shown(*value) : Cells::none(); }

 private:
  Cell shown(std::int64_t value) const {
    const bool plain = known_ == nullptr || value > kShownMax || value < -kShownMax;
    if (plain || known_->measure == Measure::kCount) return cells_.count(value);
    if (known_->measure == Measure::kMinutes) return cells_.minutes(ledger::Minutes{value});
    if (currency_.isNone()) return cells_.count(value);
    return isWhole(value, currency_) ? cells_.wholeAmount(value, currency_) : cells_.amount(value, currency_);
  }

  const std::string& category_;
  Currency currency_;
  const Cells& cells_;
  const ReconciliationCategory* known_ = nullptr;
  std::string region_;
};

bool hasChanged(const ComparedFigure& figure) {
  return figure.now && *figure.now != figure.recorded.derived;
}

// Of all entries one: its system, days and id stand before each row in files.
Table comparedTable(const Cells& cells) {
  return {"figures",
          {cells.left("category", p::kCategory),
           cells.right("reported", p::kReported),
           cells.right("then", p::kDerivedThen),
           cells.right("now", p::kDerivedNow),
           cells.right("difference", p::kDifferenceNow),
           {"changed", "", Align::kLeft}}};
}

Table comparedTable(const ReconciliationEntry& entry, Currency currency, const Cells& cells) {
  const ReconciliationRow& recorded = entry.recorded;
  Table table = comparedTable(cells);
  table.of = {{cells.left("system", p::kSystem), entry.system.code},
              {cells.left("from", p::kFirstDay), cells.day(recorded.from)},
              {cells.left("to", p::kLastDay), cells.day(recorded.to)},
              {cells.left("reconciliation", p::kIdentity), recorded.reconciliation.text()}};
  for (const ComparedFigure& one : entry.figures) {
    const FigureCells figures(one.recorded.category, currency, cells);
    std::optional<std::int64_t> difference;
    if (one.now) difference = differenceOf(one.recorded.reported, *one.now);
    table.add({figures.name(), figures.figure(one.recorded.reported), figures.figure(one.recorded.derived),
               figures.figure(one.now), figures.figure(difference), std::string(hasChanged(one) ? "≠" : "")});
  }
  return table;
}

Section entrySection(const ReconciliationEntry& entry, Currency currency, const Cells& cells) {
  const Language language = cells.language();
  const ReconciliationRow& row = entry.recorded;
  const std::string name = nameIn(entry.system.names, language);
  Section section;
  section.heading = name + (name.empty() ? "" : " ") + "(" + entry.system.code + ")";
  section.particulars = {
      {p::kDays.in(language), spanText(row.from, row.to, language)},
      {p::kReportedIn.in(language), {row.document.hex().substr(0, kShortHash) + "…", row.document.hex()}},
      {p::kRecordedOn.in(language), recordedOn(row.recorded_at, language) + ", №\u00a0" + std::to_string(row.since)},
      {p::kIdentity.in(language), row.reconciliation.text()}};
  section.tables.push_back(comparedTable(entry, currency, cells));
  return section;
}

Table kindsTable(const ImportEntry& entry, const Cells& cells) {
  const Language language = cells.language();
  Table table("kinds",
              {cells.left("event", p::kEvent), cells.right("count", p::kCount), cells.right("people", p::kPeopleCame),
               cells.right("minutes", p::kTime), cells.left("money", p::kMoney)});
  table.of = {{cells.left("batch", p::kBatch), entry.batch.batch.text()}};
  for (const ImportedKind& kind : entry.kinds) {
    std::string money;
    for (const auto& [code, minor] : kind.amounts) {
      const auto currency = ledger::Currency::parse(code);
      money += (money.empty() ? "" : "; ") +
               (currency ? moneyText({minor, *currency}, language) : countText(minor, language) + " " + code);
    }
    table.add({Cell(eventText(kind.event, language), kind.event), cells.count(kind.count),
               kind.people == 0 ? Cell() : cells.count(kind.people),
               kind.minutes == 0 ? Cell() : cells.minutes(ledger::Minutes{kind.minutes}), money});
  }
  return table;
}

Section batchSection(const ImportEntry& entry, const Cells& cells) {
  const Language language = cells.language();
  const ImportBatchRow& batch = entry.batch;
  const std::string from = recordedOn(batch.first_at, language);
  const std::string to = recordedOn(batch.last_at, language);
  Section section;
  section.heading = p::kBatch.in(language) + " " + batch.batch.text();
  section.particulars = {
      {p::kImporter.in(language), batch.importer.text()},
      {p::kRecordedOn.in(language), from == to ? from : from + " – " + to},
      {p::kPartsAndRows.in(language), countText(batch.parts, language) + ", " + countText(batch.first_row, language) +
                                          "–" + countText(batch.last_row, language)},
      {p::kSourceHash.in(language), batch.source_hash.hex()},
      {p::kMappingHash.in(language), batch.mapping_hash.hex()}};
  if (!entry.system_code.empty()) section.particulars.push_back({p::kSystem.in(language), entry.system_code});
  if (batch.voided_index != 0) {
    section.particulars.push_back({p::kVoidedOn.in(language), longDay(batch.voided_day, language) + ", №\u00a0" +
                                                                  std::to_string(batch.voided_index)});
  }
  section.tables.push_back(kindsTable(entry, cells));
  return section;
}

// What stands where there is no entry.
Section nothing(Table table, Language language) {
  table.if_empty = p::kNothing.in(language);
  return {{}, {}, {std::move(table)}, {}};
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

std::string reconciledText(const std::vector<ReconciledFigureRow>& all, Currency currency, Language language) {
  const Cells cells(language);
  Table table("figures", {cells.left("category", p::kCategory), cells.right("reported", p::kReported),
                          cells.right("derived", p::kDerived), cells.right("difference", p::kDifference)});
  for (const ReconciledFigureRow& one : all) {
    const FigureCells figures(one.category, currency, cells);
    table.add({figures.name(), figures.figure(one.reported), figures.figure(one.derived),
               figures.figure(differenceOf(one.reported, one.derived))});
  }
  return tableText(table);
}

Document reconciliationDocument(const ReconciliationReport& report, Language language) {
  const Cells cells(language);
  Document document{"reconciliation", p::kReconciliations.in(language), {}, language, report.stamp, {}, {}};
  Section notes;
  bool changed = false;
  for (const ReconciliationEntry& entry : report.entries) {
    document.sections.push_back(entrySection(entry, report.currency, cells));
    changed = changed || std::ranges::any_of(entry.figures, hasChanged);
  }
  if (report.entries.empty()) document.sections.push_back(nothing(comparedTable(cells), language));
  if (changed) notes.remarks.push_back(p::kChangedSince.in(language));
  if (!report.entries.empty()) notes.remarks.push_back(p::kThenAsRecorded.in(language));
  document.sections.push_back(notes);
  return document;
}

Document importDocument(const ImportReport& report, Language language) {
  const Cells cells(language);
  Document document{"imports", p::kImports.in(language), {}, language, report.stamp, {}, {}};
  for (const ImportEntry& entry : report.entries) document.sections.push_back(batchSection(entry, cells));
  if (report.entries.empty()) document.sections.push_back(nothing(kindsTable({}, cells), language));
  return document;
}

Document linkDocument(const LinkReport& report, Language language) {
  const Cells cells(language);
  Table table("links",
              {cells.left("system", p::kSystem), cells.left("externalId", p::kTheirId),
               cells.left("name", p::kSubjectHere), cells.left("subject", p::kIdHere), cells.left("day", p::kDate)});
  for (const LinkEntry& entry : report.entries) {
    table.add({entry.system.code, entry.link.external_id, subjectText(entry, language), entry.link.subject.text(),
               cells.day(entry.link.day)});
  }
  return {"links", p::kLinks.in(language), {}, language, report.stamp, {nothing(std::move(table), language)}, {}};
}

}  // namespace projections
