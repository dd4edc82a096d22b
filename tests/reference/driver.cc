#include "tests/reference/driver.h"

#include "ledger/event/json.h"
#include "tests/reference/same_record.h"

namespace reference {

using namespace ledger;  // the commands

namespace {

struct Taken {
  Command command;
  Context context;
  Decision decision;
  Digest leaf;
};

std::string listOf(const Refusals& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : " or ") + name;
  return list.empty() ? "taken" : list;
}

std::string textOf(const GrantFigures& figures) {
  std::string text = "awarded " + std::to_string(figures.awarded) + ", disbursed " + std::to_string(figures.disbursed) +
                     ", spent " + std::to_string(figures.spent) + ", returned " + std::to_string(figures.returned) +
                     ", on hand " + std::to_string(figures.on_hand);
  for (const auto& [line, spent] : figures.lines) text += ", " + line + " " + std::to_string(spent);
  return text;
}

GrantFigures figuresOf(const GrantRecord& grant) {
  const GrantSums& sums = grant.sums;
  GrantFigures figures{.awarded = sums.awarded,
                       .disbursed = sums.disbursed - sums.reversed,
                       .spent = sums.spent,
                       .returned = sums.returned,
                       .on_hand = 0,
                       .lines = {}};
  figures.on_hand = figures.disbursed + sums.interest + sums.vendor_refunds - figures.spent - figures.returned;
  for (const LineRecord& line : grant.lines) figures.lines[line.line] = line.spent;
  return figures;
}

// Every table of the two states.
bool isSameState(const State& a, const State& b) {
  const auto same = [&](auto... tables) { return (isSameTable(a.*tables, b.*tables) && ...); };
  return same(&State::persons, &State::keys, &State::roles, &State::offices, &State::organisations, &State::programmes,
              &State::projects, &State::activities, &State::shifts, &State::hours, &State::days, &State::newest_hours,
              &State::begun, &State::intervals, &State::paid_weeks, &State::attestations, &State::grants,
              &State::awarded, &State::disbursements, &State::expenditures, &State::refunds, &State::demands,
              &State::awards, &State::batches, &State::lives, &State::campaigns, &State::related, &State::signups,
              &State::trainings, &State::last_days, &State::stipends, &State::employments, &State::calls,
              &State::panels, &State::applications, &State::portions, &State::obligations, &State::watched,
              &State::high_findings, &State::bars, &State::indicators, &State::audits, &State::findings,
              &State::distinctions, &State::rounds, &State::guardianships, &State::absorbed_by, &State::absorbed,
              &State::deployments, &State::credits, &State::credits_of, &State::ids, &State::claimed, &State::proposals,
              &State::streams, &State::submissions, &State::erased, &State::delegations, &State::delegated,
              &State::enrolments, &State::closed_periods) &&
         isSame(a.ledger(), b.ledger());
}

class Play {
 public:
  Play(const Stage& stage, const Plan& plan)
      : stage_(stage),
        plan_(plan),
        state_(stage.state),
        model_(stage.scene, plan.rules, plan.fault),
        history_(stage, plan.seed),
        random_(plan.seed ^ 0x5eed),
        next_(stage.next) {}

  std::optional<std::string> run(Tally& tally) {
    for (int i = 0; i < history_.attempts; ++i) {
      if (auto difference = step(tally)) return *difference + "\n" + told();
    }
    if (auto difference = replay()) return *difference + "\n" + told();
    return {};
  }

 private:
  std::optional<std::string> step(Tally& tally) {
    const Attempt attempt = history_.next(model_.world());
    const Command command{random_.id<NonceId>(), {}, attempt.body};
    const Context context = contextFor(attempt);
    const Asking asking{attempt.person, {}, attempt.assurance, history_.now, next_};
    const Verdict verdict = model_.judge(attempt.body, asking);
    const auto judgement = decide(state_, command, context);
    ++tally.commands;
    last_ = jsonOf(command).pretty() + "by " + attempt.person.text() + " at " + Instant{history_.now, kOffset}.text();
    if (!judgement) {
      ++tally.refused[judgement.error().reason];
      if (verdict.names.contains(judgement.error().reason)) return {};
      return "the ledger: " + judgement.error().reason + " (" + judgement.error().message +
             "); the model: " + listOf(verdict.names);
    }
    ++tally.taken[std::string(traitsOf(attempt.body.kind()).command)];
    if (!verdict.names.empty()) return "the ledger: taken; the model: " + listOf(verdict.names);
    const Digest leaf = sha256(asBytes(std::to_string(next_)));
    take({command, context, judgement->decision, leaf});
    model_.take(attempt.body, asking, verdict, leaf);
    history_.taken(attempt.body);
    if (verdict.needs_second) history_.proposed(leaf, attempt.body);
    if (auto difference = decision(judgement->decision, verdict)) return difference;
    return sums();
  }

  Context contextFor(const Attempt& attempt) const {
    Context context = contextOf(attempt.person, attempt.body);
    context.rules = plan_.rules;
    context.assurance = attempt.assurance;
    context.recorded_at = history_.now;
    context.index = next_;
    if (const auto* endorsement = attempt.body.as<Endorse>()) {
      const auto* proposal = state_.proposals.find(endorsement->proposal);
      if (proposal != nullptr) context.visibility = proposal->visibility;
    }
    return context;
  }

  void take(Taken taken) {
    evolve(state_, taken.command, taken.context, taken.decision, taken.leaf);
    state_.settle();
    taken_.push_back(std::move(taken));
    ++next_;
  }

  std::optional<std::string> decision(const Decision& decision, const Verdict& verdict) const {
    const bool proposed = decision.effect == Effect::kProposed;
    if (proposed != verdict.needs_second) return proposed ? "the ledger: proposed" : "the model: proposed";
    if (decision.policy != verdict.policy) {
      return "the ledger: policy " + std::to_string(decision.policy) + "; the model: " + std::to_string(verdict.policy);
    }
    if (std::set<Flag>(decision.flags.begin(), decision.flags.end()) == verdict.flags) return {};
    std::string flags = "the ledger:";
    for (const Flag flag : decision.flags) flags += " " + std::string(nameOf(flag));
    flags += "; the model:";
    for (const Flag flag : verdict.flags) flags += " " + std::string(nameOf(flag));
    return flags;
  }

  std::optional<std::string> sums() const {
    std::map<std::pair<PersonId, CivilDay>, std::int64_t> days;
    std::map<PersonId, std::int64_t> balance;  // of days less entries
    for (const auto& [key, minutes] : state_.days.all()) {
      if (minutes.count() != 0) days[key] = minutes.count();
      balance[key.first] += minutes.count();
    }
    for (const auto& [id, entry] : state_.hours.all()) balance[entry.volunteer] -= entry.standing.count();
    for (const auto& [person, minutes] : balance) {
      if (minutes != 0) return std::to_string(minutes) + " minutes are lost or made";
    }
    const auto expected = standingDays(model_.world());
    if (days != expected) return "standing minutes differ: " + daysText(days) + "; the model:" + daysText(expected);
    const auto figures = allFigures(model_.world());
    if (figures.size() != state_.grants.size()) return "another number of grants";
    for (const auto& [id, expected_figures] : figures) {
      const GrantRecord* grant = state_.grants.find(id);
      if (grant == nullptr) return "a grant is missing";
      if (figuresOf(*grant) != expected_figures) {
        return "figures differ: " + textOf(figuresOf(*grant)) + "; the model: " + textOf(expected_figures);
      }
      if (!isConserved(*grant)) return "money of a grant is lost or made";
    }
    return {};
  }

  static std::string daysText(const std::map<std::pair<PersonId, CivilDay>, std::int64_t>& days) {
    std::string text;
    for (const auto& [key, minutes] : days) {
      text += " " + key.first.text() + " " + dayText(key.second) + " " + std::to_string(minutes);
    }
    return text;
  }

  // The same money, counted by movements, by lines and by tranches.
  static bool isConserved(const GrantRecord& grant) {
    const GrantFigures figures = figuresOf(grant);
    std::int64_t moved = 0;
    for (const Movement& one : grant.movements) moved += one.delta;
    std::int64_t lines = 0;
    for (const LineRecord& one : grant.lines) lines += one.spent;
    std::int64_t tranches = 0;
    for (const TrancheRecord& one : grant.tranches) tranches += one.disbursed;
    return moved == figures.on_hand && lines == figures.spent && tranches == figures.disbursed && figures.on_hand >= 0;
  }

  // A prefix is folded as one change; then the rest is judged and folded one by one.
  std::optional<std::string> replay() {
    State again = stage_.state;
    const std::size_t prefix = random_.below(taken_.size() + 1);
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      const Taken& one = taken_[i];
      if (i >= prefix) {
        const auto judgement = decide(again, one.command, one.context);
        if (!judgement) return "after a prefix of " + std::to_string(prefix) + ": " + judgement.error().reason;
        if (judgement->decision != one.decision) return "another decision after a prefix of " + std::to_string(prefix);
      }
      evolve(again, one.command, one.context, one.decision, one.leaf);
      if (i + 1 >= prefix) again.settle();
    }
    if (isSameState(again, state_)) return {};
    return "the fold of a prefix of " + std::to_string(prefix) + " and of the rest is another state";
  }

  std::string told() const {
    std::string text;
    for (const Taken& one : taken_) {
      text += std::to_string(one.context.index) + " at " + Instant{one.context.recorded_at, kOffset}.text() + " by " +
              one.context.person.text() + ": " + jsonOf(one.command).pretty();
    }
    return text + "the last one:\n" + last_;
  }

  const Stage& stage_;
  const Plan plan_;
  State state_;
  Model model_;
  History history_;
  SeededRandom random_;
  Position next_;
  std::vector<Taken> taken_;
  std::string last_;
};

}  // namespace

std::optional<std::string> play(const Stage& stage, const Plan& plan, Tally& tally) {
  auto difference = Play(stage, plan).run(tally);
  if (difference) return "history of seed " + std::to_string(plan.seed) + ": " + *difference;
  return {};
}

}  // namespace reference
