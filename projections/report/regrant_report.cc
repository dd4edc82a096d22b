#include "projections/report/regrant_report.h"

#include <algorithm>
#include <set>

#include "projections/report/grant_report.h"

namespace projections {
namespace {

using ledger::Result;
using ledger::SubjectId;

class Tree {
 public:
  Tree(Database& database, std::vector<RegrantNode>& nodes) : database_(database), nodes_(nodes) {}

  // Each before those beneath it, in the order of the log.
  Result<void> grow(const GrantRow& top) {
    std::vector<std::pair<GrantRow, int>> open{{top, 0}};
    while (!open.empty()) {
      const auto [grant, depth] = std::move(open.back());
      open.pop_back();
      if (!seen_.insert(grant.grant).second) continue;
      std::vector<GrantRow> awards;
      ASAR_TRY(take(add(grant, depth), awards));
      std::reverse(awards.begin(), awards.end());
      for (const GrantRow& award : awards) open.emplace_back(award, depth + 1);
    }
    return {};
  }

 private:
  // The awards beneath it.
  Result<std::vector<GrantRow>> add(const GrantRow& grant, int depth) {
    const std::size_t place = nodes_.size();
    nodes_.push_back({grant, {}, depth, {}});
    ASAR_TRY(eachRow(database_,
                     "select " + namedSql("o.organisation", "o") +
                         " from organisations o where o.organisation = " + sqlOf(grant.grantee),
                     [&](Statement& row) {
                       ColumnReader reader(row);
                       readNamed(reader, nodes_[place].grantee);
                     }));
    std::vector<RegrantLine> lines;
    ASAR_TRY(eachRow(database_,
                     "select line, budget, spent from grant_lines where cost_type = 'regrant' and grant_id = " +
                         sqlOf(grant.grant) + " order by ordinal",
                     [&](Statement& row) {
                       RegrantLine& line = lines.emplace_back();
                       line.line = row.nextText();
                       line.budget = row.nextInteger();
                       line.passed_on = row.nextInteger();
                     }));
    Statement all = database_.prepare(selectAll<GrantRow>() + "where parent = $1 order by since");
    all.add(grant.grant.view());
    auto awards = readRows<GrantRow>(all);
    if (!awards) return awards.error();
    for (const GrantRow& award : *awards) addTo(lines, award);
    nodes_[place].lines = std::move(lines);
    return awards;
  }
  static void addTo(std::vector<RegrantLine>& lines, const GrantRow& award) {
    const auto line = std::ranges::find(lines, award.parent_line, &RegrantLine::line);
    if (line == lines.end() || award.state == GrantState::kVoided) return;
    const std::int64_t received = award.disbursed - award.reversed;
    line->awarded += award.awarded;
    line->received += received;
    line->spent += award.spent;
    line->returned += award.returned;
    line->on_hand += award.on_hand;
    line->held += std::max<std::int64_t>(0, received - award.returned);
  }

  Database& database_;
  std::vector<RegrantNode>& nodes_;
  std::set<SubjectId> seen_;
};

}  // namespace

Result<RegrantReport> readRegrantReport(Database& database, std::string_view number_or_id) {
  RegrantReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  std::vector<GrantRow> tops;
  if (number_or_id.empty()) {
    Statement all = database.prepare(
        "select " + columnsIn<GrantRow>("g") +
        " from grants g where g.parent is null and g.state <> 'voided' and (exists (select 1 from grant_lines l where "
        "l.grant_id = g.grant_id and l.cost_type = 'regrant') or exists (select 1 from grants s where s.parent = "
        "g.grant_id)) order by g.since");
    ASAR_TRY(take(readRows<GrantRow>(all), tops));
  } else {
    ASAR_TRY(take(findGrant(database, number_or_id), tops.emplace_back()));
    report.of = tops.back().grant;
  }
  Tree tree(database, report.nodes);
  for (const GrantRow& top : tops) ASAR_TRY(tree.grow(top));
  return report;
}

}  // namespace projections
