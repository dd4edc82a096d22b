#include "projections/oversight/fact_words.h"

#include <type_traits>
#include <utility>

namespace projections {
namespace {

constexpr std::int64_t kAlone = -1;

class WordList {
 public:
  explicit WordList(ledger::Position fact_index) : fact_index_(fact_index) {}

  template <class Field>
  void word(const char* name, const Field& field) {
    if constexpr (std::is_enum_v<Field>) {
      add(name, kAlone, {std::string(nameOf(field)), std::nullopt});
    } else if constexpr (std::is_same_v<Field, std::string>) {
      if (!field.empty()) add(name, kAlone, {field, std::nullopt});
    }
  }
  // Of which "none" says nothing.
  template <class Field>
  void said(const char* name, const Field& field) {
    if (nameOf(field) != "none") word(name, field);
  }
  template <class Number>
  void number(const char* name, const Number& number) {
    if constexpr (std::is_integral_v<Number>) add(name, kAlone, {"", static_cast<std::int64_t>(number)});
  }
  // `read` gives the word and the value of an item.
  template <class Item, class Read>
  void list(const char* name, const std::vector<Item>& items, Read read) {
    for (std::size_t i = 0; i < items.size(); ++i) add(name, static_cast<std::int64_t>(i), read(items[i]));
  }

  std::vector<FactWordRow> rows;

 private:
  using Said = std::pair<std::string, std::optional<std::int64_t>>;

  void add(const char* name, std::int64_t place, Said said) {
    rows.push_back({fact_index_, name, place, std::move(said.first), said.second});
  }

  ledger::Position fact_index_;
};

using Said = std::pair<std::string, std::optional<std::int64_t>>;

// How something is or was done.
template <class Body>
void readManner(const Body& body, WordList& words) {
  if constexpr (requires { body.kind; }) words.word("kind", body.kind);
  if constexpr (requires { body.channel; }) words.said("channel", body.channel);
  if constexpr (requires { body.scale; }) words.word("scale", body.scale);
  if constexpr (requires { body.nature; }) words.word("nature", body.nature);
  if constexpr (requires { body.method; }) words.word("method", body.method);
  if constexpr (requires { body.presence; }) words.word("presence", body.presence);
  if constexpr (requires { body.time_basis; }) words.word("timeBasis", body.time_basis);
  if constexpr (requires { body.basis; }) words.word("basis", body.basis);
  if constexpr (requires { body.source; }) words.word("source", body.source);
  if constexpr (requires { body.grant_class; }) words.word("grantClass", body.grant_class);
  if constexpr (requires { body.donor_kind; }) words.word("donorKind", body.donor_kind);
  if constexpr (requires { body.document_kind; }) words.word("documentKind", body.document_kind);
  if constexpr (requires { body.purpose; }) words.word("purpose", body.purpose);
  if constexpr (requires { body.relation; }) words.word("relation", body.relation);
  if constexpr (requires { body.role; }) words.word("role", body.role);
  if constexpr (requires { body.age_band; }) words.word("ageBand", body.age_band);
  if constexpr (requires { body.age_basis; }) words.word("ageBasis", body.age_basis);
}

// What somebody judged or answered.
template <class Body>
void readVerdict(const Body& body, WordList& words) {
  if constexpr (requires { body.outcome; }) words.word("outcome", body.outcome);
  if constexpr (requires { body.verdict; }) words.word("verdict", body.verdict);
  if constexpr (requires { body.opinion; }) words.word("opinion", body.opinion);
  if constexpr (requires { body.severity; }) words.word("severity", body.severity);
  if constexpr (requires { body.level; }) words.word("level", body.level);
  if constexpr (requires { body.status; }) words.word("status", body.status);
  if constexpr (requires { body.state; }) words.word("state", body.state);
  if constexpr (requires { body.agrees; }) words.word("agrees", std::string(body.agrees ? "yes" : "no"));
}

// What it is about, in codes of its author.
template <class Body>
void readCodes(const Body& body, WordList& words) {
  if constexpr (requires { body.need; }) words.word("need", body.need);
  if constexpr (requires { body.audience; }) words.word("audience", body.audience);
  if constexpr (requires { body.category; }) words.word("category", body.category);
  if constexpr (requires { body.type; }) words.word("type", body.type);
  if constexpr (requires { body.skill; }) words.word("skill", body.skill);
  if constexpr (requires { body.topic; }) words.word("topic", body.topic);
  if constexpr (requires { body.direction; }) words.word("direction", body.direction);
  if constexpr (requires { body.place; }) words.word("place", body.place);
  if constexpr (requires { body.activity_code; }) words.word("activityCode", body.activity_code);
  if constexpr (requires { body.government_code; }) words.word("governmentCode", body.government_code);
  if constexpr (requires { body.registry; }) words.word("registry", body.registry);
  if constexpr (requires { body.text_version; }) words.word("textVersion", body.text_version);
  if constexpr (requires { body.version; }) words.word("version", body.version);
  if constexpr (requires { body.rule; }) words.word("rule", body.rule);
  if constexpr (requires { body.what; }) words.word("what", body.what);
  if constexpr (requires { body.criterion; }) words.word("criterion", body.criterion);
  if constexpr (requires { body.line; }) words.word("line", body.line);
  if constexpr (requires { body.parent_line; }) words.word("parentLine", body.parent_line);
  if constexpr (requires { body.from_line; }) words.word("fromLine", body.from_line);
  if constexpr (requires { body.to_line; }) words.word("toLine", body.to_line);
  if constexpr (requires { body.vendor; }) words.word("vendor", body.vendor);
  if constexpr (requires { body.document_number; }) words.word("documentNumber", body.document_number);
  if constexpr (requires { body.payment_reference; }) words.word("paymentReference", body.payment_reference);
  if constexpr (requires { body.device; }) words.word("device", body.device);
}

template <class Body>
void readCounts(const Body& body, WordList& words) {
  if constexpr (requires { body.tranche; }) words.number("tranche", body.tranche);
  if constexpr (requires { body.baseline; }) words.number("baseline", body.baseline);
  if constexpr (requires { body.weekdays; }) words.number("weekdays", body.weekdays);
  if constexpr (requires { body.drawn; }) words.number("drawn", body.drawn);
  if constexpr (requires { body.population; }) words.number("population", body.population);
  if constexpr (requires { body.rows; }) words.number("rows", body.rows);
  if constexpr (requires { body.matched; }) words.number("matched", body.matched);
  if constexpr (requires { body.unmatched; }) words.number("unmatched", body.unmatched);
  if constexpr (requires { body.accesses; }) words.number("accesses", body.accesses);
  if constexpr (requires { body.rule_version; }) {
    if (body.rule_version != 0) words.number("ruleVersion", body.rule_version);
  }
}

template <class Body>
void readLists(const Body& body, WordList& words) {
  const auto named = [](const auto& value) { return Said{std::string(nameOf(value)), std::nullopt}; };
  if constexpr (requires { body.goals; }) words.list("goals", body.goals, named);
  if constexpr (requires { body.beneficiaries; }) words.list("beneficiaries", body.beneficiaries, named);
  if constexpr (requires { body.languages; }) words.list("languages", body.languages, named);
  // 1 where it is serious.
  if constexpr (requires { body.findings.front().serious; }) {
    words.list("findings", body.findings, [](const auto& one) {
      return Said{std::string(nameOf(one.aspect)), one.serious ? 1 : 0};
    });
  }
  if constexpr (requires { body.criteria; }) {
    words.list("criteria", body.criteria, [](const auto& one) { return Said{one.code, one.points}; });
  }
  if constexpr (requires { body.lines; }) {
    words.list("lines", body.lines, [](const auto& one) { return Said{one.line, one.amount}; });
  }
  if constexpr (requires { body.tranches; }) {
    words.list("tranches", body.tranches, [](const auto& one) { return Said{std::to_string(one.number), one.amount}; });
  }
  if constexpr (requires { body.used; }) {
    words.list("used", body.used, [](const auto& one) { return Said{one.hours.text(), one.minutes.count()}; });
  }
  if constexpr (requires { body.figures.front().value; }) {
    words.list("figures", body.figures, [](const auto& one) { return Said{one.name, one.value}; });
  }
  if constexpr (requires { body.figures.front().reported; }) {
    words.list("reported", body.figures, [](const auto& one) { return Said{one.category, one.reported}; });
    words.list("derived", body.figures, [](const auto& one) { return Said{one.category, one.derived}; });
  }
}

}  // namespace

std::vector<FactWordRow> wordsOf(const ledger::CommandBody& body, ledger::Position fact_index) {
  WordList words(fact_index);
  visit(
      [&](const auto& value) {
        readManner(value, words);
        readVerdict(value, words);
        readCodes(value, words);
        readCounts(value, words);
        readLists(value, words);
      },
      body);
  return std::move(words.rows);
}

}  // namespace projections
