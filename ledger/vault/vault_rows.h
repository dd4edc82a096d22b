// The rows of a vault, to the byte.
//
// Shape    'm'                          → u8 1 ‖ ledger ‖ vault ‖ u32be generation ‖ u64be made at ‖ u64be size of the
// log then ‖ box of the pepper
//          'k' ‖ person                 → box of the person's key
//          'v' ‖ person ‖ u16be tag ‖ commitment → submission ‖ box of the opening
//          'i' ‖ keyed hash ‖ person ‖ u16be tag ‖ commitment → nothing: that value of the person has that hash
//          's'                          → nothing: rows were deleted, and files are not rewritten yet
//          Each box is bound to the place where it stands: it opens nowhere else.
// Threads  pure functions.
#pragma once

#include "ledger/vault/aead.h"
#include "ledger/vault/commitment.h"
#include "ledger/vault/vault.h"

namespace ledger::rows {

inline constexpr std::size_t kIdBytes = 16;
inline constexpr std::size_t kMetaBytes = 1 + 2 * kIdBytes + 4 + 8 + 8;

Bytes letter(char kind);
Bytes keyOf(char kind, const PersonId& person);              // 'k', and the prefix of 'v'
Bytes tagPrefix(const PersonId& person, std::uint16_t tag);  // of 'v'
Bytes valueKey(const PersonId& person, const Opening& opening);
Bytes indexPrefix(const Digest& hash);
Bytes indexKey(const Digest& hash, ByteView value_key);

// Parts of keys that the functions above made.
PersonId personOf(ByteView key);        // of 'k' and 'v'
PersonId personOfIndex(ByteView key);   // of 'i'
Bytes valueKeyOfIndex(ByteView key);    // of the value that it is of
Opening openingOf(ByteView value_key);  // tag and commitment
SubmissionId submissionOf(ByteView value_row);

Bytes meta(const VaultName& name, const VaultMade& made);
VaultMade madeOf(ByteView meta_row);
// Submission and box of an opening, under its person's key.
Bytes valueRow(const SecretKey& key, const VaultName& name, const PersonalValue& value, Random& random);
// What the box of a person's key is bound to, and what that of an opening.
Bytes boundKey(const VaultName& name, const PersonId& person);
Bytes boundOpening(const VaultName& name, const PersonalValue& value);
Digest uniqueHash(const SecretKey& pepper, std::uint16_t tag, ByteView value);

}  // namespace ledger::rows
