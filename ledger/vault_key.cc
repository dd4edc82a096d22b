#include "ledger/vault_key.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/event/json_gate.h"
#include "ledger/seal/seed_box.h"

namespace ledger {
namespace {

constexpr std::string_view kFormat = "asar-vault-key/1";

struct OpenFile {
  explicit OpenFile(int opened) : number(opened) {}
  ~OpenFile() {
    if (number >= 0) ::close(number);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int number;
};

struct Held {
  VaultName name;
  SealedSeed sealed;
};

Error badFile(const std::filesystem::path& path) {
  return {ErrorCode::kInvalid, "BAD_KEY_FILE", path.string() + " is no key file of a vault: restore it from its copy"};
}

std::string boundTo(const VaultName& name) {
  std::string text(kFormat);
  for (const std::string& part : {name.ledger.text(), name.vault.text(), std::to_string(name.generation)})
    text.append("\n").append(part);
  return text;
}

std::string textOf(const VaultName& name, const SecretKey& key, std::string_view passphrase, Random& random) {
  Seed seed{};
  std::ranges::copy(key.view(), seed.begin());
  const SealedSeed sealed = sealSeed(seed, passphrase, boundTo(name), random);
  Bytes copy = toBytes(seed);
  wipe(copy);
  seed = {};
  const JsonValue json =
      JsonValue::Fields{{"format", kFormat},
                        {"ledger", name.ledger.text()},
                        {"vault", name.vault.text()},
                        {"generation", std::uint64_t{name.generation}},
                        {"encrypted", JsonValue::Fields{{"kdf", "scrypt"},
                                                        {"n", sealed.n},
                                                        {"r", 8},
                                                        {"p", 1},
                                                        {"salt", toBase64(sealed.salt)},
                                                        {"nonce", toBase64(sealed.nonce)},
                                                        {"ciphertext", toBase64(sealed.ciphertext)}}}};
  return json.line() + "\n";
}

Error unwritten(const std::filesystem::path& path) {
  return {errno == EEXIST ? ErrorCode::kConflict : ErrorCode::kUnavailable, "FILE_UNWRITTEN",
          path.string() + " could not be written: " + systemMessage()};
}

Result<void> createSecretly(const std::filesystem::path& path, std::string_view text) {
  const OpenFile file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
  if (file.number < 0) return unwritten(path);
  if (writeAt(file.number, asBytes(text), 0) && ::fsync(file.number) == 0)
    return syncFolder(path.has_parent_path() ? path.parent_path() : ".");
  const Error failed = unwritten(path);
  ::unlink(path.c_str());
  return failed;
}

Result<Bytes> readSecretly(const std::filesystem::path& path) {
  const OpenFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
  if (file.number < 0 && errno == ENOENT) {
    return Error{ErrorCode::kNotFound, "VAULT_ABSENT",
                 "there is no vault for personal values: make one with `asar vault init`"};
  }
  struct stat facts {};
  const bool known = file.number >= 0 && ::fstat(file.number, &facts) == 0;
  if (!known || !S_ISREG(facts.st_mode) || (facts.st_mode & 077) != 0) {
    return Error{ErrorCode::kRefused, "KEY_FILE_OPEN",
                 path.string() + " is not a plain file that its owner alone can read: run chmod 600 on it"};
  }
  Bytes bytes(limits::kKeyFileBytesMax);
  const ssize_t got = ::read(file.number, bytes.data(), bytes.size());
  if (got < 0) return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", path.string() + ": " + systemMessage()};
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

template <std::size_t kSize>
bool takeFixed(const JsonValue& object, std::string_view name, std::array<std::uint8_t, kSize>& out) {
  const auto* field = object.find(name);
  const auto bytes = field != nullptr && field->text() != nullptr ? fromBase64(*field->text()) : Result<Bytes>(Error{});
  if (!bytes || bytes->size() != kSize) return false;
  std::ranges::copy(*bytes, out.begin());
  return true;
}

std::string textAt(const JsonValue& object, std::string_view name) {
  const auto* field = object.find(name);
  return field != nullptr && field->text() != nullptr ? *field->text() : std::string();
}

std::int64_t numberAt(const JsonValue& object, std::string_view name) {
  const auto* field = object.find(name);
  return field != nullptr && field->integer() != nullptr ? *field->integer() : 0;
}

Result<Held> readHeld(const std::filesystem::path& path) {
  const auto bytes = readSecretly(path);
  if (!bytes) return bytes.error();
  const auto json = parseJson(asText(*bytes));
  if (!json || textAt(*json, "format") != kFormat) return badFile(path);
  const auto ledger = LedgerId::parse(textAt(*json, "ledger"));
  const auto vault = VaultId::parse(textAt(*json, "vault"));
  const std::int64_t generation = numberAt(*json, "generation");
  const auto* encrypted = json->find("encrypted");
  if (!ledger || !vault || generation < 1 || generation > UINT32_MAX || encrypted == nullptr) return badFile(path);
  Held held{{*ledger, *vault, static_cast<std::uint32_t>(generation)}, {}};
  held.sealed.n = static_cast<std::uint64_t>(numberAt(*encrypted, "n"));
  const bool whole = takeFixed(*encrypted, "salt", held.sealed.salt) &&
                     takeFixed(*encrypted, "nonce", held.sealed.nonce) &&
                     takeFixed(*encrypted, "ciphertext", held.sealed.ciphertext);
  if (!whole) return badFile(path);
  return held;
}

}  // namespace

Result<void> writeVaultKey(const std::filesystem::path& path, const VaultName& name, const SecretKey& key,
                           std::string_view passphrase, Random& random) {
  if (passphrase.empty())
    return Error{ErrorCode::kRefused, "PASSPHRASE_NEEDED", "the key of a vault is never kept in the clear"};
  return createSecretly(path, textOf(name, key, passphrase, random));
}

Result<void> replaceVaultKey(const std::filesystem::path& path, const VaultName& name, const SecretKey& key,
                             std::string_view passphrase, Random& random) {
  const OpenFile old{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW)};
  struct stat facts {};
  if (old.number < 0 || ::fstat(old.number, &facts) != 0) return unwritten(path);
  const std::filesystem::path beside = path.string() + ".new";
  ::unlink(beside.c_str());  // of a rotation that was broken off
  ASAR_TRY(writeVaultKey(beside, name, key, passphrase, random));
  if (::rename(beside.c_str(), path.c_str()) != 0) return unwritten(path);
  ASAR_TRY(syncFolder(path.has_parent_path() ? path.parent_path() : "."));
  const Bytes zeros(static_cast<std::size_t>(facts.st_size));
  if (!writeAt(old.number, zeros, 0) || ::fsync(old.number) != 0) return unwritten(path);
  return {};
}

Result<VaultName> readVaultName(const std::filesystem::path& path) {
  const auto held = readHeld(path);
  if (!held) return held.error();
  return held->name;
}

Result<SecretKey> readVaultKey(const std::filesystem::path& path, std::string_view passphrase) {
  const auto held = readHeld(path);
  if (!held) return held.error();
  if (passphrase.empty()) {
    return Error{ErrorCode::kRefused, "PASSPHRASE_NEEDED",
                 path.string() + " is encrypted: give --vault-passphrase-file"};
  }
  const auto seed = openSeed(held->sealed, passphrase, boundTo(held->name));
  if (!seed) return Error{seed.error().code, seed.error().reason, path.string() + ": " + seed.error().message};
  return SecretKey(*seed);
}

}  // namespace ledger
