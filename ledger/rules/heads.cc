#include "ledger/rules/heads.h"

#include <algorithm>

#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

using Leaves = std::vector<StreamLeaf>;

bool isCapitalByte(std::uint8_t c) {
  return c >= 'A' && c <= 'Z';
}

// None of a stream without an entry.
void addLeaf(const State& state, const SubjectId& id, const StreamSums& sums, Leaves& leaves) {
  const auto* stream = state.streams.find(id);
  if (stream != nullptr) leaves.push_back({id, stream->version, stream->last, sums});
}

Leaves inOrder(Leaves leaves) {
  std::ranges::sort(leaves, {}, &StreamLeaf::id);
  return leaves;
}

Leaves personLeaves(const State& state) {
  absl::flat_hash_map<PersonId, std::int64_t> minutes;
  for (const auto& [id, hours] : state.hours.all()) {
    if (const std::int64_t counted = attestedMinutes(hours); counted != 0) minutes[hours.volunteer] += counted;
  }
  Leaves leaves;
  for (const auto& [id, person] : state.persons.all()) {
    const auto own = minutes.find(id);
    addLeaf(state, SubjectId{id.bytes}, {own == minutes.end() ? 0 : own->second}, leaves);
  }
  return inOrder(std::move(leaves));
}

StreamSums sumsOf(const GrantRecord& grant) {
  if (grant.state == GrantState::kVoided) return {};
  const GrantSums& sums = grant.sums;
  return {sums.awarded, sums.disbursed - sums.reversed, sums.spent, sums.returned};
}

std::map<std::string, Leaves> grantLeaves(const State& state) {
  std::map<std::string, Leaves> leaves;
  for (const auto& [id, grant] : state.grants.all())
    addLeaf(state, id, sumsOf(grant), leaves[std::string(grant.currency.code())]);
  for (auto& [currency, own] : leaves) own = inOrder(std::move(own));
  return leaves;
}

Leaves organisationLeaves(const State& state) {
  Leaves leaves;
  for (const auto& [id, organisation] : state.organisations.all()) addLeaf(state, id, {}, leaves);
  return inOrder(std::move(leaves));
}

Leaves regionLeaves(const State& state) {
  Leaves leaves;
  for (const auto& [id, stream] : state.streams.all()) {
    if (isRegionStream(id)) leaves.push_back({id, stream.version, stream.last, {}});
  }
  return inOrder(std::move(leaves));
}

Result<void> grow(SumTree& tree, Leaves leaves, std::size_t sums) {
  auto grown = SumTree::over(std::move(leaves), sums);
  if (!grown) return refuse("MONEY_OVERFLOW", grown.error().message);
  tree = std::move(*grown);
  return {};
}

StreamsRoot rootOf(const SumTree& tree) {
  return {tree.leaves().size(), tree.root().count, tree.root().hash};
}

GrantsRoot rootOf(const std::string& currency, const SumTree& tree) {
  const auto sum = [&](std::size_t i) { return static_cast<std::uint64_t>(tree.root().sums[i]); };
  return {currency, tree.leaves().size(), tree.root().count, sum(0), sum(1), sum(2), sum(3), tree.root().hash};
}

}  // namespace

std::int64_t attestedMinutes(const HoursRecord& hours) {
  switch (hours.state) {
    case HoursState::kAttested:
    case HoursState::kDisputed:
      return hours.standing.count();
    case HoursState::kClaimed:
    case HoursState::kRejected:
    case HoursState::kVoided:
    case HoursState::kImported:
      return 0;
  }
  return 0;
}

bool isRegionStream(const SubjectId& stream) {
  const auto& bytes = stream.bytes;
  if (!isCapitalByte(bytes[0]) || !isCapitalByte(bytes[1]) || bytes[2] != '-') return false;
  std::size_t length = 3;
  while (length < 6 && (isCapitalByte(bytes[length]) || (bytes[length] >= '0' && bytes[length] <= '9'))) ++length;
  return length > 3 && std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(length), bytes.end(),
                                   [](std::uint8_t byte) { return byte == 0; });
}

Result<HeadTrees> headTreesOf(const State& state) {
  HeadTrees trees;
  Leaves persons = personLeaves(state);
  ASAR_TRY(grow(trees.minutes, persons, 1));
  for (StreamLeaf& leaf : persons) leaf.sums = {};
  ASAR_TRY(grow(trees.persons, std::move(persons), 0));
  for (auto& [currency, leaves] : grantLeaves(state))
    ASAR_TRY(grow(trees.grants[currency], std::move(leaves), kSumsMax));
  ASAR_TRY(grow(trees.organisations, organisationLeaves(state), 0));
  ASAR_TRY(grow(trees.regions, regionLeaves(state), 0));
  return trees;
}

StreamHeads headsOf(const HeadTrees& trees, Position index) {
  StreamHeads heads;
  heads.at_size = index;
  heads.persons = rootOf(trees.persons);
  heads.service = {static_cast<std::uint64_t>(trees.minutes.root().sums[0]), trees.minutes.root().hash};
  for (const auto& [currency, tree] : trees.grants) heads.grants.push_back(rootOf(currency, tree));
  heads.organisations = rootOf(trees.organisations);
  heads.regions = rootOf(trees.regions);
  return heads;
}

Result<Decision> judge(const State& state, const StreamHeads& command, const Context& context) {
  if (context.count != 1)
    return refuse("COMMANDS_MISMATCH", "the heads of all streams are the only command of their submission");
  if (command.at_size != context.index) {
    return refuse("HEADS_MISPLACED", "the heads are those of size " + std::to_string(command.at_size) +
                                         ", and their entry would have index " + std::to_string(context.index) +
                                         ": make them anew with `asar heads record`");
  }
  const auto trees = headTreesOf(state);
  if (!trees) return trees.error();
  if (headsOf(*trees, context.index) == command) return Decision{};
  return refuse("HEADS_DIFFER", "the streams before index " + std::to_string(context.index) +
                                    " have other heads or sums: make them anew with `asar heads record`");
}

}  // namespace ledger
