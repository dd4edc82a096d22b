// Quarrels — disputes and their settlement, corrections up and down, voided entries: the week after the attestation.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Quarrels {
 public:
  explicit Quarrels(Year& year) : year_(year) {}
  void week();

 private:
  void dispute(const Claimed& claimed, bool rejected);
  void correct(const Claimed& claimed);
  void resolveAll();

  struct Disputed {
    Claimed claimed;
    bool rejected = false;
  };

  Year& year_;
  std::vector<Disputed> open_;
  std::size_t settled_ = 0;
};

}  // namespace sample
