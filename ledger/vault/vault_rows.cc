#include "ledger/vault/vault_rows.h"

#include <algorithm>

namespace ledger::rows {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kTagAt = 1 + kIdBytes;
constexpr std::size_t kCommitmentAt = kTagAt + 2;
constexpr std::size_t kIndexedAt = 1 + 32;

PersonId personAt(ByteView key, std::size_t at) {
  PersonId person;
  std::ranges::copy(key.subspan(at, kIdBytes), person.bytes.begin());
  return person;
}

}  // namespace

Bytes letter(char kind) {
  return {static_cast<std::uint8_t>(kind)};
}

Bytes keyOf(char kind, const PersonId& person) {
  Bytes key = letter(kind);
  appendBytes(key, person.bytes);
  return key;
}

Bytes tagPrefix(const PersonId& person, std::uint16_t tag) {
  Bytes key = keyOf('v', person);
  appendBigEndian16(key, tag);
  return key;
}

Bytes valueKey(const PersonId& person, const Opening& opening) {
  Bytes key = tagPrefix(person, opening.tag);
  appendBytes(key, opening.commitment.view());
  return key;
}

Bytes indexPrefix(const Digest& hash) {
  Bytes key = letter('i');
  appendBytes(key, hash.view());
  return key;
}

Bytes indexKey(const Digest& hash, ByteView value_key) {
  Bytes key = indexPrefix(hash);
  appendBytes(key, value_key.subspan(1));
  return key;
}

PersonId personOf(ByteView key) {
  return personAt(key, 1);
}

PersonId personOfIndex(ByteView key) {
  return personAt(key, kIndexedAt);
}

Bytes valueKeyOfIndex(ByteView key) {
  Bytes value_key = letter('v');
  appendBytes(value_key, key.subspan(kIndexedAt));
  return value_key;
}

Opening openingOf(ByteView value_key) {
  Opening opening;
  opening.tag = readBigEndian16(value_key.subspan(kTagAt, 2));
  opening.commitment = Digest::from(value_key.subspan(kCommitmentAt, 32));
  return opening;
}

SubmissionId submissionOf(ByteView value_row) {
  SubmissionId id;
  std::ranges::copy(value_row.first(kIdBytes), id.bytes.begin());
  return id;
}

Bytes meta(const VaultName& name, const VaultMade& made) {
  Bytes bytes{kVersion};
  appendBytes(bytes, name.ledger.bytes);
  appendBytes(bytes, name.vault.bytes);
  appendBigEndian32(bytes, name.generation);
  appendBigEndian64(bytes, static_cast<std::uint64_t>(made.at));
  appendBigEndian64(bytes, made.size);
  return bytes;
}

VaultMade madeOf(ByteView meta_row) {
  return {static_cast<UtcMs>(readBigEndian64(meta_row.subspan(kMetaBytes - 16, 8))),
          readBigEndian64(meta_row.subspan(kMetaBytes - 8, 8))};
}

Bytes boundKey(const VaultName& name, const PersonId& person) {
  Bytes bound = toBytes(asBytes("asar/dek/v1"));
  appendBytes(bound, name.ledger.bytes);
  appendBytes(bound, person.bytes);
  appendBigEndian32(bound, name.generation);
  return bound;
}

Bytes boundOpening(const VaultName& name, const PersonalValue& value) {
  Bytes bound = toBytes(asBytes("asar/pii/v1"));
  appendBytes(bound, name.ledger.bytes);
  appendBytes(bound, value.submission.bytes);
  appendBigEndian16(bound, value.opening.tag);
  appendBytes(bound, value.person.bytes);
  appendBytes(bound, value.opening.commitment.view());
  return bound;
}

Bytes valueRow(const SecretKey& key, const VaultName& name, const PersonalValue& value, Random& random) {
  Bytes packed = packOpening(value.opening);
  Bytes row = toBytes(value.submission.bytes);
  appendBytes(row, sealBox(key, boundOpening(name, value), packed, random));
  wipe(packed);
  return row;
}

Digest uniqueHash(const SecretKey& pepper, std::uint16_t tag, ByteView value) {
  Bytes message = toBytes(asBytes("asar/unique/v1"));
  appendBigEndian16(message, tag);
  appendBytes(message, value);
  const Digest hash = keyedHash(pepper, message);
  wipe(message);
  return hash;
}

}  // namespace ledger::rows
