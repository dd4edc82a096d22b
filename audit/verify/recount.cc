#include "audit/verify/recount.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace audit {
namespace {

constexpr std::size_t kNamedMax = 20;

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

template <class Map, class Write>
std::string object(const Map& map, const Write& write) {
  std::string out = "{";
  for (const auto& [name, value] : map) {
    if (out.size() > 1) out += ",";
    out += "\"" + name + "\":" + write(value);
  }
  return out + "}";
}

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
  std::map<std::string, std::string> grants;
  std::map<std::string, Totals> totals;
  for (const auto& [id, grant] : state.grants) {
    if (grant.state == GrantState::kVoided) continue;
    const Totals own{grant.awarded, grant.disbursed, grant.on_hand, grant.returned, grant.spent};
    grants[idText(id)] =
        "{\"awarded\":" + sumText(own.awarded) + ",\"currency\":\"" + grant.currency + "\"," + rest(own);
    if (grant.parent != Id{}) continue;  // its money is its parent's
    Totals& total = totals[grant.currency];
    total = {total.awarded + own.awarded, total.disbursed + own.disbursed, total.on_hand + own.on_hand,
             total.returned + own.returned, total.spent + own.spent};
  }
  std::map<std::string, std::int64_t> minutes;
  Sum minutes_total = 0;
  for (const auto& [volunteer, time] : state.time) {
    if (time.attested <= 0) continue;
    minutes[idText(volunteer)] = time.attested;
    minutes_total += time.attested;
  }
  std::string out = "{\"grants\":" + object(grants, [](const std::string& text) { return text; });
  out += ",\"minutes\":" + object(minutes, [](std::int64_t count) { return std::to_string(count); });
  out += ",\"root\":\"" + hexOf(at.root) + "\",\"size\":" + std::to_string(at.size) + ",\"totals\":{\"grants\":";
  out += object(totals, [](const Totals& sums) { return "{\"awarded\":" + sumText(sums.awarded) + "," + rest(sums); });
  return out + ",\"minutes\":" + sumText(minutes_total) + "}}\n";
}

void compareFigures(const std::string& expected, std::string_view found, Findings& findings) {
  if (found == expected) {
    findings.checked("figures: minutes per volunteer and money per grant recounted, equal to the byte");
    return;
  }
  constexpr std::size_t kMore = 1U << 20U;  // than any difference of figures makes: what is longer is not even read
  if (found.size() > 2 * expected.size() + kMore) {
    return findings.add(Wrong::kFiguresDiffer, "figures.json has " + std::to_string(found.size()) + " bytes, counted " +
                                                   "were figures of " + std::to_string(expected.size()));
  }
  const auto counted = leavesOf(expected);
  const auto claimed = leavesOf(found);
  std::size_t named = 0;
  const auto differ = [&](const std::string& path, const std::string& own, const std::string& theirs) {
    if (++named > kNamedMax) return;
    findings.add(Wrong::kFiguresDiffer,
                 path.substr(0, 200) + ": counted " + own + ", figures.json says " + theirs.substr(0, 200));
  };
  for (const auto& [path, value] : counted) {
    const auto theirs = claimed.find(path);
    if (theirs == claimed.end()) {
      differ(path, value, "nothing");
    } else if (theirs->second != value) {
      differ(path, value, theirs->second);
    }
  }
  for (const auto& [path, value] : claimed) {
    if (!counted.contains(path)) differ(path, "nothing", value);
  }
  if (named == 0) findings.add(Wrong::kFiguresDiffer, "figures.json says the same in other bytes than prescribed");
}

}  // namespace audit
