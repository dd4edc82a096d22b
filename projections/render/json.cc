#include <nlohmann/json.hpp>

#include "projections/render/json_columns.h"
#include "projections/render/json_start.h"
#include "projections/render/national_account.h"
#include "projections/render/render.h"

namespace projections {
namespace {

Json figuresOf(const HoursFigures& figures) {
  Json object = {{"code", figures.code},
                 {"organisations", figures.organisations},
                 {"volunteers", figures.volunteers},
                 {"activities", figures.activities}};
  JsonColumns columns(object);
  HoursSums::columns(columns, figures.sums);
  object["attendedPeople"] = figures.attended_people;
  object["attendedMinutes"] = figures.attended.count();
  const HiddenFigures& hidden = figures.hidden;
  for (const auto& [is_hidden, name] :
       {std::pair(hidden.attested, "volunteers"), std::pair(hidden.entries, "entries"),
        std::pair(hidden.claimed, "claimedMinutes"), std::pair(hidden.waiting, "waitingMinutes"),
        std::pair(hidden.attested, "attestedMinutes"), std::pair(hidden.disputed, "disputedMinutes"),
        std::pair(hidden.imported, "importedMinutes"), std::pair(hidden.attended, "attendedPeople"),
        std::pair(hidden.attended, "attendedMinutes")}) {
    if (is_hidden) object[name] = Json();
  }
  return object;
}

Json figuresOf(const MoneyFigures& figures) {
  Json object = {{"code", figures.code}, {"currency", std::string(figures.currency.code())}};
  JsonColumns columns(object);
  MoneySums::columns(columns, figures.sums);
  return object;
}

// Where figures are hidden they are null; where none is, there is no policy by which they would be.
Json suppressionOf(const std::optional<SuppressionPolicy>& suppression) {
  if (!suppression) return {};
  Json object = {
      {"least", suppression->rule.least}, {"leastWithMinors", suppression->rule.least_with_minors}, {"policy", Json()}};
  if (suppression->document) object["policy"] = objectOf(*suppression->document);
  return object;
}

template <class Figures>
Json figuresList(const std::vector<Figures>& all) {
  Json list = Json::array();
  for (const Figures& one : all) list.push_back(figuresOf(one));
  return list;
}

Json sumsOf(const RegisterSums& sums) {
  return {{"count", sums.count},     {"amounts", Json(sums.amounts)}, {"quantities", Json(sums.quantities)},
          {"minutes", sums.minutes}, {"people", sums.people},         {"votes", sums.votes},
          {"points", sums.points},   {"credits", sums.credits}};
}

Json sumsBy(const std::map<std::string, RegisterSums>& all) {
  Json object = Json::object();
  for (const auto& [name, sums] : all) object[name] = sumsOf(sums);
  return object;
}

Json dayOr(ledger::CivilDay day) {
  return day == 0 ? Json() : Json(ledger::dayText(day));
}

// Words under the names of their fields; a list is a list of them.
Json wordsOf(const std::vector<FactWordRow>& words) {
  Json object = Json::object();
  for (const FactWordRow& one : words) {
    const Json value = one.value
                           ? (one.word.empty() ? Json(*one.value) : Json{{"word", one.word}, {"value", *one.value}})
                           : Json(one.word);
    if (one.place < 0) {
      object[one.field] = value;
    } else {
      object[one.field].push_back(value);
    }
  }
  return object;
}

Json factOf(const FactEntry& entry) {
  Json object = objectOf(entry.fact);
  object["words"] = wordsOf(entry.words);
  return object;
}

Json entryOf(const RegisterEntry& entry, bool with_facts) {
  Json object = objectOf(entry.subject);
  JsonColumns columns(object);
  SubjectStateRow::columns(columns, entry.standing);
  object["links"] = Json::array();
  for (const SubjectLinkRow& link : entry.links) {
    object["links"].push_back(
        {{"role", std::string(nameOf(link.role))}, {"other", link.other.text()}, {"mentioned", link.mentioned}});
  }
  if (!with_facts) return object;
  object["facts"] = Json::array();
  for (const FactEntry& fact : entry.facts) object["facts"].push_back(factOf(fact));
  return object;
}

Json earnedOf(std::uint32_t credits, const std::optional<ledger::Money>& voucher) {
  Json object = {{"credits", credits}, {"voucher", Json()}};
  if (voucher) object["voucher"] = {{"minor", voucher->minor}, {"currency", std::string(voucher->currency.code())}};
  return object;
}

}  // namespace

nlohmann::ordered_json namesOf(const ledger::Names& names) {
  return {{"kk", names.kk}, {"ru", names.ru}, {"en", names.en}};
}

nlohmann::ordered_json startOf(const char* report, const Stamp& stamp) {
  Json json = {{"report", report},   {"origin", stamp.origin},   {"demo", stamp.demo},
               {"size", stamp.size}, {"root", stamp.root.hex()}, {"witnesses", stamp.witnesses}};
  if (stamp.period) json["period"] = {{"from", stamp.period->first()}, {"to", stamp.period->last()}};
  return json;
}

std::string grantJson(const GrantReport& report) {
  Json json = startOf("grant", report.stamp);
  json["grant"] = objectOf(report.grant);
  if (report.stamp.period) json["onHandBefore"] = report.on_hand_before;
  json["funder"] = objectOf(report.funder);
  json["grantee"] = objectOf(report.grantee);
  json["programme"] = objectOf(report.programme);
  json["lines"] = listOf(report.lines);
  json["tranches"] = listOf(report.tranches);
  for (std::size_t i = 0; i < report.tranches.size(); ++i) {
    Json& tranche = json["tranches"][i];
    // Less reversals, which `disbursed` of the grant is not.
    tranche.erase("disbursed");
    tranche["paid"] = report.tranches[i].disbursed;
    tranche["state"] = std::string(trancheState(report.tranches[i]));
  }
  json["disbursements"] = listOf(report.disbursements);
  json["expenditures"] = listOf(report.expenditures);
  json["movements"] = listOf(report.movements);
  json["demands"] = listOf(report.demands);
  json["parent"] = report.grant.parent.isNone() ? Json() : objectOf(report.parent);
  json["subAwards"] = listOf(report.sub_awards);
  return json.dump();
}

std::string serviceJson(const ServiceReport& report) {
  Json json = startOf("service", report.stamp);
  json["volunteer"] = objectOf(report.volunteer);
  json["entries"] = Json::array();
  for (const ServiceEntry& entry : report.entries) {
    Json& object = json["entries"].emplace_back(objectOf(entry.hours));
    object["organisationNames"] = namesOf(entry.organisation);
    object["projectNames"] = namesOf(entry.project);
    object["locked"] = entry.locked;
    object["expired"] = entry.expired;
  }
  return json.dump();
}

std::string creditJson(const CreditReport& report) {
  Json json = startOf("credit", report.stamp);
  json["asOfSize"] = report.size;
  json["person"] = report.ask.person.text();
  json["day"] = ledger::dayText(report.ask.day);
  json["ageBand"] = std::string(nameOf(report.age_band));
  Json& policy = json["policy"] = objectOf(report.policy);
  policy.erase("rules");
  policy["benefit"] = std::string(nameOf(report.rules.benefit));
  policy["unit"] = report.rules.unit;
  policy["doubleUse"] = report.rules.double_use;
  const ledger::Days window = creditWindow(report.rules, report.ask.day);
  json["window"] = {{"from", window.from == 0 ? Json() : Json(ledger::dayText(window.from))},
                    {"to", ledger::dayText(window.to)}};
  json["countedMinutes"] = report.result.counted.count();
  json["reached"] = earnedOf(report.result.credits, report.result.voucher);
  json["reached"]["tiers"] = report.result.tiers;
  json["left"] = earnedOf(report.left_credits, report.left_voucher);
  json["next"] = Json();
  if (report.goal) {
    json["next"] = earnedOf(report.goal->credits, report.goal->voucher);
    json["next"]["minutes"] = report.goal->minutes.count();
    json["next"]["missingMinutes"] = report.goal->missing.count();
    json["next"]["tiers"] = report.goal->tiers;
  }
  json["creditedElsewhere"] = {{"entries", report.elsewhere.entries}, {"minutes", report.elsewhere.minutes.count()}};
  json["steps"] = Json::array();
  for (const ledger::CreditStep& step : report.result.steps)
    json["steps"].push_back({{"step", std::string(nameOf(step.kind))}, {"name", step.name}, {"figures", step.figures}});
  json["entries"] = Json::array();
  for (const CreditedEntry& entry : report.entries) {
    json["entries"].push_back({{"hours", entry.used.hours.text()},
                               {"entry", entry.used.entry},
                               {"day", ledger::dayText(entry.day)},
                               {"role", entry.role},
                               {"minutes", entry.stands.count()},
                               {"countedMinutes", entry.used.minutes.count()},
                               {"organisationNames", namesOf(entry.organisation)}});
  }
  json["granted"] = Json::array();
  for (const CreditGranted& one : report.granted)
    json["granted"].emplace_back(objectOf(one.credit))["organisationNames"] = namesOf(one.organisation);
  return json.dump();
}

std::string nationalJson(const NationalReport& report, const NationalAccount* account) {
  Json json = startOf("national", report.stamp);
  json["offices"] = listOf(report.offices);
  json["total"] = figuresOf(report.total);
  json["regions"] = figuresList(report.regions);
  json["directions"] = figuresList(report.directions);
  json["money"] = figuresList(report.money);
  json["moneyByRegion"] = figuresList(report.money_by_region);
  json["moneyByDirection"] = figuresList(report.money_by_direction);
  json["distinctionsConferred"] = report.conferred;
  json["suppression"] = suppressionOf(report.suppression);
  if (account != nullptr) json["account"] = nationalAccountObject(report, *account);
  return json.dump();
}

std::string registerJson(const RegisterReport& report) {
  const RegisterQuestion& question = report.question;
  Json json = startOf("register", report.stamp);
  json["register"] = std::string(nameOf(question.role));
  json["at"] = question.at;
  json["asOf"] = dayOr(question.as_of);
  json["from"] = dayOr(question.from);
  json["to"] = dayOr(question.to);
  json["entries"] = Json::array();
  for (const RegisterEntry& entry : report.entries) json["entries"].push_back(entryOf(entry, question.facts));
  json["total"] = sumsOf(report.total);
  json["byState"] = sumsBy(report.by_state);
  if (question.facts) json["byEvent"] = sumsBy(report.by_event);
  return json.dump();
}

std::string importJson(const ImportReport& report) {
  Json json = startOf("imports", report.stamp);
  json["batches"] = Json::array();
  for (const ImportEntry& entry : report.entries) {
    Json& batch = json["batches"].emplace_back(objectOf(entry.batch));
    batch["systemCode"] = entry.system_code;
    batch["kinds"] = Json::array();
    for (const ImportedKind& kind : entry.kinds) {
      batch["kinds"].push_back({{"event", kind.event},
                                {"count", kind.count},
                                {"minutes", kind.minutes},
                                {"people", kind.people},
                                {"amounts", Json(kind.amounts)}});
    }
  }
  return json.dump();
}

std::string linkJson(const LinkReport& report) {
  Json json = startOf("links", report.stamp);
  json["links"] = Json::array();
  for (const LinkEntry& entry : report.entries) {
    Json& link = json["links"].emplace_back(objectOf(entry.link));
    link["systemCode"] = entry.system.code;
    link["register"] = entry.known ? Json(std::string(nameOf(entry.subject.role))) : Json();
    link["number"] = entry.subject.number;
    link["names"] = namesOf(entry.subject.names);
  }
  return json.dump();
}

std::string reconciliationJson(const ReconciliationReport& report) {
  Json json = startOf("reconciliation", report.stamp);
  json["currency"] = report.currency.isNone() ? Json() : Json(std::string(report.currency.code()));
  json["reconciliations"] = Json::array();
  const auto number = [](const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(); };
  for (const ReconciliationEntry& entry : report.entries) {
    Json& one = json["reconciliations"].emplace_back(objectOf(entry.recorded));
    one["systemCode"] = entry.system.code;
    one["systemNames"] = namesOf(entry.system.names);
    one["figures"] = Json::array();
    for (const ComparedFigure& figure : entry.figures) {
      const ReconciledFigureRow& row = figure.recorded;
      const auto difference = figure.now ? differenceOf(row.reported, *figure.now) : std::nullopt;
      one["figures"].push_back({{"category", row.category},
                                {"reported", row.reported},
                                {"derivedThen", row.derived},
                                {"derivedNow", number(figure.now)},
                                {"differenceNow", number(difference)},
                                {"changed", figure.now && *figure.now != row.derived}});
    }
  }
  return json.dump();
}

}  // namespace projections
