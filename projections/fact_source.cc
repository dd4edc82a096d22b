#include "projections/fact_source.h"

#include <utility>

#include "ledger/event/codec.h"

namespace projections {
namespace {

using ledger::Assurance;
using ledger::Effect;
using ledger::Entry;
using ledger::Error;
using ledger::ErrorCode;
using ledger::EventBody;
using ledger::ImportRecord;
using ledger::Position;
using ledger::Result;
using ledger::StoredEntry;
using ledger::SubmissionBody;

constexpr std::size_t kWaitingMax = 100'000;

Error unreadable(Position index, const Error& why) {
  return {ErrorCode::kCorrupt, "ENTRY_UNREADABLE",
          "entry " + std::to_string(index) + " cannot be read (" + why.message +
              "): check the log with `asar-audit verify`"};
}

}  // namespace

Result<Entry> FactSource::entryAt(Position index) {
  auto stored = reader_.read(index, 1);
  if (!stored) return stored.error();
  if (stored->empty() || stored->front().index != index) {
    return unreadable(index, {ErrorCode::kCorrupt, "", "the log does not give it"});
  }
  auto entry = ledger::decodeStoredEntry(stored->front().bytes);
  if (!entry) return unreadable(index, entry.error());
  return entry;
}

Result<FactSource::Origin> FactSource::originAt(Position submission) {
  auto entry = entryAt(submission);
  if (!entry) return entry.error();
  const auto* body = std::get_if<SubmissionBody>(&entry->body);
  if (body == nullptr) return unreadable(submission, {ErrorCode::kCorrupt, "", "it is no submission"});
  const auto header = ledger::decodeHeader(body->header);
  if (!header) return unreadable(submission, header.error());
  Origin origin{submission, header->assurance, header->visibility, header->person, {}};
  if (header->assurance != Assurance::kImported) return origin;
  // The batch stands in the first command of the submission.
  auto first = entryAt(submission + 1);
  if (!first) return first.error();
  if (const auto* event = std::get_if<EventBody>(&first->body)) {
    const auto command = ledger::decodeStoredCommand(event->command);
    if (!command) return unreadable(submission + 1, command.error());
    if (const auto* record = command->body.as<ImportRecord>()) origin.batch = record->batch;
  }
  return origin;
}

Result<void> FactSource::enter(Position submission) {
  if (origin_ && origin_->submission == submission) return {};
  auto origin = originAt(submission);
  if (!origin) return origin.error();
  origin_ = *origin;
  return {};
}

Result<const FactSource::Proposal*> FactSource::proposalAt(Position index) {
  if (const auto found = waiting_.find(index); found != waiting_.end()) {
    endorsed_ = std::move(found->second);
    waiting_.erase(found);
    return endorsed_.get();
  }
  auto entry = entryAt(index);
  if (!entry) return entry.error();
  auto* event = std::get_if<EventBody>(&entry->body);
  if (event == nullptr) return unreadable(index, {ErrorCode::kCorrupt, "", "it is endorsed and no event"});
  auto command = ledger::decodeStoredCommand(event->command);
  if (!command) return unreadable(index, command.error());
  auto origin = originAt(event->submission);
  if (!origin) return origin.error();
  endorsed_ = std::make_unique<Proposal>(Proposal{*std::move(command), *origin});
  return endorsed_.get();
}

// The command was judged again: what the proposal was flagged for counts no more.
Result<const Fact*> FactSource::takeEndorsed(ledger::Decision decision) {
  const Position proposal = decision.endorses;
  const auto endorsed = proposalAt(proposal);
  if (!endorsed) return endorsed.error();
  const Proposal& held = **endorsed;
  decision_ = std::move(decision);
  fact_.command = &held.command;
  fact_.decision = &decision_;
  fact_.stated = proposal;
  fact_.assurance = held.origin.assurance;
  fact_.visibility = held.origin.visibility;
  fact_.signer = held.origin.signer;
  fact_.batch = held.origin.batch;
  return &fact_;
}

Result<const Fact*> FactSource::takeEvent(const StoredEntry& stored, Entry entry) {
  auto& event = std::get<EventBody>(entry.body);
  auto command = ledger::decodeStoredCommand(event.command);
  if (!command) return unreadable(stored.index, command.error());
  if (auto entered = enter(event.submission); !entered) return entered.error();
  if (const auto* record = command->body.as<ImportRecord>()) origin_->batch = record->batch;
  if (event.decision.effect == Effect::kProposed) {
    if (waiting_.size() >= kWaitingMax) waiting_.clear();
    waiting_[stored.index] = std::make_unique<Proposal>(Proposal{*std::move(command), *origin_});
    return static_cast<const Fact*>(nullptr);
  }
  fact_.index = stored.index;
  fact_.recorded_at = entry.recorded_at;
  if (command->body.is<ledger::Endorse>()) return takeEndorsed(std::move(event.decision));
  command_ = *std::move(command);
  decision_ = std::move(event.decision);
  fact_.command = &command_;
  fact_.decision = &decision_;
  fact_.stated = stored.index;
  fact_.assurance = origin_->assurance;
  fact_.visibility = origin_->visibility;
  fact_.signer = origin_->signer;
  fact_.batch = origin_->batch;
  return &fact_;
}

Result<const Fact*> FactSource::take(const StoredEntry& stored) {
  auto entry = ledger::decodeStoredEntry(stored.bytes);
  if (!entry) return unreadable(stored.index, entry.error());
  if (std::holds_alternative<EventBody>(entry->body)) return takeEvent(stored, *std::move(entry));
  const auto header = ledger::decodeHeader(std::get<SubmissionBody>(entry->body).header);
  if (!header) return unreadable(stored.index, header.error());
  origin_ = Origin{stored.index, header->assurance, header->visibility, header->person, {}};
  return static_cast<const Fact*>(nullptr);
}

}  // namespace projections
