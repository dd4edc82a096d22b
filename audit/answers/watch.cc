#include "audit/answers/watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "audit/answers/equivocation.h"
#include "audit/answers/related.h"
#include "audit/log/bundle.h"
#include "audit/log/web_folder.h"
#include "audit/log/whole_file.h"

namespace audit {
namespace {

constexpr int kReadAgain = 3;
constexpr std::int64_t kClockSeconds = 300;  // that the clock of a witness may be ahead

// Whatever showed a checkpoint: what it showed, and where its hash tiles are.
struct View {
  WatchedRole role = WatchedRole::kLog;
  std::string name;
  Place place;
  std::optional<SignedCheckpoint> seen;
  std::unique_ptr<Archive> archive;
  std::unique_ptr<TileNodes> nodes;

  const Checkpoint& checkpoint() const { return seen->checkpoint; }
};

std::int64_t changedAt(const std::filesystem::path& file, std::int64_t otherwise) {
  struct stat status {};
  return ::stat(file.c_str(), &status) == 0 ? status.st_mtim.tv_sec : otherwise;
}

class Watch {
 public:
  Watch(const WatchQuestion& question, std::int64_t now_s) : question_(question) {
    round_.at_s = now_s;
    round_.origin = question.vkey.name;
  }

  WatchRound run() {
    // The log last: whoever shows more than it does has not just been told by it.
    for (const WatchedWitness& witness : question_.witnesses) views_.push_back(ofWitness(witness));
    for (const Place& mirror : question_.mirrors) views_.push_back(ofFolder(WatchedRole::kMirror, mirror));
    views_.insert(views_.begin(), ofFolder(WatchedRole::kLog, question_.log));
    readLogAgain();
    if (question_.policy) judgePolicy();
    for (View& view : views_) judge(view);
    remember();
    compareAll();
    findRollbacks();
    keep();
    return std::move(round_);
  }

 private:
  void raise(Alarm alarm, const std::string& name, std::string sentence) {
    round_.alarms.push_back({alarm, name, std::move(sentence)});
  }
  void wrong(Alarm alarm, Wrong wrong, const std::string& name, const std::string& sentence) {
    round_.findings.add(wrong, sentence);
    raise(alarm, name, sentence);
  }
  void judgePolicy() {
    Findings own;
    judgePolicyLog(*question_.policy, question_.vkey, own);
    for (const Finding& one : own.sorted()) wrong(Alarm::kBadSignature, one.wrong, round_.origin, one.sentence);
  }
  void unreachable(const View& view, const std::string& why) {
    const std::string sentence = view.name + " cannot be watched: " + why;
    round_.findings.couldNotCheck(sentence);
    raise(Alarm::kUnreachable, view.name, sentence);
  }

  View ofFolder(WatchedRole role, const Place& place) {
    View view{role, place.where, place, {}, nullptr, nullptr};
    readFolder(view);
    return view;
  }

  // Leaves the view without a checkpoint where there is none.
  void readFolder(View& view) {
    Findings opened;
    view.seen.reset();
    if (auto sentence = whyNotWhole(view.place)) {
      why_[view.name] = *std::move(sentence);
      return;
    }
    view.archive = openArchive(view.place, opened);
    const auto bytes = view.archive ? view.archive->read("checkpoint", kNoteBytesMax) : std::nullopt;
    if (view.archive) tellTroubles(*view.archive, opened);
    why_[view.name] = bytes                             ? "it is no signed note with origin, size and root"
                      : opened.notCheckedList().empty() ? "it is not there"
                                                        : opened.notCheckedList().front();
    if (!bytes) return;
    view.seen = SignedCheckpoint::parse(*bytes);
    if (view.seen) view.nodes = std::make_unique<TileNodes>(*view.archive, view.checkpoint().size);
  }

  View ofWitness(const WatchedWitness& witness) {
    View view{WatchedRole::kWitness, witness.key.name, witness.place, {}, nullptr, nullptr};
    const std::string id = hexOf(sha256(bytesOf(question_.vkey.name)));
    std::string address = view.place.where;
    while (address.ends_with('/')) address.pop_back();
    std::string trouble;
    const auto bytes =
        fetchDocument({address + "/" + id + "/checkpoint", view.place.authorities}, kNoteBytesMax, trouble);
    why_[view.name] = !trouble.empty() ? trouble
                      : bytes          ? "it is no signed note with origin, size and root"
                                       : "it has cosigned none of this log";
    if (bytes) view.seen = SignedCheckpoint::parse(*bytes);
    return view;
  }

  View& log() { return views_.front(); }

  bool logIsBehind() {
    if (!log().seen) return false;
    return std::ranges::any_of(
        views_, [&](const View& view) { return view.seen && view.checkpoint().size > log().checkpoint().size; });
  }

  // A witness is asked before the log publishes what it cosigned.
  void readLogAgain() {
    for (int tried = 0; tried < kReadAgain && logIsBehind(); ++tried) {
      std::this_thread::sleep_for(std::chrono::milliseconds(question_.pause_ms));
      readFolder(log());
    }
  }

  // One alarm says what is wrong first: another origin, or the signature.
  bool isByTheLog(const View& view) {
    Findings own;
    const bool sealed = judgeCheckpoint(*view.seen, question_.vkey, "the checkpoint of " + view.name, own);
    for (const std::string& one : own.checkedList()) round_.findings.checked(one);
    const auto found = own.sorted();
    for (const Finding& one : found) round_.findings.add(one);
    if (!sealed) raise(Alarm::kBadSignature, view.name, found.front().sentence + "; is --vkey the key of this log?");
    return sealed;
  }

  // Signatures first: what nobody signed says nothing.
  void judge(View& view) {
    Watched watched{view.role, view.name, {}, {}, true, {}, {}, 0};
    if (!view.seen) {
      unreachable(view, why_[view.name]);
    } else if (!isByTheLog(view)) {
      watched.sealed = false;
      view.seen.reset();
    } else if (view.role == WatchedRole::kWitness && !cosigned(view, watched)) {
      wrong(Alarm::kBadSignature, Wrong::kBadNoteSignature, view.name,
            "the cosignature of " + view.name + " on what it shows does not hold");
      watched.sealed = false;
      view.seen.reset();
    }
    if (view.seen) {
      watched.size = view.checkpoint().size;
      watched.root = view.checkpoint().root;
      if (question_.policy && view.role != WatchedRole::kWitness) judgeWitnesses(view, watched);
    }
    round_.watched.push_back(std::move(watched));
  }

  // As for `verify`: what too few have cosigned, a single liar may have been shown.
  void judgeWitnesses(const View& view, Watched& watched) {
    const WitnessDemand demand{*question_.policy, static_cast<std::uint64_t>(round_.at_s + kClockSeconds)};
    Findings own;
    watched.cosignatures = judgeQuorum(view.seen->note, demand, "the checkpoint of " + view.name, own).size();
    for (const Finding& one : own.sorted()) {
      const bool few = one.wrong == Wrong::kNoQuorum;
      wrong(few ? Alarm::kNoQuorum : Alarm::kBadSignature, one.wrong, view.name, one.sentence);
    }
    for (const std::string& one : own.checkedList()) round_.findings.checked(one);
    for (const std::string& one : own.notCheckedList()) round_.findings.notChecked(one);
  }

  bool cosigned(const View& view, Watched& watched) const {
    for (const WatchedWitness& witness : question_.witnesses) {
      if (witness.key.name != view.name) continue;
      watched.cosigned_at = cosignedAt(view.seen->note, witness.key);
      if (watched.cosigned_at) return true;
    }
    return false;
  }

  // The log's own is the one that `verify --trust-store` keeps.
  TrustStore storeOf(const View& view) const {
    if (view.role == WatchedRole::kLog) return TrustStore(question_.store);
    return TrustStore(question_.store / "watched" / hexOf(sha256(bytesOf(view.name))));
  }

  // What was seen of each before. Where that cannot be told, nothing new takes its place: it would hide a rollback.
  void remember() {
    for (const View& view : views_) {
      const TrustStore store = storeOf(view);
      Findings own;
      auto before = store.find(question_.vkey.name, own);
      if (before && signedBy(before->note, question_.vkey) != Signed::kYes) {
        own.couldNotCheck("what was trusted of " + view.name + " is not signed by the key given: compare it with `" +
                          "asar-audit verify --old " + store.fileOf(question_.vkey.name).string() +
                          "`, and take it away once the log continues it");
        before.reset();
      }
      for (const std::string& sentence : own.notCheckedList()) {
        round_.findings.couldNotCheck(sentence);
        raise(Alarm::kDamaged, view.name, sentence);
      }
      if (before && view.role == WatchedRole::kLog) round_.trusted_size = before->checkpoint.size;
      forgotten_.push_back(own.open());
      before_.push_back(std::move(before));
    }
  }

  struct Known {
    std::string name;
    const SignedCheckpoint* seen = nullptr;
    Nodes* nodes = nullptr;
  };

  // Each checkpoint once, with tiles where somebody who shows it has some.
  std::vector<Known> everything() {
    std::vector<Known> all;
    const auto add = [&](const std::string& name, const SignedCheckpoint& seen, Nodes* nodes) {
      const auto same_one = std::ranges::find_if(all, [&](const Known& known) {
        return known.seen->checkpoint.size == seen.checkpoint.size &&
               known.seen->checkpoint.root == seen.checkpoint.root;
      });
      if (same_one == all.end()) {
        all.push_back({name, &seen, nodes});
      } else if (same_one->nodes == nullptr) {
        same_one->nodes = nodes;
      }
    };
    for (std::size_t i = 0; i < views_.size(); ++i) {
      if (views_[i].seen) add(views_[i].name, *views_[i].seen, views_[i].nodes.get());
      if (before_[i]) add("what was seen of " + views_[i].name + " before", *before_[i], nullptr);
    }
    std::ranges::stable_sort(all, {}, [](const Known& known) { return known.seen->checkpoint.size; });
    return all;
  }

  void compareAll() {
    const auto all = everything();
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) compareTwo(all[i], all[j]);
    }
  }

  void compareTwo(const Known& older, const Known& newer) {
    const Related related = relate(*older.seen, *newer.seen, newer.nodes);
    switch (related.relation) {
      case Relation::kOneLog:
        return round_.findings.checked("consistency: " + newer.name + " continues " + older.name);
      case Relation::kSplit:
        return split(older, newer, related.path);
      case Relation::kDamaged:
        return wrong(Alarm::kDamaged, Wrong::kTileTampered, newer.name,
                     "the hash tiles of " + newer.name + " do not lead to its root");
      case Relation::kUnknown:
        // Where it matters, the shorter of them is a rollback, or its tiles are missing.
        if (newer.nodes == nullptr) return;
        round_.findings.couldNotCheck("whether " + newer.name + " continues " + older.name +
                                      ": a hash tile is missing");
        raise(Alarm::kUnreachable, newer.name, "hash tiles of " + newer.name + " could not be read");
    }
  }

  void split(const Known& older, const Known& newer, const std::vector<Hash>& path) {
    const std::string text = Equivocation{path, *older.seen, *newer.seen}.text();
    wrong(Alarm::kSplitView, Wrong::kFork, newer.name,
          "a split view: the log " + round_.origin + " signed two histories, of size " +
              std::to_string(older.seen->checkpoint.size) + " (" + older.name + ") and " +
              std::to_string(newer.seen->checkpoint.size) + " (" + newer.name + ")");
    std::error_code error;
    std::filesystem::create_directories(question_.proofs, error);
    const auto file = question_.proofs / ("equivocation-" + hexOf(sha256(bytesOf(text))).substr(0, 16) + ".txt");
    if (!std::filesystem::exists(file, error) && !writeWhole(file, text))
      return round_.findings.couldNotCheck("the proof of it cannot be written: " + file.string());
    round_.proofs.push_back(file.string());
  }

  void rollback(const View& view, const std::string& who, std::uint64_t more) {
    wrong(Alarm::kRollback, Wrong::kRollback, view.name,
          view.name + " shows size " + std::to_string(view.checkpoint().size) + ", but " + who + " holds size " +
              std::to_string(more) + " signed by the log");
  }

  void findRollbacks() {
    for (std::size_t i = 0; i < views_.size(); ++i) {
      const View& view = views_[i];
      if (view.seen && before_[i] && before_[i]->checkpoint.size > view.checkpoint().size)
        rollback(view, "what was seen of it before", before_[i]->checkpoint.size);
    }
    if (!log().seen) return;
    for (const View& view : views_) {
      if (view.seen && view.checkpoint().size > log().checkpoint().size)
        rollback(log(), view.name, view.checkpoint().size);
    }
  }

  // Only what nothing speaks against is trusted from now on.
  void keep() {
    const bool in_order = round_.findings.exitCode() != kExitWrong;
    for (std::size_t i = 0; i < views_.size(); ++i) {
      const View& view = views_[i];
      Watched& watched = round_.watched[i];
      const TrustStore store = storeOf(view);
      const auto file = store.fileOf(question_.vkey.name);
      const bool kept = in_order && view.seen && confirmed(i);
      if (kept) store.keep(*view.seen, round_.findings);
      if (kept && view.role == WatchedRole::kLog) round_.trusted_size = view.checkpoint().size;
      watched.grew_ago_s = std::max<std::int64_t>(0, round_.at_s - changedAt(file, round_.at_s));
      findStale(view, watched);
    }
  }

  // What was seen before is known to be its beginning.
  bool confirmed(std::size_t i) {
    if (forgotten_[i]) return false;
    if (!before_[i] || before_[i]->checkpoint.size == 0) return true;
    Nodes* nodes = views_[i].nodes.get();
    // A witness has no tiles of its own: whoever shows the same checkpoint has.
    for (const View& other : views_) {
      if (nodes == nullptr && other.seen && other.nodes && other.checkpoint().root == views_[i].checkpoint().root &&
          other.checkpoint().size == views_[i].checkpoint().size)
        nodes = other.nodes.get();
    }
    if (nodes == nullptr) return views_[i].role == WatchedRole::kWitness;
    return relate(*before_[i], *views_[i].seen, nodes).relation == Relation::kOneLog;
  }

  void findStale(const View& view, const Watched& watched) {
    if (!view.seen || watched.grew_ago_s <= question_.age_max_s) return;
    const bool behind = log().seen && view.checkpoint().size < log().checkpoint().size;
    if (view.role != WatchedRole::kLog && !behind) return;
    raise(Alarm::kStale, view.name,
          view.name + " has stood at size " + std::to_string(view.checkpoint().size) + " for " +
              std::to_string(watched.grew_ago_s) + " seconds");
  }

  const WatchQuestion& question_;
  WatchRound round_;
  std::vector<View> views_;
  std::vector<std::optional<SignedCheckpoint>> before_;  // of each view
  std::vector<bool> forgotten_;                          // something was kept, and cannot be told
  std::map<std::string, std::string> why_;               // no checkpoint could be read
};

}  // namespace

std::string_view nameOf(Alarm alarm) {
  switch (alarm) {
    case Alarm::kRollback:
      return "rollback";
    case Alarm::kSplitView:
      return "split_view";
    case Alarm::kBadSignature:
      return "bad_signature";
    case Alarm::kNoQuorum:
      return "no_quorum";
    case Alarm::kDamaged:
      return "damaged";
    case Alarm::kStale:
      return "stale";
    case Alarm::kUnreachable:
      return "unreachable";
  }
  return "internal";
}

bool WatchRound::raised(Alarm alarm) const {
  return std::ranges::any_of(alarms, [&](const RaisedAlarm& one) { return one.alarm == alarm; });
}

std::string WatchRound::verdict() const {
  const bool stale = findings.exitCode() != kExitWrong && raised(Alarm::kStale);
  return stale ? "STALE" : findings.verdict();
}

int WatchRound::exitCode() const {
  const bool stale = findings.exitCode() != kExitWrong && raised(Alarm::kStale);
  return stale ? kExitStale : findings.exitCode();
}

WatchRound watchOnce(const WatchQuestion& question, std::int64_t now_s) {
  return Watch(question, now_s).run();
}

}  // namespace audit
