// What front offices coordinate, said at random: of subjects in any state, and of subjects of another kind.
#include "tests/audit/random_history.h"

namespace audit::tests {

using namespace ledger;

namespace {

const Names kNames{"a", "b", "c"};

}  // namespace

// One of that kind, most of the time.
SubjectId RandomHistory::life(StreamRole role) {
  const auto& fitting = lives_[chance(90) ? role : static_cast<StreamRole>(below(kEnumerants<StreamRole>))];
  return fitting.empty() || chance(3) ? world.subject() : one(fitting);
}

CommandBody RandomHistory::ofCoordination() {
  return chance(45) ? ofIntake() : chance(50) ? ofCampaigns() : ofStanding();
}

// Ideas, requests, visits.
CommandBody RandomHistory::ofIntake() {
  switch (below(10)) {
    case 0:
    case 1:
      return IdeaSubmit{world.subject(), world.office, "umit", chance(95) ? "KZ-AST" : "KZ", world.digest(), when()};
    case 2:
    case 3:
      return IdeaTriage{life(StreamRole::kIdea), recent()};
    case 4:
    case 5:
      return IdeaConvert{life(StreamRole::kIdea), chance(90) ? world.project : life(StreamRole::kIdea), recent()};
    case 6:
      return IdeaDecline{life(StreamRole::kIdea), IdeaReason::kNoMeans, recent()};
    case 7:
      return RequestReceive{
          chance(95) ? world.subject() : life(StreamRole::kIdea), world.office, Channel::kCall, "n", "KZ-ALA", when()};
    case 8:
      return RequestRoute{life(StreamRole::kRequest), world.grantee, recent()};
    default:
      return RequestResolve{life(StreamRole::kRequest), RequestOutcome::kHelped, recent()};
  }
}

CommandBody RandomHistory::ofCampaigns() {
  const auto day = world.now().civilDay();
  const auto people = static_cast<std::uint32_t>(below(12));
  const SubjectId organisation = chance(90) ? world.grantee : life(StreamRole::kCampaign);
  switch (below(13)) {
    case 0:
      return CampaignOpen{world.subject(), world.office, CampaignScale::kLocal,
                          kNames,          day,          day + 3 - static_cast<CivilDay>(below(5))};
    case 1:
      return DeedRecord{world.subject(),
                        life(StreamRole::kCampaign),
                        organisation,
                        "c",
                        people,
                        5,
                        {},
                        chance(80) ? recent() : when()};
    case 2:
    case 3:
      return CommitmentRecord{world.subject(), life(StreamRole::kCampaign), organisation, "u", people, day};
    case 4:
      return CampaignClose{life(StreamRole::kCampaign), recent()};
    case 5:
      return EmergencyDeclare{world.subject(), world.office, "flood", kNames, "KZ-AST", when()};
    case 6:
    case 9:
    case 10:
      return DeploymentOrder{world.subject(), life(StreamRole::kEmergency), organisation, "law", people, recent()};
    case 7:
    case 11:
    case 12:
      return DeploymentEnd{life(StreamRole::kDeployment), people, recent()};
    default:
      return EmergencyEnd{life(StreamRole::kEmergency), recent()};
  }
}

// Councils, forums, directions, mandates, laws.
CommandBody RandomHistory::ofStanding() {
  const auto day = world.now().civilDay();
  const auto people = static_cast<std::uint32_t>(below(12));
  switch (below(18)) {
    case 0:
      return ForumRegister{world.subject(), world.office, names(), chance(90) ? "KZ" : "Kz", day, day};
    case 1:
      return ParticipationRecord{life(StreamRole::kForum), chance(50) ? "KZ" : "UZ", ForumRole::kSpeaker, people};
    case 2:
      return CouncilForm{world.subject(), world.office, kNames, world.digest(), when()};
    case 3:
    case 12:
    case 13:
    case 14:
      return ResolutionTake{world.subject(), life(StreamRole::kCouncil), "R", kNames, world.digest(), 0, recent()};
    case 4:
    case 15:
    case 16:
      return ResolutionFulfil{life(StreamRole::kResolution), world.digest(), recent()};
    case 5:
      return DirectionAdd{world.subject(), "d" + std::to_string(below(9)), names()};
    case 6:
    case 17:
      return DirectionRetire{life(StreamRole::kDirection), recent()};
    case 7:
      return PartnershipRegister{
          world.subject(), chance(90) ? world.programme : life(StreamRole::kProgramme), world.funder, kNames, day, 0};
    case 8:
      return LegalBasisRecord{
          world.subject(), "L", kNames, LegalStatus::kDraft, "s", day, day - 1 + (chance(90) ? 1 : 0)};
    case 9:
      return CapacityReport{world.office, "rooms", people, day, {}};
    case 10:
      return chance(50) ? CommandBody{OfficeMandateSet{world.office, "A", world.digest(), day, 0,
                                                       chance(70) ? SubjectId{} : life(StreamRole::kBasis)}}
                        : CommandBody{MeetingHold{world.subject(), world.office, "a", people, recent()}};
    default:
      return ofVisits();
  }
}

// Of what was found, mostly in order and with the verdict it bears.
CommandBody RandomHistory::ofVisits() {
  MonitoringVisitRecord visit{world.subject(),        world.office,   chance(90) ? world.project : world.subject(),
                              VisitVerdict::kOnTrack, world.digest(), recent()};
  for (std::uint16_t aspect = 0; aspect < kEnumerants<VisitAspect>; ++aspect) {
    if (chance(15)) visit.findings.push_back({static_cast<VisitAspect>(aspect), chance(20), {}});
  }
  if (!visit.findings.empty()) visit.verdict = VisitVerdict::kRemarks;
  if (std::ranges::any_of(visit.findings, &VisitFinding::serious)) visit.verdict = VisitVerdict::kSeriousRemarks;
  if (chance(5)) visit.verdict = static_cast<VisitVerdict>(below(kEnumerants<VisitVerdict>));
  if (chance(5)) std::ranges::reverse(visit.findings);
  if (chance(3) && !visit.findings.empty()) visit.findings.push_back(visit.findings.back());
  return visit;
}

void RandomHistory::rememberLife(const CommandBody& body) {
  Command command{{}, {}, body};
  const KindTraits& traits = traitsOf(kindOf(command));
  if (traits.since == 0 || !traits.opens()) return;
  visit(
      [&]<class Body>(const Body& opened) {
        if constexpr (kIsLaterKind<Body>) {
          eachSubject(opened, [&](StreamRole role, const SubjectId& id) {
            if (role == traits.streams.front()) lives_[role].push_back(id);
          });
        }
      },
      command.body);
}

}  // namespace audit::tests
