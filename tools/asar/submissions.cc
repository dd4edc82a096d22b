#include "tools/asar/submissions.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <string>

#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"
#include "ledger/merkle/hashing.h"
#include "tools/asar/home.h"
#include "tools/asar/openings_json.h"

namespace tools {
namespace {

using ledger::Result;

constexpr ledger::UtcMs kValidFor = ledger::kMsPerDay;

// The first is as given; the others keep its time and take the rest from a hash.
ledger::SubmissionId idOfGroup(const ledger::SubmissionId& first, std::size_t number) {
  if (number == 0) return first;
  ledger::Bytes counted = ledger::toBytes(first.bytes);
  ledger::appendBigEndian64(counted, number);
  const auto digest = ledger::sha256(counted);
  ledger::SubmissionId id = first;
  constexpr std::size_t kTimeBytes = 6;
  std::copy_n(digest.bytes.begin(), id.bytes.size() - kTimeBytes, id.bytes.begin() + kTimeBytes);
  return id;
}

// What belongs to something else takes the class of that; nothing where any class will do.
std::optional<ledger::Visibility> classOf(const ledger::Command& command, const ClassOf& class_of) {
  if (command.body.is<ledger::Endorse>() || command.body.is<ledger::ImportVoid>()) return class_of(command.body);
  const auto& traits = ledger::traitsOf(ledger::kindOf(command));
  return traits.inherits ? std::nullopt : std::optional(traits.visibility);
}

// The entries of a submission as they are recorded.
Result<std::vector<ledger::Entry>> entriesOf(ledger::EventReader& reader, const ledger::Receipt& recorded) {
  std::vector<ledger::Entry> entries;
  while (entries.size() <= recorded.count) {
    const auto page = reader.read(recorded.submission + entries.size(), kReadBytes);
    if (!page) return page.error();
    for (std::size_t i = 0; i < page->size() && entries.size() <= recorded.count; ++i) {
      auto entry = ledger::decodeStoredEntry((*page)[i].bytes);
      if (!entry) return entry.error();
      entries.push_back(std::move(*entry));
    }
    if (page->empty()) break;
  }
  return entries;
}

bool sameHeader(const ledger::Entry& entry, const Group& group, const Signing& signing) {
  const auto* submission = std::get_if<ledger::SubmissionBody>(&entry.body);
  const auto header =
      submission == nullptr ? Result<ledger::Header>(ledger::Error{}) : ledger::decodeHeader(submission->header);
  return header && header->person == signing.person && header->assurance == signing.assurance &&
         header->visibility == group.visibility && header->count == group.commands.size();
}

// Commitments to the same fields, whose salts were drawn another time.
bool sameButForSalts(ledger::CommandBody held, ledger::CommandBody given) {
  auto* ours = commitmentsIn(held);
  const auto* theirs = commitmentsIn(given);
  if (ours == nullptr || theirs == nullptr) return held == given;
  if (!std::ranges::equal(*ours, *theirs, {}, &ledger::Commitment::tag, &ledger::Commitment::tag)) return false;
  *ours = *theirs;
  return held == given;
}

bool sameCommand(const ledger::Entry& entry, const ledger::Command& command, bool drawn) {
  const auto* event = std::get_if<ledger::EventBody>(&entry.body);
  const auto held =
      event == nullptr ? Result<ledger::Command>(ledger::Error{}) : ledger::decodeStoredCommand(event->command);
  return held && held->expects == command.expects &&
         (drawn ? sameButForSalts(held->body, command.body) : held->body == command.body);
}

// A line without its end; of one that is too long only so much that it is seen to be.
bool takeLine(std::istream& in, std::string& line) {
  line.clear();
  for (int next = 0; line.size() <= ledger::limits::kJsonLineBytesMax && (next = in.get()) != '\n';) {
    if (next == std::istream::traits_type::eof()) return !line.empty();
    line.push_back(static_cast<char>(next));
  }
  return true;
}

Result<LineCommand> readLine(ledger::JsonValue& json, ledger::Random& random) {
  auto openings = takeOpenings(json, random);
  if (!openings) return openings.error();
  auto command = ledger::commandFromJson(json, random);
  if (!command) return command.error();
  LineCommand line{0, std::move(*command), {}, openings->drawn};
  ASAR_TRY(commitTo(openings->openings, line.command));
  line.openings = std::move(openings->openings);
  return line;
}

}  // namespace

Result<void> checkSameContent(ledger::EventReader& reader, const ledger::Receipt& recorded, const Group& group,
                              const Signing& signing) {
  const auto entries = entriesOf(reader, recorded);
  if (!entries) return entries.error();
  const auto differs = [&](const std::string& what) {
    return ledger::Error{ledger::ErrorCode::kConflict, "SUBMISSION_CONFLICT",
                         "submission " + group.id.text() + " is recorded at index " +
                             std::to_string(recorded.submission) + " with " + what +
                             ": repeat it with the same input, or send this one under a new id"};
  };
  if (entries->size() != group.commands.size() + 1)
    return differs(std::to_string(recorded.count) + " commands, here it has " + std::to_string(group.commands.size()));
  if (!sameHeader(entries->front(), group, signing)) return differs("another signer, assurance or class");
  for (std::size_t i = 0; i < group.commands.size(); ++i) {
    if (!sameCommand((*entries)[i + 1], group.commands[i], group.drawn))
      return differs("another command " + std::to_string(i));
  }
  return {};
}

Result<std::vector<LineCommand>> readCommands(std::istream& in, ledger::Random& random) {
  std::vector<LineCommand> out;
  std::string line;
  for (std::size_t number = 1; takeLine(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto json = ledger::parseJson(line, number);
    if (!json) return json.error();
    auto made = readLine(*json, random);
    if (!made) {
      return ledger::Error{made.error().code, made.error().reason,
                           "line " + std::to_string(number) + ": " + made.error().message};
    }
    made->line = number;
    out.push_back(std::move(*made));
  }
  if (in.eof() && !in.bad()) return out;
  return ledger::Error{ledger::ErrorCode::kUnavailable, "INPUT_UNREADABLE",
                       "the input could not be read to its end: nothing of it is submitted"};
}

std::vector<Group> groupCommands(std::vector<LineCommand> lines, const ledger::SubmissionId& first_id,
                                 const ClassOf& class_of) {
  std::vector<Group> groups;
  std::optional<ledger::Visibility> open_class;
  for (LineCommand& one : lines) {
    const auto wanted = classOf(one.command, class_of);
    const std::size_t bytes = ledger::encode(one.command).size();
    const bool other_class = open_class && wanted && *open_class != *wanted;
    const bool full = !groups.empty() && (groups.back().commands.size() == ledger::limits::kCommandsPerSubmissionMax ||
                                          groups.back().bytes + bytes > ledger::limits::kCommandBytesPerSubmissionMax);
    if (groups.empty() || other_class || full) {
      groups.push_back({idOfGroup(first_id, groups.size()), {}, one.line, one.line, 0, {}, {}, false});
      open_class.reset();
    }
    Group& group = groups.back();
    if (wanted) open_class = wanted;
    group.visibility = open_class.value_or(ledger::Visibility::kPublic);
    group.last_line = one.line;
    group.bytes += bytes;
    group.commands.push_back(std::move(one.command));
    std::ranges::move(one.openings, std::back_inserter(group.openings));
    group.drawn = group.drawn || one.drawn;
  }
  return groups;
}

ledger::Seen seenOf(const std::optional<ledger::Checkpoint>& newest) {
  if (newest) return {newest->size, newest->root};
  return {0, ledger::emptyRoot()};
}

ledger::Submission signGroup(const Group& group, const Signing& signing, ledger::UtcMs now) {
  ledger::SubmissionDraft draft;
  draft.ledger = signing.ledger;
  draft.submission = group.id;
  draft.person = signing.person;
  draft.signed_at = signing.signed_at.value_or(now);
  draft.expires_at = draft.signed_at + kValidFor;
  draft.seen = signing.seen;
  draft.visibility = group.visibility;
  draft.assurance = signing.assurance;
  ledger::Submission submission = ledger::signSubmission(draft, group.commands, signing.key);
  submission.openings = group.openings;
  return submission;
}

}  // namespace tools
