#include "audit/base/sha256.h"

#include <openssl/evp.h>

#include <cstdlib>
#include <new>

namespace audit {
namespace {

// One fetched algorithm for the life of the program: fetching it per hash would cost as much as hashing.
const EVP_MD* algorithm() {
  static const EVP_MD* const kFetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kFetched;
}

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (context_ == nullptr) throw std::bad_alloc();
  begin();
}

Sha256::~Sha256() {
  EVP_MD_CTX_free(context_);
}

void Sha256::begin() {
  if (EVP_DigestInit_ex2(context_, algorithm(), nullptr) != 1) std::abort();
}

void Sha256::update(Bytes bytes) {
  if (EVP_DigestUpdate(context_, bytes.data(), bytes.size()) != 1) std::abort();
}

Hash Sha256::finish() {
  Hash out;
  if (EVP_DigestFinal_ex(context_, out.data(), nullptr) != 1) std::abort();
  return out;
}

Hash Sha256::of(Bytes bytes) {
  begin();
  update(bytes);
  return finish();
}

Hash Sha256::leaf(Bytes entry) {
  static constexpr std::uint8_t kPrefix = 0;
  begin();
  update({&kPrefix, 1});
  update(entry);
  return finish();
}

Hash Sha256::node(const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 65> bytes{};
  bytes[0] = 1;
  std::memcpy(bytes.data() + 1, left.data(), left.size());
  std::memcpy(bytes.data() + 33, right.data(), right.size());
  return of(bytes);
}

Hash sha256(Bytes bytes) {
  return Sha256().of(bytes);
}

}  // namespace audit
