#include "tests/sample/calls.h"

#include <algorithm>

#include "ledger/rules/draw.h"

namespace sample {

using namespace ledger;

namespace {

constexpr std::int64_t kAsked = 20'000'000;

}  // namespace

void Calls::week(std::size_t week) {
  if (week == 5) publish();
  if (week == 6) apply();
  if (week == 7) drawExperts();
  if (week == 8) score();
  if (week == 9) decide();
  if (week == 11) answerAppeals();
  if (week == 13) orderService();
}

void Calls::publish() {
  call_ = year_.newId();
  const CivilDay today = year_.now().civilDay();
  year_.submitByTwo(centre().first, centre().second,
                    {CallPublish{call_,
                                 "SAMPLE-CALL-1",
                                 year_.cast_.programmes[2],
                                 centre().id,
                                 GrantClass::kOther,
                                 tenge(5 * kAsked),
                                 numbered("Үлгі конкурс", "Образцовый конкурс", "Sample call", 1),
                                 {{"need", 10}, {"plan", 10}},
                                 today,
                                 today + 20,
                                 year_.document(),
                                 year_.now()}});
  year_.submitByTwo(centre().first, centre().second, {CallAmend{call_, today + 25, year_.document(), year_.now()}});
}

void Calls::apply() {
  for (std::size_t i = 0; i < 4; ++i) {
    applications_.push_back(year_.newId());
    year_.submit(applicant(i).officer, {ApplicationSubmit{applications_[i],
                                                          call_,
                                                          applicant(i).id,
                                                          tenge(kAsked),
                                                          {},
                                                          {{"materials", CostType::kMaterials, kAsked}},
                                                          year_.document(),
                                                          year_.now()}});
  }
  year_.submit(applicant(3).officer, {ApplicationWithdraw{applications_[3], year_.now()}});
  for (std::size_t i = 0; i < 2; ++i) year_.submit(centre().first, {ApplicationAdmit{applications_[i], year_.now()}});
  year_.submit(centre().first, {ApplicationDecline{applications_[2], DeclineReason::kTechnical, year_.now()}});
}

// Two of four volunteers.
void Calls::drawExperts() {
  std::vector<Expert> candidates;
  for (std::size_t i = 0; candidates.size() < 4; ++i) {
    const Volunteer& one = year_.cast_.volunteers[year_.cast_.volunteers.size() - 1 - i];
    if (!one.silent) candidates.push_back({one.actor.person});
  }
  std::ranges::sort(candidates, {}, &Expert::person);
  const SubjectId panel = year_.newId();
  year_.submitByTwo(centre().first, centre().second, {ExpertsName{panel, call_, candidates, 2, year_.now()}});
  if (year_.failed()) return;
  const Digest seed = year_.scribe_.firstLeafOf(*year_.last_);
  const auto drawn = ledger::drawExperts(seed, candidates, 2);
  year_.submit(centre().first, {ExpertsDraw{panel, seed, drawn, year_.now()}});
  for (const Expert& expert : drawn) {
    for (const Volunteer& one : year_.cast_.volunteers) {
      if (one.actor.person == expert.person) experts_.push_back(&one);
    }
  }
}

void Calls::score() {
  if (year_.failed()) return;
  for (const char* criterion : {"need", "plan"})
    year_.submit(experts_[0]->actor, {ScoreGive{year_.newId(), applications_[0], criterion, 9, year_.now()},
                                      ScoreGive{year_.newId(), applications_[1], criterion, 4, year_.now()}});
  year_.submit(experts_[1]->actor, {ConflictDeclare{year_.newId(), applications_[0], year_.now()},
                                    ScoreGive{year_.newId(), applications_[1], "need", 5, year_.now()}});
}

void Calls::decide() {
  year_.submitByTwo(centre().first, centre().second, {CallClose{call_, year_.now()}});
  year_.submit(centre().first, {ApplicationShortlist{applications_[0], year_.now()},
                                ApplicationDecline{applications_[1], DeclineReason::kLowScore, year_.now()}});
  year_.submitByTwo(
      centre().first, centre().second,
      {GrantAward{year_.newId(), "SAMPLE-OPEN-1", "Sample grant of an open call", centre().id, applicant(0).id,
                  year_.cast_.programmes[2], std::string(kRegionTable[applicant(0).region].code), tenge(kAsked),
                  GrantClass::kOther, FundSource::kState, year_.now(), applications_[0]}});
  for (const std::size_t i : {1U, 2U})
    year_.submit(applicant(i).officer, {DecisionAppeal{applications_[i], year_.document(), year_.now()}});
}

void Calls::answerAppeals() {
  year_.submitByTwo(centre().first, centre().second,
                    {DecisionUphold{applications_[1], year_.document(), year_.now()},
                     DecisionOverturn{applications_[2], year_.document(), year_.now()}});
}

void Calls::orderService() {
  const SubjectId contract = year_.newId();
  const CivilDay today = year_.now().civilDay();
  year_.submitByTwo(centre().first, applicant(4).officer,
                    {ContractSign{contract, "SAMPLE-ORDER-1", year_.cast_.programmes[3], centre().id, applicant(4).id,
                                  tenge(2 * kAsked), numbered("Үлгі тапсырыс", "Образцовый заказ", "Sample order", 1),
                                  today, today + 90, year_.document(), year_.now()}});
  year_.submit(centre().first,
               {DeliverableAccept{year_.newId(), contract, tenge(kAsked), year_.document(), year_.now()}});
  year_.submitByTwo(centre().first, centre().second, {ContractEnd{contract, year_.now()}});
}

}  // namespace sample
