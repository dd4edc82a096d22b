// Honours — nominations, conferrals and one revocation; and what happens to people's keys during the year.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Honours {
 public:
  explicit Honours(Year& year) : year_(year) {}
  void week(std::size_t week);

 private:
  void define();
  void nominate(std::size_t week);
  void confer();
  void revokeFirst();
  void rotateKey(std::size_t week);
  void loseKey(std::size_t week);
  void reportStolenKey(std::size_t week);

  Year& year_;
  std::vector<ledger::SubjectId> nominated_;  // not yet decided
  std::vector<ledger::SubjectId> conferred_;
};

}  // namespace sample
