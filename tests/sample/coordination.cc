#include "tests/sample/coordination.h"

namespace sample {

using namespace ledger;

void Coordination::week(std::size_t week) {
  if (week == 0) begin();
  answerIdeas();
  bringIdeas(week);
  help(week);
  if (week % 2 == 0) visit(week);
  if (week == 4 || week == 20 || week == 36) openCampaign(week);
  if (!campaign_.isNone()) countDeeds();
  if (week == 10 || week == 26 || week == 42) closeCampaign();
  if (week == 45) meetAtForum(week);
  if (week == 12 || week == 30) resolve(week);
  if (week >= 21 && week <= 23) emergency(week);
  if (week % 26 == 25) report();
}

void Coordination::begin() {
  const SubjectId national = year_.cast_.national_office;
  year_.byAuthorities({RoleGrant{year_.nationalClerk().person, Role::kClerk, national, 0}});
  council_ = year_.newId();
  direction_ = year_.newId(), programme_ = year_.newId();
  std::vector<CommandBody> bodies{
      LegalBasisRecord{year_.newId(), "SAMPLE-LAW-1", numbered("Үлгі заң", "Образец закона", "Sample law", 1),
                       LegalStatus::kInForce, "a sample, not a law", civilDay(0, 0), 0},
      OfficeMandateSet{national, "SAMPLE-ACT-M1", year_.document(), civilDay(0, 0), 0},
      CouncilForm{council_, national, numbered("Үлгі кеңес", "Образцовый совет", "Sample council", 1), year_.document(),
                  year_.now()},
      DirectionAdd{direction_, "sample-ayala", {"Үлгі бағыт", "Образцовое направление", "Sample direction"}},
      ProgrammeDefine{
          programme_, national, "sample-ayala", {"Үлгі бағдарлама", "Образцовая программа", "Sample programme"}},
      PartnershipRegister{year_.newId(), year_.cast_.programmes[0], year_.cast_.centre.id,
                          numbered("Үлгі серіктестік", "Образцовое партнёрство", "Sample partnership", 1),
                          civilDay(0, 0), 0}};
  year_.byAuthorities(bodies);
}

void Coordination::bringIdeas(std::size_t week) {
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t region = (week * 3 + i) % kRegions;
    const Volunteer& author = year_.cast_.volunteers[(week * 41 + i * kRegions + 3) % year_.cast_.volunteers.size()];
    if (author.silent) continue;
    const SubjectId idea = year_.newId();
    year_.submit(author.actor,
                 {IdeaSubmit{idea, year_.cast_.offices[region], std::string(kDirectionTable[i % kDirections].code),
                             std::string(kRegionTable[region].code), year_.document(), year_.now()}});
    ideas_.emplace_back(region, idea);
  }
}

// One of three becomes a project, one is declined, one stays triaged.
void Coordination::answerIdeas() {
  std::size_t number = 0;
  for (const auto& [region, idea] : ideas_) {
    std::vector<CommandBody> answer{IdeaTriage{idea, year_.now()}};
    if (number % 3 == 0) answer.emplace_back(IdeaConvert{idea, year_.cast_.hosts[region].project, year_.now()});
    if (number % 3 == 1) answer.emplace_back(IdeaDecline{idea, IdeaReason::kAlreadyDone, year_.now()});
    year_.submit(clerk(region), answer);
    ++number;
  }
  ideas_.clear();
}

void Coordination::help(std::size_t week) {
  const std::size_t region = week % kRegions;
  const SubjectId request = year_.newId();
  const Channel channel = week % 3 == 0 ? Channel::kVisit : Channel::kCall;
  year_.submit(clerk(region),
               {RequestReceive{request, year_.cast_.offices[region], channel, week % 2 == 0 ? "medicine" : "company",
                               std::string(kRegionTable[region].code), year_.now()},
                RequestRoute{request, year_.cast_.hosts[region].id, year_.now()},
                RequestResolve{request, RequestOutcome::kHelped, year_.now()}});
}

void Coordination::visit(std::size_t week) {
  const std::size_t region = (week * 7) % kRegions;
  const SubjectId office = year_.cast_.offices[region];
  const VisitVerdict verdict = week % 8 == 0 ? VisitVerdict::kRemarks : VisitVerdict::kOnTrack;
  year_.submit(clerk(region), {MonitoringVisitRecord{year_.newId(), office, year_.cast_.hosts[region].project, verdict,
                                                     year_.document(), year_.now()}});
  if (week % 10 != 0) return;
  year_.submit(clerk(region), {MeetingHold{year_.newId(), office, "rural-youth", 25, year_.now()}});
}

void Coordination::openCampaign(std::size_t week) {
  campaign_ = year_.newId();
  year_.submit(year_.nationalClerk(),
               {CampaignOpen{campaign_, year_.cast_.national_office, CampaignScale::kNational,
                             numbered("Үлгі марафон", "Образцовый марафон", "Sample marathon", week), civilDay(week, 0),
                             civilDay(week + 6, 6)}});
  const Host& host = year_.cast_.hosts[week % year_.cast_.hosts.size()];
  year_.submit(host.officer,
               {CommitmentRecord{year_.newId(), campaign_, host.id, "trees", 500, civilDay(week + 6, 6)}});
}

void Coordination::countDeeds() {
  for (std::size_t region = 0; region < kRegions; ++region) {
    const Host& host = year_.cast_.hosts[region];
    const auto deeds = static_cast<std::uint32_t>(1 + year_.below(60));
    year_.submit(
        host.coordinator,
        {DeedRecord{year_.newId(), campaign_, host.id, "sample-good-deed", deeds, deeds * 4, {}, year_.now()}});
  }
}

void Coordination::closeCampaign() {
  year_.submit(year_.nationalClerk(), {CampaignClose{campaign_, year_.now()}});
  campaign_ = {};
}

void Coordination::meetAtForum(std::size_t week) {
  const SubjectId forum = year_.newId();
  std::vector<CommandBody> bodies{ForumRegister{forum, year_.cast_.national_office,
                                                numbered("Үлгі форум", "Образцовый форум", "Sample forum", 1), "KZ",
                                                civilDay(week, 0), civilDay(week, 1)}};
  for (const char* country : {"KZ", "KG", "TJ", "UZ"})
    bodies.emplace_back(ParticipationRecord{forum, country, ForumRole::kParticipant, 35});
  bodies.emplace_back(ParticipationRecord{forum, "KZ", ForumRole::kSpeaker, 8});
  year_.submit(year_.nationalClerk(), bodies);
}

void Coordination::resolve(std::size_t week) {
  if (!resolution_.isNone()) {
    year_.submit(year_.nationalClerk(), {ResolutionFulfil{resolution_, year_.document(), year_.now()}});
    year_.byAuthorities({ProgrammeRetire{programme_, year_.now()}, DirectionRetire{direction_, year_.now()}});
    return;
  }
  resolution_ = year_.newId();
  year_.submit(year_.nationalClerk(),
               {ResolutionTake{resolution_, council_, "SAMPLE-R-1",
                               numbered("Үлгі шешім", "Образцовое решение", "Sample resolution", 1), year_.document(),
                               civilDay(week + 20, 0), year_.now()}});
}

// A flood in the second region: declared, helped in, over.
void Coordination::emergency(std::size_t week) {
  const Host& host = year_.cast_.hosts[1];
  if (week == 21) {
    emergency_ = year_.newId();
    deployment_ = year_.newId();
    year_.byAuthorities({EmergencyDeclare{emergency_, year_.cast_.offices[1], "flood",
                                          numbered("Үлгі су тасқыны", "Учебный паводок", "Sample flood", 1),
                                          std::string(kRegionTable[1].code), year_.now()}});
    year_.submit(clerk(1), {DeploymentOrder{deployment_, emergency_, host.id, "rescue", 60, year_.now()}});
  } else if (week == 22) {
    year_.submit(host.coordinator, {DeploymentEnd{deployment_, 54, year_.now()}});
  } else {
    year_.byAuthorities({EmergencyEnd{emergency_, year_.now()}});
  }
}

void Coordination::report() {
  for (std::size_t region = 0; region < kRegions; ++region) {
    const auto trained = static_cast<std::uint32_t>(3 + year_.below(20));
    year_.submit(
        clerk(region),
        {CapacityReport{year_.cast_.offices[region], "trained-coordinators", trained, year_.now().civilDay(), {}}});
  }
}

}  // namespace sample
