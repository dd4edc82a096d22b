#include "tests/audit/made_stream.h"

#include "audit/log/paths.h"

namespace audit::tests {
namespace {

using ledger::SumTree;

ledger::HeadTrees treesNow(World& world) {
  ledger::Result<ledger::HeadTrees> trees = ledger::HeadTrees{};
  world.front().inspect([&](const ledger::State& state) { trees = headTreesOf(state); });
  ASAR_CHECK(trees.ok());
  return std::move(*trees);
}

Buffer buffer(std::string_view text) {
  const Bytes bytes = bytesOf(text);
  return {bytes.begin(), bytes.end()};
}

std::string sums(const ledger::StreamSums& of, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += " " + std::to_string(of.at(i));
  return text;
}

std::string leafText(const SumTree& tree, std::size_t place) {
  const auto& leaf = tree.leaves()[place];
  std::string text = "leaf " + std::to_string(place) + " " + leaf.id.text() + " " + std::to_string(leaf.count) + " " +
                     std::to_string(leaf.last) + sums(leaf.sums, tree.sums()) + "\n";
  for (const auto& node : tree.path(place))
    text += "node " + node.hash.base64() + " " + std::to_string(node.count) + sums(node.sums, tree.sums()) + "\n";
  return text;
}

bool holds(const SumTree& tree, const ledger::SubjectId& id) {
  const auto place = tree.placeOf(id);
  return place < tree.leaves().size() && tree.leaves()[place].id == id;
}

std::string treeText(const std::string& name, const SumTree& tree, const ledger::SubjectId& id) {
  std::string text = "tree " + name + "\n";
  const auto place = tree.placeOf(id);
  if (holds(tree, id)) return text + leafText(tree, place);
  if (place > 0) text += leafText(tree, place - 1);
  return place < tree.leaves().size() ? text + leafText(tree, place) : text;
}

ledger::Entry entryOf(const Buffer& bytes) {
  return *ledger::decodeStoredEntry(bytes);
}

}  // namespace

ledger::StreamHeads headsNow(World& world) {
  return headsOf(treesNow(world), world.front().sealed().size + 1);
}

MadeStream::MadeStream(World& world, std::string of, std::string named, const ledger::SubjectId& stream_id)
    : sort(std::move(of)), name(std::move(named)), id(stream_id), log(world.entries()), log_key(world.log_key) {
  trees = treesNow(world);
  heads = log.size() - 1;
  for (std::uint64_t i = 0; i < heads; ++i) {
    const auto entry = entryOf(log[i]);
    for (const auto& one : entry.streams) {
      if (one.stream == id) own[one.version] = i;
    }
  }
  const bool grant = sort == "grant";
  bool bound = !grant;
  for (const auto& [currency, tree] : trees.grants) bound = bound || holds(tree, id);
  if (!bound) own.clear();
  for (const auto& [version, index] : own) show(index);
  show(heads);
  if (!grant) return;
  // Imports that voided what came with them.
  for (const auto& [version, index] : own) {
    const auto submission = std::get<ledger::EventBody>(entryOf(log[index]).body).submission;
    const auto header = *ledger::decodeHeader(std::get<ledger::SubmissionBody>(entryOf(log[submission]).body).header);
    if (header.assurance != ledger::Assurance::kImported) continue;
    show(submission + 1);
    const auto record =
        *ledger::decodeStoredCommand(std::get<ledger::EventBody>(entryOf(log[submission + 1]).body).command);
    for (std::uint64_t i = submission; i < heads; ++i) {
      const auto entry = entryOf(log[i]);
      const auto* event = std::get_if<ledger::EventBody>(&entry.body);
      if (event == nullptr) continue;
      const auto command = *ledger::decodeStoredCommand(event->command);
      const auto* voided = command.body.as<ledger::ImportVoid>();
      if (voided != nullptr && voided->batch == record.body.as<ledger::ImportRecord>()->batch) show(i);
    }
  }
}

void MadeStream::show(std::uint64_t event) {
  shown[event] = log[event];
  const auto submission = std::get<ledger::EventBody>(entryOf(log[event]).body).submission;
  shown[submission] = log[submission];
}

std::string MadeStream::streamText() const {
  std::string text = "asar/stream/v1\n" + sort + " " + name + "\nheads " + std::to_string(heads) + "\n";
  if (sort == "organisation") return text + treeText("organisations", trees.organisations, id);
  if (sort == "region") return text + treeText("regions", trees.regions, id);
  if (sort == "person") {
    text += treeText("persons", trees.persons, id);
    return with_minutes && holds(trees.persons, id) ? text + treeText("minutes", trees.minutes, id) : text;
  }
  for (const auto& [currency, tree] : trees.grants) {
    if (holds(tree, id)) return text + treeText("grants " + currency, tree, id);
  }
  for (const auto& [currency, tree] : trees.grants) text += treeText("grants " + currency, tree, id);
  return text;
}

std::string MadeStream::commandPath(const Buffer& bytes) const {
  const auto entry = entryOf(bytes);
  const auto* event = std::get_if<ledger::EventBody>(&entry.body);
  if (event == nullptr) return {};
  Tree commands;
  for (std::uint64_t at = event->submission + 1; at < log.size(); ++at) {
    const auto other = entryOf(log[at]);
    const auto* beside = std::get_if<ledger::EventBody>(&other.body);
    if (beside == nullptr) break;
    commands.append(Sha256().leaf(beside->command));
  }
  TreeNodes nodes(commands);
  std::string text = "command\n";
  const auto path = inclusionPath(nodes, event->ordinal, commands.size());
  for (const Hash& hash : path.value_or(std::vector<Hash>{})) text += base64Of(hash) + "\n";
  return text;
}

Members MadeStream::members() const {
  Members members;
  Tree tree;
  Sha256 hasher;
  for (const Buffer& entry : log) tree.append(hasher.leaf(entry));
  TreeNodes nodes(tree);
  Buffer& entries = members["entries"];
  std::string proofs;
  for (const auto& [index, bytes] : shown) {
    entries.push_back(static_cast<std::uint8_t>(bytes.size() >> 8U));
    entries.push_back(static_cast<std::uint8_t>(bytes.size() & 255U));
    entries.insert(entries.end(), bytes.begin(), bytes.end());
    proofs += "index " + std::to_string(index) + "\n";
    const auto path = inclusionPath(nodes, index, tree.size());
    for (const Hash& hash : path.value_or(std::vector<Hash>{})) proofs += base64Of(hash) + "\n";
    proofs += commandPath(bytes) + "\n";
  }
  members["proofs"] = buffer(proofs);
  members["stream"] = buffer(stream.empty() ? streamText() : stream);
  members["checkpoint"] = checkpointOf(log, log_key);
  members["README"] = buffer("A stream's bundle made for a test.\n");
  refreshManifest(members);
  return members;
}

Answer MadeStream::judged() const {
  Answer answer;
  const Members made = members();
  ShownQuestion question;
  question.vkey = verifierKeyOf(log_key);
  verifyStream(*archiveOf(made), question, answer);
  return answer;
}

}  // namespace audit::tests
