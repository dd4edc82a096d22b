// Coordination — what the front offices do besides: ideas and requests, campaigns with their deeds, a forum, a
// council, an emergency; mandates, directions and laws.
#pragma once

#include "tests/sample/year.h"

namespace sample {

class Coordination {
 public:
  explicit Coordination(Year& year) : year_(year) {}
  void week(std::size_t week);

 private:
  void begin();
  void bringIdeas(std::size_t week);
  void answerIdeas();
  void help(std::size_t week);
  void visit(std::size_t week);
  void openCampaign(std::size_t week);
  void countDeeds();
  void closeCampaign();
  void meetAtForum(std::size_t week);
  void resolve(std::size_t week);
  void emergency(std::size_t week);
  void report();

  const Actor& clerk(std::size_t region) const { return year_.cast_.clerks[region]; }

  Year& year_;
  std::vector<std::pair<std::size_t, ledger::SubjectId>> ideas_;  // of last week, by region
  ledger::SubjectId campaign_, council_, resolution_, direction_, programme_, emergency_, deployment_;
};

}  // namespace sample
