#include "tests/sample/lives.h"

namespace sample {

using namespace ledger;

namespace {

constexpr UtcMs kHour = 60 * kMsPerMinute;

Instant hoursFrom(const Instant& at, std::int64_t hours) {
  return {at.utc_ms + hours * kHour, at.offset_minutes};
}

}  // namespace

void Lives::week(std::size_t week) {
  if (week == 1) agree();
  if (week == 2) organisations();
  if (week == 6) withdraw();
  if (week == 8) suspend();
  if (week == 10) appeal();
  if (week == 14) runProject();
  if (week == 15) serveShift();
  if (week == 16) endProject();
  if (week == 18) train();
  if (week == 20) offerAssignments();
  if (week == 24) endAssignments();
}

const Volunteer& Lives::volunteer(std::size_t from) const {
  const auto& all = year_.cast_.volunteers;
  for (std::size_t i = from; i < all.size(); ++i) {
    if (!all[i].silent) return all[i];
  }
  return all[0];
}

PersonId Lives::newPerson() {
  const auto person = year_.random_.id<PersonId>();
  year_.submit(clerk(), {PersonRegister{person, office(), region(), AgeBand::kFrom14to15, AgeBasis::kDeclared, {}}});
  return person;
}

void Lives::agree() {
  const Volunteer& one = volunteer(0);
  const Actor& ones_clerk = year_.cast_.clerks[one.region];
  const SubjectId skill = year_.newId();
  const CivilDay today = year_.now().civilDay();
  consent_ = year_.newId(), guardianship_ = year_.newId(), cover_ = year_.newId();
  year_.submit(one.actor,
               {ConsentGive{consent_, one.actor.person, ConsentPurpose::kPublication, "sample-1", {}, year_.now()},
                SkillDeclare{skill, one.actor.person, "first-aid", year_.now()},
                AvailabilitySet{one.actor.person, 0b1100000, today, 0}});
  year_.submit(ones_clerk, {SkillVerify{skill, year_.document(), 0, year_.now()},
                            InsuranceAttach{cover_, one.actor.person, year_.cast_.centre.id, year_.document(), today,
                                            today + 364}});
  year_.submit(clerk(), {GuardianConsentRecord{guardianship_, newPerson(), one.actor.person, today, today + 300,
                                               year_.document()}});
}

void Lives::withdraw() {
  const Volunteer& one = volunteer(0);
  year_.submit(one.actor, {ConsentWithdraw{consent_, year_.now()}});
  year_.submit(year_.cast_.clerks[one.region], {InsuranceEnd{cover_, year_.now()}});
  year_.submit(clerk(), {GuardianConsentWithdraw{guardianship_, year_.now()}});
}

// By two clerks of the office, for the authorities decide the appeal.
void Lives::suspend() {
  const CivilDay until = year_.now().civilDay() + 30;
  suspended_ = newPerson(), excluded_ = newPerson();
  year_.byAuthorities({RoleGrant{secondClerk().person, Role::kClerk, office(), 0}});
  year_.submitByTwo(clerk(), secondClerk(),
                    {PersonSuspend{suspended_, SuspensionReason::kSafety, until, year_.now()},
                     PersonExclude{excluded_, SuspensionReason::kFalseHours, until, year_.document(), year_.now()}});
}

void Lives::appeal() {
  const SubjectId filed = year_.newId();
  year_.submit(clerk(), {AppealFile{filed, suspended_, year_.document(), year_.now()}});
  year_.byAuthorities({AppealDecide{filed, AppealOutcome::kOverturned, year_.document(), year_.now()}});
  year_.submitByTwo(clerk(), year_.cast_.authority1, {PersonReinstate{suspended_, year_.now()}});
  // Registered twice, by mistake.
  year_.byAuthorities({ProfilesMerge{suspended_, newPerson(), year_.document(), year_.now()}});
}

void Lives::organisations() {
  const SubjectId society = year_.newId(), membership = year_.newId();
  year_.submit(clerk(),
               {OrganisationRegister{society, office(), OrganisationKind::kNgo,
                                     numbered("Үлгі қоғам", "Образцовое общество", "Sample society", 1), region(), ""},
                OrganisationVerify{society, "sample-register", year_.document(), year_.now()},
                OrganisationDeactivate{society, {}, year_.now()}, OrganisationReactivate{society, year_.now()}});
  year_.submit(year_.cast_.auditor, {RiskRate{society, RiskLevel::kMedium, year_.document(), year_.now()}});
  year_.submit(
      host().officer,
      {MembershipBegin{membership, host().id, year_.cast_.centre.id, MembershipKind::kNetwork, year_.now()},
       EmployerProgrammeAgree{year_.newId(), host().id, Minutes{180}, year_.now().civilDay(), 0, year_.document()},
       MembershipEnd{membership, year_.now()}});
  year_.submit(host().officer, {RelatedPartyDeclare{year_.newId(), host().officer.person, year_.cast_.centre.id,
                                                    Relation::kEmployee, year_.now().civilDay(), 0}});
}

// The first is proposed to its front office, the other starts at once.
void Lives::runProject() {
  const CivilDay today = year_.now().civilDay();
  const SubjectId& programme = year_.cast_.programmes[1];
  const auto names = [](std::size_t number) {
    return numbered("Үлгі жоба", "Образцовый проект", "Sample project", number);
  };
  project_ = year_.newId(), other_project_ = year_.newId();
  year_.submit(host().officer, {ProjectPropose{project_, programme, host().id, region(), today, today + 60, names(101),
                                               year_.document(), year_.now()}});
  year_.submit(clerk(), {ProjectApprove{project_, year_.document(), year_.now()}});
  std::vector<CommandBody> bodies{
      ProjectStart{project_, programme, host().id, region(), today, today + 60, names(101)},
      ProjectStart{other_project_, programme, host().id, region(), today, today + 60, names(102)}};
  bodies.emplace_back(ProjectClassify{project_, "TSO-D", "COFOG-10", {Goal::kHealth}, {Beneficiary::kElderly}});
  bodies.emplace_back(OutputTargetSet{year_.newId(), project_, "garments", 200, today + 60});
  bodies.emplace_back(ProjectSuspend{project_, EndReason::kWeather, year_.now()});
  bodies.emplace_back(ProjectResume{project_, year_.now()});
  bodies.emplace_back(ProjectCancel{other_project_, EndReason::kNoPeople, year_.now()});
  year_.submit(host().officer, bodies);
}

void Lives::serveShift() {
  const Instant now = year_.now();
  const SubjectId lost = year_.newId();
  activity_ = year_.newId(), shift_ = year_.newId();
  const Instant starts = hoursFrom(now, -3), ends = hoursFrom(now, 2);
  year_.submit(host().coordinator, {ActivitySchedule{activity_, project_, ActivityKind::kEvent, "", starts, ends},
                                    ActivityClassify{activity_, ActivityNature::kSocial},
                                    ActivitySchedule{lost, project_, ActivityKind::kEvent, "", starts, ends},
                                    ActivityCancel{lost, EndReason::kWeather, now},
                                    ShiftOpen{shift_, activity_, "helper", starts, ends, 1, 5},
                                    OutputRecord{year_.newId(), project_, "garments", 40, {}, now}});
  const SubjectId first = year_.newId(), second = year_.newId(), third = year_.newId();
  const Volunteer& one = volunteer(3);
  year_.submit(one.actor,
               {ShiftSignUp{first, shift_, one.actor.person, now}, CheckIn{first, CheckMethod::kQr, "sample-gate", now},
                CheckOut{first, CheckMethod::kQr, "sample-gate", year_.now()}});
  year_.submit(host().coordinator, {ShiftSignUp{second, shift_, volunteer(15).actor.person, now},
                                    ShiftSignUp{third, shift_, volunteer(27).actor.person, now},
                                    SignUpCancel{second, now}, NoShowRecord{third, now}});
  year_.submit(host().coordinator,
               {ShiftClose{shift_, year_.document(), year_.now()}, ActivityHold{activity_, 12, year_.now()}});
}

void Lives::endProject() {
  year_.submit(host().officer, {ProjectComplete{project_, year_.document(), year_.now()}});
}

void Lives::train() {
  const SubjectId training = year_.newId(), attendance = year_.newId();
  year_.submit(host().officer,
               {TrainingHold{training, host().id, TrainingKind::kCourse, "first-aid", Minutes{180}, 15, year_.now()}});
  year_.submit(host().officer, {TrainingAttend{attendance, training, volunteer(7).actor.person, Minutes{180}},
                                TrainingCertify{attendance, "SAMPLE-T-1", year_.document(), year_.now()}});
}

void Lives::offerAssignments() {
  const CivilDay today = year_.now().civilDay();
  for (std::size_t i = 0; i < 2; ++i) {
    assignments_.push_back(year_.newId());
    const Volunteer& one = volunteer(8 + 10 * i);
    year_.submit(host().officer, {AssignmentOffer{assignments_[i], one.actor.person, host().id, "KE", today + 7,
                                                  today + 97, Money{5'000'000, *Currency::parse("KZT")}}});
    year_.submit(one.actor, {AssignmentAccept{assignments_[i], year_.now()}});
  }
}

void Lives::endAssignments() {
  const Instant now = year_.now();
  year_.submit(host().officer,
               {AssignmentStart{assignments_[0], now}, AssignmentExtend{assignments_[0], now.civilDay() + 200, now},
                AssignmentComplete{assignments_[0], year_.document(), now},
                AssignmentTerminate{assignments_[1], EndReason::kOther, now}});
}

}  // namespace sample
