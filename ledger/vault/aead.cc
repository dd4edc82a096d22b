#include "ledger/vault/aead.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <memory>

namespace ledger {
namespace {

constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

int sizeOf(std::size_t size) {
  return static_cast<int>(size);
}

}  // namespace

SecretKey::SecretKey(ByteView bytes) {
  ASAR_CHECK(bytes.size() == bytes_.size());
  std::ranges::copy(bytes, bytes_.begin());
}

SecretKey SecretKey::draw(Random& random) {
  SecretKey key;
  random.fill(key.bytes_);
  return key;
}

SecretKey::~SecretKey() {
  OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

void wipe(Bytes& secret) {
  OPENSSL_cleanse(secret.data(), secret.size());
}

Bytes sealBox(const SecretKey& key, ByteView bound_to, ByteView secret, Random& random) {
  Bytes box(kNonceBytes + secret.size() + kTagBytes);
  random.fill({box.data(), kNonceBytes});
  const Cipher context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  std::uint8_t* out = box.data() + kNonceBytes;
  int length = 0;
  ASAR_CHECK(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.view().data(), box.data()) == 1);
  ASAR_CHECK(EVP_EncryptUpdate(context.get(), nullptr, &length, bound_to.data(), sizeOf(bound_to.size())) == 1);
  ASAR_CHECK(EVP_EncryptUpdate(context.get(), out, &length, secret.data(), sizeOf(secret.size())) == 1);
  ASAR_CHECK(EVP_EncryptFinal_ex(context.get(), out + length, &length) == 1);
  ASAR_CHECK(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, sizeOf(kTagBytes), out + secret.size()) == 1);
  return box;
}

Result<Bytes> openBox(const SecretKey& key, ByteView bound_to, ByteView box) {
  const Error failed{ErrorCode::kCorrupt, "AUTH_FAIL",
                     "a box of the vault does not open: its key, its place or its bytes are not what they were"};
  if (box.size() < kNonceBytes + kTagBytes) return failed;
  Bytes secret(box.size() - kNonceBytes - kTagBytes);
  Bytes tag = toBytes(box.last(kTagBytes));
  const Cipher context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  int length = 0;
  const bool opened =
      EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.view().data(), box.data()) == 1 &&
      EVP_DecryptUpdate(context.get(), nullptr, &length, bound_to.data(), sizeOf(bound_to.size())) == 1 &&
      EVP_DecryptUpdate(context.get(), secret.data(), &length, box.data() + kNonceBytes, sizeOf(secret.size())) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, sizeOf(kTagBytes), tag.data()) == 1 &&
      EVP_DecryptFinal_ex(context.get(), secret.data() + length, &length) == 1;
  if (opened) return secret;
  wipe(secret);
  return failed;
}

Digest keyedHash(const SecretKey& key, ByteView message) {
  Digest digest;
  unsigned length = 0;
  ASAR_CHECK(HMAC(EVP_sha256(), key.view().data(), sizeOf(key.view().size()), message.data(), message.size(),
                  digest.bytes.data(), &length) != nullptr);
  return digest;
}

}  // namespace ledger
