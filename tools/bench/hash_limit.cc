#include "tools/bench/hash_limit.h"

#include <openssl/evp.h>

#include <bit>
#include <cstring>

#include "tools/bench/stopwatch.h"
#include "tools/bench/workload.h"

namespace tools {
namespace {

using ledger::Digest;
using ledger::Encoded;
using ledger::ErrorCode;
using ledger::EventLog;
using ledger::Page;
using ledger::Position;

class OneContext {
 public:
  OneContext() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {}
  ~OneContext() {
    EVP_MD_CTX_free(context_);
    EVP_MD_free(algorithm_);
  }
  OneContext(const OneContext&) = delete;
  OneContext& operator=(const OneContext&) = delete;

  Digest hash(const std::uint8_t* bytes, std::size_t size) {
    Digest digest;
    const bool done = EVP_DigestInit_ex2(context_, algorithm_, nullptr) == 1 &&
                      EVP_DigestUpdate(context_, bytes, size) == 1 &&
                      EVP_DigestFinal_ex(context_, digest.bytes.data(), nullptr) == 1;
    if (!done) giveUp({ErrorCode::kUnavailable, "HASH_FAILED", "OpenSSL does not hash"});
    return digest;
  }
  Digest node(const Digest& left, const Digest& right) {
    std::array<std::uint8_t, 65> bytes{1};
    std::memcpy(bytes.data() + 1, left.bytes.data(), 32);
    std::memcpy(bytes.data() + 33, right.bytes.data(), 32);
    return hash(bytes.data(), bytes.size());
  }

 private:
  EVP_MD* algorithm_;
  EVP_MD_CTX* context_;
};

}  // namespace

Leaves::Leaves(EventLog& log) {
  for (Position at = 0; at < log.head().size;) {
    const Page page = orGiveUp(log.read(at, 1 << 20));
    for (const Encoded& entry : page.entries) {
      bytes_.push_back(0);
      bytes_.insert(bytes_.end(), entry.body.begin(), entry.body.end());
      ends_.push_back(bytes_.size());
    }
    at += page.entries.size();
  }
}

double Leaves::secondsToHash(const Digest& root) const {
  const Stopwatch watch(Stopwatch::Of::kThreadCpu);
  OneContext context;
  std::vector<Digest> pending;  // roots of complete subtrees, largest first
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    pending.push_back(context.hash(bytes_.data() + begin, ends_[i] - begin));
    begin = ends_[i];
    for (int joins = std::countr_one(i); joins > 0; --joins) {
      const Digest right = pending.back();
      pending.pop_back();
      pending.back() = context.node(pending.back(), right);
    }
  }
  while (pending.size() > 1) {
    const Digest right = pending.back();
    pending.pop_back();
    pending.back() = context.node(pending.back(), right);
  }
  const double seconds = watch.seconds();
  if (pending.empty() || pending[0] != root) {
    giveUp({ErrorCode::kCorrupt, "ROOT_DIFFERS", "the limit was not measured over the same tree"});
  }
  return seconds;
}

}  // namespace tools
