#include "audit/log/log_keys.h"

#include <capnp/message.h>

#include <algorithm>

#include "audit/base/ed25519.h"
#include "ledger/schema/command.capnp.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

namespace schema = ::ledger::schema;

template <class Message>
typename Message::Reader messageIn(Bytes bytes) {
  return capnp::readMessageUnchecked<Message>(static_cast<const capnp::word*>(static_cast<const void*>(bytes.data())));
}

bool isByBoth(schema::LogKeyRotate::Reader rotation, const Id& ledger, const Key& before) {
  Buffer message;
  const auto append = [&](Bytes bytes) { message.insert(message.end(), bytes.begin(), bytes.end()); };
  append(bytesOf("asar/log-key/v1"));
  append(ledger);
  append(before);
  append(rotation.getKey());
  return signatureHolds(before, message, rotation.getOldSignature()) &&
         signatureHolds(fixed<32>(rotation.getKey()), message, rotation.getNewSignature());
}

}  // namespace

void LogKeys::take(const Chunk& chunk) {
  if (chunk.first == 0) {
    founding_ = foundingOf(chunk);
    if (founding_) keys_ = {{VerifierKey::of(founding_->origin, founding_->log_key), 0}};
  }
  if (!founding_) return;
  for (std::size_t i = 0; i < chunk.entries.size(); ++i) {
    if (chunk.entries[i].form != Form::kCanonical) continue;
    const auto entry = messageIn<schema::Entry>(chunk.entry(i));
    if (!entry.isEvent() || entry.getEvent().getDecision().getEffect() != schema::Effect::EFFECTIVE) continue;
    const auto command = messageIn<schema::Command>(entry.getEvent().getCommand());
    if (!command.isLogKeyRotate()) continue;
    const auto rotation = command.getLogKeyRotate();
    auto next = VerifierKey::of(founding_->origin, fixed<32>(rotation.getKey()));
    if (has(next) || !isByBoth(rotation, founding_->ledger, keys_.back().key.key)) continue;
    keys_.push_back({std::move(next), chunk.first + i + 1});
  }
}

LogKeys LogKeys::readFrom(const Archive& archive, std::uint64_t size) {
  LogKeys keys;
  const Forms forms;
  for (std::uint64_t number = 0; number * kTileWidth < size; ++number) {
    const Chunk chunk = makeChunk(archive, forms, {number, size});
    if (chunk.broken || chunk.entries.empty()) break;
    keys.take(chunk);
    if (!keys.founding_) break;
  }
  return keys;
}

const VerifierKey& LogKeys::at(std::uint64_t size) const {
  const auto later = std::ranges::find_if(keys_, [&](const LogKey& key) { return key.since > size; });
  return std::prev(later)->key;  // the founding's is there from 0 on
}

bool LogKeys::has(const VerifierKey& key) const {
  return std::ranges::any_of(keys_,
                             [&](const LogKey& one) { return one.key.name == key.name && one.key.key == key.key; });
}

bool judgeLogKeys(const SealedSize& sealed, const LogKeys& keys, Findings& findings) {
  const VerifierKey& due = keys.at(sealed.size);
  bool holds = true;
  for (const LogKey& one : keys.all()) {
    const Signed result = signedBy(sealed.note, one.key);
    const bool is_due = one.key.key == due.key;
    if (result == Signed::kYes && is_due) findings.checked(sealed.name + ": signed by " + due.text());
    if (result == Signed::kYes || (result == Signed::kAbsent && !is_due)) continue;
    holds = false;
    findings.add(Wrong::kBadNoteSignature, result == Signed::kNo
                                               ? "the log's signature on " + sealed.name + " does not hold"
                                               : sealed.name + " is not signed by " + due.text());
  }
  return holds;
}

}  // namespace audit
