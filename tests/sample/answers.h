// Answers — donations, reports that are owed, a road map, an audit with its finding, a round of nominations, an outside
// system.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Answers {
 public:
  explicit Answers(Year& year) : year_(year) {}
  void week(std::size_t week);

 private:
  void give();
  void report();
  void planRoad();
  void audit();
  void auditAgain();
  void answerFinding();
  void openRound();
  void decideRound();
  void exchange();

  const Funder& centre() const { return year_.cast_.centre; }
  static constexpr std::size_t kHost = 7;

  const Host& host() const { return year_.cast_.hosts[kHost]; }
  ledger::Money tenge(std::int64_t minor) const { return {minor, *ledger::Currency::parse("KZT")}; }

  Year& year_;
  ledger::SubjectId audit_, finding_, distinction_, round_;
  std::vector<ledger::SubjectId> nominated_;
};

}  // namespace sample
