#include "audit/answers/recompute_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "audit/answers/amount.h"
#include "audit/answers/answer.h"
#include "audit/base/utf8.h"
#include "audit/verify/recount.h"

namespace audit {
namespace {

using ledger::Language;
using ledger::Topic;

struct Label {
  std::string_view figure;
  std::string_view kk;
  std::string_view ru;
  std::string_view en;

  std::string_view in(Language language) const {
    return language == Language::kKazakh ? kk : language == Language::kRussian ? ru : en;
  }
};

constexpr auto kHours = std::to_array<Label>({
    {"organisations", "ұйымдар", "организации", "organisations"},
    {"volunteers", "еріктілер", "волонтёры", "volunteers"},
    {"activities", "іс-шаралар", "мероприятия", "activities"},
    {"attestedMinutes", "расталған минуттар", "подтверждённые минуты", "attested minutes"},
    {"waitingMinutes", "күтіп тұрған минуттар", "ожидающие минуты", "waiting minutes"},
});
constexpr auto kMoney = std::to_array<Label>({
    {"grants", "гранттар", "гранты", "grants"},
    {"awarded", "берілгені", "присуждено", "awarded"},
    {"disbursed", "аударылғаны", "выплачено", "disbursed"},
    {"spent", "жұмсалғаны", "израсходовано", "spent"},
    {"returned", "қайтарылғаны", "возвращено", "returned"},
    {"onHand", "қолда қалғаны", "остаток", "on hand"},
});
constexpr Label kCountry{"", "бүкіл ел", "вся страна", "the country"};
constexpr Label kNoCode{"", "көрсетілмеген", "не указано", "not stated"};
constexpr Label kSubAwards{"", "қосалқы гранттар", "субгранты", "sub-awards"};
constexpr Label kWithinOthers{
    "", "Қосалқы гранттар басқа жолдарда саналмайды: олардың ақшасы негізгі гранттың ішінде.",
    "Субгранты в остальных строках не считаются: их деньги внутри гранта, из которого они выданы.",
    "Sub-awards are in no other row: their money is within the grant that funds them."};
constexpr Label kHiddenMark{"", "x – жасырылған: жария емес (--exact)", "x – скрыто: не для всех (--exact)",
                            "x: hidden, not for the public (--exact)"};

std::size_t columnsOf(std::string_view text) {
  return isUtf8(text) ? charactersOf(text).size() : text.size();
}

using Row = std::vector<std::string>;

// The first column to the left, figures to the right.
std::string tableText(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columnsOf(row[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - columnsOf(row[i]), ' ');
      out += i == 0 ? row[i] + padding : "  " + padding + row[i];
    }
    while (out.ends_with(' ')) out.pop_back();
    out += "\n";
  }
  return out;
}

// Calls `take` with each path that has `figure` below `prefix`, and with what lies between.
template <class Take>
void eachCode(const NationalFigures& figures, const std::string& prefix, std::string_view figure, const Take& take) {
  for (auto place = figures.by_path.lower_bound(prefix); place != figures.by_path.end(); ++place) {
    const std::string& path = place->first;
    if (!path.starts_with(prefix)) return;
    const auto slash = path.rfind('/');
    if (std::string_view{path}.substr(slash + 1) == figure)
      take(path.substr(prefix.size(), slash - std::min(slash, prefix.size())), path.substr(0, slash));
  }
}

class Table {
 public:
  Table(const NationalFigures& figures, Language language, bool exact)
      : figures_(figures), language_(language), exact_(exact) {}

  std::string run() {
    std::vector<Row> hours{header(kHours)};
    hours.push_back(rowOf(std::string(kCountry.in(language_)), "/total", kHours));
    addCodes(hours, "/regions/", Topic::kRegion);
    addCodes(hours, "/directions/", Topic::kDirection);
    std::string out = tableText(hours);
    if (any_hidden_) out += std::string(kHiddenMark.in(language_)) + "\n";
    std::vector<Row> money{header(kMoney)};
    addMoney(money, "/money/", Topic::kRegion);
    addSubAwards(money);
    addMoney(money, "/moneyByRegion/", Topic::kRegion);
    addMoney(money, "/moneyByDirection/", Topic::kDirection);
    if (money.size() > 1) out += "\n" + tableText(money);
    if (!figures_.sub_awards.empty()) out += std::string(kWithinOthers.in(language_)) + "\n";
    return out;
  }

 private:
  template <std::size_t N>
  Row header(const std::array<Label, N>& labels) const {
    Row row{""};
    for (const Label& label : labels) row.emplace_back(label.in(language_));
    return row;
  }

  template <std::size_t N>
  Row rowOf(std::string name, const std::string& path, const std::array<Label, N>& labels) {
    Row row{std::move(name)};
    for (const Label& label : labels) {
      const auto found = figures_.by_path.find(path + "/" + std::string(label.figure));
      const Figure figure = found == figures_.by_path.end() ? Figure{} : found->second;
      const bool hidden = figure.hidden && !exact_;
      any_hidden_ = any_hidden_ || hidden;
      row.push_back(hidden ? "x" : sumText(figure.value));
    }
    return row;
  }

  std::string nameOf(const std::string& code, Topic topic) const {
    if (code.empty()) return std::string(kNoCode.in(language_));
    return harmless(ledger::word(language_, topic, code));
  }

  void addCodes(std::vector<Row>& rows, const std::string& prefix, Topic topic) {
    eachCode(figures_, prefix, "entries", [&](const std::string& code, const std::string& path) {
      rows.push_back(rowOf("  " + nameOf(code, topic), path, kHours));
    });
  }

  // "KZT", or "KZ-75/KZT".
  void addMoney(std::vector<Row>& rows, const std::string& prefix, Topic topic) {
    eachCode(figures_, prefix, "grants", [&](const std::string& code, const std::string& path) {
      const auto slash = code.rfind('/');
      const bool country = slash == std::string::npos;
      const std::string name =
          country ? std::string(kCountry.in(language_)) : "  " + nameOf(code.substr(0, slash), topic);
      const std::string currency = country ? code : code.substr(slash + 1);
      rows.push_back(moneyRow(name, currency, [&](const std::string& figure) {
        const auto found = figures_.by_path.find(path + "/" + figure);
        return found == figures_.by_path.end() ? Sum{0} : found->second.value;
      }));
    });
  }

  void addSubAwards(std::vector<Row>& rows) const {
    for (const auto& one : figures_.sub_awards) {
      const std::string& path = one.first;
      constexpr std::string_view kPrefix = "/money/";
      const auto slash = path.rfind('/');
      if (path.substr(slash) != "/grants") continue;
      rows.push_back(moneyRow("  " + std::string(kSubAwards.in(language_)),
                              path.substr(kPrefix.size(), slash - kPrefix.size()), [&](const std::string& figure) {
                                const auto found = figures_.sub_awards.find(path.substr(0, slash + 1) + figure);
                                return found == figures_.sub_awards.end() ? Sum{0} : found->second;
                              }));
    }
  }

  // In whole units, as far as they are known; the name says of which currency, and where they are not.
  template <class ValueOf>
  Row moneyRow(const std::string& name, const std::string& currency, const ValueOf& value_of) const {
    const auto digits = fractionDigitsOf(currency);
    Row row{name + ", " + harmless(currency) + (digits ? "" : " (" + minorUnitsIn(language_) + ")")};
    for (const Label& label : kMoney) {
      const bool counts = label.figure == "grants";
      row.push_back(amountDigits(value_of(std::string(label.figure)), counts ? 0 : digits.value_or(0)));
    }
    return row;
  }

  const NationalFigures& figures_;
  Language language_;
  bool exact_;
  bool any_hidden_ = false;
};

}  // namespace

std::string figuresTable(const NationalFigures& figures, Language language, bool exact) {
  return Table(figures, language, exact).run();
}

}  // namespace audit
