#include "ledger/seal/vkey.h"

#include <array>

#include "ledger/base/digest.h"
#include "ledger/base/utf8.h"

namespace ledger {
namespace {

constexpr std::size_t kMlDsaKeyBytes = 1312;

Error badVkey(std::string why) {
  return {ErrorCode::kInvalid, "BAD_VKEY", "not a verifier key: " + std::move(why)};
}

std::uint32_t keyId(std::string_view name, ByteView type_and_key) {
  return readBigEndian32(sha256({asBytes(name), asBytes("\n"), type_and_key}).view());
}

}  // namespace

bool isKeyName(std::string_view name) {
  // White space beyond ASCII, in UTF-8.
  static constexpr std::array<std::string_view, 19> kSpaces = {
      "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81", "\xe2\x80\x82", "\xe2\x80\x83",
      "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86", "\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\x89", "\xe2\x80\x8a",
      "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80"};
  if (name.empty() || !isUtf8(name)) return false;
  for (const char c : name) {
    if (c == '+' || c == ' ' || (c >= '\t' && c <= '\r')) return false;
  }
  for (const std::string_view space : kSpaces) {
    if (name.find(space) != std::string_view::npos) return false;
  }
  return true;
}

VerifierKey verifierKey(std::string name, NoteKeyType type, const PublicKey& key) {
  Bytes typed{static_cast<std::uint8_t>(type)};
  appendBytes(typed, key);
  const std::uint32_t id = keyId(name, typed);
  return {std::move(name), id, type, key};
}

std::string vkeyText(const VerifierKey& key) {
  ASAR_CHECK(key.type != NoteKeyType::kMlDsaCosignature);  // its key bytes are not kept
  Bytes typed{static_cast<std::uint8_t>(key.type)};
  appendBytes(typed, key.key);
  Bytes id;
  appendBigEndian32(id, key.id);
  return key.name + "+" + toHex(id) + "+" + toBase64(typed);
}

Result<VerifierKey> parseVkey(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) return badVkey("it is not name+id+key");
  VerifierKey out;
  out.name = text.substr(0, first);
  if (!isKeyName(out.name)) return badVkey("its name is empty or has spaces");
  const auto id = fromHex(text.substr(first + 1, second - first - 1));
  if (!id || id->size() != 4) return badVkey("its id is not 8 lower-case hex digits");
  const auto typed = fromBase64(text.substr(second + 1));
  if (!typed || typed->empty()) return badVkey("its key is not base64");
  out.id = readBigEndian32(*id);
  if (keyId(out.name, *typed) != out.id) return badVkey("its id does not belong to its name and key");
  const bool ed25519 = (*typed)[0] == 0x01 || (*typed)[0] == 0x04;
  if (!(ed25519 && typed->size() == 33) && !((*typed)[0] == 0x06 && typed->size() == 1 + kMlDsaKeyBytes)) {
    return badVkey("its type " + std::to_string((*typed)[0]) + " is not known, or the key has another length");
  }
  out.type = static_cast<NoteKeyType>((*typed)[0]);
  if (ed25519) {
    std::copy(typed->begin() + 1, typed->end(), out.key.begin());
    if (!isAcceptableKey(out.key)) return badVkey("it is a weak key");
  }
  return out;
}

}  // namespace ledger
