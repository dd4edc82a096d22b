// asar checkpoint rotate-key: another key signs this log from here on, by the signatures of both.
#include <filesystem>

#include "ledger/base/file_io.h"
#include "ledger/rules/succession.h"
#include "tools/asar/audit_record.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/log_keys.h"
#include "tools/asar/print.h"
#include "tools/asar/signing.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

// The public key in a key file; none where there is no such file.
Result<std::optional<ledger::PublicKey>> keyIn(const std::filesystem::path& file) {
  const auto stored = ledger::readPublicPart(file);
  if (stored) return std::optional(stored->key);
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
    return std::optional<ledger::PublicKey>();
  return stored.error();
}

Result<void> moveFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code failed;
  std::filesystem::rename(from, to, failed);
  if (!failed) return {};
  return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
               from.string() + " cannot be renamed to " + to.string() + ": " + failed.message()};
}

// A run that was cut off anywhere goes on here: what is recorded decides which file is which.
Result<void> moveKeys(const Session& session, const Founding& founding) {
  ASAR_TRY(keepLogChanges(session, founding));
  const auto in_use = keyIn(logKeyFile(session));
  if (!in_use) return in_use.error();
  if (*in_use == founding.log_key.key) return {};
  const auto next = keyIn(nextLogKeyFile(session));
  if (!next) return next.error();
  if (*next != founding.log_key.key) {
    return Error{ErrorCode::kRefused, "KEY_REJECTED",
                 "the log's key is " + ledger::vkeyText(founding.log_key) + ", and neither " +
                     logKeyFile(session).string() + " nor " + nextLogKeyFile(session).string() + " holds it"};
  }
  if (*in_use) {
    const auto before = ledger::verifierKey(founding.found.origin, ledger::NoteKeyType::kEd25519, **in_use);
    ASAR_TRY(moveFile(logKeyFile(session), earlierLogKeyFile(session, before)));
  }
  ASAR_TRY(moveFile(nextLogKeyFile(session), logKeyFile(session)));
  return ledger::syncFolder(logKeyFile(session).parent_path());
}

// The key that was prepared, else a new one under the same passphrase.
Result<ActorOnDisk> nextKey(const Session& session, const Arguments& arguments, const Founding& founding) {
  const auto prepared = keyIn(nextLogKeyFile(session));
  if (!prepared) return prepared.error();
  if (*prepared) return readKey(session, nextLogKeyFile(session), ledger::KeyPurpose::kLog, arguments);
  const auto passphrase = givenPassphrase(session, arguments);
  if (!passphrase) return passphrase.error();
  return makeKey(session, nextLogKeyFile(session), ledger::KeyPurpose::kLog, founding.found.origin, *passphrase);
}

ledger::ActorSignature signedBy(const ledger::KeyPair& pair, const ledger::Bytes& message) {
  ledger::ActorSignature out;
  out.bytes = pair.sign(message);
  return out;
}

// Nothing is sealed before the key files are in their places.
Result<void> record(Session& session, const Arguments& arguments, Writing& writing, const ActorOnDisk& before) {
  const auto signing = signingFrom(session, arguments, writing);
  if (!signing) return signing.error();
  const auto next = nextKey(session, arguments, writing.founding);
  if (!next) return next.error();
  const ledger::ActorKey key = ledger::actorKeyOf(next->pair);
  const auto message = ledger::logKeyMessage(writing.founding.id, ledger::actorKeyOf(before.pair), key);
  const ledger::UtcMs now = signing->signed_at.value_or(session.clock.now());
  const ledger::LogKeyRotate rotation{
      key, signedBy(before.pair, message), signedBy(next->pair, message), {now, kOffsetMinutes}};
  std::vector<LineCommand> lines;
  lines.push_back({1, {session.random.id<ledger::NonceId>(), {}, rotation}, {}, false});
  const auto groups = groupCommands(std::move(lines), signing->first_id, {});
  const auto receipt = writing.ledger->submit(signGroup(groups.front(), *signing, session.clock.now()));
  if (!receipt) return receipt.error();
  Founding followed = writing.founding;
  followed.earlier_keys.push_back({followed.log_key, receipt->submission + 1});
  followed.log_key = ledger::verifierKey(followed.found.origin, ledger::NoteKeyType::kEd25519, key.bytes);
  writing.founding = std::move(followed);
  return {};
}

Result<Answer> rotate(Session& session, const Arguments& arguments) {
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto in_use = keyIn(logKeyFile(session));
  if (!in_use) return in_use.error();
  if (*in_use == writing->founding.log_key.key) {
    const auto before = readLogKey(session, arguments);
    if (!before) return before.error();
    ASAR_TRY(record(session, arguments, *writing, *before));
  }
  ASAR_TRY(moveKeys(session, writing->founding));
  const auto published = publishCheckpoint(session, arguments, *writing);
  if (!published) return published.error();
  const std::string vkey = ledger::vkeyText(writing->founding.log_key);
  const EarlierLogKey& before = writing->founding.earlier_keys.back();
  Answer answer;
  answer.json = JsonValue::Fields{{"vkey", vkey},
                                  {"before", ledger::vkeyText(before.key)},
                                  {"entry", before.until},
                                  {"beforeFile", earlierLogKeyFile(session, before.key).string()}};
  answer.text = say(session.language, "checkpoint.rotated",
                    {std::to_string(before.until), vkey, earlierLogKeyFile(session, before.key).string()});
  answer.checkpoint = checkpointJson(published->checkpoint);
  return answer;
}

}  // namespace

CommandTable rotateKeyCommands() {
  return {{"checkpoint",
           "rotate-key",
           {},
           {{"key", "FILE", true}, {"person", "ID"}, {"signed-at", "TIME"}, {"passphrase-file", "FILE"}},
           rotate}};
}

}  // namespace tools
