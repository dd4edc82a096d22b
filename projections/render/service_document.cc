#include "projections/render/cells.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

Section totals(const ServiceReport& report, const Cells& cells) {
  const HoursSums& sums = report.volunteer.sums;
  const auto in = [&](const Phrase& phrase) { return phrase.in(cells.language()); };
  Section section;
  section.particulars = {
      {in(p::kVolunteer), report.volunteer.volunteer.text()},  {in(p::kAttestedHours), cells.minutes(sums.attested)},
      {in(p::kOfWhichDisputed), cells.minutes(sums.disputed)}, {in(p::kClaimedHours), cells.minutes(sums.claimed)},
      {in(p::kWaiting), cells.minutes(sums.waiting)},          {in(p::kImportedHours), cells.minutes(sums.imported)},
  };
  return section;
}

// Why the entry deserves a second look: the reason of its last change, and its flags.
std::string notes(const HoursEntryRow& entry, Language language) {
  std::string text;
  const auto append = [&](std::string_view note) {
    if (!text.empty()) text += "; ";
    text += note;
  };
  if (entry.reason != ledger::HoursReason::kNone) {
    append(ledger::word(language, Topic::kHoursReason, nameOf(entry.reason)));
  }
  std::string_view flags = entry.flags;
  while (!flags.empty()) {
    const std::size_t end = std::min(flags.find(' '), flags.size());
    append(ledger::word(language, Topic::kFlag, flags.substr(0, end)));
    flags.remove_prefix(std::min(end + 1, flags.size()));
  }
  return text;
}

// "attested, locked": the state, and what the days around the entry made of it.
std::string entryState(const ServiceEntry& entry, Language language) {
  std::string text(ledger::word(language, Topic::kHoursState, nameOf(entry.hours.state)));
  if (entry.locked) text.append(", ").append(ledger::word(language, Topic::kHoursState, "locked"));
  if (entry.expired) text.append(", ").append(ledger::word(language, Topic::kHoursState, "expired"));
  return text;
}

Section entries(const ServiceReport& report, const Cells& cells) {
  const Language language = cells.language();
  Table table("entries", {cells.left("day", p::kDate), cells.left("organisation", p::kOrganisation),
                          cells.left("project", p::kProject), cells.right("claimed", p::kClaimed),
                          cells.right("stands", p::kStands), cells.left("state", p::kState),
                          cells.left("notes", p::kNotes), cells.right("entry", p::kEntry)});
  table.if_empty = p::kNothing.in(language);
  for (const ServiceEntry& entry : report.entries) {
    const HoursEntryRow& hours = entry.hours;
    table.add({cells.day(hours.day), cells.name(entry.organisation), cells.name(entry.project),
               cells.minutes(hours.claimed), cells.minutes(hours.minutes), entryState(entry, language),
               notes(hours, language), cells.index(hours.since)});
  }
  const auto count = static_cast<std::int64_t>(report.entries.size());
  return {countedText(count, p::kHoursEntries, language), {}, {std::move(table)}, {}};
}

}  // namespace

Document serviceDocument(const ServiceReport& report, Language language) {
  const Cells cells(language);
  return {"service",
          p::kServiceRecord.in(language),
          {},
          language,
          report.stamp,
          {totals(report, cells), entries(report, cells)},
          {}};
}

}  // namespace projections
