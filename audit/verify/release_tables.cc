#include "audit/verify/release_tables.h"

#include <algorithm>

#include "audit/base/sha256.h"
#include "audit/replay/civil_calendar.h"
#include "audit/verify/csv_cell.h"
#include "audit/verify/release_revision.h"

namespace audit {
namespace {

using schema::ReleaseSpan;

struct Row {
  std::vector<std::string> codes;  // but for the period
  std::string period;
  const ReleasedCell* cell = nullptr;
};
struct Table {
  std::string name;
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

std::string otherThanItsHash(const std::string& table) {
  return ": the log gives another " + table + " than its hash is of";
}

// What all tables of a release are written from.
struct Made {
  std::vector<std::pair<std::string, ReleasedMonth>> months;  // by period
  std::vector<std::pair<std::string, ReleasedCells>> quarters;
};

std::string monthName(std::int64_t day) {
  const CivilDate date = dateOf(day);
  return std::to_string(date.year) + (date.month < 10 ? "-0" : "-") + std::to_string(date.month);
}
std::string quarterName(std::int64_t day) {
  const CivilDate date = dateOf(day);
  return std::to_string(date.year) + "-Q" + std::to_string((date.month + 2) / 3);
}

std::int64_t nearest(std::int64_t value, std::int64_t step) {
  return (value + step / 2) / step * step;
}

std::string statusOf(const ReleasedCell& cell) {
  return !cell.told ? "hidden" : (cell.revised ? "revised" : "published");
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out + "\"";
}

std::string csvOf(const Table& table) {
  std::string out = "period";
  for (const std::string& column : table.columns) out += "," + column;
  out += ",volunteers,hours,status\r\n";
  for (const Row& row : table.rows) {
    out += row.period;
    for (const std::string& code : row.codes) out += "," + csvCell(code);
    out += row.cell->told ? "," + std::to_string(nearest(static_cast<std::int64_t>(row.cell->crowd.size()), 5)) + "," +
                                std::to_string(nearest(minutesOf(row.cell->crowd), 600) / 60)
                          : ",,";
    out += "," + statusOf(*row.cell) + "\r\n";
  }
  return out;
}

std::string jsonOf(const Table& table) {
  std::string out = "[";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    out += (i == 0 ? "\n{\"period\":" : ",\n{\"period\":") + quoted(row.period);
    for (std::size_t k = 0; k < table.columns.size(); ++k)
      out += "," + quoted(table.columns[k]) + ":" + quoted(row.codes[k]);
    const bool told = row.cell->told;
    const auto people = nearest(static_cast<std::int64_t>(row.cell->crowd.size()), 5);
    const auto hours = nearest(minutesOf(row.cell->crowd), 600) / 60;
    out += ",\"volunteers\":" + (told ? std::to_string(people) : "null") +
           ",\"hours\":" + (told ? std::to_string(hours) : "null") + ",\"status\":" + quoted(statusOf(*row.cell)) + "}";
  }
  return out + "\n]\n";
}

void addCells(Table& table, const std::string& period, const ReleasedCells& cells) {
  for (const auto& [key, cell] : cells) table.rows.push_back({{key.first}, period, &cell});
}

std::vector<Table> tablesFrom(const ReleaseHistory& history, const Made& made) {
  Table activities{"activities", {"activity"}, {}}, national{"national", {}, {}}, regions{"regions", {"region"}, {}};
  Table organisations{"organisations", {"region", "organisation", "kk", "ru", "en"}, {}};
  for (const auto& [period, month] : made.months) {
    if (month.is_there) national.rows.push_back({{}, period, &month.country});
    addCells(activities, period, month.activities);
    addCells(regions, period, month.regions);
  }
  for (const auto& [period, cells] : made.quarters) {
    for (const auto& [key, cell] : cells) {
      const auto& names = history.namesOf(key.second);
      organisations.rows.push_back({{key.first, idText(key.second), names[0], names[1], names[2]}, period, &cell});
    }
  }
  return {activities, national, organisations, regions};
}

// Those that were in effect before it.
const ReleaseSaid* earlier(const ReleaseHistory& history, const ReleaseSaid& than, ReleaseSpan span,
                           std::int64_t first_day) {
  for (const ReleaseSaid& one : history.releases()) {
    if (one.index < than.index && one.span == span && one.first_day == first_day) return &one;
  }
  return nullptr;
}

MadeMonth madeMonth(const ReleaseHistory& history, const ReleaseSaid& month) {
  MadeMonth made{history.hoursAt(month.first_day, month.last_day, month.at_size, month.at_size), {}};
  made.told = monthOf(made.hours, month.bounds);
  return made;
}

std::optional<ReleasedCells> madeQuarter(const ReleaseHistory& history, const ReleaseSaid& quarter) {
  std::vector<MadeMonth> months;
  for (std::int64_t i = 0; i < 3; ++i) {
    const auto* month = earlier(history, quarter, ReleaseSpan::MONTH, monthsOn(quarter.first_day, i));
    if (month == nullptr) return std::nullopt;
    months.push_back(madeMonth(history, *month));
  }
  return quarterOf(months, quarter.bounds);
}

bool makeYear(const ReleaseHistory& history, const ReleaseSaid& said, Made& made) {
  RevisedYear year;
  for (std::size_t i = 0; i < year.months.size(); ++i) {
    const std::int64_t first = monthsOn(said.first_day, static_cast<std::int64_t>(i));
    const auto* month = earlier(history, said, ReleaseSpan::MONTH, first);
    if (month == nullptr) continue;
    year.months[i] = {true, madeMonth(history, *month).told,
                      history.hoursAt(month->first_day, month->last_day, month->at_size, said.at_size),
                      history.hoursAt(month->first_day, month->last_day, said.at_size, said.at_size)};
  }
  for (std::size_t i = 0; i < year.quarters.size(); ++i) {
    const auto* quarter =
        earlier(history, said, ReleaseSpan::QUARTER, monthsOn(said.first_day, 3 * static_cast<std::int64_t>(i)));
    if (quarter == nullptr) continue;
    year.quarters[i] = madeQuarter(history, *quarter);
    if (!year.quarters[i]) return false;
  }
  revise(year, said.bounds);
  for (std::size_t i = 0; i < year.months.size(); ++i)
    made.months.emplace_back(monthName(monthsOn(said.first_day, static_cast<std::int64_t>(i))), year.months[i].told);
  for (std::size_t i = 0; i < year.quarters.size(); ++i) {
    if (year.quarters[i])
      made.quarters.emplace_back(quarterName(monthsOn(said.first_day, 3 * static_cast<std::int64_t>(i))),
                                 *year.quarters[i]);
  }
  return true;
}

bool make(const ReleaseHistory& history, const ReleaseSaid& said, Made& made) {
  if (said.span == ReleaseSpan::YEAR) return makeYear(history, said, made);
  if (said.span == ReleaseSpan::MONTH) {
    made.months.emplace_back(monthName(said.first_day), madeMonth(history, said).told);
    return true;
  }
  auto cells = madeQuarter(history, said);
  if (!cells) return false;
  made.quarters.emplace_back(quarterName(said.first_day), *std::move(cells));
  return true;
}

}  // namespace

std::vector<ReleasedTable> tablesOf(const ReleaseHistory& history, const ReleaseSaid& said) {
  Made made;
  if (!make(history, said, made)) return {};
  std::vector<ReleasedTable> tables;
  for (const Table& table : tablesFrom(history, made)) {
    const bool quarterly = table.name == "organisations";
    if (said.span != ReleaseSpan::YEAR && quarterly != (said.span == ReleaseSpan::QUARTER)) continue;
    tables.push_back({table.name + ".csv", csvOf(table)});
    tables.push_back({table.name + ".json", jsonOf(table)});
  }
  return tables;
}

void compareReleases(const ReleaseHistory& history, Findings& findings) {
  std::size_t same_tables = 0;
  for (const ReleaseSaid& said : history.releases()) {
    const auto tables = tablesOf(history, said);
    const std::string period =
        said.span == ReleaseSpan::QUARTER ? quarterName(said.first_day) : monthName(said.first_day);
    for (const auto& [name, digest] : said.tables) {
      const auto table = std::ranges::find(tables, name, &ReleasedTable::name);
      if (table != tables.end() && sha256(bytesOf(table->bytes)) == digest) {
        ++same_tables;
        continue;
      }
      findings.add(Wrong::kFiguresDiffer,
                   "the release in entry " + std::to_string(said.index) + " of " + period + otherThanItsHash(name));
    }
  }
  if (!history.releases().empty())
    findings.checked("releases: " + std::to_string(same_tables) + " tables as recorded, of " +
                     std::to_string(history.releases().size()) + " releases");
}

}  // namespace audit
