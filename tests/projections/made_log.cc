#include "tests/projections/made_log.h"

#include "ledger/merkle/frontier.h"
#include "ledger/merkle/hashing.h"

namespace tests {

using ledger::Position;

ledger::Result<std::vector<ledger::StoredEntry>> MadeLog::read(Position from, std::size_t max_bytes) {
  std::vector<ledger::StoredEntry> found;
  std::size_t bytes = 0;
  for (Position i = from; i < entries_.size() && (found.empty() || bytes < max_bytes); ++i) {
    bytes += entries_[i].bytes.size();
    found.push_back(entries_[i]);
  }
  return found;
}

Position MadeLog::append(ledger::EntryBody body) {
  ledger::Entry entry;
  entry.version = 1;
  entry.index = entries_.size();
  entry.previous = entries_.empty() ? ledger::Digest() : entries_.back().leaf_hash;
  entry.recorded_at = 1'772'341'200'000 + static_cast<ledger::UtcMs>(entries_.size()) * 1000 + later_;
  entry.salt = random_.id<ledger::NonceId>();
  entry.body = std::move(body);
  ledger::StoredEntry stored;
  stored.index = entry.index;
  stored.bytes = encode(entry);
  stored.leaf_hash = ledger::leafHash(stored.bytes);
  entries_.push_back(std::move(stored));
  return entries_.size() - 1;
}

Position MadeLog::submit(ledger::PersonId signer, ledger::Assurance assurance, ledger::Visibility visibility) {
  ledger::Header header;
  header.ledger = random_.id<ledger::LedgerId>();
  header.submission = random_.id<ledger::SubmissionId>();
  header.person = signer;
  header.assurance = assurance;
  header.visibility = visibility;
  header.count = 1;
  ordinal_ = 0;
  submission_ = append(ledger::SubmissionBody{encode(header), {}});
  return submission_;
}

Position MadeLog::addEvent(ledger::CommandBody body, ledger::Decision decision) {
  const ledger::Command command{random_.id<ledger::NonceId>(), {}, std::move(body)};
  return append(ledger::EventBody{submission_, ordinal_++, encode(command), std::move(decision)});
}

Position MadeLog::add(ledger::CommandBody body, std::vector<ledger::Flag> flags) {
  return addEvent(std::move(body), {1, ledger::Effect::kEffective, 0, 0, std::move(flags)});
}

Position MadeLog::addUnder(Position policy, ledger::CommandBody body) {
  return addEvent(std::move(body), {1, ledger::Effect::kEffective, policy, 0, {}});
}

Position MadeLog::addJudged(std::uint16_t rules, ledger::CommandBody body) {
  return addEvent(std::move(body), {rules, ledger::Effect::kEffective, 0, 0, {}});
}

Position MadeLog::propose(ledger::CommandBody body) {
  return addEvent(std::move(body), {1, ledger::Effect::kProposed, 0, 0, {}});
}

Position MadeLog::endorse(Position proposal, ledger::PersonId signer, std::vector<ledger::Flag> flags) {
  submit(signer);
  // The hash of an entry that is not there is that of nothing.
  const ledger::Digest named = proposal < entries_.size() ? entries_[proposal].leaf_hash : ledger::Digest();
  return addEvent(ledger::Endorse{named}, {1, ledger::Effect::kEffective, 0, proposal, std::move(flags)});
}

Position MadeLog::byTwo(ledger::CommandBody body) {
  submit(person(201));
  return endorse(propose(std::move(body)), person(202));
}

projections::Goal MadeLog::goalAt(Position size) const {
  ledger::Frontier frontier;
  for (Position i = 0; i < size; ++i) frontier.push(entries_[i].leaf_hash);
  return {size, frontier.root()};
}

void MadeLog::falsifyLast() {
  entries_.pop_back();
  submit(person(250));
}

ledger::Instant on(const std::string& day) {
  return *ledger::Instant::parse(day + "T10:00:00+05:00");
}

ledger::Money tenge(std::int64_t whole) {
  return {whole * 100, *ledger::Currency::parse("KZT")};
}

ledger::SubjectId subject(std::uint8_t number) {
  ledger::SubjectId id;
  id.bytes[0] = 1;
  id.bytes[15] = number;
  return id;
}

ledger::PersonId person(std::uint8_t number) {
  ledger::PersonId id;
  id.bytes[0] = 2;
  id.bytes[15] = number;
  return id;
}

ledger::Digest digest(std::uint8_t number) {
  ledger::Digest made;
  made.bytes[0] = 3;
  made.bytes[31] = number;
  return made;
}

}  // namespace tests
