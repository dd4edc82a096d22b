#include "projections/report/link_report.h"

#include "projections/columns.h"

namespace projections {
namespace {

using ledger::Result;

Result<std::vector<ExternalLinkRow>> readLinks(Database& database, const LinkQuestion& question) {
  Statement all = database.prepare(selectAll<ExternalLinkRow>() +
                                   "where ($1 = '' or external_id = $1) and ($2 is null or subject = $2) and " +
                                   withinSql(question.period, "day") + " order by system, external_id, since");
  all.add(std::string_view{question.external_id});
  question.of.isNone() ? all.addNull() : all.add(question.of.view());
  return readRows<ExternalLinkRow>(all);
}

}  // namespace

Result<LinkReport> readLinkReport(Database& database, const LinkQuestion& question) {
  LinkReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  report.stamp.period = question.period;
  const auto systems = systemsAsked(database, question.system);
  if (!systems) return systems.error();
  const auto links = readLinks(database, question);
  if (!links) return links.error();
  Statement named = database.prepare(selectAll<SubjectRow>() + "where subject = $1");
  for (const ExternalLinkRow& link : *links) {
    const auto of = systems->find(link.system);
    if (of == systems->end()) continue;
    LinkEntry entry{link, of->second, {}, false};
    named.add(link.subject.view());
    auto subjects = readRows<SubjectRow>(named);
    if (!subjects) return subjects.error();
    entry.known = !subjects->empty();
    if (entry.known) entry.subject = std::move(subjects->front());
    report.entries.push_back(std::move(entry));
  }
  return report;
}

}  // namespace projections
