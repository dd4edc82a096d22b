#include "audit/replay/heads.h"

#include <algorithm>

#include "audit/base/sum_tree.h"

namespace audit {
namespace {

using HeadLeaves = std::vector<StreamHead>;

constexpr Refusal kHeadsDiffer{"HEADS_DIFFER", "the log before it gives other heads or sums of its streams"};
constexpr Refusal kHeadsOverflow{"MONEY_OVERFLOW", "the sums of all streams leave 63 bits"};

bool isRegionId(const Id& id) {
  const auto capital = [](std::uint8_t c) { return c >= 'A' && c <= 'Z'; };
  if (!capital(id[0]) || !capital(id[1]) || id[2] != '-') return false;
  std::size_t end = id.size();
  while (end != 0 && id[end - 1] == 0) --end;
  return end >= 4 && end <= 6 &&
         std::all_of(id.begin() + 3, id.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](auto c) { return capital(c) || (c >= '0' && c <= '9'); });
}

class HeadTrees {
 public:
  HeadTrees(const State& state, const Streams& streams) : state_(state), streams_(streams) {}

  HeadLeaves persons() {
    HeadLeaves leaves;
    for (const auto& [id, person] : state_.persons) {
      const VolunteerTime* time = find(state_.time, id);
      add(id, {time == nullptr ? 0 : time->attested}, leaves);
    }
    return sorted(std::move(leaves));
  }

  HeadLeaves organisations() {
    HeadLeaves leaves;
    for (const auto& [id, office] : state_.organisations) add(id, {}, leaves);
    return sorted(std::move(leaves));
  }

  HeadLeaves regions() {
    HeadLeaves leaves;
    streams_.each([&](const Id& id, std::uint64_t count, std::uint64_t last) {
      if (isRegionId(id)) leaves.push_back({id, count, last, {}});
    });
    return sorted(std::move(leaves));
  }

  // False where a sum of a grant is wider than an amount may be.
  bool grants(std::map<std::string, HeadLeaves>& by_currency) {
    bool fits = true;
    for (const auto& [id, grant] : state_.grants) {
      Sums sums{};
      const std::array<Sum, kSumsMost> own{grant.awarded, grant.disbursed, grant.spent, grant.returned};
      for (std::size_t i = 0; i < own.size() && grant.state != GrantState::kVoided; ++i) {
        sums[i] = static_cast<std::int64_t>(own[i]);
        fits = fits && sums[i] == own[i];
      }
      add(id, sums, by_currency[grant.currency]);
    }
    for (auto& [currency, leaves] : by_currency) leaves = sorted(std::move(leaves));
    return fits;
  }

 private:
  void add(const Id& id, const Sums& sums, HeadLeaves& leaves) {
    if (const auto head = streams_.headOf(id)) leaves.push_back({id, head->first, head->second, sums});
  }
  static HeadLeaves sorted(HeadLeaves leaves) {
    std::ranges::sort(leaves, {}, &StreamHead::id);
    return leaves;
  }

  const State& state_;
  const Streams& streams_;
};

bool isRootOf(const HeadLeaves& leaves, schema::StreamsRoot::Reader said) {
  const auto root = SumTree(0).rootOf(leaves);
  return root && said.getStreams() == leaves.size() && said.getEntries() == root->count &&
         fixed<32>(said.getRoot()) == root->hash;
}

bool isMinutesOf(const SumNode& root, schema::MinutesRoot::Reader said) {
  return said.getMinutes() == static_cast<std::uint64_t>(root.sums[0]) && fixed<32>(said.getRoot()) == root.hash;
}

bool isGrantsOf(const HeadLeaves& leaves, const SumNode& root, schema::GrantsRoot::Reader said) {
  const std::array<std::uint64_t, kSumsMost> sums{said.getAwarded(), said.getDisbursed(), said.getSpent(),
                                                  said.getReturned()};
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] != static_cast<std::uint64_t>(root.sums[i])) return false;
  }
  return said.getStreams() == leaves.size() && said.getEntries() == root.count &&
         fixed<32>(said.getRoot()) == root.hash;
}

Refusal judgeGrants(HeadTrees& trees, capnp::List<schema::GrantsRoot>::Reader said) {
  std::map<std::string, HeadLeaves> by_currency;
  if (!trees.grants(by_currency)) return kHeadsOverflow;
  if (by_currency.size() != said.size()) return kHeadsDiffer;
  unsigned i = 0;
  for (const auto& [currency, leaves] : by_currency) {
    const auto root = SumTree(kSumsMost).rootOf(leaves);
    if (!root) return kHeadsOverflow;
    const auto own = said[i++];
    if (stringOf(own.getCurrency()) != currency || !isGrantsOf(leaves, *root, own)) return kHeadsDiffer;
  }
  return {};
}

}  // namespace

Refusal judgeHeads(const State& state, const Streams& streams, const HeadsAsked& asked) {
  if (asked.commands != 1) return {"COMMANDS_MISMATCH", "it is not the only command of its submission"};
  if (asked.command.getAtSize() != asked.index)
    return {"HEADS_MISPLACED", "it says it is of another size than the log before it"};
  HeadTrees trees(state, streams);
  const HeadLeaves persons = trees.persons();
  const auto minutes = SumTree(1).rootOf(persons);
  if (!minutes) return kHeadsOverflow;
  if (!isMinutesOf(*minutes, asked.command.getService())) return kHeadsDiffer;
  if (!isRootOf(persons, asked.command.getPersons())) return kHeadsDiffer;
  if (const auto refusal = judgeGrants(trees, asked.command.getGrants())) return refusal;
  if (!isRootOf(trees.organisations(), asked.command.getOrganisations())) return kHeadsDiffer;
  return isRootOf(trees.regions(), asked.command.getRegions()) ? Refusal{} : kHeadsDiffer;
}

}  // namespace audit
