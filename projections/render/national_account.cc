#include "projections/render/national_account.h"

#include <nlohmann/json.hpp>

#include "projections/language/account_phrases.h"
#include "projections/language/credit_phrases.h"
#include "projections/language/oversight_phrases.h"
#include "projections/render/account_parts.h"
#include "projections/render/account_parts_json.h"

namespace projections {
namespace {

namespace p = phrases;
using ledger::Language;
using ledger::Topic;

constexpr std::int64_t kMinutesOfHour = 60;

Table distinctionTable(const AccountParts& parts, const std::vector<DistinctionFigures>& all) {
  const Cells& cells = parts.cells;
  Table table("distinctions", {cells.left("name", p::kDistinction), cells.left("kind", p::kKind),
                               cells.right("conferred", p::kConferredCount), cells.right("revoked", p::kRevokedCount)});
  for (const DistinctionFigures& one : all) {
    const std::string name = nameIn(one.names, cells.language());
    table.add({name.empty() ? one.code : name,
               one.kind.empty() ? Cell() : cells.word(Topic::kSubjectKind, "distinction." + one.kind),
               cells.count(one.conferred), cells.count(one.revoked)});
  }
  return table;
}

Table findingTable(const AccountParts& parts, const std::vector<FindingCounts>& counts) {
  const Cells& cells = parts.cells;
  Table table("findings", {cells.left("severity", p::kSeverity), cells.right("closed", p::kClosed),
                           cells.right("dismissed", p::kDismissed)});
  for (const FindingCounts& one : counts)
    table.add({severityText(one.severity, cells.language()), cells.count(one.closed), cells.count(one.dismissed)});
  return table;
}

Section populationSection(const AccountParts& parts, const NationalReport& report, const PopulationRate& rate) {
  const Language language = parts.cells.language();
  Section section;
  section.heading = parts.in(p::kPerThousand);
  section.particulars = {{parts.in(p::kInhabitants), parts.cells.count(rate.people)}};
  if (!report.total.hidden.attested) {
    const auto per = [&](std::int64_t figure) { return hundredthsText(rate.perThousand(figure), language); };
    section.particulars.push_back({parts.in(p::kVolunteersAttested), per(report.total.volunteers)});
    section.particulars.push_back(
        {parts.in(p::kAttestedHours), per(report.total.sums.attested.count() / kMinutesOfHour)});
  }
  section.remarks = {filled(p::kPopulationSource.in(language),
                            {rate.policy.source, std::to_string(rate.year),
                             std::string(ledger::word(language, Topic::kLegalStatus, nameOf(rate.policy.status))),
                             std::to_string(rate.policy.document)})};
  return section;
}

}  // namespace

std::vector<Section> nationalAccountSections(const NationalReport& report, const NationalAccount& account,
                                             Language language) {
  const AccountParts parts(language);
  Section owed;
  owed.heading = parts.in(p::kObligations);
  owed.particulars = parts.counts(account.obligations);
  owed.particulars.insert(owed.particulars.begin(), {parts.in(p::kOnDay), parts.cells.longDay(account.on)});
  std::vector<Section> sections = {
      parts.charity(account.charity),
      parts.section(p::kSubAwards, parts.money("subAwards", account.sub_awards, Topic::kRegister)), owed,
      parts.section(p::kFindings, findingTable(parts, account.findings)),
      parts.section(p::kAwards, distinctionTable(parts, account.distinctions))};
  if (account.population) sections.push_back(populationSection(parts, report, *account.population));
  return sections;
}

nlohmann::ordered_json nationalAccountObject(const NationalReport& report, const NationalAccount& account) {
  Json object = {{"charity", charityObject(account.charity)},
                 {"subAwards", moneyList(account.sub_awards)},
                 {"on", dayJson(account.on)},
                 {"obligations", objectOf(account.obligations)},
                 {"findings", listOf(account.findings)},
                 {"distinctions", Json::array()},
                 {"population", populationObject(account.population)}};
  for (const DistinctionFigures& one : account.distinctions) {
    object["distinctions"].push_back({{"code", one.code},
                                      {"kind", one.kind},
                                      {"names", namesOf(one.names)},
                                      {"conferred", one.conferred},
                                      {"revoked", one.revoked}});
  }
  if (!account.population || report.total.hidden.attested) return object;
  // Hundredths, as text: JSON of this program has whole numbers alone.
  const auto per = [&](std::int64_t figure) {
    return hundredthsText(account.population->perThousand(figure), Language::kEnglish);
  };
  object["population"]["volunteersPer1000"] = per(report.total.volunteers);
  object["population"]["hoursPer1000"] = per(report.total.sums.attested.count() / kMinutesOfHour);
  return object;
}

}  // namespace projections
