#include "audit/answers/stream_proof.h"

#include <set>
#include <span>

#include "audit/answers/amount.h"
#include "audit/answers/shown_entries.h"
#include "audit/answers/stream_figures.h"
#include "audit/answers/stream_roots.h"
#include "audit/answers/told_fields.h"
#include "audit/log/bundle.h"

namespace audit {
namespace {

constexpr std::int64_t kHourMs = 60LL * 60 * 1000;
constexpr std::int64_t kOldestMs = 25 * kHourMs;

class StreamCheck {
 public:
  StreamCheck(SignedCheckpoint seen, StreamClaim claim, ShownEntries shown, Answer& answer)
      : seen_(std::move(seen)),
        claim_(std::move(claim)),
        shown_(std::move(shown)),
        answer_(answer),
        findings_(answer.findings) {}

  void run(const ShownQuestion& question) {
    findings_.checked("signatures: " + std::to_string(shown_.judgeSignatures()) + " of actors");
    if (!findHeads(question)) return;
    checkAge();
    takeStream();
    checkFigures();
    checkVersions();
    checkNothingElse();
    findings_.notChecked("whether the heads are right and the rules held: that takes the whole log");
  }

 private:
  void incomplete(std::string sentence) { findings_.add(Wrong::kIncompleteStream, std::move(sentence)); }
  void told(const char* name, std::string value) { answer_.facts.emplace_back(name, std::move(value)); }

  // The entry that binds the heads, and the trees that lead to what it says.
  bool findHeads(const ShownQuestion& question) {
    const auto found = shown_.events().find(claim_.heads);
    if (found == shown_.events().end() || !found->second.command.isStreamHeads() || !found->second.effective()) {
      incomplete("entry " + std::to_string(claim_.heads) + ", which should bind the heads of all streams, is none");
      return false;
    }
    heads_ = &found->second;
    belongs(*heads_);
    const auto header = shown_.headerOf(*heads_);
    if (header) told("ledger", idText(fixed<16>(header->getLedger())));
    if (header && question.ledger && fixed<16>(header->getLedger()) != *question.ledger)
      findings_.add(Wrong::kOriginMismatch, "it was signed for another ledger than the one asked for");
    const auto command = heads_->command.getStreamHeads();
    if (command.getAtSize() != claim_.heads)
      incomplete("the heads are of another size than the log before their entry");
    roots_.emplace(command, claim_, findings_);
    head_ = roots_->judge();
    return true;
  }

  // Against the last entry under the checkpoint: a later one of the stream is not known to the heads.
  void checkAge() {
    const std::int64_t recorded = heads_->entry.getRecordedAt();
    told("complete up to position", std::to_string(claim_.heads));
    told("recorded at", momentText(recorded, 0));
    const std::uint64_t last = seen_.checkpoint.size - 1;
    allowed_.insert(last);
    const auto found = shown_.entries().find(last);
    if (found == shown_.entries().end())
      return incomplete("entry " + std::to_string(last) +
                        ", the last of the log, is missing: how old the heads are is not known");
    const std::int64_t age = found->second.getRecordedAt() - recorded;
    if (age <= kOldestMs) return;
    incomplete("the heads are " + std::to_string(age / kHourMs) + " hours older than the checkpoint, more than 25");
  }

  void belongs(const ShownEvent& event) {
    allowed_.insert(event.index);
    allowed_.insert(event.submission);
  }

  void takeStream() {
    for (const auto& [index, event] : shown_.events()) {
      if (index >= claim_.heads) break;
      for (const auto stream : event.entry.getStreams()) {
        if (fixed<16>(stream.getStream()) != claim_.id) continue;
        belongs(event);
        const auto header = shown_.headerOf(event);
        if (header && header->getAssurance() == schema::Assurance::IMPORTED) imported_.insert(index);
        if (versions_.emplace(stream.getVersion(), std::pair{&event, stream.getPrevious()}).second) continue;
        incomplete("two entries are number " + std::to_string(stream.getVersion()) + " of the stream");
      }
    }
    told("entries", std::to_string(versions_.size()));
  }

  // From the last entry, which the leaf names, to the first: each names the one before.
  void checkVersions() {
    const std::uint64_t count = head_ ? head_->count : 0;
    std::uint64_t position = head_ ? head_->last : 0;
    std::uint64_t version = count;
    for (; version != 0; --version) {
      const auto found = versions_.find(version);
      if (found == versions_.end() || found->second.first->index != position) break;
      position = found->second.second;
    }
    if (version != 0) {
      incomplete("the stream has " + std::to_string(count) + " entries; number " + std::to_string(version) +
                 ", at position " + std::to_string(position) + ", is not shown");
    } else if (position != 0) {
      incomplete("the first entry of the stream names one before it");
    }
    if (!versions_.empty() && versions_.rbegin()->first > count)
      incomplete("an entry is number " + std::to_string(versions_.rbegin()->first) +
                 " of the stream, and the heads know " + std::to_string(count));
    if (findings_.has(Wrong::kIncompleteStream)) return;
    findings_.checked(count == 0 ? "completeness: no entry has this stream"
                                 : "completeness: all " + std::to_string(count) +
                                       " entries of the stream, the last at " + std::to_string(head_->last));
  }

  // Batches that were taken back as a whole before the heads.
  std::set<Id> voidedBatches() {
    std::set<Id> batches;
    for (const auto& [index, event] : shown_.events()) {
      if (index >= claim_.heads || !event.command.isImportVoid() || !event.effective()) continue;
      batches.insert(fixed<16>(event.command.getImportVoid().getBatch()));
    }
    return batches;
  }

  // The commands of the stream that took effect, in that order; an endorsement brings about what it endorses.
  std::vector<ToldCommand> commands() {
    const auto voided = voidedBatches();
    std::map<Hash, const ShownEvent*> proposals;
    std::vector<ToldCommand> commands;
    std::set<Id> batches;
    for (const auto& [version, one] : versions_) {
      const ShownEvent* event = one.first;
      if (!event->effective()) proposals[shown_.leafOf(event->index)] = event;
      if (!event->effective()) continue;
      if (event->command.isEndorse()) {
        const auto proposal = proposals.find(fixed<32>(event->command.getEndorse().getProposal()));
        if (proposal == proposals.end()) continue;
        event = proposal->second;
      }
      const Id batch = batchOf(*event);
      batches.insert(batch);
      commands.push_back({event->command, imported_.contains(event->index), batch != Id{} && voided.contains(batch)});
    }
    allowVoids(batches);
    return commands;
  }

  // Of a grant: its money is void with the batch it came with.
  Id batchOf(const ShownEvent& event) {
    if (claim_.sort != StreamSort::kGrant || !imported_.contains(event.index)) return {};
    const auto record = shown_.events().find(event.submission + 1);
    if (record == shown_.events().end() || !record->second.command.isImportRecord()) {
      findings_.add(
          {Wrong::kBundleDamaged, event.index, {}, "it was imported, and the record of its import is missing"});
      return {};
    }
    allowed_.insert(record->first);
    return fixed<16>(record->second.command.getImportRecord().getBatch());
  }

  void allowVoids(const std::set<Id>& batches) {
    for (const auto& [index, event] : shown_.events()) {
      if (event.command.isImportVoid() && batches.contains(fixed<16>(event.command.getImportVoid().getBatch())))
        belongs(event);
    }
  }

  Sums counted(std::span<const ToldCommand> commands) {
    if (claim_.sort == StreamSort::kPerson) {
      const std::int64_t minutes = minutesOf(claim_.id, commands);
      told("minutes", std::to_string(minutes));
      return {minutes};
    }
    const GrantMoney money = moneyOf(claim_.id, commands);
    if (!money.currency.empty() && "grants " + money.currency != claim_.trees.front().tree)
      findings_.add(Wrong::kFiguresDiffer, "the grant is of another currency than its tree");
    const char* const names[] = {"awarded", "disbursed", "spent", "returned"};
    for (std::size_t i = 0; i < money.sums.size(); ++i) {
      told(names[i], std::to_string(money.sums[i]) + " " + money.currency);
      if (money.currency.empty()) continue;
      answer_.facts_for_people[names[i]] = amountText(money.sums[i], money.currency, ledger::Language::kEnglish);
    }
    return money.sums;
  }

  void checkFigures() {
    const auto in_effect = commands();
    if (!roots_->sums()) {
      if (claim_.sort == StreamSort::kPerson && head_)
        findings_.notChecked("minutes: the path of their sum is not shown");
      return;
    }
    const Sums own = counted(in_effect);
    const Sums& said = roots_->sums()->head.sums;
    const bool leads = roots_->holds(said);
    if (leads && own == said)
      return findings_.checked("figures: counted from the entries, they are those in the heads");
    if (!leads && claim_.sort == StreamSort::kGrant && !roots_->holds(own))
      return incomplete("the path of the stream's leaf does not lead to the root of " + claim_.trees.front().tree);
    findings_.add(Wrong::kFiguresDiffer, "counted from the entries shown, the stream sums to " + sumsText(own) +
                                             "; its leaf says " + sumsText(said));
  }

  std::string sumsText(const Sums& sums) const {
    std::string text = std::to_string(sums[0]);
    for (std::size_t i = 1; i < sums.size() && claim_.sort == StreamSort::kGrant; ++i)
      text += ", " + std::to_string(sums[i]);
    return text;
  }

  // Of an entry that could not be read nobody knows what belongs to it.
  void checkNothingElse() {
    if (!shown_.allRead()) return;
    for (const auto& [index, entry] : shown_.entries()) {
      if (allowed_.contains(index)) continue;
      findings_.add(
          {Wrong::kBundleDamaged, index, {}, "the entry is neither of this stream nor of what belongs to it"});
    }
  }

  SignedCheckpoint seen_;
  StreamClaim claim_;
  ShownEntries shown_;
  Answer& answer_;
  Findings& findings_;
  const ShownEvent* heads_ = nullptr;
  std::optional<StreamHead> head_;  // none: the stream has no entry
  std::optional<StreamRoots> roots_;
  std::set<std::uint64_t> imported_;
  std::map<std::uint64_t, std::pair<const ShownEvent*, std::uint64_t>> versions_;  // to the entry, and the one before
  std::set<std::uint64_t> allowed_;
};

}  // namespace

void verifyStream(const Archive& archive, const ShownQuestion& question, Answer& answer) {
  Findings& findings = answer.findings;
  auto seen = judgeShownCheckpoint(archive, question, answer);
  if (!seen) return;
  answer.scope = "one stream";
  const auto stream = archive.read("stream", kFiguresBytesMax);
  auto claim = stream ? StreamClaim::parse(*stream) : std::nullopt;
  const auto entries = archive.read("entries", kFiguresBytesMax);
  const auto proofs = archive.read("proofs", kFiguresBytesMax);
  auto brought = entries && proofs ? broughtEntries(*entries, *proofs) : std::nullopt;
  if (!claim || !brought || seen->checkpoint.size == 0)
    return findings.add(Wrong::kBundleDamaged, "its stream, entries or proofs are not of the prescribed form");
  answer.facts.emplace_back(wordOf(claim->sort), claim->name);
  ShownEntries shown(std::move(*brought), seen->checkpoint, findings);
  StreamCheck(std::move(*seen), std::move(*claim), std::move(shown), answer).run(question);
}

void verifyStreamAt(const std::filesystem::path& path, const ShownQuestion& question, Answer& answer) {
  if (const auto archive = openBundle(path, answer.findings)) verifyStream(*archive, question, answer);
}

}  // namespace audit
