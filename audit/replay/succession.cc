#include "audit/replay/succession.h"

#include <algorithm>

#include "audit/base/ed25519.h"
#include "audit/base/sha256.h"

namespace audit {
namespace {

constexpr std::size_t kLogNameBytesMax = 255;
constexpr Refusal kWeakLogKey{"KEY_REJECTED", "a key of a log is of small order or not reduced"};

bool everSigned(const State& state, const Key& key) {
  return std::ranges::find(state.log_keys, key) != state.log_keys.end();
}

Refusal judgeRotation(const State& state, schema::LogKeyRotate::Reader command) {
  const Key next = fixed<32>(command.getKey());
  if (!acceptableKey(next)) return kWeakLogKey;
  if (everSigned(state, next) || state.keys.contains(next))
    return {"KEY_TAKEN", "the new key of the log was its own before, or is a person's"};
  if (state.log_keys.empty()) return kUnknownSubject;
  Buffer signed_by_both;
  for (const Bytes part : {bytesOf("asar/log-key/v1"), Bytes(state.ledger), Bytes(state.log_keys.back()), Bytes(next)})
    signed_by_both.insert(signed_by_both.end(), part.begin(), part.end());
  const bool old_one = signatureHolds(state.log_keys.back(), signed_by_both, command.getOldSignature());
  const bool new_one = signatureHolds(next, signed_by_both, command.getNewSignature());
  if (old_one && new_one) return {};
  return {"BAD_POSSESSION", "the change of the log's key does not bear the signatures of both keys"};
}

Refusal judgeRecovery(const State& state, schema::RecoveryDeclare::Reader command) {
  const std::string_view origin(command.getOrigin().begin(), command.getOrigin().size());
  if (origin.size() > kLogNameBytesMax || origin.find_first_of(" +") != std::string_view::npos)
    return {"BAD_ORIGIN", "the lost log's origin is longer than 255 bytes, or holds a space or a plus"};
  const Id lost = fixed<16>(command.getLedger());
  if (lost == state.ledger || origin == state.origin)
    return {"WRONG_LEDGER", "a ledger goes on after another one, not after itself"};
  const Key key = fixed<32>(command.getLogKey());
  if (!acceptableKey(key)) return kWeakLogKey;
  if (everSigned(state, key)) return {"KEY_TAKEN", "the lost log's key is this log's own"};
  const auto last_shared = command.getCommon();
  const bool empty_root = same(last_shared.getRoot(), sha256(Bytes{}));
  if (last_shared.getSize() >= command.getNewest().getSize() || (last_shared.getSize() == 0 && !empty_root))
    return {"BAD_RANGE", "it names no lost entries, or an empty log with a root"};
  return state.recovered.contains(lost) ? kWrongState : Refusal{};
}

}  // namespace

Refusal judgeSuccession(const State& state, const Case&, schema::Command::Reader command) {
  if (command.isLogKeyRotate()) return judgeRotation(state, command.getLogKeyRotate());
  if (command.isRecoveryDeclare()) return judgeRecovery(state, command.getRecoveryDeclare());
  return {};
}

void applySuccession(State& state, const Case&, schema::Command::Reader command) {
  if (command.isLogKeyRotate()) state.log_keys.push_back(fixed<32>(command.getLogKeyRotate().getKey()));
  if (command.isRecoveryDeclare()) state.recovered.insert(fixed<16>(command.getRecoveryDeclare().getLedger()));
}

}  // namespace audit
