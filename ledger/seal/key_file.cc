#include "ledger/seal/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/base/utf8.h"
#include "ledger/event/json_gate.h"
#include "ledger/seal/seed_box.h"

namespace ledger {
namespace {

constexpr std::string_view kFormat = "asar-key/1";
constexpr std::array<std::string_view, 4> kPurposes = {"actor", "log", "witness", "certificate"};

Error badFile(const std::filesystem::path& path, std::string why) {
  return {ErrorCode::kInvalid, "BAD_KEY_FILE", path.string() + " is not a key file: " + std::move(why)};
}

// Additional data of the encryption: whatever the reader will rely on.
std::string boundTo(const StoredKey& key) {
  return std::string(kFormat) + "\n" + std::string(nameOf(key.purpose)) + "\n" + key.name + "\n" + toHex(key.key);
}

// Closes when it goes.
struct OpenFile {
  const int number;
  explicit OpenFile(int descriptor) : number(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number >= 0) close(number);
  }
};

Result<void> checkSecrecy(const std::filesystem::path& path, int file) {
  struct stat facts {};
  if (fstat(file, &facts) != 0) {
    return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE",
                 "cannot look at " + path.string() + ": " + systemMessage()};
  }
  if (!S_ISREG(facts.st_mode)) {
    return Error{ErrorCode::kRefused, "KEY_FILE_OPEN",
                 path.string() + " is not a plain file: name the key file itself"};
  }
  if (facts.st_nlink != 1) {
    return Error{ErrorCode::kRefused, "KEY_FILE_OPEN",
                 path.string() + " has another name besides: find that and delete it, and consider the key known"};
  }
  if ((facts.st_mode & 077) != 0) {
    return Error{
        ErrorCode::kRefused, "KEY_FILE_OPEN",
        path.string() + " can be read by others than its owner: run chmod 600 on it, and consider the key known"};
  }
  return {};
}

// What is checked is what is read: the file is looked at after it was opened.
Result<Bytes> readSecretly(const std::filesystem::path& path) {
  const OpenFile file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
  if (file.number < 0 && errno == ELOOP) {
    return Error{ErrorCode::kRefused, "KEY_FILE_OPEN",
                 path.string() + " is a symbolic link: name the key file itself, not a link"};
  }
  if (file.number < 0) {
    const bool missing = errno == ENOENT;
    return Error{missing ? ErrorCode::kNotFound : ErrorCode::kUnavailable, missing ? "FILE_MISSING" : "FILE_UNREADABLE",
                 path.string() + " could not be opened: " + systemMessage()};
  }
  ASAR_TRY(checkSecrecy(path, file.number));
  Bytes bytes(limits::kKeyFileBytesMax + 1);
  const ssize_t got = read(file.number, bytes.data(), bytes.size());
  if (got < 0) {
    return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", path.string() + " could not be read: " + systemMessage()};
  }
  if (static_cast<std::size_t>(got) > limits::kKeyFileBytesMax) return badFile(path, "it has more than 4096 bytes");
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

Result<JsonValue> readObject(const std::filesystem::path& path) {
  const auto bytes = readSecretly(path);
  if (!bytes) return bytes.error();
  auto object = parseJson(asText(*bytes));
  if (!object) return badFile(path, object.error().message);
  if (object->fields() == nullptr) return badFile(path, "it is not one JSON object");
  return object;
}

std::string textOf(const JsonValue& object, const char* name) {
  const auto* field = object.find(name);
  return field != nullptr && field->text() != nullptr ? *field->text() : std::string();
}

template <std::size_t kSize>
bool takeFixed(const JsonValue& object, const char* name, std::array<std::uint8_t, kSize>& out) {
  const auto bytes = fromBase64(textOf(object, name));
  if (!bytes || bytes->size() != kSize) return false;
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return true;
}

Result<StoredKey> publicPart(const std::filesystem::path& path, const JsonValue& object) {
  StoredKey key;
  if (textOf(object, "format") != kFormat) return badFile(path, "its format is not asar-key/1");
  const auto purpose = std::ranges::find(kPurposes, textOf(object, "purpose"));
  if (purpose == kPurposes.end()) return badFile(path, "its purpose is not known");
  key.purpose = static_cast<KeyPurpose>(purpose - kPurposes.begin());
  key.name = textOf(object, "name");
  if (!takeFixed(object, "public", key.key)) return badFile(path, "its public key is not base64 of 32 bytes");
  return key;
}

std::uint64_t numberOf(const JsonValue& object, const char* name) {
  const auto* field = object.find(name);
  const auto* number = field != nullptr ? field->integer() : nullptr;
  return number != nullptr && *number > 0 ? static_cast<std::uint64_t>(*number) : 0;
}

std::optional<SealedSeed> sealedPart(const JsonValue& encrypted) {
  SealedSeed sealed;
  sealed.n = numberOf(encrypted, "n");
  const bool parsed = textOf(encrypted, "kdf") == "scrypt" && numberOf(encrypted, "r") == 8 &&
                      numberOf(encrypted, "p") == 1 && takeFixed(encrypted, "salt", sealed.salt) &&
                      takeFixed(encrypted, "nonce", sealed.nonce) &&
                      takeFixed(encrypted, "ciphertext", sealed.ciphertext);
  return parsed ? std::optional(sealed) : std::nullopt;
}

Result<void> createSecretly(const std::filesystem::path& path, const std::string& text) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) {
    const ErrorCode code = errno == EEXIST ? ErrorCode::kConflict : ErrorCode::kUnavailable;
    return Error{code, "FILE_UNWRITTEN", "cannot make " + path.string() + ": " + systemMessage()};
  }
  const bool written = writeAt(file, asBytes(text), 0) && fsync(file) == 0;
  const Error failed{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
                     "cannot write " + path.string() + ": " + systemMessage()};
  close(file);
  if (!written) {
    unlink(path.c_str());  // half a key file would only stand in the way of the next attempt
    return failed;
  }
  return syncFolder(path.has_parent_path() ? path.parent_path() : ".");
}

}  // namespace

std::string_view nameOf(KeyPurpose purpose) {
  return kPurposes[static_cast<std::size_t>(purpose)];
}

Result<void> writeKeyFile(const std::filesystem::path& path, const StoredKey& key, std::string_view passphrase,
                          Random& random) {
  const bool controls = std::ranges::any_of(key.name, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (key.name.size() > limits::kKeyNameBytesMax || !isUtf8(key.name) || controls) {
    return badFile(path, "the name of a key is at most 255 bytes of UTF-8, without control characters");
  }
  JsonValue object = JsonValue::Fields{
      {"format", kFormat}, {"purpose", nameOf(key.purpose)}, {"name", key.name}, {"public", toBase64(key.key)}};
  if (passphrase.empty()) {
    object.set("seed", toBase64(key.seed));
  } else {
    const SealedSeed sealed = sealSeed(key.seed, passphrase, boundTo(key), random);
    object.set("encrypted", JsonValue::Fields{{"kdf", "scrypt"},
                                              {"n", sealed.n},
                                              {"r", 8},
                                              {"p", 1},
                                              {"salt", toBase64(sealed.salt)},
                                              {"nonce", toBase64(sealed.nonce)},
                                              {"ciphertext", toBase64(sealed.ciphertext)}});
  }
  return createSecretly(path, object.pretty() + "\n");
}

Result<StoredKey> readPublicPart(const std::filesystem::path& path) {
  const auto object = readObject(path);
  if (!object) return object.error();
  return publicPart(path, *object);
}

Result<StoredKey> readKeyFile(const std::filesystem::path& path, std::string_view passphrase) {
  const auto object = readObject(path);
  if (!object) return object.error();
  auto key = publicPart(path, *object);
  if (!key) return key;
  const auto* encrypted = object->find("encrypted");
  if (encrypted == nullptr) {
    if (!takeFixed(*object, "seed", key->seed)) return badFile(path, "its seed is not base64 of 32 bytes");
  } else {
    if (passphrase.empty())
      return Error{ErrorCode::kRefused, "PASSPHRASE_NEEDED", path.string() + " is encrypted: give its passphrase"};
    const auto sealed = sealedPart(*encrypted);
    if (!sealed) return badFile(path, "its encrypted part does not parse");
    const auto seed = openSeed(*sealed, passphrase, boundTo(*key));
    if (!seed) return Error{seed.error().code, seed.error().reason, path.string() + ": " + seed.error().message};
    key->seed = *seed;
  }
  const auto pair = KeyPair::fromSeed(key->seed);
  if (!pair || pair->publicKey() != key->key) return badFile(path, "its public key does not belong to its seed");
  return key;
}

Result<KeyPair> keyPairOf(const StoredKey& key, KeyPurpose purpose) {
  if (key.purpose != purpose) {
    return Error{ErrorCode::kRefused, "KEY_PURPOSE",
                 "the key is for " + std::string(nameOf(key.purpose)) + ", not for " + std::string(nameOf(purpose)) +
                     ": every purpose has its own"};
  }
  return KeyPair::fromSeed(key.seed);
}

}  // namespace ledger
