#include "audit/witness/cosigner.h"

#include <openssl/evp.h>

#include "audit/base/ed25519.h"
#include "audit/base/sha256.h"

namespace audit::witness {
namespace {

constexpr std::uint8_t kCosignature = 4;

Buffer typed(const Key& key) {
  Buffer out;
  out.reserve(1 + key.size());  // else gcc 12 sees bytes past the first one
  out.push_back(kCosignature);
  out.insert(out.end(), key.begin(), key.end());
  return out;
}

std::array<std::uint8_t, 4> idOf(const std::string& name, const Key& key) {
  Buffer named(name.begin(), name.end());
  named.push_back('\n');
  const Buffer more = typed(key);
  named.insert(named.end(), more.begin(), more.end());
  return fixed<4>(Bytes(sha256(named)).first(4));
}

}  // namespace

std::optional<Cosigner> Cosigner::of(std::string name, const Key& seed) {
  Cosigner out;
  out.name_ = std::move(name);
  out.pair_ = std::shared_ptr<void>(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()),
                                    [](void* pair) { EVP_PKEY_free(static_cast<EVP_PKEY*>(pair)); });
  std::size_t length = out.key_.size();
  if (!out.pair_ ||
      EVP_PKEY_get_raw_public_key(static_cast<EVP_PKEY*>(out.pair_.get()), out.key_.data(), &length) != 1 ||
      length != out.key_.size() || !acceptableKey(out.key_)) {
    return std::nullopt;
  }
  return out;
}

std::string Cosigner::vkeyOf(const std::string& name, const Key& key) {
  return name + "+" + hexOf(idOf(name, key)) + "+" + base64Of(typed(key));
}

std::string Cosigner::line(std::string_view text, std::uint64_t time) const {
  const std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(text);
  std::array<std::uint8_t, 64> signature{};
  std::size_t length = signature.size();
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  const bool made =
      context != nullptr &&
      EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, static_cast<EVP_PKEY*>(pair_.get())) == 1 &&
      EVP_DigestSign(context.get(), signature.data(), &length, bytesOf(message).data(), message.size()) == 1;
  if (!made || length != signature.size()) throw std::bad_alloc();  // nothing else can fail here

  const auto id = idOf(name_, key_);
  Buffer bytes(id.begin(), id.end());
  for (unsigned shift = 64; shift > 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(time >> (shift - 8)));
  bytes.insert(bytes.end(), signature.begin(), signature.end());
  return "\xE2\x80\x94 " + name_ + " " + base64Of(bytes) + "\n";
}

}  // namespace audit::witness
