// Setup of the sample year: 1 November 2025, founding, offices, organisations, people, roles, policy.
#include "tests/sample/year.h"

namespace sample {

using namespace ledger;

namespace {

std::vector<const Actor*> staffOf(const Funder& funder) {
  return {&funder.officer, &funder.first, &funder.second, &funder.payer, &funder.verifier};
}

void grantFunderRoles(const Funder& funder, std::vector<CommandBody>& roles) {
  roles.emplace_back(RoleGrant{funder.officer.person, Role::kOfficer, funder.id, 0});
  roles.emplace_back(RoleGrant{funder.first.person, Role::kFunder, funder.id, 0});
  roles.emplace_back(RoleGrant{funder.second.person, Role::kFunder, funder.id, 0});
  roles.emplace_back(RoleGrant{funder.payer.person, Role::kPayer, funder.id, 0});
  roles.emplace_back(RoleGrant{funder.verifier.person, Role::kVerifier, funder.id, 0});
}

std::string code(std::size_t region) {
  return std::string(kRegionTable[region].code);
}

}  // namespace

void Year::found() {
  scribe_.setNow(midnight(0, 0) - 2 * kMsPerDay + 9 * 60 * kMsPerMinute);
  if (founders_.founded) {
    scribe_.join();
    return;
  }
  LedgerFound command;
  command.origin = founders_.origin;
  command.log_key = actorKeyOf(founders_.log_key);
  command.zone = "Asia/Almaty";
  command.currency = "KZT";
  command.demo = true;
  const Actor authorities[] = {cast_.authority1, cast_.authority2};
  const auto receipt = scribe_.found(command, authorities);
  if (!receipt) failure_ = receipt.error().reason + ": " + receipt.error().message;
}

void Year::establishOffices() {
  std::vector<CommandBody> offices;
  offices.emplace_back(OfficeEstablish{
      cast_.national_office,
      OfficeKind::kNational,
      "",
      {"Үлгі ұлттық фронт-кеңсе", "Образцовый национальный фронт-офис", "Sample national front office"}});
  for (std::size_t i = 0; i < kRegions; ++i) {
    offices.emplace_back(
        OfficeEstablish{cast_.offices[i], OfficeKind::kRegional, code(i), officeNames(kRegionTable[i])});
  }
  submitByTwo(cast_.authority1, cast_.authority2, offices);
  std::vector<CommandBody> programmes;
  for (std::size_t i = 0; i < kDirections; ++i) {
    const Direction& one = kDirectionTable[i];
    programmes.emplace_back(ProgrammeDefine{cast_.programmes[i],
                                            cast_.national_office,
                                            std::string(one.code),
                                            {std::string(one.kk), std::string(one.ru), std::string(one.en)}});
  }
  submitByTwo(cast_.authority2, cast_.authority1, programmes);
  std::vector<CommandBody> clerks;
  std::vector<CommandBody> roles;
  for (std::size_t i = 0; i < kRegions; ++i) {
    clerks.emplace_back(
        PersonRegister{cast_.clerks[i].person, cast_.offices[i], code(i), AgeBand::kFrom36to59, {}, {}});
    clerks.emplace_back(scribe_.registration(cast_.clerks[i]));
    roles.emplace_back(RoleGrant{cast_.clerks[i].person, Role::kClerk, cast_.offices[i], 0});
  }
  for (const Actor* one : {&cast_.auditor, &cast_.importer}) {
    clerks.emplace_back(PersonRegister{one->person, cast_.national_office, "KZ-71", AgeBand::kFrom36to59, {}, {}});
    clerks.emplace_back(scribe_.registration(*one));
  }
  roles.emplace_back(RoleGrant{cast_.auditor.person, Role::kAuditor, {}, 0});
  roles.emplace_back(RoleGrant{cast_.importer.person, Role::kImporter, {}, 0});
  submit(cast_.authority1, clerks);
  submitByTwo(cast_.authority1, cast_.authority2, roles);
}

void Year::registerOrganisations() {
  std::vector<std::vector<CommandBody>> by_office(kRegions);
  const auto add = [&](std::size_t region, const SubjectId& id, OrganisationKind kind, Names names) {
    by_office[region].emplace_back(
        OrganisationRegister{id, cast_.offices[region], kind, std::move(names), code(region), ""});
  };
  for (std::size_t i = 0; i < cast_.hosts.size(); ++i) {
    add(cast_.hosts[i].region, cast_.hosts[i].id, i % 4 == 3 ? OrganisationKind::kStudentUnion : OrganisationKind::kNgo,
        numbered("Үлгі ұйым", "Образцовая организация", "Sample organisation", i + 1));
    by_office[cast_.hosts[i].region].emplace_back(
        OrganisationVerify{cast_.hosts[i].id, "sample-register", document(), now()});
  }
  for (std::size_t i = 0; i < cast_.funders.size(); ++i) {
    add(17, cast_.funders[i].id, OrganisationKind::kNgo,
        numbered("Үлгі грант беруші", "Образцовый грантодатель", "Sample grant maker", i + 1));
  }
  add(17, cast_.centre.id, OrganisationKind::kFoundation,
      {"Үлгі ұлттық орталық", "Образцовый национальный центр", "Sample national centre"});
  for (std::size_t i = 0; i + cast_.hosts.size() < cast_.grantees.size(); ++i) {
    add(cast_.grantees[i].region, cast_.grantees[i].id, OrganisationKind::kInitiativeGroup,
        numbered("Үлгі бастамашыл топ", "Образцовая инициативная группа", "Sample initiative group", i + 1));
  }
  for (std::size_t i = 0; i < kRegions; ++i) submit(cast_.clerks[i], by_office[i]);
}

void Year::registerPersons(std::size_t region, const std::vector<std::pair<const Actor*, AgeBand>>& people) {
  std::vector<CommandBody> bodies;
  for (const auto& [actor, band] : people) {
    bodies.emplace_back(PersonRegister{actor->person, cast_.offices[region], code(region), band, {}, {}});
    bodies.emplace_back(scribe_.registration(*actor));
  }
  submit(cast_.clerks[region], bodies);
}

void Year::registerStaff() {
  std::vector<std::vector<std::pair<const Actor*, AgeBand>>> by_office(kRegions);
  for (const Host& host : cast_.hosts) {
    for (const Actor* one : {&host.officer, &host.coordinator, &host.attestor1, &host.attestor2})
      by_office[host.region].emplace_back(one, AgeBand::kFrom36to59);
  }
  for (const Funder& funder : cast_.funders) {
    for (const Actor* one : staffOf(funder)) by_office[17].emplace_back(one, AgeBand::kFrom36to59);
  }
  for (const Actor* one : staffOf(cast_.centre)) by_office[17].emplace_back(one, AgeBand::kFrom36to59);
  for (std::size_t i = 0; i + cast_.hosts.size() < cast_.grantees.size(); ++i)
    by_office[cast_.grantees[i].region].emplace_back(&cast_.grantees[i].officer, AgeBand::kFrom18to35);
  for (std::size_t i = 0; i < kRegions; ++i) registerPersons(i, by_office[i]);
}

void Year::registerVolunteers() {
  std::vector<std::vector<std::pair<const Actor*, AgeBand>>> by_office(kRegions);
  for (const Volunteer& one : cast_.volunteers) by_office[one.region].emplace_back(&one.actor, one.band);
  for (std::size_t i = 0; i < kRegions; ++i) registerPersons(i, by_office[i]);
  // A guardian is the volunteer of the same region that comes before in the list.
  std::vector<std::vector<CommandBody>> consents(kRegions);
  for (std::size_t i = kRegions; i < cast_.volunteers.size(); ++i) {
    const Volunteer& one = cast_.volunteers[i];
    if (one.band != AgeBand::kFrom14to15) continue;
    consents[one.region].emplace_back(GuardianConsentRecord{newId(), one.actor.person,
                                                            cast_.volunteers[i - kRegions].actor.person, civilDay(0, 0),
                                                            civilDay(kWeeks, 6), document()});
  }
  for (std::size_t i = 0; i < kRegions; ++i) submit(cast_.clerks[i], consents[i]);
}

void Year::appoint() {
  std::vector<CommandBody> roles;
  for (const Host& host : cast_.hosts) {
    roles.emplace_back(RoleGrant{host.officer.person, Role::kOfficer, host.id, 0});
    roles.emplace_back(RoleGrant{host.attestor1.person, Role::kAttestor, host.id, 0});
    roles.emplace_back(RoleGrant{host.attestor2.person, Role::kAttestor, host.id, 0});
  }
  for (const Funder& funder : cast_.funders) grantFunderRoles(funder, roles);
  grantFunderRoles(cast_.centre, roles);
  for (std::size_t i = 0; i + cast_.hosts.size() < cast_.grantees.size(); ++i)
    roles.emplace_back(RoleGrant{cast_.grantees[i].officer.person, Role::kOfficer, cast_.grantees[i].id, 0});
  submitByTwo(cast_.authority1, cast_.authority2, roles);
  for (const Host& host : cast_.hosts)
    submit(host.officer, {RoleGrant{host.coordinator.person, Role::kCoordinator, host.id, 0}});
}

namespace {

PolicyPublish sampleOf(const SubjectId& id, PolicyKind kind, const char* about) {
  PolicyPublish policy;
  policy.policy = id;
  policy.kind = kind;
  policy.version = "sample-2025.1";
  policy.status = LegalStatus::kUnverified;
  policy.source = std::string("Sample ") + about + " for a demonstration: they follow from no act";
  policy.valid_from = civilDay(0, 0) - 2;
  return policy;
}

// 20 hours of a year are worth 2 credits and a voucher, 50 hours 5, and no more than 70 count.
CreditRules studentCredit() {
  const Currency tenge = *Currency::parse("KZT");
  CreditTier twenty, fifty;
  twenty.name = "20-hours", twenty.minutes = Minutes{1200}, twenty.credits = 2;
  twenty.voucher = Money{2'000'000, tenge};
  fifty.name = "50-hours", fifty.minutes = Minutes{3000}, fifty.credits = 5;
  fifty.voucher = Money{5'000'000, tenge};
  CreditRules rules;
  rules.unit = "credit";
  rules.time_bases = {TimeBasis::kUnpaid};
  rules.verified_only = true;
  rules.window = CreditWindow::kFiscalYear;
  rules.tiers = {twenty, fifty};
  rules.combine = true;
  rules.minutes_most = Minutes{4200};
  rules.credits_most = 7;
  rules.double_use = "sample-student";
  return rules;
}

}  // namespace

void Year::publishPolicies() {
  credit_policy_ = newId();
  PolicyPublish hours = sampleOf(newId(), PolicyKind::kHoursLimits, "limits");
  hours.hours_limits = HoursLimits{{{AgeBand::kFrom14to15, Minutes{240}},
                                    {AgeBand::kFrom16to17, Minutes{360}},
                                    {AgeBand::kFrom18to35, Minutes{720}},
                                    {AgeBand::kFrom36to59, Minutes{720}},
                                    {AgeBand::kFrom60, Minutes{480}}},
                                   14,
                                   30};
  PolicyPublish ages = sampleOf(newId(), PolicyKind::kAgeRules, "rules of age");
  ages.age_rules = AgeRules{{{AgeBand::kFrom14to15, true, 22 * 60, 6 * 60, true, {{"rescue"}}},
                             {AgeBand::kFrom16to17, false, 22 * 60, 6 * 60, false, {}}}};
  PolicyPublish days = sampleOf(newId(), PolicyKind::kDeadlines, "deadlines");
  days.deadlines = Deadlines{{{"finding-response", 15, DayCount::kWorking, 0, 0},
                              {"scoring", 15, DayCount::kWorking, 0, 0},
                              {"technical-check", 10, DayCount::kWorking, 0, 0}},
                             {{civilDay(0, 0) + 59, false}}};  // 1 January 2026
  PolicyPublish credit = sampleOf(credit_policy_, PolicyKind::kCreditRules, "credit rules");
  credit.credit_rules = studentCredit();
  submitByTwo(cast_.authority1, cast_.authority2, {hours, ages, days, credit});
}

}  // namespace sample
