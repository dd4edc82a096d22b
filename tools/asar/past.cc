#include "tools/asar/past.h"

#include "ledger/event/codec.h"
#include "ledger/merkle/frontier.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Position;
using ledger::Result;

constexpr ledger::UtcMs kMsPerHour = 60 * ledger::kMsPerMinute;
constexpr ledger::UtcMs kEast = 5 * kMsPerHour;  // of UTC, where the day ends

Result<ledger::UtcMs> recordedAt(ledger::EventReader& reader, Position index) {
  const auto stored = reader.read(index, 1);
  if (!stored) return stored.error();
  const auto entry = ledger::decodeEntry(stored->front().bytes);
  if (!entry) return entry.error();
  return entry->recorded_at;
}

// Times never fall along the log.
Result<Position> sizeBefore(ledger::EventReader& reader, Position size, ledger::UtcMs end) {
  Position low = 0;
  while (low < size) {
    const Position middle = low + (size - low) / 2;
    const auto recorded = recordedAt(reader, middle);
    if (!recorded) return recorded.error();
    if (*recorded < end) {
      low = middle + 1;
    } else {
      size = middle;
    }
  }
  return low;
}

Result<Position> sizeAsOf(ledger::EventReader& reader, Position size, const std::string& text) {
  const auto day = ledger::parseDay(text);
  if (!day) return day.error();
  const auto before = sizeBefore(reader, size, (*day + 1) * ledger::kMsPerDay - kEast);
  if (!before) return before.error();
  if (*before == 0) return Error{ErrorCode::kNotFound, "NOTHING_YET", "nothing was recorded by the end of " + text};
  return *before;
}

// The root over the first `size` entries; all of them have to give the published one.
Result<ledger::Digest> rootAt(ledger::EventReader& reader, Position size, const ledger::Checkpoint& published) {
  ledger::Frontier frontier;
  ledger::Digest root;
  while (frontier.size() < published.size) {
    const auto entries = reader.read(frontier.size(), kReadBytes);
    if (!entries) return entries.error();
    if (entries->empty()) break;  // a log that ends before what was published gives another root
    for (const ledger::StoredEntry& entry : *entries) {
      if (frontier.size() == published.size) break;
      frontier.push(entry.leaf_hash);
      if (frontier.size() == size) root = frontier.root();
    }
  }
  if (frontier.root() == published.root) return root;
  return Error{ErrorCode::kCorrupt, "ROOT_DIFFERS",
               "the entries do not give the root of the checkpoint of size " + std::to_string(published.size) +
                   ": check the log with `asar-audit verify`"};
}

}  // namespace

std::vector<OptionSpec> withPast(std::vector<OptionSpec> own) {
  own.insert(own.end(), {{"at", "N"}, {"as-of", "DATE"}, {"in", "FROM..TO"}});
  return own;
}

Result<Position> sizeAsked(ledger::EventReader& reader, Position size, const Arguments& arguments) {
  const auto as_of = arguments.find("as-of");
  if (as_of && arguments.has("at")) {
    return Error{ErrorCode::kInvalid, "TWO_TIMES", "--at and --as-of both say how much was known: give one of them"};
  }
  if (as_of) return sizeAsOf(reader, size, *as_of);
  const auto at = arguments.number("at", size);
  if (!at) return at.error();
  if (*at > size) {
    return Error{ErrorCode::kNotFound, "PAST_THE_END",
                 "there are " + std::to_string(size) + " entries, not " + std::to_string(*at) + ", to tell of"};
  }
  if (*at == 0) return Error{ErrorCode::kNotFound, "NOTHING_YET", "of no entries there is nothing to tell"};
  return *at;
}

Result<std::optional<projections::Period>> periodAsked(const Arguments& arguments) {
  const auto text = arguments.find("in");
  if (!text) return std::optional<projections::Period>();
  const auto period = projections::parsePeriod(*text);
  if (!period) return period.error();
  return std::optional(*period);
}

Result<ReadSide> openReadSideAsked(const Session& session, const Arguments& arguments) {
  if (!arguments.has("at") && !arguments.has("as-of")) return openReadSide(session, Meanwhile::kAnswer);
  return openReadSideAt(
      session, [&](ledger::EventReader& reader, const ledger::Checkpoint& published) -> Result<projections::Goal> {
        const auto size = sizeAsked(reader, published.size, arguments);
        if (!size) return size.error();
        const auto root = rootAt(reader, *size, published);
        if (!root) return root.error();
        return projections::Goal{*size, *root};
      });
}

std::optional<ledger::CivilDay> dayOf(const ledger::CommandBody& body) {
  return ledger::visit(
      [](const auto& command) -> std::optional<ledger::CivilDay> {
        if constexpr (requires { command.occurred_at.civilDay(); }) return command.occurred_at.civilDay();
        return std::nullopt;
      },
      body);
}

}  // namespace tools
