#include "audit/answers/stream_roots.h"

#include <algorithm>

namespace audit {
namespace {

// What the heads say of one tree.
struct Root {
  std::uint64_t streams = 0;
  SumNode node;
};

Root rootOf(ledger::schema::StreamsRoot::Reader said) {
  return {said.getStreams(), {fixed<32>(said.getRoot()), said.getEntries(), {}}};
}

Root rootOf(ledger::schema::GrantsRoot::Reader said) {
  const auto sum = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
  return {said.getStreams(),
          {fixed<32>(said.getRoot()),
           said.getEntries(),
           {sum(said.getAwarded()), sum(said.getDisbursed()), sum(said.getSpent()), sum(said.getReturned())}}};
}

std::string treeOf(ledger::schema::GrantsRoot::Reader grants) {
  return "grants " + std::string(grants.getCurrency().cStr());
}

// Nullopt where the heads name no such tree.
std::optional<Root> rootOf(StreamRoots::Heads heads, const std::string& tree) {
  if (tree == "persons") return rootOf(heads.getPersons());
  if (tree == "organisations") return rootOf(heads.getOrganisations());
  if (tree == "regions") return rootOf(heads.getRegions());
  if (tree == "minutes") {  // over the same streams
    Root root = rootOf(heads.getPersons());
    root.node.hash = fixed<32>(heads.getService().getRoot());
    root.node.sums[0] = static_cast<std::int64_t>(heads.getService().getMinutes());
    return root;
  }
  for (const auto grants : heads.getGrants()) {
    if (tree == treeOf(grants)) return rootOf(grants);
  }
  return std::nullopt;
}

bool leads(const LeafPath& leaf, std::size_t sums, const Root& root) {
  const auto top = SumTree(sums).climb(leaf.head, {leaf.place, root.streams}, leaf.path);
  return top && *top == root.node;
}

}  // namespace

bool StreamRoots::holds(const Sums& sums) const {
  const TreePath& tree = claim_.trees.back();
  LeafPath leaf = *sums_;
  leaf.head.sums = sums;
  return leads(leaf, tree.sums(), *rootOf(heads_, tree.tree));
}

// Those that the stream asks for, in their order, and no others.
bool StreamRoots::judgeTrees() {
  const bool there = !claim_.trees.empty() && claim_.trees.front().leaves.size() == 1 &&
                     claim_.trees.front().leaves.front().head.id == claim_.id;
  std::vector<std::string> shown, wanted;
  for (const TreePath& tree : claim_.trees) shown.push_back(tree.tree);
  if (claim_.sort == StreamSort::kPerson) wanted = {"persons"};
  if (claim_.sort == StreamSort::kPerson && there && shown.size() == 2) wanted.emplace_back("minutes");
  if (claim_.sort == StreamSort::kOrganisation) wanted = {"organisations"};
  if (claim_.sort == StreamSort::kRegion) wanted = {"regions"};
  if (claim_.sort == StreamSort::kGrant && there) wanted = {shown.front()};
  if (claim_.sort == StreamSort::kGrant && !there) {
    for (const auto grants : heads_.getGrants()) wanted.push_back(treeOf(grants));
  }
  const bool named =
      std::ranges::all_of(shown, [&](const std::string& tree) { return rootOf(heads_, tree).has_value(); });
  const bool of_grant = claim_.sort != StreamSort::kGrant ||
                        std::ranges::all_of(shown, [](const std::string& tree) { return tree.starts_with("grants "); });
  if (shown == wanted && named && of_grant) return true;
  findings_.add(Wrong::kIncompleteStream, "other trees are shown than prove where this stream stands");
  return false;
}

std::optional<StreamHead> StreamRoots::judge() {
  if (!judgeTrees()) return std::nullopt;
  for (const TreePath& tree : claim_.trees) {
    const bool own = tree.leaves.size() == 1 && tree.leaves.front().head.id == claim_.id;
    if (tree.tree == "minutes") {
      judgeMinutes(tree);
    } else if (own) {
      judgeOwn(tree);
    } else {
      judgeAbsence(tree);
    }
  }
  return head_;
}

void StreamRoots::judgeOwn(const TreePath& tree) {
  const LeafPath& leaf = tree.leaves.front();
  head_ = leaf.head;
  own_ = leaf;
  // Of money the hash of the leaf holds the sums too: what is wrong with it is known once they are counted.
  if (tree.sums() != 0) sums_ = leaf;
  if (tree.sums() == 0 && !leads(leaf, 0, *rootOf(heads_, tree.tree)))
    findings_.add(Wrong::kIncompleteStream, "the path of the stream's leaf does not lead to the root of " + tree.tree);
}

void StreamRoots::judgeMinutes(const TreePath& tree) {
  const auto differs = [&](const char* why) { findings_.add(Wrong::kFiguresDiffer, why); };
  if (tree.leaves.size() != 1 || !own_) return differs("no leaf of minutes is shown for the stream");
  const LeafPath& leaf = tree.leaves.front();
  const bool same_place = leaf.place == own_->place && leaf.head.id == own_->head.id &&
                          leaf.head.count == own_->head.count && leaf.head.last == own_->head.last;
  if (!same_place) return differs("the leaf of minutes is not that of the stream");
  sums_ = leaf;
  if (!leads(leaf, 1, *rootOf(heads_, tree.tree))) differs("the path of its minutes does not lead to their root");
}

// Nothing lies between two neighbours, before the first or after the last.
void StreamRoots::judgeAbsence(const TreePath& tree) {
  const Root root = *rootOf(heads_, tree.tree);
  const auto& leaves = tree.leaves;
  bool proved = std::ranges::all_of(leaves, [&](const LeafPath& leaf) { return leads(leaf, tree.sums(), root); });
  if (leaves.empty()) {
    proved = root.streams == 0;
  } else if (leaves.size() == 2) {
    proved = proved && leaves[1].place == leaves[0].place + 1 && leaves[0].head.id < claim_.id &&
             claim_.id < leaves[1].head.id;
  } else if (leaves[0].head.id < claim_.id) {
    proved = proved && leaves[0].place + 1 == root.streams;
  } else {
    proved = proved && leaves[0].place == 0 && claim_.id < leaves[0].head.id;
  }
  if (!proved)
    findings_.add(Wrong::kIncompleteStream,
                  "what is shown does not prove that the stream is not in the tree of " + tree.tree);
}

}  // namespace audit
