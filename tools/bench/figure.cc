#include "tools/bench/figure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace tools {
namespace {

using Row = std::vector<std::string>;

std::string numberText(double value) {
  std::array<char, 64> text{};
  const double size = std::fabs(value);
  const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  std::string out = text.data();
  for (std::size_t at = out.find('.') == std::string::npos ? out.size() : 0; at > 3; at -= 3) {
    if (decimals == 0) out.insert(at - 3, " ");
  }
  return out;
}

std::string targetText(const Figure& figure) {
  if (!figure.target) return "";
  const std::string sign = figure.target->better == Better::kMore ? "≥ " : "≤ ";
  return sign + numberText(figure.target->value) + (figure.missed() ? " MISSED" : " met");
}

// Of a slowest one the spread of all others says nothing.
std::string spreadText(const Figure& figure) {
  if (figure.share != 0.5) return "";
  const Runs& runs = figure.ratio.values.empty() ? figure.ours : figure.ratio;
  return std::to_string(static_cast<int>(std::lround(runs.spread() * 100))) + " %";
}

// Characters, not bytes.
std::size_t widthOf(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string lineOf(const Row& row, const std::vector<std::size_t>& widths) {
  std::string line = "|";
  for (std::size_t i = 0; i < row.size(); ++i)
    line += " " + row[i] + std::string(widths[i] - widthOf(row[i]), ' ') + " |";
  return line + "\n";
}

Row rowOf(const Figure& figure) {
  const std::string ours = numberText(figure.valueOf(figure.ours)) + " " + figure.unit;
  const std::string peer =
      figure.peer_name.empty() ? "" : figure.peer_name + ": " + numberText(figure.valueOf(figure.peer));
  const std::string ratio = figure.ratio.values.empty() ? "" : numberText(figure.ratio.median());
  return {figure.name,        ours,       peer, ratio, targetText(figure), std::to_string(figure.ours.values.size()),
          spreadText(figure), figure.note};
}

}  // namespace

double Runs::percentile(double share) const {
  if (values.empty()) return 0;
  std::vector<double> sorted = values;
  std::ranges::sort(sorted);
  const auto last = static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(std::lround(share * last))];
}

double Runs::median() const {
  if (values.empty()) return 0;
  std::vector<double> sorted = values;
  std::ranges::sort(sorted);
  const std::size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

double Runs::spread() const {
  if (values.size() < 2 || median() == 0) return 0;
  const auto [least, most] = std::ranges::minmax(values);
  return (most - least) / median();
}

bool Figure::missed() const {
  if (!target) return false;
  return target->better == Better::kMore ? judged() < target->value : judged() > target->value;
}

Runs ratioOf(const Runs& ours, const Runs& peer) {
  Runs ratio;
  for (std::size_t i = 0; i < std::min(ours.values.size(), peer.values.size()); ++i) {
    ratio.add(ours.values[i] / peer.values[i]);
  }
  return ratio;
}

std::string tableOf(const std::vector<Figure>& figures) {
  std::vector<Row> rows = {{"figure", "ours", "peer", "ratio", "target", "runs", "spread", "counts"}};
  for (const Figure& figure : figures) rows.push_back(rowOf(figure));
  std::vector<std::size_t> widths(rows[0].size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], widthOf(row[i]));
  }
  std::string rule = "|";
  for (const std::size_t width : widths) rule += std::string(width + 2, '-') + "|";
  std::string table = lineOf(rows[0], widths) + rule + "\n";
  for (std::size_t i = 1; i < rows.size(); ++i) table += lineOf(rows[i], widths);
  return table;
}

std::string jsonLinesOf(const std::vector<Figure>& figures) {
  std::string out;
  for (const Figure& figure : figures) {
    nlohmann::json line = {{"name", figure.name},
                           {"value", figure.valueOf(figure.ours)},
                           {"unit", figure.unit},
                           {"n", figure.ours.values.size()},
                           {"min", figure.ours.percentile(0)},
                           {"median", figure.ours.median()},
                           {"max", figure.ours.percentile(1)},
                           {"baseline", nullptr},
                           {"ratio", nullptr},
                           {"note", figure.note}};
    if (!figure.peer_name.empty())
      line["baseline"] = {{"name", figure.peer_name}, {"value", figure.valueOf(figure.peer)}};
    if (!figure.ratio.values.empty()) line["ratio"] = figure.ratio.median();
    if (figure.target) line["target"] = {{"value", figure.target->value}, {"met", !figure.missed()}};
    out += line.dump() + "\n";
  }
  return out;
}

}  // namespace tools
