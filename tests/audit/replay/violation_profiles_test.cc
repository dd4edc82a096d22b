// Profiles of one person that are taken for two, put into the log although the front door refuses or flags it. Each
// forgery breaks one rule and no other; before the profiles were joined it breaks none.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr std::int64_t kDay = 1440;
constexpr std::int64_t kHour = 60;

// Two registrations, of which the first attests for the organisation that both serve; it is day 5.
class ProfilesWorld : public World {
 public:
  ProfilesWorld() {
    settle();
    midnight = now().utc_ms - 5 * kHour * kMsPerMinute;
    first_day = now().civilDay();
    for (auto* actor : {&stays, &absorbed, &guardian}) *actor = enrol();
    for (const Actor& actor : {*stays, *guardian}) give(actor, Role::kAttestor, grantee);
    camp = subject();
    say(*attestor, ActivitySchedule{camp, project, ActivityKind::kEvent, "", now(), ago(-20 * kDay)},
        Visibility::kScoped);
    assignment = subject();
    say(*officer,
        AssignmentOffer{assignment, absorbed->person, grantee, "KE", first_day, first_day + 4,
                        Money{100, *Currency::parse("KZT")}},
        kPrivate);
    say(*absorbed, AssignmentAccept{assignment, now()}, kPrivate);
    wait(5 * kDay);
  }
  ProfilesMerge joining(const Actor& person, const Actor& other) {
    return {person.person, other.person, digest(), now()};
  }
  void join() { agree(first, second, joining(*stays, *absorbed), kPrivate); }
  Instant at(std::int64_t day, std::int64_t minute) const {
    return {midnight + (day * kDay + minute) * kMsPerMinute, 300};
  }
  HoursClaim claim(const Actor& served, std::int64_t day, std::int64_t minutes) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = served.person;
    body.activity = camp;
    body.occurred_at = at(day, 12 * kHour);
    body.minutes = Minutes(minutes);
    body.role = "r" + std::to_string(++roles);
    return body;
  }
  // From that minute of the day until the other.
  HoursClaim span(const Actor& served, std::int64_t day, std::int64_t from, std::int64_t until) {
    HoursClaim body = claim(served, day, until - from);
    body.occurred_at = at(day, from);
    body.until = at(day, until);
    return body;
  }
  HoursAttest attestation(const HoursClaim& of, std::int64_t minutes) {
    const auto reason = of.minutes == Minutes(minutes) ? HoursReason::kNone : HoursReason::kLeftEarly;
    return {of.hours, Minutes(minutes), AttestationMethod::kPresent, reason, now()};
  }
  void stood(const Actor& served, const HoursClaim& body) {
    say(served, body, kPrivate);
    say(*attestor, attestation(body, body.minutes.count()), kPrivate);
  }
  std::string proposes(const ProfilesMerge& body) {
    return broken(first, {body, kPrivate, Assurance::kSelf, {kRulesVersion, Effect::kProposed, 0, 0, {}}});
  }

  UtcMs midnight = 0;
  CivilDay first_day = 0;
  std::optional<Actor> stays, absorbed, guardian;
  SubjectId camp, assignment;
  int roles = 0;
};

TEST(ViolationOfProfiles, ADayIsOneForAllOfThem) {
  ProfilesWorld w;
  w.stood(*w.absorbed, w.claim(*w.absorbed, 1, 700));
  const HoursClaim waiting = w.claim(*w.stays, 1, 741);
  w.say(*w.stays, waiting, kPrivate);
  const HoursClaim over = w.claim(*w.stays, 1, 741);
  EXPECT_EQ(w.broken(*w.stays, {over}), "");
  EXPECT_EQ(w.broken(*w.attestor, {w.attestation(waiting, 741)}), "");
  w.join();
  EXPECT_EQ(w.broken(*w.stays, {over}), only("DAY_OVER_1440"));
  EXPECT_EQ(w.broken(*w.stays, {w.claim(*w.stays, 1, 740)}), "");
  EXPECT_EQ(w.broken(*w.attestor, {w.attestation(waiting, 741)}), only("DAY_OVER_1440"));
  EXPECT_EQ(w.broken(*w.attestor, {w.attestation(waiting, 740)}), "");
  EXPECT_EQ(w.broken(*w.stays, {w.claim(*w.stays, 2, 741)}), "");
}

TEST(ViolationOfProfiles, TheLimitOfADayIsForAllOfThem) {
  ProfilesWorld w;
  const PolicyPublish limits{
      w.subject(), {},          "1", LegalStatus::kInForce,
      "act",       w.first_day, 0,   HoursLimits{{{AgeBand::kFrom18to35, Minutes(60)}}, 0, 0, 0}};
  w.agree(w.first, w.second, limits, kPublic);
  const Position policy = w.front().sealed().size - 3;
  const auto claims = [&](std::int64_t minutes, std::vector<Flag> flags) {
    return w.broken(*w.stays, {w.claim(*w.stays, 1, minutes),
                               kPrivate,
                               Assurance::kSelf,
                               {kRulesVersion, Effect::kEffective, policy, 0, std::move(flags)}});
  };
  w.stood(*w.absorbed, w.claim(*w.absorbed, 1, 30));
  EXPECT_EQ(claims(31, {}), "");
  w.join();
  EXPECT_EQ(claims(30, {}), "");
  EXPECT_EQ(claims(31, {Flag::kOverDayLimit}), "");
  EXPECT_EQ(claims(31, {}), only("DECISION_DIFFERS"));
}

TEST(ViolationOfProfiles, TheyShareTheirTime) {
  ProfilesWorld w;
  w.stood(*w.absorbed, w.span(*w.absorbed, 1, 720, 780));
  const HoursClaim over = w.span(*w.stays, 1, 779, 800);
  const HoursClaim after = w.span(*w.stays, 1, 780, 800);
  const HoursClaim before = w.span(*w.stays, 1, 700, 720);
  for (const HoursClaim& body : {over, after, before}) w.say(*w.stays, body, kPrivate);
  const auto attests = [&](const HoursClaim& body) {
    return w.broken(*w.attestor, {w.attestation(body, body.minutes.count())});
  };
  EXPECT_EQ(attests(over), "");
  w.join();
  EXPECT_EQ(attests(over), only("OVERLAP"));
  EXPECT_EQ(attests(after), "");
  EXPECT_EQ(attests(before), "");
}

TEST(ViolationOfProfiles, AnOccasionIsToldOnceForAllOfThem) {
  ProfilesWorld w;
  HoursClaim told = w.claim(*w.absorbed, 1, 30);
  told.role = "guide";
  w.say(*w.absorbed, told, kPrivate);
  HoursClaim again = w.claim(*w.stays, 1, 30);
  again.role = "guide";
  EXPECT_EQ(w.broken(*w.stays, {again}), "");
  w.join();
  EXPECT_EQ(w.broken(*w.stays, {again}), only("HOURS_TAKEN"));
  again.split = true;
  EXPECT_EQ(w.broken(*w.stays, {again}), "");
}

TEST(ViolationOfProfiles, NobodyJudgesAnotherProfileOfHers) {
  ProfilesWorld w;
  const HoursClaim of_absorbed = w.claim(*w.absorbed, 1, 30);
  const HoursClaim of_stays = w.claim(*w.stays, 1, 30);
  w.say(*w.absorbed, of_absorbed, kPrivate);
  w.say(*w.stays, of_stays, kPrivate);
  w.say(
      *w.clerk,
      GuardianConsentRecord{w.subject(), w.absorbed->person, w.guardian->person, w.first_day, w.first_day, w.digest()},
      kPrivate);
  const auto attests = [&](const Actor& actor, const HoursClaim& body) {
    return w.broken(actor, {w.attestation(body, 30)});
  };
  EXPECT_EQ(attests(*w.stays, of_absorbed), "");
  EXPECT_EQ(attests(*w.guardian, of_stays), "");
  w.join();
  EXPECT_EQ(attests(*w.stays, of_absorbed), only("SELF_ATTESTATION"));
  EXPECT_EQ(attests(*w.guardian, of_stays), only("GUARDIAN_ATTESTS"));
  EXPECT_EQ(attests(*w.guardian, of_absorbed), only("GUARDIAN_ATTESTS"));
  EXPECT_EQ(attests(*w.attestor, of_absorbed), "");
  EXPECT_EQ(attests(*w.attestor, of_stays), "");
}

TEST(ViolationOfProfiles, StipendsAndPaidTimeAreThoseOfAllOfThem) {
  ProfilesWorld w;
  w.say(*w.officer, AssignmentStart{w.assignment, w.at(1, 12 * kHour)}, kPrivate);
  const SubjectId employment = w.subject();
  w.say(*w.officer,
        EmployerProgrammeAgree{employment, w.grantee, Minutes(100), w.first_day, w.first_day + 9, w.digest()}, kPublic);
  const auto paid = [&](const Actor& served, std::int64_t minutes) {
    HoursClaim body = w.claim(served, 3, minutes);
    body.time_basis = TimeBasis::kPaidWorkTime;
    body.employment = employment;
    return body;
  };
  w.stood(*w.absorbed, paid(*w.absorbed, 60));
  const auto claims = [&](const HoursClaim& body, std::vector<Flag> flags = {}) {
    return w.broken(*w.stays,
                    {body, kPrivate, Assurance::kSelf, {kRulesVersion, Effect::kEffective, 0, 0, std::move(flags)}});
  };
  EXPECT_EQ(claims(w.claim(*w.stays, 2, 30)), "");
  EXPECT_EQ(claims(paid(*w.stays, 41)), "");
  w.join();
  EXPECT_EQ(claims(w.claim(*w.stays, 2, 30)), only("STIPENDED_SERVICE"));
  EXPECT_EQ(claims(paid(*w.stays, 40)), "");
  EXPECT_EQ(claims(paid(*w.stays, 41), {Flag::kOverPaidTime}), "");
  EXPECT_EQ(claims(paid(*w.stays, 41)), only("DECISION_DIFFERS"));
}

TEST(ViolationOfProfiles, TheirDaysFitTogether) {
  ProfilesWorld w;
  w.stood(*w.absorbed, w.claim(*w.absorbed, 1, 700));
  w.stood(*w.stays, w.claim(*w.stays, 1, 740));
  EXPECT_EQ(w.proposes(w.joining(*w.stays, *w.absorbed)), "");
  w.stood(*w.stays, w.claim(*w.stays, 1, 1));
  EXPECT_EQ(w.proposes(w.joining(*w.stays, *w.absorbed)), only("DAY_OVER_1440"));
  ProfilesWorld other;
  other.stood(*other.absorbed, other.span(*other.absorbed, 1, 720, 780));
  other.stood(*other.stays, other.span(*other.stays, 1, 780, 800));
  other.stood(*other.stays, other.span(*other.stays, 1, 700, 720));
  EXPECT_EQ(other.proposes(other.joining(*other.stays, *other.absorbed)), "");
  other.stood(*other.stays, other.span(*other.stays, 1, 730, 740));
  EXPECT_EQ(other.proposes(other.joining(*other.stays, *other.absorbed)), only("OVERLAP"));
}

TEST(ViolationOfProfiles, WhatTheAbsorbedHadAbsorbedIsJoinedToo) {
  ProfilesWorld w;
  const Actor last = w.enrol();
  w.stood(*w.absorbed, w.claim(*w.absorbed, 1, 700));
  w.stood(*w.stays, w.claim(*w.stays, 1, 40));
  w.join();
  w.agree(w.first, w.second, RoleRevoke{w.stays->person, Role::kAttestor, w.grantee}, kPrivate);
  const HoursClaim fitting = w.claim(last, 1, 700);
  w.stood(last, fitting);
  EXPECT_EQ(w.proposes(w.joining(last, *w.stays)), "");
  w.stood(last, w.claim(last, 1, 1));
  EXPECT_EQ(w.proposes(w.joining(last, *w.stays)), only("DAY_OVER_1440"));
  w.say(*w.attestor, HoursVoid{fitting.hours, HoursReason::kDuplicate, w.now()}, kPrivate);
  w.agree(w.first, w.second, w.joining(last, *w.stays), kPrivate);
  EXPECT_EQ(w.broken(last, {w.claim(last, 1, 699)}), "");
  EXPECT_EQ(w.broken(last, {w.claim(last, 1, 700)}), only("DAY_OVER_1440"));
}

// A merge that took effect before the third version joins no days; that the rules fall is another finding.
TEST(ViolationOfProfiles, EarlierMergesJoinNothing) {
  ProfilesWorld w;
  w.stood(*w.absorbed, w.claim(*w.absorbed, 1, 1000));
  const Forgery told{w.claim(*w.stays, 1, 441), kPrivate};
  const auto found = [&](std::uint16_t rules) {
    const Decision proposed{rules, Effect::kProposed, 0, 0, {}};
    return w.broken({{w.first, {w.joining(*w.stays, *w.absorbed), kPrivate, Assurance::kSelf, proposed}},
                     {w.second, {Endorse{}, kPrivate, Assurance::kSelf, {rules}}},
                     {*w.stays, told}});
  };
  EXPECT_EQ(found(kRulesVersion), only("DAY_OVER_1440"));
  EXPECT_EQ(found(2), only("DECISION_DIFFERS") + only("DECISION_DIFFERS"));
}

TEST(ViolationOfProfiles, FiguresStayThoseOfEach) {
  ProfilesWorld w;
  w.stood(*w.absorbed, w.claim(*w.absorbed, 1, 30));
  w.stood(*w.stays, w.claim(*w.stays, 1, 40));
  w.join();
  const auto figures = nlohmann::json::parse(textOf(bundleOf(w.entries(), w.log_key).at("figures.json")));
  EXPECT_EQ(std::int64_t{figures["minutes"][w.absorbed->person.text()]}, 30);
  EXPECT_EQ(std::int64_t{figures["minutes"][w.stays->person.text()]}, 40);
}

}  // namespace
}  // namespace audit::tests
