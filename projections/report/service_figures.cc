#include "projections/report/service_figures.h"

#include <array>
#include <set>

#include "projections/report/profiles.h"
#include "projections/report/query.h"

namespace projections {
namespace {

using ledger::AgeBand;
using ledger::PersonId;
using ledger::Result;

bool isMinor(AgeBand band) {
  return band == AgeBand::kUnder14 || band == AgeBand::kFrom14to15 || band == AgeBand::kFrom16to17;
}

// Counts people from entries, each once in each figure.
class ServedPeople {
 public:
  void take(const PersonId& person, AgeBand band, ledger::Minutes attested) {
    if (attested.count() <= 0) return;
    Band& of = bands_[static_cast<std::size_t>(band)];
    of.people.insert(person);
    of.attested += attested;
    people_.insert(person);
    if (isMinor(band)) minors_.insert(person);
  }
  void settle(ServiceFigures& figures) const {
    figures.volunteers = static_cast<std::int64_t>(people_.size());
    figures.minors = static_cast<std::int64_t>(minors_.size());
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      if (bands_[i].people.empty()) continue;
      figures.bands.push_back(
          {static_cast<AgeBand>(i), static_cast<std::int64_t>(bands_[i].people.size()), bands_[i].attested});
    }
  }

 private:
  struct Band {
    std::set<PersonId> people;
    ledger::Minutes attested{};
  };

  std::array<Band, ledger::kEnumerants<AgeBand>> bands_;
  std::set<PersonId> people_;
  std::set<PersonId> minors_;
};

}  // namespace

Result<ServiceFigures> readService(Database& database, const std::string& condition,
                                   const std::optional<Period>& period) {
  ServiceFigures figures;
  const auto survivors = readSurvivors(database);
  if (!survivors) return survivors.error();
  ServedPeople people;
  const std::string entries = "select " + columnsIn<HoursEntryRow>("h") +
                              ", coalesce(c.age_band, 'unknown') from hours_entries h join activities a on "
                              "a.activity = h.activity left join credit_facts c on c.hours = h.hours and c.until = 0 "
                              "where " +
                              condition + " and " + withinSql(period, "h.day");
  ASAR_TRY(eachRow(database, entries, [&](Statement& row) {
    HoursEntryRow entry;
    AgeBand band{};
    ColumnReader reader(row);
    HoursEntryRow::columns(reader, entry);
    reader("age_band", band);
    const HoursSums sums = sumsOf(entry);
    figures.sums += sums;
    const auto merged = survivors->find(entry.volunteer);
    people.take(merged == survivors->end() ? entry.volunteer : merged->second, band, sums.attested);
  }));
  people.settle(figures);
  ASAR_TRY(eachRow(database,
                   "select count(*) from activities a where " + condition + " and " + withinSql(period, "a.starts_day"),
                   [&](Statement& row) { figures.activities = row.nextInteger(); }));
  ASAR_TRY(eachRow(database,
                   "select coalesce(sum(t.people), 0), coalesce(sum(t.minutes), 0) from attendance t join activities a "
                   "on a.activity = t.activity join shifts s on s.shift = t.shift where t.state = 'completed' and "
                   "t.voided = 0 and " +
                       condition + " and " + withinSql(period, "s.starts_day"),
                   [&](Statement& row) {
                     figures.attended_people = row.nextInteger();
                     figures.attended = ledger::Minutes{row.nextInteger()};
                   }));
  return figures;
}

void hideService(ServiceFigures& figures) {
  const std::int64_t activities = figures.activities;
  figures = {};
  figures.activities = activities;
  figures.hidden = true;
}

}  // namespace projections
