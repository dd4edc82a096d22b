#include "audit/witness/seed_box.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <bit>
#include <memory>

namespace audit::witness {
namespace {

constexpr std::uint64_t kCostMax = 1U << 20U;
constexpr std::uint64_t kMemoryMax = std::uint64_t{1200} << 20U;
constexpr int kSeedBytes = 32;
constexpr int kTagBytes = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

std::optional<Key> keyFrom(const SealedSeed& sealed, std::string_view passphrase) {
  if (sealed.cost < 2 || sealed.cost > kCostMax || !std::has_single_bit(sealed.cost)) return std::nullopt;
  Key key{};
  const bool made = EVP_PBE_scrypt(passphrase.data(), passphrase.size(), sealed.salt.data(), sealed.salt.size(),
                                   sealed.cost, 8, 1, kMemoryMax, key.data(), key.size()) == 1;
  return made ? std::optional(key) : std::nullopt;
}

}  // namespace

bool drawRandom(std::span<std::uint8_t> out) {
  return RAND_bytes(out.data(), static_cast<int>(out.size())) == 1;
}

std::optional<SealedSeed> sealSeed(const Key& seed, std::string_view passphrase, std::string_view bound_to) {
  SealedSeed sealed;
  if (!drawRandom(sealed.salt) || !drawRandom(sealed.nonce)) return std::nullopt;
  const auto key = keyFrom(sealed, passphrase);
  const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  if (!key || !context) return std::nullopt;
  int length = 0;
  const bool made =
      EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key->data(), sealed.nonce.data()) == 1 &&
      EVP_EncryptUpdate(context.get(), nullptr, &length, bytesOf(bound_to).data(), static_cast<int>(bound_to.size())) ==
          1 &&
      EVP_EncryptUpdate(context.get(), sealed.ciphertext.data(), &length, seed.data(), kSeedBytes) == 1 &&
      length == kSeedBytes && EVP_EncryptFinal_ex(context.get(), sealed.ciphertext.data() + kSeedBytes, &length) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, sealed.ciphertext.data() + kSeedBytes) == 1;
  return made ? std::optional(sealed) : std::nullopt;
}

std::optional<Key> openSeed(const SealedSeed& sealed, std::string_view passphrase, std::string_view bound_to) {
  const auto key = keyFrom(sealed, passphrase);
  const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  if (!key || !context) return std::nullopt;
  auto tag = fixed<kTagBytes>(Bytes(sealed.ciphertext).subspan(kSeedBytes));
  Key seed{};
  int length = 0;
  const bool opened =
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key->data(), sealed.nonce.data()) == 1 &&
      EVP_DecryptUpdate(context.get(), nullptr, &length, bytesOf(bound_to).data(), static_cast<int>(bound_to.size())) ==
          1 &&
      EVP_DecryptUpdate(context.get(), seed.data(), &length, sealed.ciphertext.data(), kSeedBytes) == 1 &&
      length == kSeedBytes && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1 &&
      EVP_DecryptFinal_ex(context.get(), seed.data() + kSeedBytes, &length) == 1;
  return opened ? std::optional(seed) : std::nullopt;
}

}  // namespace audit::witness
