#include "audit/answers/shown_entries.h"

#include <capnp/message.h>

#include "audit/base/ed25519.h"
#include "audit/base/merkle.h"
#include "audit/log/form.h"
#include "audit/replay/signature_queue.h"

namespace audit {
namespace {

// Commands and headers begin at addresses divisible by 8, as the entries that hold them do.
template <class Message>
typename Message::Reader shownAs(const void* words) {
  return capnp::readMessageUnchecked<Message>(static_cast<const capnp::word*>(words));
}

const Forms& forms() {
  static const Forms& forms = *new Forms;
  return forms;
}

}  // namespace

ShownEntries::ShownEntries(std::vector<BroughtEntry> brought, const Checkpoint& checkpoint, Findings& findings,
                           SignedPaths signed_paths)
    : findings_(findings), signed_paths_(signed_paths), brought_(std::move(brought)) {
  for (const BroughtEntry& entry : brought_) take(entry, checkpoint);
}

void ShownEntries::take(const BroughtEntry& brought, const Checkpoint& checkpoint) {
  const auto tampered = [&](std::string why) {
    findings_.add({Wrong::kEntryTampered, brought.index, {}, std::move(why)});
  };
  const Hash leaf = Sha256().leaf(brought.bytes());
  leaves_[brought.index] = leaf;
  if (!includes({brought.index, checkpoint.size, leaf, checkpoint.root}, brought.path))
    return tampered("its path does not lead from these bytes to the root of the checkpoint");
  const auto verdict = forms().entryWithBody(brought.bytes());
  if (verdict.form == Form::kNotCanonical) return tampered(std::string("the bytes are not canonical: ") + verdict.why);
  if (!verdict.ok()) {
    return findings_.couldNotCheck("semantics of entry " + std::to_string(brought.index) + ": its kind is not known");
  }
  const auto entry = shownAs<schema::Entry>(brought.words.data());
  if (entry.getIndex() != brought.index) {
    return findings_.add(
        {Wrong::kChainBroken, brought.index, {}, "it says it is number " + std::to_string(entry.getIndex())});
  }
  const bool needed = entry.isEvent() && signed_paths_ == SignedPaths::kBrought;
  if (needed != brought.command_path.has_value()) {
    return findings_.add(
        {Wrong::kBundleDamaged,
         brought.index,
         {},
         needed ? "an event needs the path of its command" : "it has no command that a path could lead from"});
  }
  entries_.emplace(brought.index, entry);
  if (!entry.isEvent()) return;
  const auto event = entry.getEvent();
  events_.emplace(brought.index, ShownEvent{brought.index, entry, shownAs<schema::Command>(event.getCommand().begin()),
                                            event.getSubmission(), needed ? &*brought.command_path : nullptr});
}

std::optional<schema::Header::Reader> ShownEntries::headerOf(const ShownEvent& event) {
  const auto found = entries_.find(event.submission);
  if (found == entries_.end() && leaves_.contains(event.submission))
    return std::nullopt;  // and that it is wrong is said
  if (found == entries_.end() || !found->second.isSubmission()) {
    findings_.add({Wrong::kBundleDamaged, event.index, {}, "the entry of its submission is missing"});
    return std::nullopt;
  }
  const auto header = shownAs<schema::Header>(found->second.getSubmission().getHeader().begin());
  const std::uint64_t ordinal = event.entry.getEvent().getOrdinal();
  const bool there = event.index > event.submission && event.index - event.submission == ordinal + 1 &&
                     ordinal < header.getCount() && event.entry.getRecordedAt() == found->second.getRecordedAt();
  if (there) return header;
  findings_.add({Wrong::kChainBroken, event.index, {}, "it does not stand at its place after its submission"});
  return std::nullopt;
}

void ShownEntries::judgeSignature(std::uint64_t index, schema::SubmissionBody::Reader body) {
  const auto header = shownAs<schema::Header>(body.getHeader().begin());
  const auto lines = body.getSignatures();
  const bool holds =
      lines.size() == 1 && same(lines[0].getKey(), header.getKey()) &&
      signatureHolds(fixed<32>(lines[0].getKey()), signedBytes(body.getHeader()), lines[0].getSignature());
  if (!holds) findings_.add({Wrong::kBadActorSignature, index, {}, "the signature of its signer does not hold"});
}

// Its submission may hold others, which nobody shows: the path leads from this one to what was signed.
void ShownEntries::judgeCommand(const ShownEvent& event) {
  const auto submission = entries_.find(event.submission);
  if (submission == entries_.end() || !submission->second.isSubmission()) return;
  const auto header = shownAs<schema::Header>(submission->second.getSubmission().getHeader().begin());
  const auto body = event.entry.getEvent();
  const InclusionClaim claim{body.getOrdinal(), header.getCount(), Sha256().leaf(body.getCommand()),
                             fixed<32>(header.getCommandsRoot())};
  if (includes(claim, *event.command_path)) return;
  findings_.add({Wrong::kBadActorSignature, event.index, {}, "its submission was signed for another command"});
}

std::size_t ShownEntries::judgeSignatures() {
  std::size_t judged = 0;
  for (const auto& [index, entry] : entries_) {
    if (!entry.isSubmission() || index == 0) continue;
    judgeSignature(index, entry.getSubmission());
    ++judged;
  }
  for (const auto& [index, event] : events_) judgeCommand(event);
  return judged;
}

}  // namespace audit
