#include "audit/replay/signature_queue.h"

#include "audit/base/ed25519.h"

namespace audit {
namespace {

constexpr std::size_t kWaitingMax = 4096;
constexpr std::string_view kType = "application/vnd.asar.submission.v1+capnp";

}  // namespace

SignatureQueue::SignatureQueue(bool beside) {
  if (beside) worker_ = std::thread([this] { work(); });
}

SignatureQueue::~SignatureQueue() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

void SignatureQueue::add(SignatureJob job) {
  if (!worker_.joinable()) return check(job);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < kWaitingMax; });
  waiting_.push_back(std::move(job));
  const bool first = waiting_.size() == 1;
  lock.unlock();
  if (first) changed_.notify_all();
}

void SignatureQueue::work() {
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    // All at once: waking a thread for each would cost as much as the lock is worth.
    std::deque<SignatureJob> taken;
    taken.swap(waiting_);
    lock.unlock();
    changed_.notify_all();
    for (const SignatureJob& job : taken) check(job);
  }
}

// Only one thread checks, so that what it counts needs no lock until it is joined.
void SignatureQueue::check(const SignatureJob& job) {
  ++checked_;
  if (signatureHolds(job.key, job.message, job.signature)) return;
  const bool key_fine = acceptableKey(job.key);
  wrong_.push_back({Wrong::kBadActorSignature, job.index, key_fine ? "SIG_INVALID" : "KEY_REJECTED",
                    "the signature by key " + hexOf(job.key) + " does not hold"});
}

std::uint64_t SignatureQueue::finish(Findings& findings) {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
  for (Finding& finding : wrong_) findings.add(std::move(finding));
  wrong_.clear();
  return checked_;
}

Buffer signedBytes(Bytes header) {
  std::string text = "DSSEv1 " + std::to_string(kType.size()) + " ";
  text += kType;
  text += " " + std::to_string(header.size()) + " ";
  Buffer out(text.begin(), text.end());
  out.insert(out.end(), header.begin(), header.end());
  return out;
}

}  // namespace audit
