#include "projections/render/headed_text.h"
#include "projections/render/render.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

std::string totals(const ServiceReport& report, Language language) {
  const HoursSums& sums = report.volunteer.sums;
  return factsText({
      {p::kVolunteer.in(language), report.volunteer.volunteer.text()},
      {p::kAttestedHours.in(language), durationText(sums.attested, language)},
      {p::kOfWhichDisputed.in(language), durationText(sums.disputed, language)},
      {p::kClaimedHours.in(language), durationText(sums.claimed, language)},
      {p::kWaiting.in(language), durationText(sums.waiting, language)},
      {p::kImportedHours.in(language), durationText(sums.imported, language)},
  });
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

std::string entries(const ServiceReport& report, Language language) {
  TextTable table({left(p::kDate, language), left(p::kOrganisation, language), left(p::kProject, language),
                   right(p::kClaimed, language), right(p::kStands, language), left(p::kState, language),
                   left(p::kNotes, language), right(p::kEntry, language)});
  for (const ServiceEntry& entry : report.entries) {
    const HoursEntryRow& hours = entry.hours;
    table.add({shortDay(hours.day, language), nameIn(entry.organisation, language), nameIn(entry.project, language),
               durationText(hours.claimed, language), durationText(hours.minutes, language),
               entryState(entry, language), notes(hours, language), std::to_string(hours.since)});
  }
  return table.text();
}

}  // namespace

std::string serviceText(const ServiceReport& report, Language language) {
  const auto count = static_cast<std::int64_t>(report.entries.size());
  return titleText(p::kServiceRecord.in(language), report.stamp, language) + "\n" + totals(report, language) +
         sectionText(countedText(count, p::kHoursEntries, language), entries(report, language)) +
         stampText(report.stamp, language);
}

}  // namespace projections
