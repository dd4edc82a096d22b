#include "tools/asar/genesis_file.h"

#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"
#include "ledger/merkle/hashing.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

constexpr const char* kFormat = "asar-genesis/1";

Error badFile(const std::filesystem::path& file, const std::string& why) {
  return {ErrorCode::kInvalid, "BAD_GENESIS_FILE", file.string() + ": " + why};
}

Result<ledger::Bytes> bytesOf(const JsonValue& json, std::string_view name) {
  const auto* value = json.find(name);
  if (value == nullptr || value->text() == nullptr) {
    return Error{ErrorCode::kInvalid, "BAD_GENESIS_FILE", std::string(name) + " is missing"};
  }
  return ledger::fromBase64(*value->text());
}

Result<ledger::Signature> signatureOf(const JsonValue& json) {
  const auto key = bytesOf(json, "key");
  const auto signature = bytesOf(json, "signature");
  if (!key) return key.error();
  if (!signature) return signature.error();
  ledger::Signature out;
  if (key->size() != out.key.bytes.size() || signature->size() != out.signature.bytes.size()) {
    return Error{ErrorCode::kInvalid, "BAD_GENESIS_FILE", "a key has 32 bytes and a signature 64"};
  }
  std::ranges::copy(*key, out.key.bytes.begin());
  std::ranges::copy(*signature, out.signature.bytes.begin());
  return out;
}

Result<ledger::Submission> submissionOf(const JsonValue& json) {
  ledger::Submission submission;
  auto header = bytesOf(json, "header");
  if (!header) return header.error();
  auto command = bytesOf(json, "commandBytes");
  if (!command) return command.error();
  submission.header = std::move(*header);
  submission.commands.push_back(std::move(*command));
  const auto* signatures = json.find("signatures");
  if (signatures == nullptr || signatures->list() == nullptr) {
    return Error{ErrorCode::kInvalid, "BAD_GENESIS_FILE", "signatures are missing"};
  }
  for (const auto& one : *signatures->list()) {
    const auto signature = signatureOf(one);
    if (!signature) return signature.error();
    submission.signatures.push_back(*signature);
  }
  return submission;
}

}  // namespace

std::vector<ledger::ActorKey> Genesis::awaited() const {
  std::vector<ledger::ActorKey> keys;
  for (std::size_t i = submission.signatures.size(); i < found.authorities.size(); ++i)
    keys.push_back(found.authorities[i].key);
  return keys;
}

JsonValue genesisJson(const ledger::Submission& submission) {
  JsonValue::List signatures;
  for (const auto& one : submission.signatures) {
    signatures.push_back(JsonValue::Fields{{"key", ledger::toBase64(one.key.bytes)},
                                           {"signature", ledger::toBase64(one.signature.bytes)}});
  }
  const auto command = ledger::decodeCommand(submission.commands.at(0));
  return JsonValue::Fields{{"format", kFormat},
                           {"ledger", ledger::ledgerIdOf(submission.header).text()},
                           {"command", command ? ledger::jsonOf(*command) : JsonValue()},
                           {"header", ledger::toBase64(submission.header)},
                           {"commandBytes", ledger::toBase64(submission.commands[0])},
                           {"signatures", std::move(signatures)}};
}

Result<Genesis> readGenesis(const std::filesystem::path& file) {
  const auto bytes = ledger::readWholeFile(file, ledger::limits::kJsonLineBytesMax);
  if (!bytes) return bytes.error();
  const auto json = ledger::parseJson(ledger::asText(*bytes));
  if (!json) return badFile(file, json.error().message);
  const auto* format = json->find("format");
  if (format == nullptr || *format != JsonValue(kFormat)) {
    return badFile(file, "it is no genesis file of format " + std::string(kFormat));
  }
  auto submission = submissionOf(*json);
  if (!submission) return badFile(file, submission.error().message);
  // Signature by signature, the envelope is that of its signers so far.
  const auto checked = ledger::checkSubmission(*submission);
  if (!checked)
    return Error{checked.error().code, checked.error().reason, file.string() + ": " + checked.error().message};
  const auto* found = checked->commands[0].body.as<ledger::LedgerFound>();
  if (found == nullptr) return badFile(file, "its command is not ledgerFound");
  return Genesis{std::move(*submission), checked->header, *found};
}

Result<void> writeGenesis(const std::filesystem::path& file, const ledger::Submission& submission) {
  return ledger::writeFileAtomically(file, ledger::asBytes(genesisJson(submission).pretty() + "\n"));
}

ledger::Submission foundLedger(const ledger::LedgerFound& found, const ledger::KeyPair& first, ledger::UtcMs signed_at,
                               ledger::Random& random) {
  ledger::SubmissionDraft draft;
  draft.submission = ledger::timeOrderedId(signed_at, random);
  draft.person = found.authorities.at(0).person;
  draft.signed_at = signed_at;
  draft.expires_at = signed_at + ledger::limits::kExpiresAfterMax;
  draft.seen = {0, ledger::emptyRoot()};
  draft.visibility = ledger::Visibility::kPublic;
  return ledger::signSubmission(draft, {ledger::Command{random.id<ledger::NonceId>(), {}, found}}, first);
}

}  // namespace tools
