#include "tools/asar/stream_bundle.h"

#include <algorithm>
#include <array>
#include <map>

#include "ledger/event/codec.h"
#include "ledger/rules/heads.h"
#include "tools/asar/command_paths.h"
#include "tools/asar/heads.h"
#include "tools/asar/progress.h"
#include "tools/asar/proof.h"
#include "tools/asar/stream_readme.h"

namespace tools {
namespace {

using ledger::Bytes;
using ledger::Error;
using ledger::ErrorCode;
using ledger::Position;
using ledger::Result;
using ledger::SubjectId;
using ledger::SumTree;

struct Sort {
  std::string_view option;
  StreamSort sort;
};
constexpr std::array kSorts{Sort{"person", StreamSort::kPerson}, Sort{"grant", StreamSort::kGrant},
                            Sort{"organisation", StreamSort::kOrganisation}, Sort{"region", StreamSort::kRegion}};

Result<SubjectId> streamNamed(const Sort& sort, const std::string& name) {
  if (sort.sort != StreamSort::kRegion) return SubjectId::parse(name);
  const SubjectId id = name.size() <= 6 ? ledger::regionStream(name) : SubjectId{};
  if (ledger::isRegionStream(id)) return id;
  return Error{ErrorCode::kInvalid, "USAGE", "\"" + name + "\" is no region such as KZ-75"};
}

std::string_view optionOf(StreamSort sort) {
  return std::ranges::find(kSorts, sort, &Sort::sort)->option;
}

// The state before the entry at `index`, which is the only event of its submission.
Result<void> replayBefore(const Session& session, const Reading& reading, Position index,
                          ledger::Sequencer& sequencer) {
  Progress progress(session, "progress.replay", index);
  for (Position at = 0; at + 1 < index;) {
    const auto page = reading.log->read(at, kReadBytes);
    if (!page) return page.error();
    for (const auto& entry : page->entries) {
      if (at + 1 == index) break;
      ASAR_TRY(sequencer.replay(at++, entry));
    }
    progress.show(at);
  }
  return {};
}

// The entries to show, read one by one.
class Shown {
 public:
  Shown(const Reading& reading, const ledger::State& state) : reading_(reading), state_(state) {}

  // Of the stream from its last entry to its first; how many.
  Result<std::uint64_t> takeStream(const SubjectId& stream, bool with_batches) {
    const auto* record = state_.streams.find(stream);
    if (record == nullptr) return std::uint64_t{0};
    Position at = record->last;
    for (std::uint64_t left = record->version; left != 0; --left) {
      const auto entry = takeEvent(at);
      if (!entry) return entry.error();
      if (with_batches) ASAR_TRY(takeBatch(*entry));
      const auto before = previousIn(*entry, stream);
      if (!before) return before.error();
      at = *before;
    }
    return record->version;
  }
  // An event with the entry of its submission.
  Result<ledger::Entry> takeEvent(Position index) {
    auto entry = take(index);
    if (!entry) return entry;
    const auto* event = std::get_if<ledger::EventBody>(&entry->body);
    if (event == nullptr) return damaged(index);
    if (const auto submission = take(event->submission); !submission) return submission.error();
    return entry;
  }
  const std::map<Position, Bytes>& entries() const { return entries_; }

 private:
  static Error damaged(Position index) {
    return {
        ErrorCode::kCorrupt, "LOG_DAMAGED",
        "entry " + std::to_string(index) + " is not in the stream it should be in: check the log with `asar-audit`"};
  }
  static Result<Position> previousIn(const ledger::Entry& entry, const SubjectId& stream) {
    const auto found = std::ranges::find(entry.streams, stream, &ledger::StreamVersion::stream);
    if (found == entry.streams.end()) return damaged(entry.index);
    return found->previous;
  }
  Result<ledger::Entry> take(Position index) {
    auto& bytes = entries_[index];
    if (bytes.empty()) {
      auto read = reading_.reader->read(index, 1);
      if (!read) return read.error();
      bytes = std::move(read->front().bytes);
    }
    return ledger::decodeStoredEntry(bytes);
  }
  // What came with an import is void with its batch: the record of the import, and what voided it.
  Result<void> takeBatch(const ledger::Entry& entry) {
    const Position submission = std::get<ledger::EventBody>(entry.body).submission;
    const auto of = take(submission);
    if (!of) return of.error();
    const auto header = ledger::decodeHeader(std::get<ledger::SubmissionBody>(of->body).header);
    if (!header) return header.error();
    if (header->assurance != ledger::Assurance::kImported) return {};
    const auto first = takeEvent(submission + 1);
    if (!first) return first.error();
    const auto command = ledger::decodeStoredCommand(std::get<ledger::EventBody>(first->body).command);
    if (!command) return command.error();
    const auto* record = command->body.as<ledger::ImportRecord>();
    const auto* batch = record == nullptr ? nullptr : state_.batches.find(record->batch);
    if (batch == nullptr || !batch->voided) return {};
    // It is the last of its batch: nothing is imported into one that is void.
    const auto voided = takeEvent(state_.streams.find(record->batch)->last);
    return voided ? Result<void>{} : voided.error();
  }

  const Reading& reading_;
  const ledger::State& state_;
  std::map<Position, Bytes> entries_;
};

std::string sumsText(const ledger::StreamSums& sums, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += " " + std::to_string(sums[i]);
  return text;
}

std::string leafText(const SumTree& tree, std::size_t place) {
  const ledger::StreamLeaf& leaf = tree.leaves()[place];
  std::string text = "leaf " + std::to_string(place) + " " + leaf.id.text() + " " + std::to_string(leaf.count) + " " +
                     std::to_string(leaf.last) + sumsText(leaf.sums, tree.sums()) + "\n";
  for (const ledger::SumNode& node : tree.path(place)) {
    text += "node " + node.hash.base64() + " " + std::to_string(node.count) + sumsText(node.sums, tree.sums()) + "\n";
  }
  return text;
}

bool holds(const SumTree& tree, const SubjectId& stream) {
  const std::size_t place = tree.placeOf(stream);
  return place < tree.leaves().size() && tree.leaves()[place].id == stream;
}

// Its own leaf, or the neighbours between which it would stand.
std::string treeText(const std::string& name, const SumTree& tree, const SubjectId& stream) {
  std::string text = "tree " + name + "\n";
  const std::size_t place = tree.placeOf(stream);
  if (holds(tree, stream)) return text + leafText(tree, place);
  if (place > 0) text += leafText(tree, place - 1);
  if (place < tree.leaves().size()) text += leafText(tree, place);
  return text;
}

std::string grantTrees(const ledger::HeadTrees& trees, const SubjectId& grant) {
  for (const auto& [currency, tree] : trees.grants) {
    if (holds(tree, grant)) return treeText("grants " + currency, tree, grant);
  }
  std::string text;
  for (const auto& [currency, tree] : trees.grants) text += treeText("grants " + currency, tree, grant);
  return text;
}

// A stream that no tree holds is none: a grant that was proposed alone has an entry, and no award.
bool isBound(const ledger::HeadTrees& trees, const AskedStream& asked) {
  switch (asked.sort) {
    case StreamSort::kPerson:
      return holds(trees.persons, asked.id);
    case StreamSort::kGrant:
      return std::ranges::any_of(trees.grants, [&](const auto& grants) { return holds(grants.second, asked.id); });
    case StreamSort::kOrganisation:
      return holds(trees.organisations, asked.id);
    case StreamSort::kRegion:
      return holds(trees.regions, asked.id);
  }
  return false;
}

std::string treesOf(const ledger::HeadTrees& trees, const AskedStream& asked) {
  switch (asked.sort) {
    case StreamSort::kPerson: {
      const std::string persons = treeText("persons", trees.persons, asked.id);
      const bool minutes = asked.minutes && holds(trees.persons, asked.id);
      return minutes ? persons + treeText("minutes", trees.minutes, asked.id) : persons;
    }
    case StreamSort::kGrant:
      return grantTrees(trees, asked.id);
    case StreamSort::kOrganisation:
      return treeText("organisations", trees.organisations, asked.id);
    case StreamSort::kRegion:
      return treeText("regions", trees.regions, asked.id);
  }
  return {};
}

std::string linesOf(const std::vector<ledger::Digest>& path) {
  std::string lines;
  for (const ledger::Digest& hash : path) lines += hash.base64() + "\n";
  return lines;
}

// `entries` and `proofs`, in the same order. Nobody sees what else a submission holds, so each command is led to what
// was signed.
Result<std::pair<Bytes, std::string>> withProofs(const Proofs& proofs, CommandPaths commands,
                                                 const std::map<Position, Bytes>& shown) {
  std::pair<Bytes, std::string> out;
  for (const auto& [index, bytes] : shown) {
    const auto path = proofs.pathOf(index);
    if (!path) return path.error();
    out.first.push_back(static_cast<std::uint8_t>(bytes.size() >> 8U));
    out.first.push_back(static_cast<std::uint8_t>(bytes.size() & 0xff));
    ledger::appendBytes(out.first, bytes);
    out.second += "index " + std::to_string(index) + "\n" + linesOf(*path);
    const auto entry = ledger::decodeStoredEntry(bytes);
    if (!entry) return entry.error();
    if (const auto* event = std::get_if<ledger::EventBody>(&entry->body)) {
      const auto signed_path = commands.of(*event);
      if (!signed_path) return signed_path.error();
      out.second += "command\n" + linesOf(*signed_path);
    }
    out.second += "\n";
  }
  return out;
}

Bytes bytesOf(std::string_view text) {
  return ledger::toBytes(ledger::asBytes(text));
}

}  // namespace

Result<std::optional<AskedStream>> askedStream(const Arguments& arguments) {
  std::optional<AskedStream> asked;
  for (const Sort& sort : kSorts) {
    const auto name = arguments.find(sort.option);
    if (!name) continue;
    if (asked)
      return Error{ErrorCode::kInvalid, "USAGE", "ask for one stream: a grant, a person, an organisation or a region"};
    const auto id = streamNamed(sort, *name);
    if (!id) return id.error();
    asked = AskedStream{sort.sort, *name, *id, !arguments.has("without-minutes")};
  }
  return asked;
}

Result<StreamMembers> streamMembers(const Session& session, const Reading& reading, const Published& published,
                                    const AskedStream& asked) {
  const auto ends = endsInHeads(reading, published.checkpoint);
  if (!ends) return ends.error();
  if (!*ends) {
    return Error{ErrorCode::kRefused, "HEADS_MISSING",
                 "the newest checkpoint does not end in the heads of all streams: give the operator's --key, or run "
                 "`asar heads record` first"};
  }
  const Position heads = published.checkpoint.size - 1;
  ledger::Sequencer sequencer(session.random);
  ASAR_TRY(replayBefore(session, reading, heads, sequencer));
  const auto trees = ledger::headTreesOf(sequencer.state());
  if (!trees) return trees.error();
  Shown shown(reading, sequencer.state());
  Result<std::uint64_t> count = std::uint64_t{0};
  if (isBound(*trees, asked)) count = shown.takeStream(asked.id, asked.sort == StreamSort::kGrant);
  if (!count) return count.error();
  const auto bound = shown.takeEvent(heads);
  if (!bound) return bound.error();
  const auto proofs = Proofs::open(*reading.log, published);
  if (!proofs) return proofs.error();
  auto entries = withProofs(*proofs, CommandPaths(*reading.reader), shown.entries());
  if (!entries) return entries.error();
  const std::string stream = "asar/stream/v1\n" + std::string(optionOf(asked.sort)) + " " + asked.name + "\nheads " +
                             std::to_string(heads) + "\n" + treesOf(*trees, asked);
  StreamMembers out{{{"README", bytesOf(kStreamReadme)},
                     {"checkpoint", bytesOf(published.note)},
                     {"entries", std::move(entries->first)},
                     {"proofs", bytesOf(entries->second)},
                     {"stream", bytesOf(stream)}},
                    *count};
  out.members.push_back({"manifest", bytesOf(manifestOf(out.members))});
  std::ranges::sort(out.members, {}, &Member::name);
  return out;
}

}  // namespace tools
