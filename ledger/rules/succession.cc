#include "ledger/rules/succession.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

Result<void> checkAcceptable(const ActorKey& key, const Context& context) {
  if (context.signatures->acceptable(key)) return {};
  return refuse("KEY_REJECTED", "the key " + toBase64(key.view()) + " is a weak or malformed Ed25519 key");
}

ClaimedKey recoveryKey(const RecoveryDeclare& command) {
  return {Claimed::kRecovery, command.ledger.text()};
}

}  // namespace

Bytes logKeyMessage(const LedgerId& ledger, const ActorKey& before, const ActorKey& key) {
  Bytes message = toBytes(asBytes("asar/log-key/v1"));
  appendBytes(message, ledger.bytes);
  appendBytes(message, before.bytes);
  appendBytes(message, key.bytes);
  return message;
}

bool isLogKey(const State& state, const ActorKey& key) {
  const LedgerRecord& ledger = state.ledger();
  return ledger.log_key == key || std::ranges::find(ledger.earlier_log_keys, key) != ledger.earlier_log_keys.end();
}

Result<Decision> judge(const State& state, const LogKeyRotate& command, const Context& context) {
  ASAR_TRY(checkAcceptable(command.key, context));
  if (isLogKey(state, command.key) || state.keys.has(command.key)) {
    return refuse("KEY_TAKEN", "the key " + toBase64(command.key.view()) +
                                   " signed the log before or belongs to a person: make another one");
  }
  const ActorKey& before = state.ledger().log_key;
  const Bytes message = logKeyMessage(state.ledger().id, before, command.key);
  if (context.signatures->holds(before, message, command.old_signature) &&
      context.signatures->holds(command.key, message, command.new_signature))
    return Decision{};
  return refuse("BAD_POSSESSION",
                "a key of the log follows another by the signatures of both, and one of these does not verify");
}

void evolve(State& state, const LogKeyRotate& command, const Context&) {
  LedgerRecord& ledger = state.editLedger();
  ledger.earlier_log_keys.push_back(ledger.log_key);
  ledger.log_key = command.key;
}

Result<Decision> judge(const State& state, const RecoveryDeclare& command, const Context& context) {
  const LedgerRecord& ledger = state.ledger();
  if (command.origin.size() > limits::kOriginBytesMax || command.origin.find_first_of(" +") != std::string::npos)
    return refuse("BAD_ORIGIN", "the origin of the other log has at most 255 bytes, without space and plus");
  if (command.ledger == ledger.id || command.origin == ledger.origin) {
    return refuse("WRONG_LEDGER", "what lost entries is another ledger with another origin: this one, " +
                                      ledger.id.text() + ", goes on after it");
  }
  ASAR_TRY(checkAcceptable(command.log_key, context));
  if (isLogKey(state, command.log_key))
    return refuse("KEY_TAKEN", "a ledger that goes on after another one has a key of its own: this is its log's");
  const bool is_range = command.common.size < command.newest.size;
  const bool is_start = command.common.size != 0 || command.common.root == sha256({});
  if (!is_range || !is_start) {
    return refuse("BAD_RANGE", "lost are the entries from size " + std::to_string(command.common.size) + " to " +
                                   std::to_string(command.newest.size) +
                                   ": the newest checkpoint is longer than the common one, and an empty log has the "
                                   "empty root");
  }
  if (!isClaimed(state, recoveryKey(command))) return Decision{};
  return refuse("WRONG_STATE", "what ledger " + command.ledger.text() + " lost is declared already");
}

void evolve(State& state, const RecoveryDeclare& command, const Context&) {
  state.claimed.edit(recoveryKey(command)) = SubjectId{command.ledger.bytes};
}

}  // namespace ledger
