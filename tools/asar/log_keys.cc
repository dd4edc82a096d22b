#include "tools/asar/log_keys.h"

#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/event/codec.h"
#include "ledger/publisher.h"
#include "ledger/rules/succession.h"
#include "ledger/seal/envelope.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Position;
using ledger::Result;

constexpr std::size_t kChangesBytesMax = 1 << 16;

std::filesystem::path changesFile(const Session& session) {
  return session.folder / "keys" / "log.changes";
}

std::filesystem::path keysFolder(const Session& session) {
  return session.folder / "keys";
}

bool isThere(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// Goes on with the next key where that entry changes it.
Result<void> takeChange(const ledger::StoredEntry& stored, Founding& founding) {
  const auto entry = ledger::decodeStoredEntry(stored.bytes);
  if (!entry) return entry.error();
  const auto* event = std::get_if<ledger::EventBody>(&entry->body);
  if (event == nullptr || event->decision.effect != ledger::Effect::kEffective || event->decision.endorses != 0)
    return {};
  const auto command = ledger::decodeStoredCommand(event->command);
  if (!command) return command.error();
  const auto* rotation = command->body.as<ledger::LogKeyRotate>();
  if (rotation == nullptr) return {};
  ledger::ActorKey before;
  before.bytes = founding.log_key.key;
  const ledger::Bytes message = ledger::logKeyMessage(founding.id, before, rotation->key);
  const auto& rules = ledger::signatureRules();
  if (!rules.holds(before, message, rotation->old_signature) ||
      !rules.holds(rotation->key, message, rotation->new_signature)) {
    return Error{ErrorCode::kCorrupt, "BAD_POSSESSION",
                 "entry " + std::to_string(stored.index) + " changes the log's key without the signatures of both"};
  }
  founding.earlier_keys.push_back({founding.log_key, stored.index});
  founding.log_key = ledger::verifierKey(founding.found.origin, ledger::NoteKeyType::kEd25519, rotation->key.bytes);
  return {};
}

Result<void> readThrough(ledger::EventReader& reader, Founding& founding) {
  for (Position at = 0; at < reader.size();) {
    const auto page = reader.read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) ASAR_TRY(takeChange(stored, founding));
    at += page->size();
  }
  return {};
}

Result<void> readChanges(ledger::EventReader& reader, std::string_view lines, Founding& founding) {
  while (!lines.empty()) {
    const auto line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const auto index = ledger::parseDecimal(line);
    if (!index) return index.error();
    if (*index >= reader.size()) continue;  // a backup from before it was restored
    const auto stored = reader.read(*index, 1);
    if (!stored) return stored.error();
    ASAR_TRY(takeChange(stored->front(), founding));
  }
  return {};
}

// Whether anything here shows that the founding's key is not the one in use.
bool showsChange(const Session& session, const Founding& founding) {
  const auto on_disk = ledger::readPublicPart(logKeyFile(session));
  if (on_disk && on_disk->key != founding.log_key.key) return true;
  const auto note = ledger::Publisher(tilesFolder(session), session.notices).published();
  return note && !ledger::openCheckpoint(*note, founding.log_key);
}

}  // namespace

std::filesystem::path nextLogKeyFile(const Session& session) {
  return keysFolder(session) / "log-next.key";
}

std::filesystem::path earlierLogKeyFile(const Session& session, const ledger::VerifierKey& key) {
  ledger::Bytes id;
  ledger::appendBigEndian32(id, key.id);
  return keysFolder(session) / ("log-" + ledger::toHex(id) + ".key");
}

Result<void> followLogKeys(const Session& session, ledger::EventReader& reader, bool all, Founding& founding) {
  if (!all && isThere(changesFile(session))) {
    const auto lines = ledger::readWholeFile(changesFile(session), kChangesBytesMax);
    if (!lines) return lines.error();
    ASAR_TRY(readChanges(reader, ledger::asText(*lines), founding));
    return {};
  }
  if (!all && !showsChange(session, founding)) return {};
  return readThrough(reader, founding);
}

Result<void> keepLogChanges(const Session& session, const Founding& founding) {
  std::string lines;
  for (const EarlierLogKey& one : founding.earlier_keys) lines += std::to_string(one.until) + "\n";
  return ledger::writeFileAtomically(changesFile(session), ledger::asBytes(lines));
}

Result<ledger::Checkpoint> openByLog(std::string_view note, const Founding& founding) {
  auto opened = ledger::openCheckpoint(note, founding.log_key);
  const bool newest = opened && (founding.earlier_keys.empty() || opened->size > founding.earlier_keys.back().until);
  if (newest || founding.earlier_keys.empty()) return opened;
  // NOLINTNEXTLINE(modernize-loop-convert): from the last one on
  for (auto one = founding.earlier_keys.rbegin(); one != founding.earlier_keys.rend(); ++one) {
    auto by_earlier = ledger::openCheckpoint(note, one->key);
    if (by_earlier && by_earlier->size <= one->until) return by_earlier;
  }
  if (!opened) return opened;
  return Error{ErrorCode::kRefused, "BAD_NOTE_SIGNATURE",
               "the checkpoint of size " + std::to_string(opened->size) + " is not signed by the log's key of then"};
}

Result<LogSigners> readLogSigners(const Session& session, const Arguments& arguments, const Founding& founding) {
  auto in_use = readLogKey(session, arguments);
  if (!in_use) return in_use.error();
  if (in_use->pair.publicKey() != founding.log_key.key) {
    return Error{ErrorCode::kRefused, "KEY_REJECTED",
                 logKeyFile(session).string() + " does not sign for " + founding.found.origin + ", whose key is " +
                     ledger::vkeyText(founding.log_key) +
                     ": put that one there, or where a change was cut off run `asar checkpoint rotate-key` again"};
  }
  LogSigners signers{std::move(*in_use), {}};
  for (const EarlierLogKey& one : founding.earlier_keys) {
    const auto file = earlierLogKeyFile(session, one.key);
    if (!isThere(file)) continue;
    auto key = readKey(session, file, ledger::KeyPurpose::kLog, arguments);
    if (!key) return key.error();
    signers.earlier.push_back(std::move(*key));
  }
  return signers;
}

Result<std::string> withEarlierKeys(std::string note, const LogSigners& signers, const Founding& founding) {
  if (signers.earlier.empty()) return note;
  auto parsed = ledger::parseNote(note);
  if (!parsed) return parsed.error();
  for (const ActorOnDisk& one : signers.earlier)
    parsed->signatures.push_back(ledger::signNote(parsed->text, founding.found.origin, one.pair));
  return ledger::noteText(*parsed);
}

ledger::VerifierKey oldestSigning(const Session& session, const Founding& founding) {
  for (const EarlierLogKey& one : founding.earlier_keys)
    if (isThere(earlierLogKeyFile(session, one.key))) return one.key;
  return founding.log_key;
}

}  // namespace tools
