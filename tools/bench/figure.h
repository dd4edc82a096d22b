// Figure — one measured number beside its peer's, and the table they make.
//
// Units    each figure names its own; a ratio is ours over the peer's, so that more is better, unless it says a cost.
// Threads  value types.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tools {

// What the runs of one thing gave.
struct Runs {
  std::vector<double> values;

  void add(double value) { values.push_back(value); }
  double median() const;
  // Of 0 ≤ share ≤ 1: the value that this share of the runs does not exceed.
  double percentile(double share) const;
  // (largest − smallest) / median.
  double spread() const;
};

enum class Better { kMore, kLess };

struct Target {
  double value = 0;
  Better better = Better::kMore;
};

struct Figure {
  std::string name;
  std::string unit;
  Runs ours;
  double share = 0.5;     // the value is what this share of ours, and of the peer's, does not exceed: 0.5 the median
  std::string peer_name;  // empty: nothing stands beside it
  Runs peer;
  Runs ratio;                    // run by run; empty where the target is for ours itself
  std::optional<Target> target;  // of the ratio where there is one, else of ours
  std::string note;

  double valueOf(const Runs& runs) const { return share == 0.5 ? runs.median() : runs.percentile(share); }
  double judged() const { return ratio.values.empty() ? valueOf(ours) : ratio.median(); }
  bool missed() const;
};

// Ours over the peer's, run by run.
Runs ratioOf(const Runs& ours, const Runs& peer);

// Rows align, so that a terminal shows what a page of Markdown does.
std::string tableOf(const std::vector<Figure>& figures);
// One JSON object a line.
std::string jsonLinesOf(const std::vector<Figure>& figures);

}  // namespace tools
