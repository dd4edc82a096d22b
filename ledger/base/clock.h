// Clock and Random — time and chance as parameters, so that tests decide both.
//
// Units    UTC milliseconds since 1970.
// Threads  SystemClock and SystemRandom may be shared; the fixed ones belong to one thread.
// Rule     only main() makes the system ones and hands them down.
#pragma once

#include <cstdint>
#include <span>

#include "ledger/base/ids.h"
#include "ledger/base/instant.h"

namespace ledger {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual UtcMs now() = 0;
};

class SystemClock final : public Clock {
 public:
  UtcMs now() override;
};

// Stands still until told to move.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(UtcMs now) : now_(now) {}
  UtcMs now() override { return now_; }
  void set(UtcMs now) { now_ = now; }
  void advance(UtcMs by) { now_ += by; }

 private:
  UtcMs now_;
};

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;

  Id16 id16() {
    Id16 bytes{};
    fill(bytes);
    return bytes;
  }
  template <class AnyId>
  AnyId id() {
    return AnyId{id16()};
  }
};

// The operating system's generator, through OpenSSL.
class SystemRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

// Reproducible from its seed: for tests, samples and benchmarks, never for keys.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> out) override;
  std::uint64_t next();
  // Uniform in [0, bound); requires bound > 0.
  std::uint64_t below(std::uint64_t bound);

 private:
  std::uint64_t state_;
};

// A time-ordered id: 48 bits of milliseconds, then 80 random bits, as ULID.
SubmissionId timeOrderedId(UtcMs now, Random& random);

}  // namespace ledger
