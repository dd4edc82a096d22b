#include "audit/answers/recompute.h"

#include <nlohmann/json.hpp>

#include "audit/answers/answer.h"
#include "audit/answers/recompute_table.h"
#include "audit/answers/told_figures.h"
#include "audit/replay/listener.h"
#include "audit/verify/recount.h"
#include "audit/verify/release_tables.h"
#include "audit/verify/report.h"

namespace audit {
namespace {

using nlohmann::json;

// Listens to the replay, and stops by at each size that something was published of.
class Recount final : public Listener {
 public:
  struct Counted {
    NationalFigures national;  // or those of the grant or volunteer
    std::string figures;
  };

  Recount(const std::vector<Published>& published, const DayRange& days) : published_(published), days_(days) {
    for (std::size_t i = 0; i < published.size(); ++i) {
      wanted_[published[i].size].push_back(i);
      counts_reports_ = counts_reports_ || published[i].kind == PublishedKind::kReport;
    }
    next_ = wanted_.begin();
    counted_.resize(published.size());
  }

  void takesEffect(const State& state, const Case& c, schema::Command::Reader command) override {
    while (next_ != wanted_.end() && next_->first <= c.index) countNext(state);
    facts_.take(state, c, command);
    releases_.take(state, c, command);
    if (!counts_reports_) return;
    chronicle_.take(state, c, command);
    corrections_.take(state, c, command);
  }

  void ended(const State& state, Tree& tree, bool complete) override {
    if (!complete) return;
    releases_.settle(state);
    while (next_ != wanted_.end() && next_->first <= tree.size()) countNext(state);
    last_ = countAll(state, days_, {tree.size(), tree.root()});
    for (const auto& [size, numbers] : wanted_) {
      if (size <= tree.size()) roots_[size] = tree.rootAt(size);
    }
  }

  const std::optional<Counted>& last() const { return last_; }
  const ReleaseHistory& releases() const { return releases_; }
  // Of the published one with that number; null where the replay did not come so far.
  const Counted* of(std::size_t number) const {
    const auto& counted = counted_.at(number);
    return counted ? &*counted : nullptr;
  }
  std::optional<Hash> rootAt(std::uint64_t size) const {
    const auto found = roots_.find(size);
    return found == roots_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void countNext(const State& state) {
    for (const std::size_t number : next_->second) counted_.at(number) = countOne(state, published_.at(number));
    ++next_;
  }

  Counted countOne(const State& state, const Published& one) const {
    switch (one.kind) {
      case PublishedKind::kFigures:
        return {{}, figuresOf(state, {one.size, hashFromHex(one.root).value_or(Hash{})})};
      case PublishedKind::kTold:
        return countAll(state, one.asked.days, {one.size, hashFromHex(one.root).value_or(Hash{})});
      case PublishedKind::kNational:
        return {nationalOf(state, facts_, one.asked.days), {}};
      case PublishedKind::kGrant:
        return {grantFiguresOf(state, facts_, one.asked.subject, one.asked.days), {}};
      case PublishedKind::kService:
        return {serviceFiguresOf(state, one.asked.subject, one.asked.days), {}};
      case PublishedKind::kReport: {
        Counted counted;
        one.report->count({state, facts_, chronicle_, corrections_, one.asked}, counted.national.by_path);
        return counted;
      }
    }
    return {};
  }

  Counted countAll(const State& state, const DayRange& days, const SealedAt& at) const {
    return {nationalOf(state, facts_, days),
            days.areAll() ? figuresOf(state, at) : figuresOf(state, facts_.grants(), days, at)};
  }

  const std::vector<Published>& published_;
  DayRange days_;  // of the figures that are told
  NationalFacts facts_;
  Chronicle chronicle_;
  Corrections corrections_;
  bool counts_reports_ = false;  // else nothing is counted from these two
  ReleaseHistory releases_;
  std::map<std::uint64_t, std::vector<std::size_t>> wanted_;  // by size
  std::map<std::uint64_t, std::vector<std::size_t>>::const_iterator next_;
  std::vector<std::optional<Counted>> counted_;
  std::map<std::uint64_t, Hash> roots_;
  std::optional<Counted> last_;
};

void compareOne(const Published& published, const Recount& recount, const Recount::Counted* counted, Audit& audit) {
  Findings& findings = audit.findings;
  const auto root = recount.rootAt(published.size);
  if (!root) {
    return findings.couldNotCheck(published.name + " speaks of " + std::to_string(published.size) +
                                  " entries, the log has " + std::to_string(audit.facts.size));
  }
  if (hexOf(*root) != published.root) {
    return findings.add(Wrong::kFiguresDiffer, published.name + " is not about this log: at size " +
                                                   std::to_string(published.size) + " it names the root " +
                                                   published.root + ", the log has " + hexOf(*root));
  }
  if (counted == nullptr) return findings.couldNotCheck(published.name + ": nothing was counted at its size");
  if (published.kind == PublishedKind::kFigures)
    return compareFigures(counted->figures, published.figures, published.name, findings);
  if (published.kind == PublishedKind::kTold) {
    const ToldFigures told{counted->national, counted->figures, published.period, published.asked.exact};
    return compareTold(published, told, findings);
  }
  comparePublished(published, counted->national, findings);
}

json figuresObject(const Recomputed& recomputed, bool exact) {
  return toldJson({*recomputed.national, recomputed.figures, recomputed.period, exact});
}

}  // namespace

Recomputed recompute(const RecomputeQuestion& question) {
  Recomputed recomputed;
  recomputed.period = question.period;
  Audit& audit = recomputed.audit;
  std::vector<Published> published;
  for (const auto& [name, bytes] : question.published) {
    if (auto read = readPublished(name, bytes, audit.findings)) published.push_back(*std::move(read));
  }
  Recount recount(published, question.days);
  Request request = question.request;
  request.listener = &recount;
  verifyPath(question.log, request, audit);
  if (!recount.last()) {
    audit.findings.couldNotCheck("figures: the log could not be replayed to its end");
    return recomputed;
  }
  recomputed.national = recount.last()->national;
  recomputed.figures = recount.last()->figures;
  for (std::size_t i = 0; i < published.size(); ++i) {
    compareOne(published[i], recount, recount.of(i), audit);
    const PublishedKind kind = published[i].kind;
    const bool tells_all =
        kind == PublishedKind::kNational || kind == PublishedKind::kReport || kind == PublishedKind::kTold;
    if (tells_all && published[i].asked.exact && !question.exact)
      audit.findings.notChecked(published[i].name + " hides nothing: whether the public may know it was not judged");
  }
  compareReleases(recount.releases(), audit.findings);
  return recomputed;
}

std::string figuresJson(const Recomputed& recomputed, bool exact) {
  return figuresObject(recomputed, exact).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string textOf(const Recomputed& recomputed, const RecomputeQuestion& question) {
  std::string out;
  if (recomputed.national && !recomputed.period.empty()) out = recomputed.period + "\n";
  if (recomputed.national) out += figuresTable(*recomputed.national, question.language, question.exact) + "\n";
  return out + textReport(recomputed.audit, /*timings=*/false, question.language);
}

std::string jsonOf(const Recomputed& recomputed, bool exact) {
  json out = json::parse(jsonReport(recomputed.audit), nullptr, false);
  out["figures"] = recomputed.national ? figuresObject(recomputed, exact) : json();
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace audit
