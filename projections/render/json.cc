#include <nlohmann/json.hpp>

#include "projections/render/render.h"

namespace projections {
namespace {

using Json = nlohmann::ordered_json;

// "awarded_day" → "awardedDay": columns are named as in SQL, JSON as everywhere else in it.
std::string camelOf(std::string_view column) {
  std::string name;
  for (std::size_t i = 0; i < column.size(); ++i) {
    const bool starts = column[i] == '_' && i + 1 < column.size();
    name += starts ? static_cast<char>(column[++i] - 'a' + 'A') : column[i];
  }
  return name;
}

// A row as an object: its columns under their names, ids as text, digests as hex.
class JsonColumns {
 public:
  explicit JsonColumns(Json& object) : object_(object) {}

  template <class Field>
  void operator()(const char* name, const Field& field) {
    if constexpr (std::is_enum_v<Field>) {
      object_[camelOf(name)] = std::string(nameOf(field));
    } else if constexpr (std::is_arithmetic_v<Field>) {
      object_[camelOf(name)] = field;
    } else {
      object_[camelOf(name)] = valueOf(field);
    }
  }
  void day(const char* name, ledger::CivilDay day) {
    object_[camelOf(name)] = day == 0 ? Json() : Json(ledger::dayText(day));
  }

 private:
  static Json valueOf(const std::string& text) { return text; }
  static Json valueOf(ledger::Minutes minutes) { return minutes.count(); }
  static Json valueOf(const ledger::Currency& currency) { return std::string(currency.code()); }
  static Json valueOf(const ledger::Digest& digest) { return digest.isZero() ? Json() : Json(digest.hex()); }
  template <class Tag>
  static Json valueOf(const ledger::Id<Tag>& id) {
    return id.isNone() ? Json() : Json(id.text());
  }

  Json& object_;
};

template <class Row>
Json objectOf(const Row& row) {
  Json object = Json::object();
  JsonColumns columns(object);
  Row::columns(columns, row);
  return object;
}

template <class Row>
Json listOf(const std::vector<Row>& rows) {
  Json list = Json::array();
  for (const Row& row : rows) list.push_back(objectOf(row));
  return list;
}

Json namesOf(const ledger::Names& names) {
  return {{"kk", names.kk}, {"ru", names.ru}, {"en", names.en}};
}

Json startOf(const char* report, const Stamp& stamp) {
  return {{"report", report},   {"origin", stamp.origin},   {"demo", stamp.demo},
          {"size", stamp.size}, {"root", stamp.root.hex()}, {"witnesses", stamp.witnesses}};
}

Json figuresOf(const HoursFigures& figures) {
  Json object = {{"code", figures.code},
                 {"organisations", figures.organisations},
                 {"volunteers", figures.volunteers},
                 {"activities", figures.activities}};
  JsonColumns columns(object);
  HoursSums::columns(columns, figures.sums);
  object["attendedPeople"] = figures.attended_people;
  object["attendedMinutes"] = figures.attended.count();
  return object;
}

Json figuresOf(const MoneyFigures& figures) {
  Json object = {{"code", figures.code}, {"currency", std::string(figures.currency.code())}};
  JsonColumns columns(object);
  MoneySums::columns(columns, figures.sums);
  return object;
}

template <class Figures>
Json figuresList(const std::vector<Figures>& all) {
  Json list = Json::array();
  for (const Figures& one : all) list.push_back(figuresOf(one));
  return list;
}

}  // namespace

std::string grantJson(const GrantReport& report) {
  Json json = startOf("grant", report.stamp);
  json["grant"] = objectOf(report.grant);
  json["funder"] = objectOf(report.funder);
  json["grantee"] = objectOf(report.grantee);
  json["programme"] = objectOf(report.programme);
  json["lines"] = listOf(report.lines);
  json["tranches"] = listOf(report.tranches);
  for (std::size_t i = 0; i < report.tranches.size(); ++i) {
    json["tranches"][i]["state"] = std::string(trancheState(report.tranches[i]));
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
  }
  return json.dump();
}

std::string nationalJson(const NationalReport& report) {
  Json json = startOf("national", report.stamp);
  json["offices"] = listOf(report.offices);
  json["total"] = figuresOf(report.total);
  json["regions"] = figuresList(report.regions);
  json["directions"] = figuresList(report.directions);
  json["money"] = figuresList(report.money);
  json["moneyByRegion"] = figuresList(report.money_by_region);
  json["moneyByDirection"] = figuresList(report.money_by_direction);
  json["distinctionsConferred"] = report.conferred;
  return json.dump();
}

}  // namespace projections
