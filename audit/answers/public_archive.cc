#include "audit/answers/public_archive.h"

#include <nlohmann/json.hpp>
#include <set>

#include "audit/answers/body_json.h"
#include "audit/answers/plain_json.h"
#include "audit/answers/public_tables.h"
#include "audit/answers/shown_entries.h"
#include "audit/base/sha256.h"
#include "audit/log/bundle.h"
#include "audit/replay/civil_calendar.h"
#include "audit/replay/later_kinds.h"
#include "audit/replay/rules.h"

namespace audit {
namespace {

using nlohmann::json;

// The folder of a release: 2026-10, 2026-Q4 or 2026.
std::string releaseName(schema::ReleasePublish::Reader release) {
  const CivilDate date = dateOf(release.getFrom());
  std::string year = std::to_string(date.year);
  if (release.getSpan() == schema::ReleaseSpan::YEAR) return year;
  if (release.getSpan() == schema::ReleaseSpan::QUARTER) return year + "-Q" + std::to_string((date.month + 2) / 3);
  return year + (date.month < 10 ? "-0" : "-") + std::to_string(date.month);
}

// Nothing, and what was not read is not called wrong, where a member is too long or cannot be read.
std::optional<Buffer> readOrTell(const Archive& archive, const std::string& name, Findings& findings) {
  auto bytes = archive.read(name, kFiguresBytesMax);
  if (!bytes && archive.has(name)) findings.couldNotCheck(name + " could not be read, or is too long");
  return bytes;
}

class ArchiveCheck {
 public:
  ArchiveCheck(const Archive& archive, ShownEntries shown, Answer& answer)
      : archive_(archive), shown_(std::move(shown)), answer_(answer), findings_(answer.findings) {}

  void run() {
    answer_.facts.emplace_back("entries", std::to_string(shown_.entries().size()));
    findings_.notChecked(
        "whether these are all public entries, who signed them, and the figures of releases: that takes the whole log");
    // Of an entry that could not be read nobody knows what belongs to it.
    if (!shown_.allRead()) return findings_.notChecked("lines and tables: not every entry could be read");
    const auto lines = readOrTell(archive_, "entries.jsonl", findings_);
    if (lines) lines_ = textOf(*lines);
    lines_there_ = lines_hold_ = lines.has_value();
    for (const auto& [index, event] : shown_.events()) takeEvent(event);
    checkNothingElse();
    if (!lines_.empty()) lineDiffers("entries.jsonl has more lines than there are entries");
    if (lines_hold_) findings_.checked("entries.jsonl: each line says what the bytes of its entry say");
    checkMoney();
    checkReleases();
  }

 private:
  void damaged(std::uint64_t index, std::string sentence) {
    findings_.add({Wrong::kBundleDamaged, index, {}, std::move(sentence)});
  }
  void differs(std::string sentence) { findings_.add(Wrong::kFiguresDiffer, std::move(sentence)); }
  void lineDiffers(std::string sentence) {
    lines_hold_ = false;
    differs(std::move(sentence));
  }

  // An endorsement brings about what it endorses.
  void takeEvent(const ShownEvent& event) {
    if (!event.effective()) return;
    allowed_.insert(event.index);
    PublicFact fact{event.index, event.index, event.entry.getRecordedAt(), {}, event.command};
    const ShownEvent* stated = &event;
    if (event.command.isEndorse()) {
      stated = endorsedBy(event);
      if (stated == nullptr) return damaged(event.index, "it endorses an entry that is not shown");
      allowed_.insert(stated->index);
      fact.stated = stated->index;
      fact.command = stated->command;
    }
    const auto visibility = classOf(fact.command);
    if (visibility && *visibility != schema::Visibility::PUBLIC)
      return damaged(event.index, "it is of a kind that is not public");
    fact.batch = batchOf(*stated);
    takeFact(fact);
  }

  const ShownEvent* endorsedBy(const ShownEvent& event) const {
    const std::uint64_t position = event.entry.getEvent().getDecision().getEndorses();
    const auto found = shown_.events().find(position);
    if (found == shown_.events().end() || found->second.effective()) return nullptr;
    const Hash named = fixed<32>(event.command.getEndorse().getProposal());
    return shown_.leafOf(position) == named ? &found->second : nullptr;
  }

  // The record of an import is the first command of its submission.
  Id batchOf(const ShownEvent& event) const {
    const auto first = shown_.events().find(event.submission + 1);
    if (first == shown_.events().end() || !first->second.command.isImportRecord()) return {};
    return fixed<16>(first->second.command.getImportRecord().getBatch());
  }

  void takeFact(const PublicFact& fact) {
    const json body = bodyJson(fact.command);
    compareLine(fact, body);
    tables_.take(fact, body);
    if (fact.command.isReleasePublish()) takeRelease(fact.command.getReleasePublish());
  }

  void compareLine(const PublicFact& fact, const json& body) {
    if (!lines_there_) return;
    const auto line = takeLine(lines_);
    const json said = line ? plainJson(*line) : json();
    const json made = {{"index", fact.index},
                       {"stated", fact.stated},
                       {"recordedAt", spelledMoment(fact.recorded_at, 0)},
                       {"event", std::string(eventOf(fact.command))},
                       {"body", body}};
    // What could not be read is neither equal nor unequal to anything.
    if (said.is_discarded() || said != made)
      lineDiffers("entries.jsonl does not say what the bytes of entry " + std::to_string(fact.index) + " say");
  }

  void takeRelease(schema::ReleasePublish::Reader release) {
    const std::string folder = "releases/" + releaseName(release) + "/";
    described_.insert(folder + "datapackage.json");
    for (const auto table : release.getTables())
      released_[folder + table.getName().cStr()] = fixed<32>(table.getDigest());
  }

  void checkNothingElse() {
    for (const auto& [index, entry] : shown_.entries()) {
      if (!allowed_.contains(index)) damaged(index, "it is no entry by which anything public took effect");
    }
  }

  // Whether the member is there and holds; it is told where it does not.
  template <class Holds>
  bool holds(const std::string& name, const Holds& as_made, const char* otherwise) {
    const auto bytes = readOrTell(archive_, name, findings_);
    if (bytes && as_made(*bytes)) return true;
    if (bytes || !archive_.has(name)) differs(name + otherwise);
    return false;
  }

  void checkMoney() {
    const auto made = tables_.members();
    std::size_t same_tables = 0;
    for (const auto& table : made) {
      const auto as_made = [&](Bytes bytes) { return textOf(bytes) == table.second; };
      if (holds(table.first, as_made, " is not what the entries give")) ++same_tables;
    }
    if (same_tables == made.size())
      findings_.checked("money: " + std::to_string(same_tables) + " tables, made anew from the entries");
    for (const std::string& name : archive_.names()) {
      if (name.starts_with("money/") && !made.contains(name)) differs(name.substr(0, 200) + " is no table of money");
    }
  }

  void checkReleases() {
    Sha256 hasher;
    std::size_t same_tables = 0;
    for (const auto& table : released_) {
      const auto as_named = [&](Bytes bytes) { return hasher.of(bytes) == table.second; };
      if (holds(table.first, as_named, " is not the table whose hash its release names")) ++same_tables;
    }
    if (same_tables == released_.size())
      findings_.checked("releases: " + std::to_string(same_tables) + " tables have the hashes in their entries");
    for (const std::string& name : archive_.names()) {
      if (name.starts_with("releases/") && !released_.contains(name) && !described_.contains(name))
        differs(name.substr(0, 200) + " is of no release in the entries");
    }
  }

  const Archive& archive_;
  ShownEntries shown_;
  Answer& answer_;
  Findings& findings_;
  std::string_view lines_;  // those that were not compared yet
  bool lines_there_ = false;
  bool lines_hold_ = false;
  PublicTables tables_;
  std::map<std::string, Hash> released_;  // by the name of the member
  std::set<std::string> described_;       // what may lie beside them
  std::set<std::uint64_t> allowed_;
};

}  // namespace

void verifyPublicArchive(const Archive& archive, const ShownQuestion& question, Answer& answer) {
  Findings& findings = answer.findings;
  const auto seen = judgeShownCheckpoint(archive, question, answer);
  if (!seen) return;
  answer.scope = "what is public";
  if (question.ledger) findings.couldNotCheck("the ledger's id: it stands in headers, which are not shown");
  if (archive.has("without-proofs") && !archive.has("shown"))
    return findings.couldNotCheck("single entries, lines and tables: the archive was made without proofs");
  const auto entries = readOrTell(archive, "entries", findings);
  const auto paths = readOrTell(archive, "shown", findings);
  if ((!entries && archive.has("entries")) || (!paths && archive.has("shown"))) return;
  auto brought = entries && paths ? broughtEntries(*entries, *paths) : std::nullopt;
  if (!brought || seen->checkpoint.size == 0)
    return findings.add(Wrong::kBundleDamaged, "its entries or their paths are not of the prescribed form");
  ShownEntries shown(std::move(*brought), seen->checkpoint, findings, SignedPaths::kLeftOut);
  ArchiveCheck(archive, std::move(shown), answer).run();
}

void verifyPublicArchiveAt(const std::filesystem::path& path, const ShownQuestion& question, Answer& answer) {
  if (const auto archive = openBundle(path, answer.findings)) verifyPublicArchive(*archive, question, answer);
}

}  // namespace audit
