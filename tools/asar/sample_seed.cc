#include "tools/asar/sample_seed.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/publisher.h"
#include "ledger/rules/refusal.h"
#include "tools/asar/log_keys.h"
#include "tools/asar/print.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Position;
using ledger::Result;

// Ascending sizes of the notes that are kept.
Result<std::vector<Position>> keptSizes(const std::filesystem::path& folder) {
  std::vector<Position> sizes;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    Position size = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), size);
    if (read.ec == std::errc() && std::to_string(size) == name) sizes.push_back(size);
  }
  if (failed && failed != std::errc::no_such_file_or_directory) {
    return ledger::Error{ErrorCode::kUnavailable, "FILE_UNREADABLE",
                         folder.string() + " could not be read: " + failed.message()};
  }
  std::ranges::sort(sizes);
  return sizes;
}

class History {
 public:
  static Result<History> of(const Session& session, const Arguments& arguments, const Founding& founding) {
    auto witnesses = Witnesses::of(session, arguments);
    if (!witnesses) return witnesses.error();
    const auto folder = ledger::Publisher::historyIn(tilesFolder(session));
    auto sizes = keptSizes(folder);
    if (!sizes) return sizes.error();
    // Of a ledger that published before notes were kept, the newest at least is there.
    auto newest = readPublished(session, founding);
    if (!newest) return newest.error();
    return History(founding, folder, *std::move(sizes), *std::move(newest), *std::move(witnesses));
  }

  const std::vector<Position>& sizes() const { return sizes_; }

  Result<SeedCheckpoint> at(Position size) const {
    if (newest_ && newest_->checkpoint.size == size) return seen(newest_->checkpoint, newest_->note);
    const auto file = folder_ / std::to_string(size);
    const auto bytes = ledger::readWholeFile(file, ledger::limits::kNoteBytesMax);
    if (!bytes) return bytes.error();
    const auto checkpoint = openByLog(ledger::asText(*bytes), founding_);
    if (checkpoint && checkpoint->size == size) return seen(*checkpoint, ledger::asText(*bytes));
    const std::string why = checkpoint ? "it is of another size" : checkpoint.error().message;
    return ledger::Error{ErrorCode::kCorrupt, "CHECKPOINT_DAMAGED",
                         file.string() + " is not the checkpoint that was published: " + why +
                             "; put it back from a mirror or an auditor, a sample may rest on it"};
  }

  bool counts(const SeedCheckpoint& one) const {
    if (!one.cosigners) return true;
    return witnesses_->policy().isMetBy(std::set<std::string>(one.cosigners->begin(), one.cosigners->end()));
  }

 private:
  History(const Founding& founding, std::filesystem::path folder, std::vector<Position> sizes,
          std::optional<Published> newest, std::optional<Witnesses> witnesses)
      : founding_(founding),
        folder_(std::move(folder)),
        sizes_(std::move(sizes)),
        newest_(std::move(newest)),
        witnesses_(std::move(witnesses)) {
    if (newest_ && (sizes_.empty() || sizes_.back() < newest_->checkpoint.size))
      sizes_.push_back(newest_->checkpoint.size);
  }

  SeedCheckpoint seen(const ledger::Checkpoint& checkpoint, std::string_view note) const {
    SeedCheckpoint one{checkpoint, {}};
    if (!witnesses_) return one;
    one.cosigners.emplace();
    for (const auto& [name, time] : ledger::cosignersOf(note, witnesses_->policy())) one.cosigners->push_back(name);
    return one;
  }

  const Founding& founding_;
  std::filesystem::path folder_;
  std::vector<Position> sizes_;
  std::optional<Published> newest_;
  std::optional<Witnesses> witnesses_;
};

// The first that counts and holds the entry, below `end`.
Result<std::optional<SeedCheckpoint>> firstBeyond(const History& history, Position entry, std::optional<Position> end) {
  for (const Position size : history.sizes()) {
    if (size <= entry) continue;
    if (end && size >= *end) break;
    auto one = history.at(size);
    if (!one) return one.error();
    if (history.counts(*one)) return std::optional(*std::move(one));
  }
  return std::optional<SeedCheckpoint>();
}

}  // namespace

Result<SeedCheckpoint> seedCheckpoint(const Session& session, const Arguments& arguments, const Founding& founding,
                                      Position opened) {
  const auto history = History::of(session, arguments, founding);
  if (!history) return history.error();
  auto first = firstBeyond(*history, opened, {});
  if (!first) return first.error();
  if (*first) return std::move(**first);
  return ledger::refuse("SAMPLE_UNSEALED",
                        "no published checkpoint holds entry " + std::to_string(opened) +
                            ", which opened the audit, with the quorum of witnesses where the ledger has some: the "
                            "seed is the root of the first that does; run `asar checkpoint create`, then draw");
}

SeedOrigin originOf(const SeedCheckpoint& first) {
  return {{first.checkpoint.root, 0, first.checkpoint.size}, first, {}};
}

Result<SeedOrigin> seedOrigin(const Session& session, const Arguments& arguments, const Founding& founding,
                              const SampleLog& log) {
  SeedOrigin origin{*log.seed, {}, {}};
  if (log.seed->size == 0) return origin;
  const auto history = History::of(session, arguments, founding);
  if (!history) return history.error();
  if (std::ranges::binary_search(history->sizes(), log.seed->size)) {
    auto published = history->at(log.seed->size);
    if (!published) return published.error();
    if (published->checkpoint.root == log.seed->value) origin.published = *std::move(published);
  }
  const auto earlier = firstBeyond(*history, log.opened.entry, log.seed->size);
  if (!earlier) return earlier.error();
  if (*earlier) origin.earlier = (*earlier)->checkpoint.size;
  return origin;
}

void addSeed(const SeedOrigin& origin, JsonValue& json) {
  json.set("seed", origin.seed.value.hex());
  if (origin.seed.size == 0) return json.set("seedEntry", origin.seed.entry);
  json.set("seedSize", origin.seed.size);
  JsonValue cosigners;
  if (origin.published && origin.published->cosigners) {
    const auto& names = *origin.published->cosigners;
    cosigners = JsonValue::List(names.begin(), names.end());
  }
  json.set("seedCosigners", std::move(cosigners));
  json.set("seedPublished", origin.published.has_value());
}

std::vector<std::string> seedRemarks(const Session& session, const SeedOrigin& origin) {
  std::vector<std::string> remarks;
  if (origin.seed.size == 0) return remarks;
  if (!origin.published) {
    remarks.emplace_back(say(session.language, "seed.unknown"));
  } else if (!origin.published->cosigners) {
    remarks.emplace_back(say(session.language, "seed.unwitnessed"));
  } else {
    std::string names;
    for (const std::string& name : *origin.published->cosigners) names += (names.empty() ? "" : ", ") + name;
    remarks.push_back(names.empty() ? std::string(say(session.language, "seed.alone"))
                                    : say(session.language, "seed.cosigned", {names}));
  }
  if (origin.earlier) remarks.push_back(say(session.language, "seed.earlier", {std::to_string(*origin.earlier)}));
  return remarks;
}

}  // namespace tools
