#include "audit/witness/key_file.h"

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "audit/base/utf8.h"
#include "audit/witness/durable_file.h"
#include "audit/witness/seed_box.h"

namespace audit::witness {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kFileBytesMax = 4096;
constexpr std::size_t kNameBytesMax = 255;
constexpr const char* kFormat = "asar-key/1";
constexpr const char* kPurpose = "witness";

Trouble bad(const std::filesystem::path& path, const std::string& why) {
  return {"BAD_KEY_FILE", path.string() + " is not a key file: " + why};
}

std::string boundTo(const std::string& name, const Key& key) {
  return std::string(kFormat) + "\n" + kPurpose + "\n" + name + "\n" + hexOf(key);
}

std::string textIn(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <std::size_t N>
bool take(const Json& object, const char* name, std::array<std::uint8_t, N>& out) {
  const auto bytes = base64Decoded(textIn(object, name));
  if (!bytes || bytes->size() != N) return false;
  out = fixed<N>(*bytes);
  return true;
}

bool isNumber(const Json& object, const char* name, std::uint64_t value) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number_unsigned() && found->get<std::uint64_t>() == value;
}

std::optional<SealedSeed> sealedIn(const Json& encrypted) {
  SealedSeed sealed;
  const auto cost = encrypted.find("n");
  if (cost == encrypted.end() || !cost->is_number_unsigned()) return std::nullopt;
  sealed.cost = cost->get<std::uint64_t>();
  const bool read = textIn(encrypted, "kdf") == "scrypt" && isNumber(encrypted, "r", 8) &&
                    isNumber(encrypted, "p", 1) && take(encrypted, "salt", sealed.salt) &&
                    take(encrypted, "nonce", sealed.nonce) && take(encrypted, "ciphertext", sealed.ciphertext);
  return read ? std::optional(sealed) : std::nullopt;
}

// A key that others may read is no secret any more.
std::optional<Trouble> secrecy(const std::filesystem::path& path) {
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) != 0) return std::nullopt;  // reading says why
  if (!S_ISREG(facts.st_mode))
    return Trouble{"KEY_FILE_OPEN", path.string() + " is not a plain file: name the key file itself"};
  if ((facts.st_mode & 077U) == 0) return std::nullopt;
  return Trouble{"KEY_FILE_OPEN", path.string() +
                                      " can be read by others than its owner: run chmod 600 on it, and "
                                      "consider the key known"};
}

Or<Json> readObject(const std::filesystem::path& path) {
  if (auto trouble = secrecy(path)) return *trouble;
  const FileText file = readFile(path, kFileBytesMax);
  if (file.missing) return Trouble{"FILE_MISSING", path.string() + " is not there"};
  if (!file.trouble.empty()) return Trouble{"FILE_UNREADABLE", file.trouble};
  Json object = Json::parse(file.text, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return bad(path, "it is not one JSON object");
  return object;
}

Or<KeyFacts> factsIn(const std::filesystem::path& path, const Json& object) {
  KeyFacts facts;
  if (textIn(object, "format") != kFormat) return bad(path, "its format is not asar-key/1");
  if (textIn(object, "purpose") != kPurpose) {
    return Trouble{"KEY_PURPOSE", path.string() + " is a key for \"" + textIn(object, "purpose") +
                                      "\", not for a witness: every purpose has its own"};
  }
  facts.name = textIn(object, "name");
  if (!isKeyName(facts.name)) return bad(path, "its name is empty, too long or has spaces");
  if (!take(object, "public", facts.key)) return bad(path, "its public key is not base64 of 32 bytes");
  facts.encrypted = object.contains("encrypted");
  return facts;
}

}  // namespace

bool isKeyName(std::string_view name) {
  return !name.empty() && name.size() <= kNameBytesMax && name.find('+') == std::string_view::npos &&
         isPlainText(name) && !hasSpace(name);
}

Or<KeyFacts> createKey(const std::filesystem::path& path, const std::string& name, std::string_view passphrase) {
  Key seed{};
  const auto cosigner = drawRandom(seed) ? Cosigner::of(name, seed) : std::nullopt;
  if (!cosigner) return Trouble{"FILE_UNWRITTEN", "no key can be drawn: the system's generator does not answer"};
  nlohmann::ordered_json object{
      {"format", kFormat}, {"purpose", kPurpose}, {"name", name}, {"public", base64Of(cosigner->key())}};
  if (passphrase.empty()) {
    object["seed"] = base64Of(seed);
  } else {
    const auto sealed = sealSeed(seed, passphrase, boundTo(name, cosigner->key()));
    if (!sealed) return Trouble{"FILE_UNWRITTEN", "the key cannot be encrypted: is there memory enough?"};
    object["encrypted"] = {{"kdf", "scrypt"},
                           {"n", sealed->cost},
                           {"r", 8},
                           {"p", 1},
                           {"salt", base64Of(sealed->salt)},
                           {"nonce", base64Of(sealed->nonce)},
                           {"ciphertext", base64Of(sealed->ciphertext)}};
  }
  std::error_code failed;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, failed)))
    return Trouble{"FILE_EXISTS", path.string() + " is there already, and no key is written over"};
  if (const auto trouble = writeFile(path, object.dump(2) + "\n", Keep::kForOwner))
    return Trouble{"FILE_UNWRITTEN", *trouble};
  return KeyFacts{name, cosigner->key(), !passphrase.empty()};
}

Or<KeyFacts> readKeyFacts(const std::filesystem::path& path) {
  const auto object = readObject(path);
  if (const auto* trouble = std::get_if<Trouble>(&object)) return *trouble;
  return factsIn(path, std::get<0>(object));
}

Or<Cosigner> readKey(const std::filesystem::path& path, std::string_view passphrase) {
  const auto read = readObject(path);
  if (const auto* trouble = std::get_if<Trouble>(&read)) return *trouble;
  const Json& object = std::get<0>(read);
  const auto found = factsIn(path, object);
  if (const auto* trouble = std::get_if<Trouble>(&found)) return *trouble;
  const auto& facts = std::get<0>(found);
  Key seed{};
  if (!facts.encrypted) {
    if (!take(object, "seed", seed)) return bad(path, "its seed is not base64 of 32 bytes");
  } else {
    if (passphrase.empty()) {
      return Trouble{"PASSPHRASE_NEEDED",
                     path.string() + " is encrypted: give --passphrase-file FILE, or set ASAR_PASSPHRASE"};
    }
    const auto sealed = sealedIn(object.at("encrypted"));
    if (!sealed) return bad(path, "its encrypted part does not parse");
    const auto opened = openSeed(*sealed, passphrase, boundTo(facts.name, facts.key));
    if (!opened) return Trouble{"WRONG_PASSPHRASE", path.string() + " does not open: the passphrase is wrong"};
    seed = *opened;
  }
  auto cosigner = Cosigner::of(facts.name, seed);
  if (!cosigner || cosigner->key() != facts.key) return bad(path, "its public key does not belong to its seed");
  return std::move(*cosigner);
}

}  // namespace audit::witness
