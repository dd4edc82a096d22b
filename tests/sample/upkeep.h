// Upkeep — what keeps the ledger itself in order: an earlier register is imported, one import is voided, a mandate is
// taken back, a person is corrected, leaves and is erased, the day's list of who read personal values is bound to the
// log, what an earlier ledger lost is declared, and at the end the heads of all streams are bound.
#pragma once

#include <optional>

#include "tests/sample/year.h"

namespace sample {

class Upkeep {
 public:
  explicit Upkeep(Year& year) : year_(year) {}
  void week(std::size_t week);

 private:
  void importRegister();
  void importWrongly();
  void registerSystem();
  void retireSystem();
  void correctAndErasePerson();
  void changeOperator();
  void bindAccessList();
  void declareRecovery();
  void bindHeads();

  // Its one part: an organisation of before and its project.
  std::vector<ledger::CommandBody> batch(const ledger::SubjectId& batch, const ledger::SubjectId& society,
                                         std::size_t number);

  Year& year_;
  std::optional<Actor> operator_;
  ledger::SubjectId system_;  // that the register of before is kept in
};

}  // namespace sample
