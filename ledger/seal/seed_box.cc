#include "ledger/seal/seed_box.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <bit>
#include <memory>

#include "ledger/base/limits.h"

namespace ledger {
namespace {

constexpr std::uint64_t kCost = 1 << 17;  // about a third of a second and 128 MiB
constexpr std::size_t kTagBytes = 16;

// Wiped when it goes.
struct WrappingKey {
  std::array<std::uint8_t, 32> bytes{};
  WrappingKey() = default;
  WrappingKey(const WrappingKey&) = delete;
  WrappingKey& operator=(const WrappingKey&) = delete;
  ~WrappingKey() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

bool derive(std::string_view passphrase, ByteView salt, std::uint64_t n, WrappingKey& out) {
  const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr), EVP_KDF_free);
  const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(EVP_KDF_CTX_new(kdf.get()), EVP_KDF_CTX_free);
  if (context == nullptr) return false;
  std::string secret(passphrase);
  Bytes salt_copy = toBytes(salt);
  std::uint32_t r = 8;
  std::uint32_t p = 1;
  std::uint64_t memory = limits::kScryptMemoryMax;
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, secret.data(), secret.size()),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt_copy.data(), salt_copy.size()),
      OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
      OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
      OSSL_PARAM_construct_end()};
  const bool derived = EVP_KDF_derive(context.get(), out.bytes.data(), out.bytes.size(), parameters) == 1;
  OPENSSL_cleanse(secret.data(), secret.size());
  return derived;
}

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
int sizeOf(std::size_t size) {
  return static_cast<int>(size);
}

}  // namespace

SealedSeed sealSeed(const Seed& seed, std::string_view passphrase, std::string_view bound_to, Random& random) {
  SealedSeed sealed;
  sealed.n = kCost;
  random.fill(sealed.salt);
  random.fill(sealed.nonce);
  WrappingKey key;
  ASAR_CHECK(derive(passphrase, sealed.salt, sealed.n, key));
  const Cipher context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  int length = 0;
  const ByteView bound = asBytes(bound_to);
  ASAR_CHECK(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(), sealed.nonce.data()) == 1);
  ASAR_CHECK(EVP_EncryptUpdate(context.get(), nullptr, &length, bound.data(), sizeOf(bound.size())) == 1);
  ASAR_CHECK(EVP_EncryptUpdate(context.get(), sealed.ciphertext.data(), &length, seed.data(), sizeOf(seed.size())) ==
             1);
  ASAR_CHECK(EVP_EncryptFinal_ex(context.get(), sealed.ciphertext.data() + length, &length) == 1);
  ASAR_CHECK(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, sizeOf(kTagBytes),
                                 sealed.ciphertext.data() + seed.size()) == 1);
  return sealed;
}

Result<Seed> openSeed(const SealedSeed& sealed, std::string_view passphrase, std::string_view bound_to) {
  if (!std::has_single_bit(sealed.n) || sealed.n < 2 || sealed.n > limits::kScryptCostMax) {
    return Error{ErrorCode::kInvalid, "BAD_KEY_FILE", "the scrypt cost is not a power of two up to 2^20"};
  }
  WrappingKey key;
  if (!derive(passphrase, sealed.salt, sealed.n, key)) {
    return Error{ErrorCode::kUnavailable, "BAD_KEY_FILE", "deriving the key failed: there may be too little memory"};
  }
  const Cipher context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  Seed seed{};
  auto tag = sealed.ciphertext;
  int length = 0;
  const ByteView bound = asBytes(bound_to);
  const bool opened =
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(), sealed.nonce.data()) == 1 &&
      EVP_DecryptUpdate(context.get(), nullptr, &length, bound.data(), sizeOf(bound.size())) == 1 &&
      EVP_DecryptUpdate(context.get(), seed.data(), &length, sealed.ciphertext.data(), sizeOf(seed.size())) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, sizeOf(kTagBytes), tag.data() + seed.size()) == 1 &&
      EVP_DecryptFinal_ex(context.get(), seed.data() + length, &length) == 1;
  if (!opened)
    return Error{ErrorCode::kRefused, "WRONG_PASSPHRASE", "the passphrase is wrong, or the file was changed"};
  return seed;
}

}  // namespace ledger
