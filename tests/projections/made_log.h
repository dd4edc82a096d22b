// MadeLog — a log made by hand, entry by entry, for tests of the read side. It judges nothing.
//
// Shape    submit() opens a submission; add() puts events under it; propose() and endorse() play two persons.
//          Each entry carries the leaf hash of the one before, as in a real log.
#pragma once

#include <string>
#include <vector>

#include "ledger/base/clock.h"
#include "ledger/event/codec.h"
#include "ledger/event_reader.h"
#include "projections/follower.h"

namespace tests {

class MadeLog : public ledger::EventReader {
 public:
  ledger::Position size() override { return entries_.size(); }
  ledger::Result<std::vector<ledger::StoredEntry>> read(ledger::Position from, std::size_t max_bytes) override;

  ledger::Position submit(ledger::PersonId signer, ledger::Assurance assurance = ledger::Assurance::kSelf,
                          ledger::Visibility visibility = ledger::Visibility::kPublic);
  ledger::Position add(ledger::CommandBody body, std::vector<ledger::Flag> flags = {});
  // Decided under the policy of that entry.
  ledger::Position addUnder(ledger::Position policy, ledger::CommandBody body);
  // Decided by that version of the rules.
  ledger::Position addJudged(std::uint16_t rules, ledger::CommandBody body);
  ledger::Position propose(ledger::CommandBody body);
  // By another person, in a submission of its own.
  ledger::Position endorse(ledger::Position proposal, ledger::PersonId signer, std::vector<ledger::Flag> flags = {});
  // submit, propose and endorse.
  ledger::Position byTwo(ledger::CommandBody body);

  projections::Goal goal() const { return goalAt(entries_.size()); }
  projections::Goal goalAt(ledger::Position size) const;
  // What is added from now on is recorded so much later.
  void later(ledger::UtcMs by) { later_ += by; }
  // The last entry becomes another one.
  void falsifyLast();
  void truncate(ledger::Position size) { entries_.resize(size); }

 private:
  ledger::Position append(ledger::EntryBody body);
  ledger::Position addEvent(ledger::CommandBody body, ledger::Decision decision);

  std::vector<ledger::StoredEntry> entries_;
  ledger::SeededRandom random_{7};
  ledger::Position submission_ = 0;
  std::uint32_t ordinal_ = 0;
  ledger::UtcMs later_ = 0;
};

// "2026-03-01" at ten in the morning, +05:00.
ledger::Instant on(const std::string& day);
ledger::Money tenge(std::int64_t whole);
ledger::SubjectId subject(std::uint8_t number);
ledger::PersonId person(std::uint8_t number);
ledger::Digest digest(std::uint8_t number);

}  // namespace tests
