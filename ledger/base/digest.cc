#include "ledger/base/digest.h"

#include <openssl/evp.h>

#include <algorithm>

namespace ledger {
namespace {

// Fetched once: a fetch per hash costs more than hashing a short entry.
const EVP_MD* sha256Algorithm() {
  static const EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  ASAR_CHECK(kAlgorithm != nullptr);
  return kAlgorithm;
}

EVP_MD_CTX* context(void* raw) {
  return static_cast<EVP_MD_CTX*>(raw);
}

}  // namespace

Digest Digest::from(ByteView bytes) {
  Digest digest;
  ASAR_CHECK(bytes.size() == digest.bytes.size());
  std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
  return digest;
}

Hasher::Hasher() : context_(EVP_MD_CTX_new()) {
  ASAR_CHECK(context_ != nullptr);
  ASAR_CHECK(EVP_DigestInit_ex2(context(context_), sha256Algorithm(), nullptr) == 1);
}

Hasher::~Hasher() {
  EVP_MD_CTX_free(context(context_));
}

void Hasher::add(ByteView bytes) {
  ASAR_CHECK(EVP_DigestUpdate(context(context_), bytes.data(), bytes.size()) == 1);
}

Digest Hasher::finish() {
  Digest digest;
  ASAR_CHECK(EVP_DigestFinal_ex(context(context_), digest.bytes.data(), nullptr) == 1);
  ASAR_CHECK(EVP_DigestInit_ex2(context(context_), nullptr, nullptr) == 1);
  return digest;
}

Digest sha256(std::initializer_list<ByteView> parts) {
  thread_local Hasher hasher;
  for (ByteView part : parts) hasher.add(part);
  return hasher.finish();
}

Digest sha256(ByteView bytes) {
  return sha256({bytes});
}

}  // namespace ledger
