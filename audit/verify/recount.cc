#include "audit/verify/recount.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/verify/hours_figures.h"

namespace audit {
namespace {

constexpr std::size_t kNamedMax = 20;
constexpr std::string_view kHiddenLeaf = "null";
constexpr std::string_view kNoLeaf = "nothing";

struct Totals {
  Sum awarded = 0;
  Sum disbursed = 0;
  Sum on_hand = 0;
  Sum returned = 0;
  Sum spent = 0;
};

std::string rest(const Totals& sums) {
  return "\"disbursed\":" + sumText(sums.disbursed) + ",\"onHand\":" + sumText(sums.on_hand) +
         ",\"returned\":" + sumText(sums.returned) + ",\"spent\":" + sumText(sums.spent) + "}";
}

// What figures.json has of the sums that reports tell of a grant, which come in their order.
Totals totalsIn(const GrantSums& told) {
  return {told[1].second, told[2].second, told[5].second, told[4].second, told[3].second};
}

template <class Map, class Write>
std::string object(const Map& map, const Write& write) {
  std::string out = "{";
  for (const auto& [name, value] : map) {
    if (out.size() > 1) out += ",";
    out += "\"" + name + "\":" + write(value);
  }
  return out + "}";
}

class FiguresText {
 public:
  // The money of a sub-award is its parent's.
  void addGrant(const Id& id, const Grant& grant, const Totals& own) {
    grants_[idText(id)] =
        "{\"awarded\":" + sumText(own.awarded) + ",\"currency\":\"" + grant.currency + "\"," + rest(own);
    if (grant.parent != Id{}) return;
    Totals& total = totals_[grant.currency];
    total = {total.awarded + own.awarded, total.disbursed + own.disbursed, total.on_hand + own.on_hand,
             total.returned + own.returned, total.spent + own.spent};
  }

  void addMinutes(const Id& volunteer, Sum minutes) {
    if (minutes <= 0) return;
    minutes_[idText(volunteer)] += minutes;
    minutes_total_ += minutes;
  }

  std::string of(const SealedAt& at) const {
    std::string out = "{\"grants\":" + object(grants_, [](const std::string& text) { return text; });
    out += ",\"minutes\":" + object(minutes_, sumText);
    out += ",\"root\":\"" + hexOf(at.root) + "\",\"size\":" + std::to_string(at.size) + ",\"totals\":{\"grants\":";
    out +=
        object(totals_, [](const Totals& sums) { return "{\"awarded\":" + sumText(sums.awarded) + "," + rest(sums); });
    return out + ",\"minutes\":" + sumText(minutes_total_) + "}}\n";
  }

 private:
  std::map<std::string, std::string> grants_;
  std::map<std::string, Totals> totals_;
  std::map<std::string, Sum> minutes_;
  Sum minutes_total_ = 0;
};

// Leaves by path: {"/grants/…/spent": "7"}. The parser is told to throw nothing.
std::map<std::string, std::string> leavesOf(std::string_view text) {
  std::map<std::string, std::string> leaves;
  // Deeper than any figure: a hostile file is not followed down, and no memory goes into it.
  constexpr int kDepthMax = 6;
  const auto shallow = [](int depth, nlohmann::json::parse_event_t, const nlohmann::json&) {
    return depth <= kDepthMax;
  };
  const auto json = nlohmann::json::parse(text, shallow, false);
  if (json.is_discarded()) return leaves;
  std::vector<std::pair<std::string, const nlohmann::json*>> open{{"", &json}};
  while (!open.empty()) {
    const auto [path, node] = open.back();
    open.pop_back();
    if (node->is_object()) {
      for (auto item = node->begin(); item != node->end(); ++item)
        open.emplace_back(path + "/" + item.key(), &item.value());
    } else if (node->is_primitive()) {
      leaves[path] = node->dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    }
  }
  return leaves;
}

}  // namespace

std::string sumText(Sum sum) {
  if (sum == 0) return "0";
  std::string digits;
  const bool negative = sum < 0;
  for (; sum != 0; sum /= 10) {
    const auto digit = static_cast<int>(sum % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
  }
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string figuresOf(const State& state, const SealedAt& at) {
  FiguresText text;
  for (const auto& [id, grant] : state.grants) {
    if (grant.state == GrantState::kVoided) continue;
    text.addGrant(id, grant, {grant.awarded, grant.disbursed, grant.on_hand, grant.returned, grant.spent});
  }
  for (const auto& [volunteer, time] : state.time) text.addMinutes(volunteer, time.attested);
  return text.of(at);
}

std::string figuresOf(const State& state, const GrantBook& book, const DayRange& days, const SealedAt& at) {
  FiguresText text;
  for (const auto& [id, grant] : state.grants) {
    if (grant.state == GrantState::kVoided) continue;
    const GrantSums told = book.toldOf(id, grant, days);
    if (std::ranges::all_of(told, [](const auto& sum) { return sum.second == 0; })) continue;
    text.addGrant(id, grant, totalsIn(told));
  }
  for (const auto& [id, hours] : state.hours) {
    if (days.hold(civilDay(hours.occurred))) text.addMinutes(hours.volunteer, partOf(hours, HoursFigure::kAttested));
  }
  return text.of(at);
}

void compareFigures(const std::string& expected, std::string_view found, const std::string& published,
                    Findings& findings) {
  const std::string name = published.empty() ? "figures.json" : published;
  if (found == expected) {
    findings.checked((published.empty() ? "figures" : published) +
                     ": minutes per volunteer and money per grant recounted, equal to the byte");
    return;
  }
  constexpr std::size_t kMore = 1U << 20U;  // than any difference of figures makes: what is longer is not even read
  if (found.size() > 2 * expected.size() + kMore) {
    return findings.add(Wrong::kFiguresDiffer, name + " has " + std::to_string(found.size()) +
                                                   " bytes, counted were figures of " +
                                                   std::to_string(expected.size()));
  }
  if (nameDifferences(expected, found, published, findings) == 0)
    findings.add(Wrong::kFiguresDiffer, name + " says the same in other bytes than prescribed");
}

std::size_t nameDifferences(const std::string& expected, std::string_view found, const std::string& published,
                            Findings& findings) {
  const auto counted = leavesOf(expected);
  const auto claimed = leavesOf(found);
  const std::string before = published.empty() ? "" : published + ": ";
  const std::string theirs_is = published.empty() ? ", figures.json says " : ", published ";
  std::size_t named = 0;
  const auto differ = [&](const std::string& path, std::string_view own, std::string_view theirs) {
    if (++named > kNamedMax) return;
    const bool told = own == kHiddenLeaf && theirs != kNoLeaf;
    const std::string how = told ? "it is told, although it is of few people or not of the whole country and all days"
                                 : "counted " + std::string(own) + theirs_is + std::string(theirs.substr(0, 200));
    findings.add(Wrong::kFiguresDiffer, before + path.substr(0, 200) + ": " + how);
  };
  for (const auto& [path, value] : counted) {
    const auto theirs = claimed.find(path);
    const std::string_view found_value = theirs == claimed.end() ? kNoLeaf : std::string_view{theirs->second};
    if (found_value != value) differ(path, value, found_value);
  }
  for (const auto& [path, value] : claimed) {
    if (!counted.contains(path)) differ(path, kNoLeaf, value);
  }
  return named;
}

}  // namespace audit
